/** Recall over the corpus of names across scripts, in a register of invented people. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { samplePeople } from '../../../src/register/index.js';
import {
  closePool,
  openOwner,
  openPersonSearch,
  openPools,
  type Pools,
} from '../../../src/store/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { readCorpus } from '../../corpora/names.js';
import { testImport } from '../../support/import.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { putExecution } from '../../support/wall.js';

const corpus = readCorpus();
const instrument = loadInstruments().get('AZ-KZ-2019');
if (instrument === undefined) throw new Error('the instrument is missing');
const scope = { statedBy: 'requested', instrument } as const;

let database: TestDatabase;
let pools: Pools;

beforeAll(async () => {
  database = await openTestDatabase();
  pools = openPools(database.urls);
  const people = samplePeople({ seed: 11, count: 5_000, today: '2026-03-01' });
  await testImport(database.urls.owner).load([
    ...people,
    ...corpus.map(({ registered }) => registered),
  ]);
});
afterAll(async () => {
  await pools.close();
  await database.drop();
});

it('finds at least 98 of 100 within the first five', async () => {
  const search = openPersonSearch(pools.search);
  const owner = openOwner(database.urls.owner);
  const under = await putExecution(owner);
  await closePool(owner);
  const missed: string[] = [];
  for (const { id, asked } of corpus) {
    const { candidates } = await search({ scope, under, subject: asked });
    if (!candidates.some(({ person }) => person === id)) missed.push(id);
  }
  expect(1 - missed.length / corpus.length, missed.join(' ')).toBeGreaterThanOrEqual(0.98);
});
