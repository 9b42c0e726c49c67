/** Reading the ledger, with the application's role. */
import {
  hashOver,
  type LedgerReader,
  type LogHead,
  runUnder,
  type Subtree,
} from '../ledger/index.js';
import type { Sql } from './connect.js';
import { StoreFault } from './fault.js';
import { readLedgerRows } from './ledger-store-rows.js';
import { orUnavailable } from './unavailable.js';

/** Opens the ledger for reading alone. */
export function openLedgerReader(sql: Sql): LedgerReader {
  return {
    heads: () => orUnavailable(async () => await heads(sql)),
    head: (origin) => orUnavailable(() => head(sql, origin)),
    hashes: (logId, subtrees) => orUnavailable(() => hashes(sql, logId, subtrees)),
    leaves: (logId, first, count) => orUnavailable(() => leaves(sql, logId, { first, count })),
    rows: () => readLedgerRows(sql),
  };
}

const heads = (sql: Sql) => sql<LogHead[]>`
  select l.log_id as "logId", l.origin, c.size::float8 as size, c.root, c.note
  from ledger.log l
  cross join lateral (
    select size, root, note from ledger.checkpoint c
    where c.log_id = l.log_id order by size desc limit 1) c
  order by l.log_id`;

async function head(sql: Sql, origin: string): Promise<LogHead | undefined> {
  const [found] = await sql<LogHead[]>`
    select l.log_id as "logId", l.origin, c.size::float8 as size, c.root, c.note
    from ledger.log l join ledger.checkpoint c using (log_id)
    where l.origin = ${origin}
    order by c.size desc limit 1`;
  return found;
}

async function leaves(
  sql: Sql,
  logId: number,
  { first, count }: { readonly first: number; readonly count: number },
): Promise<readonly string[]> {
  const found = await sql<{ leaf: string }[]>`
    select leaf from ledger.leaf
    where log_id = ${logId} and seq >= ${first} and seq < ${first + Math.max(0, count)}
    order by seq`;
  return found.map(({ leaf }) => leaf);
}

async function hashes(
  sql: Sql,
  logId: number,
  subtrees: readonly Subtree[],
): Promise<readonly Uint8Array[]> {
  if (subtrees.length === 0) return [];
  const runs = subtrees.map(runUnder);
  const levels = `{${runs.map(({ level }) => level).join(',')}}`;
  const firsts = `{${runs.map(({ first }) => first).join(',')}}`;
  const counts = `{${runs.map(({ count }) => count).join(',')}}`;
  const found = await sql<{ run: Uint8Array | null }[]>`
    select case when asked.level = 0
      then (select string_agg(e.leaf_hash, '' order by e.seq) from ledger.entry e
            where e.log_id = ${logId} and e.seq >= first and e.seq < first + count)
      else (select string_agg(n.hash, '' order by n.index) from ledger.node n
            where n.log_id = ${logId} and n.level = asked.level and n.index >= first and n.index < first + count)
      end as run
    from unnest(${levels}::text::smallint[], ${firsts}::text::bigint[], ${counts}::text::int[])
      with ordinality as asked (level, first, count, nth)
    order by asked.nth`;
  return runs.map((run, at) => {
    const hash = hashOver(run, found[at]?.run ?? new Uint8Array());
    if (hash === undefined) {
      throw new StoreFault('ledger: a tree node is missing: run verify-ledger');
    }
    return hash;
  });
}
