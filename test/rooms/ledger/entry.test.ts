import { createHmac, hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectRows } from '../../../src/ledger/entry-form.js';
import { formatEntry } from '../../../src/ledger/entry-text.js';
import {
  checkReceipt,
  formatReceipt,
  listCoordinates,
  makeEntry,
  openLedger,
  parseEntry,
  readBitmap,
  tagOf,
} from '../../../src/ledger/index.js';
import { bodyOf, countingIds, draftOf, stillClock, subjectOf, testSigner } from './fixtures.js';
import { MemoryKeeper, MemoryStore } from './memory.js';

const salt = Buffer.alloc(32, 9);
const facts = {
  origin: 'sorgu/AZ-SMS/KZ-MIA',
  time: Date.UTC(2026, 10, 22),
  salt,
  body: bodyOf('x'),
};

/** As many coordinates as the whole schema has, of names as long. */
const everyCoordinate = Array.from(
  { length: 96 },
  (_, at) =>
    `${['Person', 'IdentityDocument', 'CitizenshipEvent', 'Registration', 'EntryBan'][at % 5]}.coordinate${at}`,
).sort();

const sets = fc.uniqueArray(fc.constantFrom(...everyCoordinate), { maxLength: 30 });
const subjects = fc.array(
  fc
    .record({ number: fc.nat(500), released: sets, withheld: sets })
    .map(({ number, ...change }) => subjectOf(number, change)),
  { maxLength: 12 },
);

const scopeIn = (month: string) => ({
  month,
  origin: facts.origin,
  request: draftOf().request,
});

