/** B-4b Windows and bookings in PostgreSQL: one booking for a window and one interview ahead for a person, whoever races. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openEpochKeys,
  openMaterialBetween,
  openReadmissionShelf,
  type ReadmissionShelf,
} from '../../../src/store/index.js';
import { makeDataDir } from '../../support/data-dir.js';
import { HOUR, OFFICE, UNDER, VIDEO, windowsAt } from '../../support/interviews.js';
import { NOW } from '../../support/requests.js';
import { openTestExchange, type TestExchange } from './exchange-fixtures.js';

let exchange: TestExchange;
let folder: string;
let shelf: ReadmissionShelf;
beforeAll(async () => {
  exchange = await openTestExchange();
  folder = await makeDataDir();
  shelf = await shelfOn(NOW);
  await open(windowsAt(OFFICE, 1, 2, 3, 4, 5, 6), windowsAt(VIDEO, 1));
});
afterAll(async () => {
  await exchange.close();
  await rm(folder, { recursive: true, force: true });
});

/** The shelf of a gateway whose clock stands at an instant. */
const shelfOn = async (at: number, directory = folder) =>
  openReadmissionShelf({
    ...{ sql: exchange.sql, keys: await openEpochKeys(directory), clock: { now: () => at } },
  });

const open = (...channels: readonly ReturnType<typeof windowsAt>[]) =>
  shelf.interviews.open(
    channels.map((one) => ({ ...one, ids: one.windows.map(() => randomUUID()) })),
  );
const SPAN = { from: NOW, until: NOW + 24 * HOUR };
const free = () => shelf.interviews.free('BE-IO', SPAN);
const END = NOW + 30 * 24 * HOUR;
const by = { authority: 'BE-IO', officer: 'BE-1', at: NOW };

async function caseOf(): Promise<string> {
  const request = randomUUID();
  await shelf.cases.change(request, () => ({
    file: {
      ...{ request, instrument: 'EU-AZ-2014', requesting: 'BE-IO', requested: 'AZ-SMS' },
      ...{ opened: by, evidence: [], voluntaryReturn: null, events: [], records: [], steps: [] },
      endsAt: END,
    },
    under: UNDER,
    result: null,
  }));
  return request;
}
const book = (window: string, request: string, change: object = {}) =>
  shelf.interviews.book({
    ...{ id: randomUUID(), window, request, n: 1, language: 'az', bookedBy: 'BE-IO', officer: 'B' },
    ...{ at: NOW, ...change },
  });

describe('B-4b a window is taken once', () => {
  test('of twenty cases at once exactly one gets it, every time', async () => {
    for (const { id } of (await free()).slice(0, 3)) {
      const cases = await Promise.all(Array.from({ length: 20 }, caseOf));
      const got = await Promise.all(cases.map((request) => book(id, request)));
      expect(got.filter((isBooked) => isBooked)).toHaveLength(1);
      expect(await shelf.interviews.freeOne(id)).toBeUndefined();
    }
  });

  test('of many windows at once a person gets one interview ahead; another person of the case gets another', async () => {
    const request = await caseOf();
    const windows = await free();
    const got = await Promise.all(windows.map(({ id }) => book(id, request)));
    expect(got.filter((isBooked) => isBooked)).toHaveLength(1);
    const [left] = await free();
    expect(await book(left?.id ?? '', request, { n: 2 })).toBe(true);
    const bookings = await shelf.interviews.bookings(request);
    expect(bookings.map(({ n }) => n).sort()).toEqual([1, 2]);
    for (const { id } of bookings) expect(await shelf.interviews.cancel(id, NOW)).toBe(true);
    expect(await free()).toHaveLength(windows.length);
  });

  test('neither for a case that is not there, nor a window that was withdrawn', async () => {
    const [one, two] = await free();
    await expect(book(one?.id ?? '', randomUUID())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const request = await caseOf();
    expect(await book(two?.id ?? '', request)).toBe(true);
    expect(await shelf.interviews.withdraw(one?.id ?? '', NOW)).toBe(true);
    expect(await shelf.interviews.withdraw(one?.id ?? '', NOW)).toBe(false);
    expect(await shelf.interviews.withdraw(two?.id ?? '', NOW)).toBe(true);
    expect(await shelf.interviews.withdraw('none', NOW)).toBe(false);
    expect(await book(one?.id ?? '', await caseOf())).toBe(false);
    const listed = await shelf.interviews.list(NOW);
    expect(listed.some(({ id }) => id === one?.id)).toBe(false);
    expect(listed.find(({ id }) => id === two?.id)).toMatchObject({ isTaken: true });
    // What was booked stays; cancelled, the window is not offered again.
    const [booking] = await shelf.interviews.bookings(request);
    expect(booking?.cancelledAt).toBeNull();
    await shelf.interviews.cancel(booking?.id ?? '', NOW);
    expect((await free()).some(({ id }) => id === two?.id)).toBe(false);
  });
});

describe('B-4b windows are opened once, for one authority', () => {
  test('the same file twice changes nothing; a channel is nobody else’s', async () => {
    expect(await open(windowsAt(OFFICE, 1, 2, 30))).toBe(1);
    expect(await open(windowsAt({ ...OFFICE, offeredTo: 'KZ-MIA' }, 31))).toBe(0);
    expect(await open(windowsAt({ ...OFFICE, kind: 'VIDEO' }, 32))).toBe(0);
    expect(await shelf.interviews.channels('KZ-MIA')).toEqual([]);
    expect(await shelf.interviews.channels('BE-IO')).toEqual([OFFICE, VIDEO]);
  });
});

describe('A-11.4 what no role may do', () => {
  test.each([
    ['remove a booking', 'delete from exchange.interview_booking'],
    [
      'give a booking to another',
      'update exchange.interview_booking set request_id = gen_random_uuid()',
    ],
    ['move a window', 'update exchange.interview_window set starts_at = now()'],
    ['offer a channel to another', "update exchange.interview_channel set offered_to = 'KZ-MIA'"],
    ['write a booking anew', "update exchange.interview_booking set sealed = ''"],
    ['change a note', "update exchange.humanitarian_note set sealed = ''"],
    ['remove a note', 'delete from exchange.humanitarian_note'],
    [
      'give a case to another',
      'update exchange.readmission_case set request_id = gen_random_uuid()',
    ],
  ])('the exchange cannot %s', async (...[, text]) => {
    await expect(exchange.sql.unsafe(text)).rejects.toMatchObject({ code: '42501' });
  });

  test('the application reads none of it', async () => {
    const tables = [
      'readmission_case',
      'interview_booking',
      'interview_window',
      'humanitarian_note',
    ];
    for (const table of tables) {
      const [row] = await exchange.admin`
        select has_any_column_privilege('sorgu_app', ${`exchange.${table}`}, 'SELECT,INSERT,UPDATE') as may`;
      expect([table, row?.may]).toEqual([table, false]);
    }
  });
});

test('B-4b, B-5 a monitoring figure does not say which windows were withdrawn: by the rest, bookings could be counted', async () => {
  const count = openMaterialBetween(exchange.sql).windows('4(b)');
  const span = { instrument: 'AZ-BE-2019', authority: 'BE-IO', ...SPAN };
  await open(windowsAt({ ...OFFICE, code: 'ghent' }, 8, 9));
  const before = await count(span);
  const [one, other] = (await free()).filter(({ channel }) => channel.code === 'ghent');
  await shelf.interviews.withdraw(one?.id ?? '', NOW);
  expect(await book(other?.id ?? '', await caseOf())).toBe(true);
  expect(await count(span)).toEqual(before);
});
