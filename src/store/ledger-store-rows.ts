/**
 * Every row of the ledger as of one moment, in the order of `compareRows`: a cursor per table, merged. Memory holds a
 * page of each. The order by which a table is read must be the one by which rows compare.
 */
import { compareRows, type LedgerRow } from '../ledger/index.js';
import { closePool, openBeside, type Sql } from './connect.js';
import { leafOf, type StoredLeaf } from './ledger-frames.js';
import { unavailableIf } from './unavailable.js';

const pageRows = 500;

// Positions as float8: exact up to 2^53, and a number in JavaScript. A level beyond any tree must not overflow.
const cursors: Readonly<Record<LedgerRow['kind'], string>> = {
  log: `select 'log' as kind, log_id as "logId", origin from ledger.log order by log_id`,
  entry: `select 'entry' as kind, log_id as "logId", seq::float8 as seq, leaf, leaf_hash as "leafHash",
      salt, stored, frame
    from ledger.leaf order by log_id, ledger.leaf.seq`,
  subject: `select 'subject' as kind, log_id as "logId", seq::float8 as seq, n, tag, coordinates
    from ledger.entry_subject order by log_id, ledger.entry_subject.seq, n`,
  node: `select 'node' as kind, log_id as "logId", level, index::float8 as index, hash
    from ledger.node
    order by log_id, (ledger.node.index + 1) * power(2::float8, least(level, 900)), level`,
  checkpoint: `select 'checkpoint' as kind, log_id as "logId", size::float8 as size, root, note
    from ledger.checkpoint order by log_id, ledger.checkpoint.size`,
};

/**
 * Reads all rows in one snapshot. Rejects with Refusal(UNAVAILABLE) if the database cannot be reached. On a connection
 * of its own, not a reserved one: asking a reserved connection that was lost ends the process (postgres.js).
 */
export async function* readLedgerRows(pool: Sql): AsyncGenerator<LedgerRow> {
  const sql = openBeside(pool);
  try {
    await sql`begin isolation level repeatable read read only`;
    yield* merge(await openSources(sql));
  } catch (error) {
    throw unavailableIf(error);
  } finally {
    await closePool(sql);
  }
}

/** The rows of one table, from its cursor, the next at hand. */
interface Source {
  next: LedgerRow | undefined;
  advance(): Promise<void>;
}

async function openSources(sql: Sql): Promise<Source[]> {
  const sources: Source[] = [];
  for (const [kind, query] of Object.entries(cursors)) {
    const name = `${kind}_rows`;
    await sql.unsafe(`declare ${name} no scroll cursor for ${query}`);
    const source = openSource(() => fetchPage(sql, name));
    await source.advance();
    sources.push(source);
  }
  return sources;
}

/** An entry as its table has it beside its leaf; other rows have nothing beside. */
type FetchedRow = LedgerRow & Partial<StoredLeaf>;

async function fetchPage(sql: Sql, name: string): Promise<readonly LedgerRow[]> {
  const rows = await sql.unsafe<FetchedRow[]>(`fetch ${pageRows} from ${name}`);
  return rows.map(({ stored, frame = null, ...row }) =>
    row.kind === 'entry' && stored !== undefined
      ? { ...row, leaf: leafOf(row.leaf, { stored, frame }) }
      : row,
  );
}

function openSource(fetch: () => Promise<readonly LedgerRow[]>): Source {
  let page: readonly LedgerRow[] = [];
  let at = 0;
  const source: Source = {
    next: undefined,
    async advance() {
      at += 1;
      if (at >= page.length) {
        page = await fetch();
        at = 0;
      }
      source.next = page[at];
    },
  };
  return source;
}

async function* merge(sources: readonly Source[]): AsyncGenerator<LedgerRow> {
  for (;;) {
    const first = earliest(sources);
    if (first?.next === undefined) return;
    yield first.next;
    // The next page is asked for only when this one is used up: most steps wait for nothing.
    await first.advance();
  }
}

function earliest(sources: readonly Source[]): Source | undefined {
  let first: Source | undefined;
  for (const source of sources) {
    if (source.next === undefined) continue;
    if (first?.next === undefined || compareRows(source.next, first.next) < 0) first = source;
  }
  return first;
}
