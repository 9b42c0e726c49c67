/** A-9.4 `sorgu lists`: what a Party told of itself is recorded whole or not at all, and its clock shown. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Json, type JsonObject, systemIds } from '../../../src/base/index.js';
import { recordLists, showLists } from '../../../src/cli/index.js';
import {
  createMessageKey,
  openDecryptionKey,
  openFileSigner,
  readToldKey,
} from '../../../src/partner/index.js';
import {
  historyOf,
  letterheadAt,
  listDigest,
  messageKeysAt,
  nameAt,
  recordFact,
} from '../../../src/requests/index.js';
import { openStandings, type Standings } from '../../../src/store/index.js';
import { AUTHORITIES, loadInstruments } from '../../../src/treaty/index.js';
import { openTestExchange, type TestExchange } from '../store/exchange-fixtures.js';
import { listen, openDesk, SECRET } from './desk.js';

const desk = openDesk();
const FROM = 'KZ-MIA';
const NOW = Date.UTC(2026, 10, 22, 9);
const kid = () => randomBytes(32).toString('base64url');
const recorded = (fact: JsonObject): JsonObject => ({ change: 'RECORDED', fact, validUntil: null });

let exchange: TestExchange;
let standings: Standings;
let signing: JsonObject;
let encryption: JsonObject;
beforeAll(async () => {
  await createMessageKey(desk.path('s.pem'), 'Ed25519', 'production');
  await createMessageKey(desk.path('e.pem'), 'P-256', 'production');
  signing = (await openFileSigner(desk.path('s.pem'), 'production')).publicJwk;
  encryption = (await openDecryptionKey(desk.path('e.pem'), 'production')).publicJwk;
});
beforeEach(async () => {
  exchange = await openTestExchange();
  standings = openStandings(exchange.sql);
  return () => exchange.close();
});
afterAll(() => desk.close());

const authority = (change: JsonObject = {}): JsonObject => ({
  register: 'AUTHORITY',
  authority: FROM,
  name: AUTHORITIES[FROM].name,
  functions: 'Миграция',
  coordinates: true,
  ...change,
});
const head = (change: JsonObject = {}): JsonObject => ({
  register: 'SIGNATORY',
  id: 'head',
  authority: FROM,
  name: SECRET,
  position: 'Министр',
  office: 'HEAD',
  authorisedBy: null,
  instruments: ['AZ-KZ-2019'],
  kid: kid(),
  ...change,
});
const letterhead = (of = FROM): JsonObject => ({
  register: 'LETTERHEAD',
  authority: of,
  version: '2021-1',
  sha256: 'ab'.repeat(32),
});
const messageKey = (jwk: JsonObject, use: string): JsonObject => ({
  register: 'MESSAGE_KEY',
  authority: FROM,
  kid: jwk.kid ?? null,
  use,
});

/** A whole list of a Party with two ministries. */
const list = (change: Record<string, Json> = {}): JsonObject => ({
  occasion: 'LIST',
  from: FROM,
  effectiveFrom: '2021-07-20T00:00:00.000Z',
  changes: [
    authority(),
    head(),
    letterhead(),
    letterhead('KZ-MLSPP'),
    messageKey(signing, 'SIGNATURE'),
    messageKey(encryption, 'ENCRYPTION'),
  ].map(recorded),
  keys: [signing, encryption],
  ...change,
});

async function record(content: Json | Buffer, now = NOW) {
  const voice = listen();
  const file = desk.file('facts.json', content);
  const frame = { file, note: 'нота 12/7', authority: 'AZ-SMS', now, ids: systemIds };
  const code = await recordLists({ ...frame, standings, readKey: readToldKey }, voice);
  return { code, ...voice };
}

const at = (now: number) => ({ validAt: now, knownAt: now });

