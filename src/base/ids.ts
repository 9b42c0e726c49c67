import { randomBytes, randomUUID } from 'node:crypto';

/** The only source of randomness in an answer or an entry. Tests hand in a fixed one. */
export interface Ids {
  /** A UUID version 4: request ids must not be guessable or in sequence (Article 11(1)). */
  uuid(): string;
  /** `length` unpredictable bytes. */
  bytes(length: number): Uint8Array;
}

export const systemIds: Ids = {
  uuid: () => randomUUID(),
  bytes: (length) => randomBytes(length),
};
