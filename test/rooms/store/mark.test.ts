import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  closePool,
  isSample,
  markSample,
  openOwner,
  openPools,
  type Pools,
} from '../../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';

let database: TestDatabase;
let pools: Pools;

beforeAll(async () => {
  database = await openTestDatabase();
  pools = openPools(database.urls);
});
afterAll(async () => {
  await pools.close();
  await database.drop();
});

test('a register is sample once it is marked, and not before', async () => {
  expect(await isSample(pools.app)).toBe(false);
  const owner = openOwner(database.urls.owner);
  await markSample(owner);
  await markSample(owner);
  await closePool(owner);
  expect(await isSample(pools.app)).toBe(true);
});