describe('sorgu lists record', () => {
  test('A-9.3 records everything a Party told, with its keys, and prints the digest of its list', async () => {
    const { code, said, written } = await record(list());
    expect({ code, said }).toEqual({ code: 0, said: ['recorded 6 changes of KZ-MIA'] });
    const standing = await standings.all();
    expect(written).toEqual([`${listDigest(standing, 'KAZ', at(NOW))}\n`]);
    expect(standing.every(({ note }) => note === 'нота 12/7')).toBe(true);
    const version = { authority: 'KZ-MLSPP', version: '2021-1' };
    expect(letterheadAt(standing, version, at(NOW))).toBeDefined();
    const gateway = { authority: FROM, use: 'SIGNATURE' } as const;
    expect(messageKeysAt(standing, gateway, NOW).map((key) => key.kid)).toEqual([signing.kid]);
    expect(await standings.key(String(signing.kid))).toEqual(signing);
    expect(await standings.key(String(encryption.kid))).toEqual(encryption);
    const [came] = historyOf(standing, 'LIST_RECEIVED', NOW);
    expect(came).toMatchObject({
      fact: { authority: FROM, digest: written.join('').trim() },
      validFrom: NOW,
    });
  });

  test('A-9.4 a change follows: the old name still stood when it stood, and no list came anew', async () => {
    await record(list());
    const name = { ...AUTHORITIES[FROM].name, ru: 'Новое имя' };
    const effectiveFrom = '2026-01-01T00:00:00.000Z';
    const changes = [
      recorded(authority({ name })),
      { change: 'ENDED', register: 'LETTERHEAD', key: 'KZ-MLSPP 2021-1' },
    ];
    const later = NOW + 1000;
    const change = { occasion: 'CHANGE', effectiveFrom, changes, keys: [] };
    expect(await record(list(change), later)).toMatchObject({ code: 0 });
    const standing = await standings.all();
    const asked = { authority: FROM, language: 'ru' } as const;
    const on = (day: string) => ({ validAt: Date.parse(day), knownAt: later });
    expect(nameAt(standing, asked, on('2025-12-31'))).toBe(AUTHORITIES[FROM].name.ru);
    expect(nameAt(standing, asked, on('2026-01-01'))).toBe('Новое имя');
    const version = { authority: 'KZ-MLSPP', version: '2021-1' };
    expect(letterheadAt(standing, version, on('2025-12-31'))).toBeDefined();
    expect(letterheadAt(standing, version, on('2026-01-01'))).toBeUndefined();
    expect(historyOf(standing, 'LIST_RECEIVED', later)).toHaveLength(1);
  });

  test('a key that is there already need not come again', async () => {
    await record(list());
    const changes = [recorded(messageKey(signing, 'SIGNATURE'))];
    expect(await record(list({ changes, keys: [] }), NOW + 1)).toMatchObject({ code: 0 });
  });

  test('the digest that a Party told is held against what was recorded', async () => {
    const { written } = await record(list());
    const told = written.join('').trim();
    const change = { occasion: 'CHANGE', changes: [recorded(authority())], keys: [] };
    expect(await record(list({ ...change, list: told }), NOW + 1)).toMatchObject({ code: 0 });
  });

  const other = () => ({ ...signing, kid: kid() });
  const faulty: readonly (readonly [string, () => Json | Buffer, readonly string[]])[] = [
    ['no JSON', () => Buffer.from('['), ['JSON_MALFORMED']],
    ['a list', () => [], ['WRONG_TYPE']],
    ['nothing in it', () => ({}), expect.arrayContaining(['MISSING_MEMBER at from'])],
    ['a member too many', () => list({ [SECRET]: 1 }), ['UNKNOWN_MEMBER at *']],
    [
      'a day where an instant is needed',
      () => list({ effectiveFrom: '2021-07-20' }),
      ['WRONG_FORM at effectiveFrom'],
    ],
    [
      'a fact of a wrong form',
      () => list({ changes: [recorded(head({ kid: 'short' }))] }),
      ['WRONG_FORM at changes[0].fact.kid'],
    ],
    [
      'that a list came, which nobody can tell',
      () => list({ changes: [recorded({ register: 'LIST_RECEIVED', authority: FROM })] }),
      expect.any(Array),
    ],
    ['keys that are none', () => list({ keys: 7 }), ['WRONG_TYPE at keys']],
    ['a key that is none', () => list({ keys: [7] }), ['WRONG_TYPE at keys[0]']],
    [
      'a private key',
      () => list({ keys: [{ ...signing, d: SECRET }] }),
      ['KEY_PRIVATE at keys[0]'],
    ],
    [
      'another name than its thumbprint',
      () => list({ keys: [other()] }),
      ['KEY_THUMBPRINT at keys[0]'],
    ],
    [
      'a gateway’s key by its name alone',
      () => list({ keys: [signing] }),
      ['KEY_MISSING at changes[5].fact.kid'],
    ],
    [
      'a signing key to encrypt to',
      () => list({ changes: [recorded(messageKey(signing, 'ENCRYPTION'))] }),
      ['KEY_USE at changes[0].fact.kid'],
    ],
    [
      'a body of another Party',
      () => list({ changes: [recorded(head()), recorded(letterhead('AZ-SMS'))] }),
      ['FOREIGN_FACT at changes[1]'],
    ],
    [
      'nobody whom an instrument names',
      () => list({ from: 'XX-1', changes: [recorded(letterhead('XX-1'))] }),
      ['FOREIGN_FACT at changes[0]'],
    ],
    [
      'the end of what never was',
      () => list({ changes: [{ change: 'ENDED', register: 'LETTERHEAD', key: 'KZ-MIA 1' }] }),
      ['NOTHING_TO_END at changes[0]'],
    ],
    ['another digest', () => list({ list: '0'.repeat(64) }), ['LISTS_DIFFER at list']],
    ['a digest that is none', () => list({ list: 'x' }), ['WRONG_FORM at list']],
  ];
  test.each(faulty)('records nothing: %s', async (_, content, faults) => {
    const { code, said, written } = await record(content());
    expect({ code, written }).toEqual({ code: 1, written: [] });
    expect(said.slice(0, -1)).toEqual(faults);
    expect(said.at(-1)).toMatch(/^nothing was recorded: /);
    expect(said.join()).not.toContain(SECRET);
    expect(await standings.all()).toEqual([]);
    expect(await standings.key(String(signing.kid))).toBeUndefined();
  });
});

