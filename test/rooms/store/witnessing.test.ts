/** What a witness remembers: set on in one step, on disk, and nothing taken back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  closePool,
  openExchangePool,
  openReceipts,
  openWitnessing,
  type Receipts,
  type Sql,
  type Witnessing,
} from '../../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';

let database: TestDatabase;
let pool: Sql;
let witnessing: Witnessing;
let receipts: Receipts;
beforeAll(async () => {
  database = await openTestDatabase();
  pool = openExchangePool(database.urls.exchange);
  witnessing = openWitnessing(pool);
  receipts = openReceipts(pool);
});
afterAll(async () => {
  await closePool(pool);
  await database.drop();
});

const logOf = (origin: string, size: number, letter = 'a') => ({
  ...{ origin, size, root: new Uint8Array(Buffer.alloc(32, letter)) },
  note: `${origin} ${size} ${letter}`,
  cosignedAt: 1_795_780_800 + size,
});

describe('A-11.4 the last checkpoint that was cosigned', () => {
  test('is none, then the first, then the next', async () => {
    const origin = 'a/first';
    expect(await witnessing.latest(origin)).toBeUndefined();
    expect(await witnessing.advance(logOf(origin, 3), 0)).toBe(true);
    expect(await witnessing.advance(logOf(origin, 3_000_000_000), 3)).toBe(true);
    const { root, ...rest } = logOf(origin, 3_000_000_000);
    expect(await witnessing.latest(origin)).toMatchObject(rest);
    expect(Buffer.from((await witnessing.latest(origin))?.root ?? [])).toEqual(Buffer.from(root));
  });

  test.each([
    ['from a size that it does not have', logOf('a/refused', 9), 4],
    ['from nothing', logOf('a/refused', 9), 0],
    ['back', logOf('a/refused', 2), 5],
    ['to another tree of its size', logOf('a/refused', 5, 'b'), 5],
  ])('is not set on %s', async (_, log, oldSize) => {
    await witnessing.advance(logOf('a/refused', 5), 0);
    expect(await witnessing.advance(log, oldSize)).toBe(false);
    expect(await witnessing.latest('a/refused')).toMatchObject({ size: 5, note: 'a/refused 5 a' });
  });

  test('is not made from a size where there is none', async () => {
    expect(await witnessing.advance(logOf('a/none', 5), 3)).toBe(false);
    expect(await witnessing.latest('a/none')).toBeUndefined();
  });

  test('is set on once, whoever asks at the same time: no two histories', async () => {
    const origin = 'a/race';
    await witnessing.advance(logOf(origin, 1), 0);
    const letters = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const asked = letters.map((letter) => witnessing.advance(logOf(origin, 7, letter), 1));
    expect((await Promise.all(asked)).filter((isMoved) => isMoved)).toEqual([true]);
    expect(await witnessing.list(origin)).toHaveLength(2);
  });
});

test('A-11.4 two histories of one log stand both, and of a third no more than a few', async () => {
  const origin = 'a/forked';
  await witnessing.advance(logOf(origin, 5), 0);
  await witnessing.keepEvidence(logOf(origin, 5, 'b'), 0);
  await witnessing.keepEvidence(logOf(origin, 5, 'b'), 0);
  expect(await witnessing.list(origin)).toEqual(['a/forked 5 a', 'a/forked 5 b']);
  for (let size = 6; size < 90; size += 1) await witnessing.keepEvidence(logOf(origin, size), 0);
  expect(await witnessing.list(origin)).toHaveLength(65);
});

test('A-11.4 nobody but the owner takes back what was cosigned', async () => {
  for (const table of ['witnessed', 'witnessed_log', 'receipt']) {
    await expect(pool.unsafe(`delete from exchange.${table}`)).rejects.toMatchObject({
      code: '42501',
    });
  }
  await expect(pool`update exchange.witnessed set note = ''`).rejects.toMatchObject({
    code: '42501',
  });
});

test('A-11.4 receipts are kept once, and of one place two are told', async () => {
  const receipt = (letter: string, index: number) => ({
    ...{ origin: 'a/receipts', index, entry: `entry ${letter}`, checkpoint: 'note' },
    leafHash: Buffer.alloc(32, letter).toString('base64'),
    proof: index === 0 ? [] : ['AA==', 'AQ=='],
  });
  await receipts.keep([receipt('a', 0), receipt('a', 4)], 0);
  await receipts.keep([receipt('a', 4), receipt('b', 4)], 0);
  expect(await receipts.list('a/receipts', 0, 100)).toEqual([
    receipt('a', 0),
    receipt('a', 4),
    receipt('b', 4),
  ]);
  expect(await receipts.list('a/receipts', 1, 4)).toEqual([]);
  await receipts.keep([receipt('c', 4)], 0);
  expect(await receipts.list('a/receipts', 4, 5)).toEqual([receipt('a', 4), receipt('b', 4)]);
  expect(await receipts.listAfter('a/receipts', receipt('b', 4))).toEqual([receipt('c', 4)]);
});
