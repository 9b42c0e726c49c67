/** The clock of custody (11(5)): what has ended is not read again where the gateway's clock is set back. */
import type { Clock, SeenClock } from './base/index.js';
import { type LedgerReader, parseEntry } from './ledger/index.js';

export interface CustodyClockGround {
  readonly clock: SeenClock;
  readonly reader: Pick<LedgerReader, 'heads' | 'leaves'>;
}

/** Never before what this process saw, nor before the last entries that were sealed when it started. */
export async function openCustodyClock({ clock, reader }: CustodyClockGround): Promise<Clock> {
  const sealed = await lastSealed(reader);
  return { now: () => Math.max(sealed, clock.newest()) };
}

async function lastSealed(reader: CustodyClockGround['reader']): Promise<number> {
  const times = (await reader.heads()).map(async ({ logId, size }) => {
    const [leaf] = await reader.leaves(logId, Math.max(0, size - 1), 1);
    // What is no entry is verify-ledger's to tell.
    const entry = leaf === undefined ? undefined : parseEntry(leaf);
    return entry === undefined ? Number.NEGATIVE_INFINITY : Date.parse(entry.time);
  });
  return Math.max(Number.NEGATIVE_INFINITY, ...(await Promise.all(times)));
}