describe('entries', () => {
  it('read back as written, in one form', () => {
    fc.assert(
      fc.property(subjects, sets, (some, withheld) => {
        const leaf = formatEntry(makeEntry(draftOf({ subjects: some, withheld }), facts));
        const entry = parseEntry(leaf);
        expect(entry && formatEntry(entry)).toBe(leaf);
        expect(parseEntry(`${leaf} `)).toBeUndefined();
        expect(parseEntry(leaf.replace('"v":1', '"v":2'))).toBeUndefined();
        const names = listCoordinates(entry?.coordinates ?? {});
        const asked = readBitmap(Buffer.from(entry?.withheld ?? '', 'base64url'), names);
        expect(asked).toEqual([...withheld].sort());
      }),
    );
  });

  it('have a row per subject that says what was released and withheld', () => {
    fc.assert(
      fc.property(subjects, (some) => {
        const entry = makeEntry(draftOf({ subjects: some }), facts);
        const names = listCoordinates(entry.coordinates);
        const rows = subjectRows(entry, { logId: 1, seq: 0 }).map(({ tag, coordinates }) => {
          const middle = coordinates.length / 2;
          const released = readBitmap(coordinates.subarray(0, middle), names);
          const withheld = readBitmap(coordinates.subarray(middle), names);
          return JSON.stringify([Buffer.from(tag).toString('hex'), released, withheld]);
        });
        const expected = some.map(({ key, released, withheld }) =>
          JSON.stringify([
            tagOf(key, scopeIn('2026-11')).toString('hex'),
            [...released].sort(),
            [...withheld].sort(),
          ]),
        );
        expect(rows.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('A-11.1 tag a subject by HMAC of month, log and request, not to be linked to any other', () => {
    const { key } = subjectOf(1);
    const scope = { month: '2026-11', origin: 'sorgu/AZ-SMS/KZ-MIA', request: 'r1' };
    const expected = createHmac('sha256', key)
      .update('2026-11\nsorgu/AZ-SMS/KZ-MIA\nr1')
      .digest()
      .subarray(0, 16);
    expect(tagOf(key, scope)).toEqual(expected);
    for (const other of [
      { ...scope, month: '2026-12' },
      { ...scope, origin: 'sorgu/AZ-SMS/BE-IO' },
      { ...scope, request: 'r2' },
    ]) {
      expect(tagOf(key, other)).not.toEqual(expected);
    }
  });

  it('hold a salted digest of the body and of the salt, neither body nor salt nor key', () => {
    const entry = makeEntry(draftOf(), facts);
    const leaf = formatEntry(entry);
    expect(entry.hmac).toBe(createHmac('sha256', salt).update(facts.body).digest('base64url'));
    expect(entry.salt).toBe(hash('sha256', salt, 'buffer').toString('base64url'));
    for (const secret of [salt, subjectOf(1).key, facts.body]) {
      for (const encoding of ['hex', 'base64', 'base64url', 'utf8'] as const) {
        expect(leaf).not.toContain(Buffer.from(secret).toString(encoding).replace(/=+$/, ''));
      }
    }
  });

  it('are made in UTC months whatever the zone', () => {
    const last = makeEntry(draftOf(), { ...facts, time: Date.UTC(2026, 11, 31, 23, 59, 59, 999) });
    const first = makeEntry(draftOf(), { ...facts, time: Date.UTC(2027, 0, 1) });
    expect(last.time).toBe('2026-12-31T23:59:59.999Z');
    expect(last.subjects[0]?.tags).toBe(
      tagOf(subjectOf(1).key, scopeIn('2026-12')).toString('base64url'),
    );
    expect(first.subjects[0]?.tags).toBe(
      tagOf(subjectOf(1).key, scopeIn('2027-01')).toString('base64url'),
    );
  });
});

describe('malformed entries', () => {
  const leaf = formatEntry(makeEntry(draftOf(), facts));
  const value: Record<string, unknown> = JSON.parse(leaf);
  const sorted = (object: Record<string, unknown>) =>
    JSON.stringify(Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))));

  it('the test writes as the product does', () => expect(sorted(value)).toBe(leaf));

  it.each([
    ['a member more', { note: 'x' }],
    ['a member of another type', { purpose: 7 }],
    ['an outcome that is none', { outcome: 'MAYBE' }],
    ['a time in another form', { time: '2026-11-22' }],
    ['a time that is none', { time: '2026-13-01T00:00:00.000Z' }],
    ['a short digest', { hmac: 'AAAA' }],
    ['loose base64url', { hmac: `${String(value.hmac)}=` }],
    ['a bitmap that is too long', { withheld: 'AAAA' }],
    ['a bit beyond the list', { withheld: 'gA' }],
    ['half a tag', { subjects: [{ released: 'Bw', tags: 'AAAA', withheld: 'AA' }] }],
    ['a group without a subject', { subjects: [{ released: 'Bw', tags: '', withheld: 'AA' }] }],
    [
      'coordinates out of order',
      { coordinates: { Person: 'nameLatin id travelRoute', PersonName: 'surname' } },
    ],
    ['asking without an officer', { asking: { authority: 'KZ-MIA' } }],
  ])('are refused with %s', (_, change) => {
    expect(parseEntry(sorted({ ...value, ...change }))).toBeUndefined();
  });

  it.each(Object.keys(value))('are refused without %s', (name) => {
    const { [name]: _, ...rest } = value;
    expect(parseEntry(sorted(rest))).toBeUndefined();
  });

  it.each(['', 'null', '[]', '1', '{', '{}'])('are refused as %j', (text) => {
    expect(parseEntry(text)).toBeUndefined();
  });
});

describe('the receipt of a list of 100 persons with every coordinate', () => {
  it('fits a header of 8 KB in a log of a million entries', async () => {
    const signer = testSigner(1);
    const store = new MemoryStore();
    const effects = { store, keeper: new MemoryKeeper(), signer, clock: stillClock };
    const ledger = await openLedger({ ...effects, ids: countingIds(), authority: 'AZ-SMS' });
    const some = Array.from({ length: 100 }, (_, at) =>
      subjectOf(at, { released: everyCoordinate, withheld: [] }),
    );
    const draft = draftOf({ subjects: some, withheld: [] });
    const receipt = await ledger.seal(draft, bodyOf('list'));
    const { publicKey } = signer;
    expect(checkReceipt(receipt, { publicKey, body: bodyOf('list') })).toHaveProperty('entry');
    const hashes = Array.from({ length: 20 }, () => receipt.leafHash);
    const header = formatReceipt({ ...receipt, index: 1_000_000, proof: hashes });
    expect(header.length).toBeLessThan(8192);
  });
});
