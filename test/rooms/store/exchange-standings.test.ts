/** The registers over time on PostgreSQL: rows are added, and what was known can always be asked again. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  endFact,
  keyOf,
  letterheadAt,
  recordFact,
  type Standing,
  signatoryAt,
} from '../../../src/requests/index.js';
import {
  closePool,
  openExchangePool,
  openStandings,
  type Standings,
} from '../../../src/store/index.js';
import { NOW, openTestExchange, type TestExchange } from './exchange-fixtures.js';

let exchange: TestExchange;
let standings: Standings;
let authority: string;
let count = 0;

beforeAll(async () => {
  exchange = await openTestExchange();
  standings = openStandings(exchange.sql);
});
afterAll(() => exchange.close());
beforeEach(() => {
  count += 1;
  authority = `A-${count}`;
});

const DAY = 86_400_000;
type Fact = Standing[number]['fact'];

const letterhead = (version: string, sha256 = 'ab'.repeat(32)): Fact => ({
  register: 'LETTERHEAD',
  authority,
  version,
  sha256,
});
const signatory = (id: string, position = 'Rəis «A»'): Fact => ({
  register: 'SIGNATORY',
  id,
  authority,
  name: 'Ə. Қ. O\u2019Neil \u0000',
  position,
  office: 'HEAD',
  authorisedBy: null,
  instruments: ['AZ-KZ-2019'],
  kid: `kid-${id}`,
});
const at = (validFrom: number, recordedAt = validFrom) => ({
  validFrom,
  validUntil: null,
  recordedAt,
  note: 'Nota № 1',
});

const sorted = (standing: Standing) =>
  standing
    .map((record) => JSON.stringify(record, Object.keys({ ...record, ...record.fact }).sort()))
    .sort();
const rows = async () => {
  const found = await exchange.admin<{ text: string }[]>`
    select s::text as text from exchange.standing s where authority = ${authority} order by n`;
  return found.map(({ text }) => text);
};

describe('what is recorded', () => {
  test('is read as the pure registers left it, change after change', async () => {
    const steps: ((standing: Standing) => Standing)[] = [
      (standing) => recordFact(standing, signatory('1'), at(NOW)),
      (standing) =>
        recordFact(standing, letterhead('v1'), { ...at(NOW), validUntil: NOW + 9 * DAY }),
      (standing) => recordFact(standing, signatory('1', 'Sədr'), at(NOW + 2 * DAY, NOW + 3 * DAY)),
      (standing) =>
        endFact(
          standing,
          { register: 'LETTERHEAD', key: keyOf(letterhead('v1')) },
          at(NOW + DAY, NOW + 4 * DAY),
        ),
      (standing) =>
        endFact(
          standing,
          { register: 'SIGNATORY', key: keyOf(signatory('1')) },
          at(NOW - DAY, NOW + 5 * DAY),
        ),
      (standing) => standing,
    ];
    let pure: Standing = [];
    for (const step of steps) {
      const before = await rows();
      pure = step(pure);
      expect(sorted(await standings.change(authority, step))).toEqual(sorted(pure));
      const loaded = await standings.load(authority);
      expect(sorted(loaded)).toEqual(sorted(pure));
      // A change never overwrites.
      expect((await rows()).slice(0, before.length)).toEqual(before);
    }
    expect(await rows()).toHaveLength(9);
  });

  test('can be asked as of any moment', async () => {
    await standings.change(authority, (old) =>
      recordFact(old, letterhead('v1', '11'.repeat(32)), at(NOW)),
    );
    await standings.change(authority, (old) =>
      recordFact(old, letterhead('v1', '22'.repeat(32)), at(NOW + DAY, NOW + 3 * DAY)),
    );
    const standing = await standings.load(authority);
    const sha = (validAt: number, knownAt: number) =>
      letterheadAt(standing, { authority, version: 'v1' }, { validAt, knownAt })?.sha256.slice(
        0,
        2,
      );
    expect(sha(NOW + 2 * DAY, NOW + 2 * DAY)).toBe('11');
    expect(sha(NOW + 2 * DAY, NOW + 3 * DAY)).toBe('22');
    expect(sha(NOW, NOW + 3 * DAY)).toBe('11');
    expect(signatoryAt(standing, 'kid-1', { validAt: NOW, knownAt: NOW })).toBeUndefined();
  });

  test('of one authority is apart from that of another; all of them together', async () => {
    await standings.change(authority, (old) => recordFact(old, signatory('1'), at(NOW)));
    const first = authority;
    authority = `${authority}-other`;
    await standings.change(authority, (old) =>
      endFact(
        recordFact(old, signatory('1'), at(NOW)),
        { register: 'SIGNATORY', key: keyOf(signatory('1')) },
        at(NOW, NOW + 1),
      ),
    );
    expect(await standings.load(first)).toMatchObject([
      { withdrawnAt: null, fact: { authority: first } },
    ]);
    expect(await standings.load(authority)).toMatchObject([
      { withdrawnAt: NOW + 1, fact: { authority } },
    ]);
    const all = (await standings.all()).filter(({ fact }) =>
      [first, authority].includes(fact.authority),
    );
    expect(all).toEqual([...(await standings.load(first)), ...(await standings.load(authority))]);
    expect(await standings.load('NOBODY')).toEqual([]);
  });
});

describe('a change', () => {
  test('at the same time as others is not lost', async () => {
    const other = openExchangePool(exchange.urls.exchange);
    const both = [standings, openStandings(other)];
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        both[n % 2]?.change(authority, (old) => recordFact(old, letterhead(`v${n}`), at(NOW))),
      ),
    );
    await closePool(other);
    const versions = (await standings.load(authority)).map(
      ({ fact }) => fact.register === 'LETTERHEAD' && fact.version,
    );
    expect([...versions].sort()).toEqual(Array.from({ length: 10 }, (_, n) => `v${n}`));
  });

  test.each<[string, (standing: Standing) => Standing]>([
    ['that leaves out a record', (old) => old.slice(1)],
    [
      'that alters a fact',
      ([first, ...rest]) => (first ? [{ ...first, fact: letterhead('v9') }, ...rest] : []),
    ],
    [
      'that alters a time',
      ([first, ...rest]) => (first ? [{ ...first, validFrom: 0 }, ...rest] : []),
    ],
    [
      'that takes a withdrawal back',
      (old) => old.map((record) => ({ ...record, withdrawnAt: null })),
    ],
    [
      'that moves a withdrawal',
      (old) => old.map((record) => ({ ...record, withdrawnAt: NOW + 7 * DAY })),
    ],
    [
      'about another authority',
      (old) => recordFact(old, { ...letterhead('v1'), authority: 'OTHER' }, at(NOW)),
    ],
  ])('%s is refused, and nothing is kept', async (_, step) => {
    await standings.change(authority, (old) => recordFact(old, letterhead('v1'), at(NOW)));
    await standings.change(authority, (old) =>
      recordFact(old, letterhead('v1', 'cd'.repeat(32)), at(NOW + DAY)),
    );
    const before = await rows();
    await expect(standings.change(authority, step)).rejects.toThrow(/^registers: /);
    expect(await rows()).toEqual(before);
  });

  test('that throws keeps nothing, and passes through', async () => {
    const fault = new RangeError('step');
    const fail = () => {
      throw fault;
    };
    await expect(standings.change(authority, fail)).rejects.toBe(fault);
    expect(await rows()).toEqual([]);
  });
});

test('a public key stays as it was deposited first', async () => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: 'AAAA', kid: 'k1', use: 'sig', alg: 'EdDSA' };
  await standings.deposit('k1', jwk);
  await standings.deposit('k1', { ...jwk, x: 'BBBB' });
  expect(await standings.key('k1')).toEqual(jwk);
  expect(await standings.key('k2')).toBeUndefined();
});
