/** Looks at what is committed, on a connection of its own, while others write. */
import type { LedgerRow } from '../../../src/ledger/index.js';
import { closePool, openOwner } from '../../../src/store/index.js';
import { type Records, readRecords } from '../kill/weigh.js';

export interface Onlooker {
  /** Entries that are committed, of all logs. */
  count(): Promise<number>;
  /** Passes by those that stand now. */
  skip(): Promise<void>;
  /** Those that it did not pass by; by officer. */
  news(): Promise<Records>;
  close(): Promise<void>;
}

interface Found {
  readonly logId: number;
  readonly seq: number;
  readonly leaf: string;
  readonly leafHash: Uint8Array;
  readonly salt: Uint8Array;
}

/** Opens it with the application's role. */
export function openOnlooker(url: string): Onlooker {
  const sql = openOwner(url);
  const passed = new Map<number, number>();
  const sizes = () => sql<{ logId: number; size: number }[]>`
    select log.log_id as "logId", (last.seq + 1)::float8 as size from ledger.log
    cross join lateral (select seq from ledger.entry e
      where e.log_id = log.log_id order by e.seq desc limit 1) as last`;
  async function* rows(): AsyncGenerator<LedgerRow> {
    const logs = await sql<{ logId: number }[]>`select log_id as "logId" from ledger.log`;
    for (const { logId } of logs) {
      const from = passed.get(logId) ?? 0;
      const found = await sql<Found[]>`
        select log_id as "logId", seq::float8 as seq, leaf, leaf_hash as "leafHash", salt
        from ledger.leaf
        where log_id = ${logId} and seq >= ${from} order by seq`;
      for (const entry of found) yield { kind: 'entry', ...entry };
    }
  }
  return {
    count: async () => (await sizes()).reduce((sum, { size }) => sum + size, 0),
    async skip() {
      for (const { logId, size } of await sizes()) passed.set(logId, size);
    },
    // A connection that the crash cut off says so once.
    news: () => readRecords(rows()).catch(() => readRecords(rows())),
    close: () => closePool(sql),
  };
}
