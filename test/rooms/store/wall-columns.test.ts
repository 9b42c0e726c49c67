/**
 * the second wall column by column. Every purpose of every instrument, every login, every column of the
 * register and of what is shown of it, every verb, tried in raw SQL: what goes through is what the policy says, cell by
 * cell, and nothing else.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePool, openOwner, openPool, type Sql } from '../../../src/store/index.js';
import { ITEMS } from '../../../src/treaty/index.js';
import { ITEM_COLUMNS } from '../../cases/wall-columns.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { differences, listCells, listColumns } from '../../support/wall-matrix.js';

let database: TestDatabase;
let owner: Sql;
let columns: readonly string[];

beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
  columns = await listColumns(owner);
});
afterAll(async () => {
  await closePool(owner);
  await database.drop();
});

/** The login by which a role is taken up. */
const urlOf = (role: string): string => {
  if (role === 'sorgu_ledger') return database.urls.ledger;
  return role === 'sorgu_exchange' ? database.urls.exchange : database.urls.app;
};

test.each(listCells())('A-11.2 $role: 0 differences from the policy', async (cells) => {
  const options = { name: 'test', max: 1, statementMs: 0, silenceMs: 0 };
  const login = openPool(urlOf(cells.role), options);
  try {
    expect(await differences(login, cells, columns)).toEqual([]);
  } finally {
    await closePool(login);
  }
});

test('A-11.4 the cells are not empty: items, columns and roles are all there', () => {
  const known = new Set(columns);
  const carried = ITEMS.flatMap((item) => ITEM_COLUMNS[item]);
  const open = listCells().flatMap((cells) => [...cells.open]);
  expect(carried.filter((column) => !known.has(column))).toEqual([]);
  expect(listCells().length).toBeGreaterThanOrEqual(13);
  expect(columns.length).toBeGreaterThan(150);
  expect(open.length).toBeGreaterThan(500);
});
