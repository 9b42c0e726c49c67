/** What a database and a folder of keys give away to whoever has both: read by no gateway, as the superuser. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Holding, placeOf } from '../../../src/custody/index.js';
import { openValue, unwrapKey } from '../../../src/store/custody/value-key.js';
import { closePool, openOwner, type Sql } from '../../../src/store/index.js';
import type { OwnHome } from './homes.js';
import type { Scanner } from './scan.js';

/** Looks with one connection of the superuser. */
export async function lookInto<T>({ urls }: OwnHome, look: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = openOwner(urls.admin);
  try {
    return await look(sql);
  } finally {
    await closePool(sql);
  }
}

/** Patterns in the rows of every table, of the statistics and of what runs: there nothing is compressed. */
export async function scanRows(sql: Sql, scan: Scanner): Promise<readonly string[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')
    union all values ('pg_catalog.pg_stats'), ('pg_catalog.pg_stat_activity')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.unsafe<{ line: string }[]>(`select t::text as line from ${name} t`);
    const text = Buffer.from(rows.map(({ line }) => line).join('\n'));
    found.push(...[...scan(text)].map((pattern) => `rows of ${name}: ${pattern}`));
  }
  return found;
}

interface HeldRow {
  readonly id: string;
  readonly n: number;
  readonly group: Parameters<typeof placeOf>[2];
  readonly epoch: string;
  readonly endsAt: number;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
  readonly content: string;
}

/** How many values of these requests are there, and how many of them open under any key of a folder. */
export async function decryptAll(sql: Sql, folder: string, cases: readonly string[]) {
  const keys = await keysIn(folder);
  const rows = await sql<HeldRow[]>`
    select v.id::text as id, v.n, v.item_group as "group", v.epoch::text as epoch, v.wrapped, v.sealed, h.content,
      (extract(epoch from v.ends_at) * 1000)::float8 as "endsAt"
    from exchange.held_value v join exchange.holding h using (case_id, source, purpose)
    where v.case_id::text = any(${[...cases]})`;
  const opened = rows.filter((row) => keys.some((key) => opens(key, row)));
  return { values: rows.length, opened: opened.length };
}

function opens(epochKey: Buffer, row: HeldRow): boolean {
  const { id, n, group, epoch, endsAt, wrapped, sealed, content } = row;
  const key = unwrapKey(epochKey, { id, epoch, endsAt, wrapped });
  const holding: Holding = JSON.parse(content);
  const place = placeOf(holding, n, group);
  return key !== undefined && openValue(key, sealed, place) !== undefined;
}

const KEY_LENGTH = 32;

/** Every file of a folder that may be a key, whatever it is called. */
async function keysIn(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name))));
  return read.filter(({ length }) => length === KEY_LENGTH);
}
