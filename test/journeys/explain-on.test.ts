/** A-12 `sorgu explain --on DAY`: what was decided on a past day, by what was recorded until then. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainBy } from '../../src/main-explain.js';
import { closePool, openExchangePool, openInstrumentRecords } from '../../src/store/index.js';
import { listen } from '../rooms/cli/desk.js';
import { recordOf } from '../support/lives.js';
import { openTestDatabase, type TestDatabase } from '../support/postgres.js';

const QUERY = '{ subjects(first: 1) { edges { node { sex } } } }';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const sql = openExchangePool(database.urls.exchange);
  const rule = { purpose: 'PERSON_DETECTION', item: 'SEX' } as const;
  const raised = recordOf(
    { kind: 'DISAGREEMENT', rules: [rule], requests: [], freezes: true },
    '2024-01-10',
  );
  const withdrawn = recordOf(
    { kind: 'DISAGREEMENT_STEP', disagreement: raised.id, step: 'WITHDRAW' },
    '2024-02-10',
  );
  const records = openInstrumentRecords(sql);
  for (const [i, record] of [raised, withdrawn].entries()) {
    expect(await records.add(record, i)).toBe(true);
  }
  expect(await records.add(withdrawn, 1)).toBe(false);
  await closePool(sql);
});
afterAll(() => database.drop());

async function explainOn(on: string): Promise<string> {
  const voice = listen();
  const { app } = database.urls;
  const config = {
    authority: 'AZ-SMS',
    instruments: new Map(),
    database: { app, ledger: null, exchange: null, owner: null },
  } as const;
  const wishes = { operation: QUERY, purpose: 'PERSON_DETECTION', on };
  expect(await explainBy(config, wishes, voice)).toBe(0);
  return voice.written.join('').trim();
}

test('before the record, while it stands, and after it', async () => {
  const days = ['2024-01-09', '2024-01-10', '2024-02-09', '2024-02-10'];
  const told = await Promise.all(days.map(explainOn));
  expect(told.map((line) => line.split('  ')[2])).toEqual([
    'DISCLOSE',
    'WITHHOLD (IN_DISPUTE)',
    'WITHHOLD (IN_DISPUTE)',
    'DISCLOSE',
  ]);
});

test.each(['2024-02-30', '10 January', ''])('%j is no day: wrong usage', async (on) => {
  await expect(explainOn(on)).rejects.toThrow('--on is a day');
});
