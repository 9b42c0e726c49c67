/**
 * The log's side: asks the counterpart's gateway what it cosigned of our log last, holds the log against that, and has
 * the log as it stands now cosigned. The witness may lie or be silent: what it shows counts where our own log signed it,
 * what it answers where its cosignature is good. A log that is proven to have lost or changed entries is closed.
 */
import type { Clock } from '../../base/index.js';
import {
  type CheckpointKeeper,
  cosignedAt,
  formatSubmission,
  type LedgerReader,
  type LogHead,
  type NoteKey,
  proveGrowth,
  standingOf,
  type WitnessGate,
  type WitnessRefusal,
  type WitnessStanding,
} from '../../ledger/index.js';
import type { WitnessClient } from '../../partner/index.js';

/** A log of ours that another gateway witnesses. */
export interface WitnessedHere {
  /** The counterpart: names the log, and the gateway that witnesses it. */
  readonly authority: string;
  readonly origin: string;
  /** What the witness cosigns with. */
  readonly witness: NoteKey;
}

/**
 * What came of asking. COSIGNED: kept; CURRENT: nothing new to cosign; FORGOTTEN: the witness shows less than it
 * cosigned; COSIGNATURE_NOT_GOOD, COSIGNATURE_NOT_IN_TIME: it answers, and not with its cosignature of now.
 */
export type SeekOutcome =
  | 'COSIGNED'
  | 'CURRENT'
  | 'UNREACHABLE'
  | 'FORGOTTEN'
  | 'COSIGNATURE_NOT_GOOD'
  | 'COSIGNATURE_NOT_IN_TIME'
  | Exclude<WitnessStanding, 'AGREES' | 'NEVER_SEEN'>
  | WitnessRefusal;

export interface SeekRooms {
  readonly client: WitnessClient;
  readonly reader: LedgerReader;
  /** Raw public key of our logs. */
  readonly publicKey: Uint8Array;
  /** Keeps what was cosigned, outside the database. */
  readonly keeper: CheckpointKeeper;
  readonly gate: WitnessGate;
  readonly clock: Clock;
}

/** What came of asking, and how far the witness is with the log. */
export interface Sought {
  readonly outcome: SeekOutcome;
  /** Of the largest tree of which a good cosignature is kept. */
  readonly cosigned: number;
}

/** Seconds that a witness's clock may lie apart from ours. */
const CLOCKS_APART = 300;

/** Asks the witness of one log. `cosigned`: as the last time. Rejects where the ledger cannot be read. */
export async function seekCosignature(
  rooms: SeekRooms,
  log: WitnessedHere,
  cosigned: number,
): Promise<Sought> {
  const { client, reader, publicKey, gate } = rooms;
  const told = (outcome: SeekOutcome): Sought => ({ outcome, cosigned });
  const shown = await client.latest(log.authority);
  if ('unreachable' in shown) return told('UNREACHABLE');
  // Read after the witness answered: the log cannot have been longer when it was asked.
  const head = await reader.head(log.origin);
  const stored = { origin: log.origin, publicKey, reader, head };
  const { standing, size } = await standingOf(shown.note ?? undefined, stored);
  if (standing === 'BEHIND_WITNESS' || standing === 'REWRITTEN') {
    gate.condemn(standing);
    return told(standing);
  }
  if (standing === 'WITNESS_UNPROVEN') return told(standing);
  gate.confirm(log.authority);
  if (size < cosigned) {
    const again = await submit(rooms, log, { head, size });
    return again.outcome === 'COSIGNED' ? { ...again, outcome: 'FORGOTTEN' } : again;
  }
  return head === undefined || cosigned === head.size
    ? told('CURRENT')
    : await submit(rooms, log, { head, size, cosigned });
}

interface Place {
  readonly head: LogHead | undefined;
  /** Of the tree that the witness knows. */
  readonly size: number;
  readonly cosigned?: number;
}

async function submit(
  { client, reader, keeper, clock }: SeekRooms,
  { authority, origin, witness }: WitnessedHere,
  { head, size, cosigned = size }: Place,
): Promise<Sought> {
  const told = (outcome: SeekOutcome): Sought => ({ outcome, cosigned });
  if (head === undefined) return told('CURRENT');
  const proof = await proveGrowth(reader, head, size);
  const { note } = head;
  const answer = await client.addCheckpoint(
    authority,
    formatSubmission({ oldSize: size, proof, note }),
  );
  if ('unreachable' in answer) return told('UNREACHABLE');
  if ('refusal' in answer) return told(answer.refusal);
  const whole = `${note}${answer.cosignature}`;
  const time = cosignedAt(whole, witness);
  if (time === undefined) return told('COSIGNATURE_NOT_GOOD');
  // An old cosignature of the same tree says nothing of now.
  const apart = Math.abs(clock.now() / 1000 - time);
  if (apart > CLOCKS_APART) return told('COSIGNATURE_NOT_IN_TIME');
  await keeper.keep(origin, whole);
  return { outcome: 'COSIGNED', cosigned: head.size };
}
