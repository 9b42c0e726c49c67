/** Entries of a span of time. Entries stand in the order in which they were sealed, so a span is a run of indices. */

export interface SpanEntry {
  readonly origin: string;
  readonly index: number;
  readonly leaf: string;
}

export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface Spans {
  /** How many entries a span has, in all logs. */
  countIn(span: Span): Promise<number>;
  /** The entries of a span, log by log. */
  entriesIn(span: Span): AsyncIterable<SpanEntry>;
}

type Ask = <T extends object>(text: string, parameters: readonly string[]) => Promise<T[]>;

interface Run {
  readonly logId: number;
  readonly origin: string;
  readonly start: number;
  readonly end: number;
}

const PAGE = 1_000;

/** Opens the reading of spans. */
export function openSpans(ask: Ask): Spans {
  return {
    async countIn(span) {
      const runs = await runsOf(ask, span);
      return runs.reduce((count, { start, end }) => count + end - start, 0);
    },
    async *entriesIn(span) {
      for (const run of await runsOf(ask, span)) yield* entriesOf(ask, run);
    },
  };
}

async function* entriesOf(ask: Ask, { logId, origin, start, end }: Run): AsyncGenerator<SpanEntry> {
  for (let at = start; at < end; at += PAGE) {
    const bounds = [String(logId), String(at), String(Math.min(end, at + PAGE))];
    const rows = await ask<{ index: number; leaf: string }>(ENTRIES, bounds);
    for (const { index, leaf } of rows) yield { origin, index, leaf };
  }
}

async function runsOf(ask: Ask, { from, until }: Span): Promise<readonly Run[]> {
  const logs = await ask<{ logId: number; origin: string; size: number }>(LOGS, []);
  const runs: Run[] = [];
  for (const { logId, origin, size } of logs) {
    const start = await firstSince(ask, { logId, size }, from);
    runs.push({ logId, origin, start, end: await firstSince(ask, { logId, size }, until) });
  }
  return runs;
}

/** The first index whose time is not before an instant: halving, with one entry read by its key at each step. */
async function firstSince(
  ask: Ask,
  { logId, size }: { readonly logId: number; readonly size: number },
  instant: number,
): Promise<number> {
  const sought = new Date(instant).toISOString();
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [row] = await ask<{ at: string }>(TIME, [String(logId), String(middle)]);
    if ((row?.at ?? '') < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LOGS = `select l.log_id as "logId", l.origin, coalesce(max(c.size), 0)::float8 as size
  from ledger.log l left join ledger.checkpoint c using (log_id) group by l.log_id order by l.origin`;
const TIME = `select substring(leaf from '"time":"([^"]*)"') as at
  from ledger.leaf where log_id = $1::text::smallint and seq = $2::text::bigint`;
const ENTRIES = `select seq::float8 as index, leaf from ledger.leaf
  where log_id = $1::text::smallint and seq >= $2::text::bigint and seq < $3::text::bigint order by seq`;
