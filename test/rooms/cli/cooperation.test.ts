import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listActivities, listContacts } from '../../../src/cli/index.js';
import { recordFact, type Standing } from '../../../src/requests/index.js';
import { closePool, openActivities, openExchangePool, type Sql } from '../../../src/store/index.js';
import { openTestDatabase } from '../../support/postgres.js';
import { changes, proposed } from '../cooperation/plans.js';
import { listen } from './desk.js';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let sql: Sql;
beforeAll(async () => {
  database = await openTestDatabase();
  sql = openExchangePool(database.urls.exchange);
});
afterAll(async () => {
  await closePool(sql);
  await database.drop();
});

describe('A-7 sorgu activities list', () => {
  test('says of each its state, clause and days, who takes part and who agreed, over pages', async () => {
    const activities = openActivities(sql);
    const [first] = changes(proposed());
    const ids = Array.from(
      { length: 101 },
      (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    );
    for (const activity of ids) {
      await activities.change(activity, async () => ({
        ...{ change: first === undefined ? null : { ...first, activity }, result: null },
      }));
    }
    const voice = listen();
    expect(await listActivities({ activities, authority: 'AZ-SMS' }, voice)).toBe(0);
    const lines = voice.written.join('').trimEnd().split('\n');
    expect(lines.map((line) => line.slice(-36)).sort()).toEqual(ids);
    expect(lines[0]).toMatch(
      /^PROPOSED {2}AZ-KZ-2019 7\(1\) {2}TRAINING {2}2026-09-01\/2026-09-05 {2}AZ-SMS\+ KZ-MIA {2}/,
    );
    const theirs = listen();
    await listActivities({ activities, authority: 'BE-IO' }, theirs);
    expect(theirs.written).toEqual([]);
  });
});

describe('B-5 sorgu contacts list', () => {
  const office = {
    register: 'CONTACT_POINT',
    ...{ id: 'desk', authority: 'BE-IO', name: 'Liaison desk' },
    ...{ address: 'Brussels', unit: null, telephone: '+32 2 793 80 00', email: null },
    duties: ['MONITORING'],
  } as const;
  const at = (day: string) => Date.parse(day);
  const since = (validFrom: number, recordedAt: number) => ({
    ...{ validFrom, recordedAt, validUntil: null, note: 'Letter' },
  });
  const first = recordFact([], office, since(at('2026-01-01'), at('2026-01-01')));
  const standing: Standing = recordFact(
    first,
    { ...office, address: 'Ghent' },
    since(at('2026-03-01'), at('2026-02-20')),
  );

  async function listed(isHistory: boolean, day: string): Promise<readonly string[]> {
    const voice = listen();
    await listContacts({ standing, isHistory, now: at(day) }, voice);
    return voice.written.join('').trimEnd().split('\n');
  }

  test.each([
    ['2026-02-28', 'Brussels'],
    ['2026-03-01', 'Ghent'],
  ])('on %s it is in %s', async (day, address) => {
    expect(await listed(false, day)).toEqual([
      `BE-IO  desk  MONITORING  Liaison desk  ${address}  +32 2 793 80 00`,
    ]);
  });

  test('the history has every version, with when it held and when it was known', async () => {
    const lines = await listed(true, '2026-03-01');
    expect(lines.map((line) => line.split('  +32 2 793 80 00  ')[1])).toEqual([
      'holds 2026-01-01/  known 2026-01-01/2026-02-20  Letter',
      'holds 2026-01-01/2026-03-01  known 2026-02-20/  Letter',
      'holds 2026-03-01/  known 2026-02-20/  Letter',
    ]);
  });
});
