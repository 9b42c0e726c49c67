/** Whoever answers a command at an address is a stranger: nothing of what he says is repeated but known codes. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../../src/base/index.js';
import { audit, exportReceived } from '../../../src/cli/index.js';
import { type Desk, listen, openDesk } from './desk.js';

const SECRET = 'Zq7\u001b[2J';
const NO_GATEWAY = 'what answers there is no gateway: pass --url';
let said: unknown;
let desk: Desk;
let url: string;
const server = createServer((_, response) => response.end(JSON.stringify(said)));
beforeAll(async () => {
  desk = openDesk();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  desk.close();
});

const callWith = () => {
  const token = desk.file('any.jwt', Buffer.from('any'));
  return { url, token, cert: undefined, certKey: undefined, ca: undefined };
};

/** What became of a command: its exit code, or why it failed, and all that it printed. */
async function ending(run: (voice: ReturnType<typeof listen>) => Promise<number>) {
  const voice = listen();
  const end = await run(voice).catch((error: unknown) =>
    error instanceof Error ? error.message : 'no error',
  );
  return { end, told: [...voice.said, ...voice.written] };
}

const out = () => desk.path('file.jws');
const exporting = () =>
  ending((voice) =>
    exportReceived(
      {
        ...{ about: 'a', id: 'b', subjects: [1], items: ['SEX'], purpose: 'P', out: out() },
        ...{ recipient: 'KZ-MOJ', recipientName: 'Name', call: callWith() },
      },
      voice,
    ),
  );
const auditing = (language?: Language) =>
  ending((voice) =>
    audit({ question: 'report', variables: {}, call: callWith(), out: undefined, language }, voice),
  );

const NO_FILE = { file: null, transfer: null };
const GOOD = { until: '2026-01-01T00:00:00.000Z', conditions: [] };
const told = (answer: object) => ({ data: { told: answer } });
const refused = (code: unknown) => ({ data: null, errors: [{ extensions: { code } }] });

describe.each([
  ['sorgu export', exporting],
  ['sorgu audit', auditing],
] as const)('%s', (_, run) => {
  test.each<[string, unknown]>([
    ['a code of no list', refused(SECRET)],
    ['a code that is no text', refused({ code: SECRET })],
    ['an error without a code', { errors: [{ message: SECRET }] }],
    ['what is no answer', [SECRET]],
    ['nothing of what was asked', told([SECRET])],
  ])('repeats nothing of %s', async (_case, answer) => {
    said = answer;
    expect(await run()).toEqual({ end: NO_GATEWAY, told: [] });
  });

  test('tells a known code of a refusal', async () => {
    said = refused('UNAUTHENTICATED');
    expect(await run()).toEqual({ end: 'the gateway refused: UNAUTHENTICATED', told: [] });
  });
});

describe('A-11.3 sorgu export', () => {
  test.each<[string, object]>([
    ['a fault of no list', { ...NO_FILE, faults: [{ code: SECRET, at: 'about' }] }],
    ['a place that is no argument', { ...NO_FILE, faults: [{ code: 'RECALLED', at: SECRET }] }],
    ['a file that is no JWS', { file: SECRET, transfer: GOOD, faults: [] }],
    [
      'an end that is no instant',
      { file: 'a.b.c', transfer: { ...GOOD, until: SECRET }, faults: [] },
    ],
  ])('neither writes nor repeats %s', async (_case, answer) => {
    said = told(answer);
    expect(await exporting()).toEqual({ end: NO_GATEWAY, told: [] });
    expect(existsSync(out())).toBe(false);
  });

  test('tells a known fault', async () => {
    said = told({ ...NO_FILE, faults: [{ code: 'CONSENT_WITHDRAWN', at: 'about' }] });
    expect(await exporting()).toEqual({
      end: 1,
      told: ['nothing is exported: CONSENT_WITHDRAWN (about)'],
    });
  });
});

describe('A-11.4 sorgu audit', () => {
  test.each<[string, object]>([
    ['a fault of no list', { fault: SECRET }],
    ['a text that commands the terminal', { text: SECRET }],
  ])('repeats nothing of %s', async (_case, answer) => {
    said = told(answer);
    expect(await auditing()).toEqual({ end: NO_GATEWAY, told: [] });
  });

  test('tells a known fault, and a text as it is', async () => {
    said = told({ fault: 'UNKNOWN_SUBJECT' });
    expect(await auditing()).toEqual({ end: 1, told: ['nothing is told: UNKNOWN_SUBJECT'] });
    expect(await auditing('ru')).toEqual({
      end: 1,
      told: ['сведения не выдаются: UNKNOWN_SUBJECT: такое лицо в записях не значится'],
    });
    said = told({ text: 'Отчёт\n\tо доступе' });
    expect(await auditing()).toEqual({ end: 0, told: ['Отчёт\n\tо доступе'] });
  });
});
