import { randomBytes, randomFillSync, randomUUID } from 'node:crypto';

/** The only source of randomness in an answer or an entry. Tests hand in a fixed one. */
export interface Ids {
  /** A UUID version 4: request ids must not be guessable or in sequence (Article 11(1)). */
  uuid(): string;
  /** `length` unpredictable bytes. */
  bytes(length: number): Uint8Array;
}

const BLOCK = 4096;
const MOST_OF_BLOCK = 64;

/**
 * Bytes of the system's generator, drawn in blocks: asking it costs more than hashing an entry. No byte is handed out
 * twice, and none stays in the block once it is handed out: what was drawn tells nothing of what was.
 */
function openBlocks(): Ids['bytes'] {
  const block = Buffer.alloc(BLOCK);
  let at = BLOCK;
  return (length) => {
    if (length > MOST_OF_BLOCK) return randomBytes(length);
    if (at + length > BLOCK) {
      randomFillSync(block);
      at = 0;
    }
    const bytes = Buffer.from(block.subarray(at, at + length));
    block.fill(0, at, at + length);
    at += length;
    return bytes;
  };
}

export const systemIds: Ids = { uuid: () => randomUUID(), bytes: openBlocks() };
