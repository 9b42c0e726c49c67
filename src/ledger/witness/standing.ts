/**
 * How a log stands to what its witness shows of it. A witness shows the last checkpoint that it cosigned, which the log
 * itself signed: what is shown larger than the log, or other than it, proves that the log lost or changed entries. What
 * is not signed by the log's key proves nothing: a witness that lies stops nobody.
 */
import { checkCheckpoint } from '../checkpoint.js';
import { consistencySubtrees, proveConsistency } from '../consistency.js';
import type { LedgerReader, LogHead } from '../ledger-store.js';
import { emptyRoot, joinHashes, sameHash, subtreesOf } from '../merkle.js';
import { loadHashes } from '../proofs.js';

/**
 * AGREES: the log grew out of what the witness shows. NEVER_SEEN: the witness shows nothing. BEHIND_WITNESS: the log is
 * shorter. REWRITTEN: the log had other entries. WITNESS_UNPROVEN: the log never signed what is shown.
 */
export type WitnessStanding =
  | 'AGREES'
  | 'NEVER_SEEN'
  | 'BEHIND_WITNESS'
  | 'REWRITTEN'
  | 'WITNESS_UNPROVEN';

/** A log as it is stored. */
export interface StoredLog {
  readonly origin: string;
  /** Raw public key of the log. */
  readonly publicKey: Uint8Array;
  readonly reader: LedgerReader;
  /** Undefined for a log without entries. */
  readonly head: LogHead | undefined;
}

/** Holds a log against the note that its witness shows, undefined where it shows none; `size` is what the note says. */
export async function standingOf(
  note: string | undefined,
  log: StoredLog,
): Promise<{ readonly standing: WitnessStanding; readonly size: number }> {
  if (note === undefined) return { standing: 'NEVER_SEEN', size: 0 };
  const shown = checkCheckpoint(note, log.origin, log.publicKey);
  if (shown === undefined) return { standing: 'WITNESS_UNPROVEN', size: 0 };
  const { size } = shown;
  if (size > (log.head?.size ?? 0)) return { standing: 'BEHIND_WITNESS', size };
  const isOurs = sameHash(await rootAt(log, size), shown.root);
  return { standing: isOurs ? 'AGREES' : 'REWRITTEN', size };
}

async function rootAt({ head, reader }: StoredLog, size: number): Promise<Uint8Array> {
  if (head === undefined || size === 0) return emptyRoot();
  return joinHashes(await reader.hashes(head.logId, subtreesOf(0, size)));
}

/** The proof that a stored log grew from `size` entries to its head. */
export async function proveGrowth(
  reader: LedgerReader,
  head: LogHead,
  size: number,
): Promise<readonly Uint8Array[]> {
  const hashes = await loadHashes(reader, head, consistencySubtrees(size, head.size));
  return proveConsistency(size, head.size, hashes);
}
