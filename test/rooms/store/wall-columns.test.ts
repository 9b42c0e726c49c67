/**
 * the second wall column by column. Every purpose of every instrument, every column of the register and of
 * what is shown of it, every verb, tried in raw SQL as the application's login role: what goes through is what the policy
 * says, cell by cell, and nothing else.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePool, openOwner, openPool, type Sql } from '../../../src/store/index.js';
import { ITEMS, loadInstruments } from '../../../src/treaty/index.js';
import { ITEM_COLUMNS, KEY_COLUMNS } from '../../cases/wall-columns.js';
import { readPolicy } from '../../support/policy-tables.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';

let database: TestDatabase;
let owner: Sql;
let app: Sql;
let columns: readonly string[];

beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
  app = openPool(database.urls.app, { name: 'test', max: 1, statementMs: 0, silenceMs: 0 });
  const found = await owner<{ name: string }[]>`
    select concat_ws('.', nspname, relname, attname) as name
    from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
    where nspname in ('register', 'granted') and relkind in ('r', 'p', 'v') and attnum > 0 and not attisdropped
    order by 1`;
  columns = found.map(({ name }) => name);
});
afterAll(async () => {
  await closePool(app);
  await closePool(owner);
  await database.drop();
});

/** What a reader needs of the wall itself. */
const ITS_OWN = /^granted\.(?:ticket|subject)\./;

const relationOf = (column: string): string => column.slice(0, column.lastIndexOf('.'));
const nameOf = (column: string): string => column.slice(column.lastIndexOf('.') + 1);

/** The columns that the policy opens, keys with them. */
function opened(items: ReadonlySet<string>): ReadonlySet<string> {
  const carried = ITEMS.filter((item) => items.has(item)).flatMap((item) => ITEM_COLUMNS[item]);
  const relations = new Set(carried.map(relationOf));
  const keys = [...relations].flatMap((relation) => KEY_COLUMNS.map((key) => `${relation}.${key}`));
  return new Set([...carried, ...keys]);
}

const role = (instrument: string, purpose: string): string =>
  `sorgu_${instrument}_${purpose}`.toLowerCase().replaceAll('-', '_');

/** No privilege; or a view whose columns are made and cannot be written. */
const REFUSED: ReadonlySet<string> = new Set(['42501', '55000', '0A000']);

/** Whether a statement gets past the privileges; nobody has a ticket, so that nothing is read. */
async function passes(reader: string, statement: string): Promise<boolean> {
  await app.unsafe(`begin; set local role ${reader}`).simple();
  const answer = await app.unsafe(statement).then(
    () => true,
    (error: { code?: string }) => !REFUSED.has(error.code ?? ''),
  );
  await app.unsafe('rollback').simple();
  return answer;
}

const VERBS: Readonly<Record<string, (column: string) => string>> = {
  SELECT: (column) => `select ${nameOf(column)} from ${relationOf(column)}`,
  'SELECT by a predicate': (column) =>
    `select 1 from ${relationOf(column)} where ${nameOf(column)} is not null`,
  INSERT: (column) => `insert into ${relationOf(column)} (${nameOf(column)}) values (null)`,
  UPDATE: (column) => `update ${relationOf(column)} set ${nameOf(column)} = null`,
  DELETE: (column) => `delete from ${relationOf(column)} where ${nameOf(column)} is null`,
  LOCK: (column) => `select ${nameOf(column)} from ${relationOf(column)} for update`,
};
const isReading = (verb: string): boolean => verb.startsWith('SELECT');

const purposes = [...loadInstruments().values()].flatMap(({ id, purposes: stated }) =>
  [...stated.keys()].map((purpose) => ({ instrument: id, purpose })),
);

/** What the agreed matrix opens for a purpose. */
const itemsOf = (instrument: string, purpose: string): ReadonlySet<string> =>
  new Set(
    readPolicy('field-policy')
      .filter((row) => row.instrument === instrument && row.purpose === purpose)
      .map(({ item = '' }) => item),
  );

/** Columns where what goes through is not what is open. */
async function differences(
  reader: string,
  { verb, write }: { readonly verb: string; readonly write: (column: string) => string },
  open: ReadonlySet<string>,
): Promise<readonly string[]> {
  const tried = columns.filter((column) => !(isReading(verb) && ITS_OWN.test(column)));
  const wrong: string[] = [];
  for (const column of tried) {
    const goes = await passes(reader, write(column));
    if (goes !== open.has(column)) wrong.push(`${column} ${goes ? 'open' : 'closed'}`);
  }
  return wrong;
}

describe.each(purposes)('A-11.2 $instrument $purpose', ({ instrument, purpose }) => {
  test.each(Object.entries(VERBS))('%s: 0 differences from the policy', async (verb, write) => {
    const open = isReading(verb) ? opened(itemsOf(instrument, purpose)) : new Set<string>();
    expect(await differences(role(instrument, purpose), { verb, write }, open)).toEqual([]);
  });
});

test('A-11.4 the cells are not empty: items, columns and roles are all there', () => {
  const known = new Set(columns);
  const carried = ITEMS.flatMap((item) => ITEM_COLUMNS[item]);
  expect(carried.filter((column) => !known.has(column))).toEqual([]);
  expect(purposes.length).toBeGreaterThanOrEqual(9);
  expect(columns.length).toBeGreaterThan(150);
});
