/**
 * The witness's side: a partner shows a checkpoint of its log of the exchange with us, and gets it cosigned where the
 * log only grew. What is cosigned is on disk first; what proves that a log has two histories is kept.
 */
import type { Clock, Signer } from '../../base/index.js';
import {
  cosign,
  isEvidence,
  judgeSubmission,
  type NoteKey,
  openSubmission,
  type WitnessAnswer,
} from '../../ledger/index.js';
import type { Witnessing } from '../../store/index.js';

export interface WitnessRooms {
  readonly witnessing: Witnessing;
  /** The verifier key of the log that each partner keeps of the exchange with us. */
  readonly logs: ReadonlyMap<string, NoteKey>;
  /** The key that cosigns, and its name. */
  readonly signer: Signer;
  readonly name: string;
  readonly clock: Clock;
}

/** A submission as the door hands it in; attacker-controlled. */
export interface ShownCheckpoint {
  readonly authority: string;
  readonly body: string;
}

/** Takes a submission (C2SP tlog-witness). Rejects with Refusal(UNAVAILABLE) where nothing can be kept. */
export async function takeCheckpoint(
  rooms: WitnessRooms,
  { authority, body }: ShownCheckpoint,
): Promise<WitnessAnswer> {
  const { witnessing, logs, signer, name, clock } = rooms;
  const log = logs.get(authority);
  const keyOf = (origin: string) => (origin === log?.name ? log.publicKey : undefined);
  const opened = openSubmission(body, keyOf);
  if ('fault' in opened) return { refusal: opened.fault, size: 0 };
  const { checkpoint, submission, text } = opened;
  const shown = { ...checkpoint, note: submission.note };
  const latest = await witnessing.latest(checkpoint.origin);
  const refusal = judgeSubmission(opened, latest);
  if (refusal !== null) {
    if (isEvidence(refusal)) await witnessing.keepEvidence(shown, clock.now());
    return { refusal, size: latest?.size ?? 0 };
  }
  // A clock that was set back must not make this the older statement.
  const time = Math.max(Math.floor(clock.now() / 1000), latest?.cosignedAt ?? 0);
  const isKept = await witnessing.advance({ ...shown, cosignedAt: time }, submission.oldSize);
  if (isKept) return { cosignature: await cosign(text, { name, time, signer }) };
  // Another submission came between the look and the step.
  const now = await witnessing.latest(checkpoint.origin);
  return { refusal: 'OLD_SIZE_DIFFERS', size: now?.size ?? 0 };
}

/** The last checkpoint that was cosigned of a partner's log, as the log signed it. */
export async function latestCosigned(
  { witnessing, logs }: WitnessRooms,
  authority: string,
): Promise<string | undefined> {
  const log = logs.get(authority);
  return log && (await witnessing.latest(log.name))?.note;
}
