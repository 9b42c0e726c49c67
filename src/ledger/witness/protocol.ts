/** The HTTP interface of a witness (C2SP tlog-witness), as both ends know it. */
import type { WitnessRefusal } from './judge.js';

/** `checkpoint` is ours beside the specification: a log asks what was cosigned of it last, with its own signature. */
export const WITNESS_PATHS = {
  addCheckpoint: '/exchange/witness/add-checkpoint',
  checkpoint: '/exchange/witness/checkpoint',
} as const;

/** The statuses of the specification. */
export const WITNESS_STATUS: Readonly<Record<WitnessRefusal, number>> = {
  CHECKPOINT_MALFORMED: 400,
  LOG_UNKNOWN: 404,
  CHECKPOINT_NOT_SIGNED: 403,
  OLD_SIZE_BEYOND: 400,
  OLD_SIZE_DIFFERS: 409,
  NOT_CONSISTENT: 422,
  FORKED: 409,
};

/** The media type of the size that a 409 tells: decimal, newline. */
export const SIZE_TYPE = 'text/x.tlog.size';

export type WitnessAnswer =
  /** Signature lines, each with its newline. */
  | { readonly cosignature: string }
  /** `size`: of the largest tree cosigned; 0 for none. */
  | { readonly refusal: WitnessRefusal; readonly size: number };
