/** A readmission case as its gateway keeps it: under the id of its request, and never under a number of the register. */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../base/index.js';
import type { CaseEvent } from './clocks.js';
import type { Evidence } from './evidence.js';
import type { Hand } from './side.js';
import type { VoluntaryReturn } from './voluntary-return.js';
import type { WrittenRecord } from './written-record.js';

/** Plain JSON. Interviews and humanitarian notes are kept beside it. */
export type ReadmissionFile = {
  /** The exchange request to which the case belongs. */
  readonly request: string;
  readonly instrument: string;
  readonly requesting: string;
  readonly requested: string;
  /** First instant at which nothing of it may be kept; the keys are bound to it, and it stands in no row beside. */
  readonly endsAt: number;
  readonly opened: Hand;
  readonly evidence: readonly Evidence[];
  readonly voluntaryReturn: VoluntaryReturn | null;
  readonly events: readonly { readonly event: CaseEvent; readonly by: Hand }[];
  readonly records: readonly WrittenRecord[];
  /** Steps that were made: asked twice under one id, it is one step. */
  readonly steps: readonly {
    readonly id: string;
    readonly digest: string;
    /** Of the record that it wrote. */
    readonly number: number | null;
  }[];
};

/** SHA-256 of a step as it was asked and by whom, hexadecimal: a step of the same id is another one where it differs. */
export const stepDigest = (asked: Json): string =>
  createHash('sha256').update(canonicalJson(asked)).digest('hex');