describe('sorgu lists', () => {
  const EMPTY = listDigest([], 'AZE', at(NOW));
  const notifications = { AZE: '2019-12-01', KAZ: '2021-07-01' } as const;
  const status = new Map([['AZ-KZ-2019', { notifications }]]);

  async function show(now: number, known = status) {
    const voice = listen();
    const ground = { standing: await standings.all(), instruments: loadInstruments() };
    const asked = { authority: 'AZ-SMS', clock: { now: () => now }, status: known };
    expect(await showLists({ ...ground, ...asked }, voice)).toBe(0);
    return voice.written;
  }

  test.each([
    ['2021-06-30T19:59:59Z', 'NOT_IN_FORCE: no days run'],
    // In Baku it is the next day from 20:00 UTC on.
    ['2021-06-30T20:00:00Z', 'RUNNING: due 2021-08-15, 45 days left'],
    ['2021-08-13T20:00:00Z', 'RUNNING: due 2021-08-15, 1 day left'],
    ['2021-08-15T19:59:59Z', 'RUNNING: due 2021-08-15, 0 days left'],
    ['2021-08-15T20:00:00Z', 'OVERDUE: was due 2021-08-15, 1 day ago'],
  ])('A-9.3 at %s the 45 days stand so: %s', async (instant, words) => {
    expect(await show(Date.parse(instant))).toEqual([
      `AZ-KZ-2019  AZE  ${EMPTY}  ${words}\n`,
      `AZ-KZ-2019  KAZ  ${EMPTY}  ${words}\n`,
    ]);
  });

  test('without a date of entry into force no days run', async () => {
    const lines = await show(NOW, new Map());
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.endsWith('NOT_IN_FORCE: no days run\n'))).toBe(true);
  });

  test.each([
    ['2021-08-15T19:59:59Z', 'EXCHANGED: on 2021-08-15, due 2021-08-15'],
    ['2021-08-15T20:00:00Z', 'EXCHANGED: on 2021-08-16, due 2021-08-15, late'],
  ])('a list recorded at %s: %s, also after another came', async (instant, words) => {
    const came = Date.parse(instant);
    await record(list(), came);
    const { written } = await record(list(), came + 86_400_000);
    expect(await show(NOW)).toEqual([
      expect.stringContaining('  AZE  '),
      `AZ-KZ-2019  KAZ  ${written.join('').trim()}  ${words}\n`,
    ]);
  });

  test('what was recorded otherwise than by a list counts as none', async () => {
    const fact = head() as never;
    const amendment = { validFrom: 0, recordedAt: NOW, validUntil: null, note: 'n' };
    await standings.change(FROM, (standing) => recordFact(standing, fact, amendment));
    const lines = await show(NOW);
    expect(lines[1]).toContain('OVERDUE');
    expect(lines[1]).not.toContain(EMPTY);
  });
});
