/** The desk of the life of an instrument over the database: an act that was kept, and whose answer was lost. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import { openLifeDesk } from '../../../src/exchange/index.js';
import { lifeRecordEntry } from '../../../src/journal/index.js';
import { openLawInForce } from '../../../src/serve-law.js';
import {
  closePool,
  openExchangePool,
  openInstrumentRecords,
  type Sql,
} from '../../../src/store/index.js';
import { type LifeRecord, loadInstruments } from '../../../src/treaty/index.js';
import { recordOf } from '../../support/lives.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { NOW } from '../../support/requests.js';

let database: TestDatabase;
let sql: Sql;
beforeAll(async () => {
  database = await openTestDatabase();
  sql = openExchangePool(database.urls.exchange ?? '');
});
afterAll(async () => {
  await closePool(sql);
  await database.drop();
});

const RECEIPT = {
  ...{ origin: '', index: 0, leafHash: '', entry: '', salt: '', proof: [], checkpoint: '' },
};
const COORDINATOR = { officer: '2', authority: 'AZ-SMS', unit: null, role: 'COORDINATOR' } as const;

test('it takes effect when it is sent again, though the law could not be read when it was kept', async () => {
  let isAway = true;
  let effects = 0;
  const desk = openLifeDesk({
    head: { ownAuthority: 'AZ-SMS', policy: '0'.repeat(64), schema: '0'.repeat(64) },
    ledger: { seal: async () => RECEIPT },
    cases: { load: async () => undefined },
    records: openInstrumentRecords(sql),
    known: loadInstruments(),
    settings: new Map(),
    async takeEffect() {
      if (isAway) throw new Refusal('UNAVAILABLE');
      effects += 1;
    },
    clock: { now: () => NOW },
  });
  const rules = [{ purpose: 'PERSON_DETECTION', item: 'SEX' }] as const;
  const act = { kind: 'DISAGREEMENT', rules, requests: [], freezes: true } as const;
  const stated = {
    ...{ id: randomUUID(), instrument: 'AZ-KZ-2019', party: 'AZE', reference: 'Note 1' },
    ...{ digest: 'ab'.repeat(32), act },
  };
  await expect(desk.record(COORDINATOR, stated)).rejects.toThrow('UNAVAILABLE');
  // It stands there, and nothing is closed by it yet: who sends it again must not hear that it is done.
  await expect(desk.record(COORDINATOR, stated)).rejects.toThrow('UNAVAILABLE');
  isAway = false;
  expect(await desk.record(COORDINATOR, stated)).toMatchObject({ record: { id: stated.id } });
  expect(effects).toBe(1);
});

const RULES = [{ purpose: 'PERSON_DETECTION', item: 'SEX' }] as const;
const frozen = (): LifeRecord =>
  recordOf({ kind: 'DISAGREEMENT', rules: RULES, requests: [], freezes: true }, NOW);
const head = { ownAuthority: 'AZ-SMS', policy: '0'.repeat(64), schema: '0'.repeat(64) };

/** The law over a list of records, as a running gateway has it; each stands in the ledger. */
async function lawOver(list: () => Promise<readonly LifeRecord[]>, onDoubt = () => {}) {
  const seen = new Map<string, LifeRecord>();
  return openLawInForce({
    config: { mode: 'production', instruments: new Map() },
    records: {
      async list() {
        const kept = (await list()).map((record, at) => ({ ...record, number: at + 1 }));
        for (const record of kept) seen.set(record.id, record);
        return kept;
      },
    },
    entriesOf: async (id) => {
      const record = seen.get(id);
      return record === undefined ? [] : [{ leaf: JSON.stringify(lifeRecordEntry(head, record)) }];
    },
    clock: { now: () => NOW },
    onDoubt,
  });
}

test('of two that take effect at once the one that read less takes nothing back', async () => {
  const [first, second] = [
    recordOf({ kind: 'NOTIFICATION', amendment: null, on: '2021-01-01' }, NOW),
    frozen(),
  ];
  let kept: readonly LifeRecord[] = [];
  let waiting: (() => void) | undefined;
  let isSlow = false;
  const law = await lawOver(async () => {
    const found = kept;
    if (isSlow) {
      isSlow = false;
      await new Promise<void>((resolve) => {
        waiting = resolve;
      });
    }
    return found;
  });
  kept = [first];
  isSlow = true;
  const one = law.ground.takeEffect();
  await expect.poll(() => waiting).toBeDefined();
  kept = [first, second];
  const other = law.ground.takeEffect();
  await new Promise(setImmediate);
  waiting?.();
  await Promise.all([one, other]);
  expect(law.instruments.get('AZ-KZ-2019')?.disputed?.has('PERSON_DETECTION')).toBe(true);
});

test('A-11.4 records that were there and are gone close everything, until they are put right', async () => {
  let kept: readonly LifeRecord[] = [frozen()];
  let doubts = 0;
  const law = await lawOver(
    async () => kept,
    () => {
      doubts += 1;
    },
  );
  expect([law.granting.size > 0, doubts]).toEqual([true, 0]);
  const all = kept;
  kept = [];
  await law.ground.takeEffect();
  expect([law.granting.size, doubts]).toEqual([0, 1]);
  kept = all;
  await law.ground.takeEffect();
  expect(law.granting.size).toBeGreaterThan(0);
});
