/**
 * The witness's judgement of a submitted checkpoint (C2SP tlog-witness, add-checkpoint), in the order of the
 * specification. The log is attacker-controlled: it may hold its key and want two histories of one size.
 */
import { type Checkpoint, checkCheckpoint, claimedCheckpoint } from '../checkpoint.js';
import { checkConsistency } from '../consistency.js';
import { emptyRoot, sameHash } from '../merkle.js';
import { splitNote } from '../note.js';
import { parseSubmission, type Submission } from './submission.js';

/** The largest tree of a log that a witness has cosigned. */
export interface WitnessedHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Why a submission is not cosigned. Closed. */
export const WITNESS_REFUSALS = [
  'CHECKPOINT_MALFORMED',
  'LOG_UNKNOWN',
  'CHECKPOINT_NOT_SIGNED',
  'OLD_SIZE_BEYOND',
  'OLD_SIZE_DIFFERS',
  'NOT_CONSISTENT',
  'FORKED',
] as const;
export type WitnessRefusal = (typeof WITNESS_REFUSALS)[number];

/** A submission whose checkpoint is signed by the key of its log. */
export interface OpenedSubmission {
  readonly submission: Submission;
  readonly checkpoint: Checkpoint;
  /** The checkpoint's text: what is cosigned. */
  readonly text: string;
}

/** Opens a submission. `keyOf` knows the raw public keys of the logs that are witnessed, by origin. */
export function openSubmission(
  body: string,
  keyOf: (origin: string) => Uint8Array | undefined,
): OpenedSubmission | { readonly fault: WitnessRefusal } {
  const submission = parseSubmission(body);
  const claimed = submission && claimedCheckpoint(submission.note);
  if (submission === undefined || claimed === undefined) return { fault: 'CHECKPOINT_MALFORMED' };
  const publicKey = keyOf(claimed.origin);
  if (publicKey === undefined) return { fault: 'LOG_UNKNOWN' };
  const checkpoint = checkCheckpoint(submission.note, claimed.origin, publicKey);
  const text = splitNote(submission.note)?.text;
  if (checkpoint === undefined || text === undefined) return { fault: 'CHECKPOINT_NOT_SIGNED' };
  return { submission, checkpoint, text };
}

/** Judges an opened submission against what the witness cosigned last; null: it may be cosigned, once that is kept. */
export function judgeSubmission(
  { submission: { oldSize, proof }, checkpoint }: OpenedSubmission,
  latest: WitnessedHead | undefined,
): WitnessRefusal | null {
  const { size, root } = latest ?? { size: 0, root: emptyRoot() };
  if (oldSize > checkpoint.size) return 'OLD_SIZE_BEYOND';
  if (oldSize !== size) return 'OLD_SIZE_DIFFERS';
  if (size === checkpoint.size && !sameHash(root, checkpoint.root)) return 'FORKED';
  const claim = { from: size, to: checkpoint.size, fromRoot: root, toRoot: checkpoint.root };
  return checkConsistency({ ...claim, proof }) ? null : 'NOT_CONSISTENT';
}

/** Whether a refused checkpoint, signed as it is by its log, proves that the log has two histories, or may. */
export const isEvidence = (refusal: WitnessRefusal): boolean =>
  refusal === 'FORKED' || refusal === 'NOT_CONSISTENT';
