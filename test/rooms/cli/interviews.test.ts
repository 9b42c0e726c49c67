/** `sorgu interviews`: B-4b an operator opens windows, sees them and takes one back; nothing in it is personal. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemIds } from '../../../src/base/index.js';
import {
  listInterviewWindows,
  openInterviewWindows,
  withdrawInterviewWindow,
} from '../../../src/cli/index.js';
import { openInterviewWindows as windowsOn } from '../../../src/store/index.js';
import { OFFICE } from '../../support/interviews.js';
import { NOW } from '../../support/requests.js';
import { openTestExchange, type TestExchange } from '../store/exchange-fixtures.js';
import { type Desk, listen, openDesk } from './desk.js';

let exchange: TestExchange;
let desk: Desk;
beforeAll(async () => {
  exchange = await openTestExchange();
  desk = openDesk();
});
afterAll(async () => {
  desk.close();
  await exchange.close();
});

const rooms = () => ({
  interviews: windowsOn(exchange.sql),
  now: NOW,
  ids: systemIds,
});
const window = (hour: number) => ({
  from: `2026-06-16T${hour}:00Z`,
  until: `2026-06-16T${hour + 1}:00Z`,
});
async function open(content: Parameters<Desk['file']>[1]) {
  const voice = listen();
  const file = desk.file('channels.json', content);
  return { code: await openInterviewWindows({ ...rooms(), file }, voice), said: voice.said };
}
async function list() {
  const voice = listen();
  expect(await listInterviewWindows(rooms(), voice)).toBe(0);
  return voice;
}

test('B-4b opens, opens again, lists and withdraws', async () => {
  expect((await list()).said).toEqual(['no windows ahead']);
  const channel = {
    ...OFFICE,
    languages: [...OFFICE.languages],
    windows: [window(10), window(11)],
  };
  expect(await open([channel])).toEqual({ code: 0, said: ['opened 2 windows, 0 stood already'] });
  expect(await open([channel])).toEqual({ code: 0, said: ['opened 0 windows, 2 stood already'] });
  const { written } = await list();
  expect(written.map((line) => line.slice(38))).toEqual([
    '2026-06-16T10:00:00.000Z to 2026-06-16T11:00:00.000Z  brussels  for BE-IO  az ru  free\n',
    '2026-06-16T11:00:00.000Z to 2026-06-16T12:00:00.000Z  brussels  for BE-IO  az ru  free\n',
  ]);
  const voice = listen();
  const id = written[0]?.slice(0, 36) ?? '';
  expect(await withdrawInterviewWindow({ ...rooms(), id }, voice)).toBe(0);
  expect(await withdrawInterviewWindow({ ...rooms(), id }, voice)).toBe(1);
  expect(await withdrawInterviewWindow({ ...rooms(), id: randomUUID() }, voice)).toBe(1);
  expect((await list()).written).toHaveLength(1);
});

test('B-4b a fault anywhere opens nothing, and nothing of the file is said', async () => {
  const good = { ...OFFICE, languages: ['az'], code: 'other', windows: [window(12)] };
  const cases = [
    [
      [good, { ...good, code: 'third', place: '' }],
      '[1].place: one line of at most 300 characters',
    ],
    [
      [{ ...good, code: 'brussels', offeredTo: 'KZ-MIA' }],
      "[0].code: is another channel's, of another kind or for another authority",
    ],
    [Buffer.from('{"a":'), 'JSON_MALFORMED'],
  ] as const;
  for (const [content, fault] of cases) {
    const { code, said } = await open(content as Parameters<Desk['file']>[1]);
    expect([code, said[0], said.length]).toEqual([1, fault, 2]);
  }
  expect((await list()).written).toHaveLength(1);
});
