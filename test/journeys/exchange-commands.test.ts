/**
 * What an operator and a signatory type, as processes over real files and a real database: keys are made,
 * a Party's list is recorded, its head signs, and the list bears the signature out.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/base/index.js';
import { systemClock } from '../../src/base/index.js';
import { type Caller, openDevelopmentIssuer } from '../../src/identity/index.js';
import { createMessageKey, openFileSigner, openPost } from '../../src/partner/index.js';
import { whyHeld } from '../../src/requests/index.js';
import { closePool, openExchangePool, openStandings } from '../../src/store/index.js';
import { DOCUMENT, openDesk, SECRET } from '../rooms/cli/desk.js';
import { openTestDatabase, type TestDatabase } from '../support/postgres.js';

const desk = openDesk();
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  desk.close();
  await database.drop();
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

const sorgu = (...args: readonly string[]): Promise<Ended> => sorguIn({}, ...args);

function sorguIn(
  more: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ended> {
  const { app, exchange, owner } = database.urls;
  const env = {
    ...{ PATH: process.env.PATH, DATA_DIR: desk.path('data'), AUTHORITY: 'KZ-MIA' },
    ...{ DATABASE_URL: app, DATABASE_EXCHANGE_URL: exchange, DATABASE_OWNER_URL: owner },
    ...more,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['bin/sorgu.js', ...args], { env }, (error, out, said) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, said }),
    );
  });
}

/** The list of the ministry: its name, its head, its letterhead, the keys of its gateway. */
function listOf(head: string, keys: readonly JsonObject[]): Json {
  const authority = DOCUMENT.requesting.authority;
  const { name } = DOCUMENT.requesting;
  const names = { ru: name, en: name, az: name, kk: name };
  const facts: readonly JsonObject[] = [
    { register: 'AUTHORITY', authority, name: names, functions: 'Миграция', coordinates: true },
    {
      ...{ register: 'SIGNATORY', id: 'head', authority, name: 'Вымышленный', position: 'Министр' },
      ...{ office: 'HEAD', authorisedBy: null, instruments: ['AZ-KZ-2019'], kid: head },
    },
    { register: 'LETTERHEAD', authority, version: '2021-1', sha256: 'ab'.repeat(32) },
    ...keys.map(({ kid = null, use }) => ({
      ...{ register: 'MESSAGE_KEY', authority, kid },
      use: use === 'sig' ? 'SIGNATURE' : 'ENCRYPTION',
    })),
  ];
  return {
    occasion: 'LIST',
    from: authority,
    effectiveFrom: '2021-07-20T00:00:00.000Z',
    changes: facts.map((fact) => ({ change: 'RECORDED', fact, validUntil: null })),
    keys,
  };
}

test('keys, list, signature, letter and mail, by command line alone', async () => {
  const made = await sorgu('keys', 'create');
  expect(made.code).toBe(0);
  const keys = made.out.split('\n').filter((line) => line.startsWith('{'));
  expect(keys).toHaveLength(2);

  await createMessageKey(desk.path('head.pem'), 'P-256', 'production');
  const head = await openFileSigner(desk.path('head.pem'), 'production');
  const facts = desk.file(
    'facts.json',
    listOf(
      head.kid,
      keys.map((key) => JSON.parse(key)),
    ),
  );
  const recorded = await sorgu('lists', 'record', facts, '--note', 'N-1');
  expect(recorded).toMatchObject({ code: 0, out: expect.stringMatching(/^[\da-f]{64}\n$/) });
  const shown = await sorgu('lists');
  expect(shown.out).toContain(`KAZ  ${recorded.out.trim()}`);

  const document = desk.file('document.json', DOCUMENT);
  const signed = await sorgu('sign', document, '--key', desk.path('head.pem'));
  expect(signed.code).toBe(0);
  const { jws, key } = JSON.parse(signed.out);
  const opened = await openPost(head).openRequest(jws, key);
  if ('fault' in opened) throw new Error(opened.fault);
  const sql = openExchangePool(database.urls.exchange);
  const standing = await openStandings(sql).all();
  await closePool(sql);
  const now = Date.now();
  expect(whyHeld(standing, { ...opened, signedAt: now, decidedAt: now })).toEqual([]);

  const out = desk.path('letter.pdf');
  expect(await sorgu('letter', document, '--out', out)).toMatchObject({ code: 0 });
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  const again = await sorgu('letter', document, '--out', out);
  expect(again).toMatchObject({
    code: 1,
    out: '',
    said: expect.stringMatching(/^error: [^\n]+\n$/),
  });

  expect(await sorgu('mail')).toMatchObject({ code: 0, out: '', said: 'no dead letters\n' });
  const said = [made, recorded, shown, again, signed].map((ended) => ended.said).join('');
  expect(said).not.toContain(SECRET);
}, 60_000);

test('A-15 in the language of the environment, or the one that the line names', async () => {
  const kazakh = { LANG: 'kk_KZ.UTF-8' };
  const [help, wrong, chosen] = await Promise.all([
    sorguIn(kazakh, 'lists', 'record', '--help'),
    sorguIn(kazakh, 'lists', 'record', 'f.json'),
    sorguIn(kazakh, 'letter', desk.path('none.json'), '--out', 'l.pdf', '--language', 'ru'),
  ]);
  expect(help.out).toMatch(/^Қолданылуы: sorgu lists record \[параметрлер\] <facts\.json>/);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.said).toContain('қате: міндетті параметр көрсетілмеген: «--note <нөмір>»');
  expect(chosen).toMatchObject({ code: 1, out: '' });
  expect(chosen.said).toBe(`ошибка: ${desk.path('none.json')} не читается (ENOENT)\n`);
});

test('A-11.1 the clock: figures to an operator, cases to an officer who shows his token', async () => {
  const nothing = { code: 0, out: '', said: 'nothing is due, late or to be reviewed\n' };
  expect(await sorgu('clock')).toMatchObject(nothing);
  const clock = systemClock;
  const issuer = await openDevelopmentIssuer({ clock, dataDir: desk.path('data') });
  const tokenOf = async (authority: string, role: Caller['role']) => {
    const caller = { officer: 'KZ-MIA-1', gateway: null, unit: null, authority, role };
    return desk.file(`${authority}-${role}.jwt`, Buffer.from(await issuer.sign(caller)));
  };
  const development = { SORGU_MODE: 'development' };
  const own = await tokenOf('KZ-MIA', 'COORDINATOR');
  expect(await sorguIn(development, 'clock', '--token', own)).toMatchObject(nothing);
  const no = { code: 1, out: '', said: expect.stringMatching(/^the token is not good now/) };
  for (const token of [
    await tokenOf('AZ-SMS', 'COORDINATOR'),
    await tokenOf('KZ-MIA', 'PARTNER_GATEWAY'),
    desk.file('no.jwt', Buffer.from('no token')),
  ]) {
    expect(await sorguIn(development, 'clock', '--token', token)).toMatchObject(no);
  }
  // In production nothing of development is taken for an issuer.
  expect(await sorgu('clock', '--token', own)).toMatchObject({ code: 2, out: '' });
}, 120_000);
