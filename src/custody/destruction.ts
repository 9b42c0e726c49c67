/**
 * The destruction of what was held (11(5)): what, by commitment and never by value; when; on which ground. Its digest
 * stands in the ledger before the keys are erased, and its certificate goes to the provider after.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/index.js';
import type { Clause } from '../treaty/index.js';
import type { HoldingKind, ValuePlace } from './holding.js';

/** Why something is destroyed. */
export type DestructionGround = 'RETENTION_ENDED' | 'RECALLED' | 'CORRECTED';

/** One value, by what was kept of it: SHA-256 of its ciphertext, under a key that is erased; hexadecimal. */
export type DestroyedValue = Pick<ValuePlace, 'purpose' | 'n' | 'group'> & {
  readonly commitment: string;
};

/** What is destroyed of one answer or provision at once. Plain JSON. */
export type Destruction = {
  readonly v: 1;
  readonly kind: 'DESTRUCTION';
  /** The run of the job that it belongs to. */
  readonly run: string;
  readonly holding: HoldingKind;
  readonly case: string;
  readonly source: string;
  readonly instrument: string;
  readonly digest: string;
  readonly provider: string;
  readonly ground: DestructionGround;
  readonly clause: Clause;
  readonly values: readonly DestroyedValue[];
};

/** What its provider is told, signed: that the keys of these values are erased. */
export type DestructionCertificate = Destruction & {
  readonly recipient: string;
  /** ISO 8601, UTC. */
  readonly destroyedAt: string;
};

/** SHA-256 of its canonical form, hexadecimal. */
export const destructionDigest = (destruction: Destruction): string =>
  createHash('sha256').update(canonicalJson(destruction)).digest('hex');
