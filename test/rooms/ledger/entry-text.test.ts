/** the text of an entry is that of RFC 8785, and what stands beside it is what it says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/base/index.js';
import { NumberingMemory, numberCoordinates } from '../../../src/ledger/coordinates.js';
import { composeEntry, type EntryFacts } from '../../../src/ledger/entry.js';
import { subjectRows } from '../../../src/ledger/entry-form.js';
import { formatEntry } from '../../../src/ledger/entry-text.js';
import { type EntryDraft, leafHash, makeEntry, parseEntry } from '../../../src/ledger/index.js';
import { textLeafHash } from '../../../src/ledger/merkle.js';
import { bodyOf, draftOf, subjectOf } from './fixtures.js';

const facts: EntryFacts = {
  origin: 'sorgu/AZ-SMS/KZ-MIA',
  time: Date.UTC(2026, 10, 22),
  salt: Buffer.alloc(32, 9),
  body: bodyOf('x'),
};

// Anything that UTF-16 can hold but half a character: quotes, controls, what JSON.stringify escapes and what it does not.
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\\ud800',
    '"\\ud',
    '\u2028\u2029',
    '\u0000\u001f\u007f',
    '\u{1F512}Ə',
    '__proto__',
  ),
);
const textOrNull = fc.option(text);
const name = fc.stringMatching(/^[_A-Za-z][_0-9A-Za-z]{0,8}$/);
const coordinate = fc.tuple(name, name).map((parts) => parts.join('.'));
const set = fc.uniqueArray(coordinate, { maxLength: 6 });

const drafts: fc.Arbitrary<EntryDraft> = fc
  .record({
    outcome: fc.constantFrom('ANSWERED' as const, 'REFUSED' as const, 'MOVED' as const),
    refusal: fc.option(fc.record({ code: text, reason: textOrNull })),
    asking: fc.record({
      authority: text,
      unit: textOrNull,
      role: text,
      officer: text,
      gateway: textOrNull,
    }),
    answering: text,
    request: textOrNull,
    requestDigest: textOrNull,
    instrument: textOrNull,
    purpose: textOrNull,
    basis: textOrNull,
    clauses: fc.array(text, { maxLength: 4 }),
    operation: text,
    withheld: set,
    subjects: fc.array(
      fc
        .record({ number: fc.nat(50), released: set, withheld: set })
        .map(({ number, ...sets }) => subjectOf(number, sets)),
      { maxLength: 5 },
    ),
    policy: text,
    schema: text,
  })
  .map((change) => draftOf(change));

describe('the text of an entry', () => {
  it('A-11.4 is byte for byte its canonical JSON, and reads back', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const entry = makeEntry(draft, facts);
        const leaf = formatEntry(entry);
        expect(leaf).toBe(canonicalJson(entry));
        expect(parseEntry(leaf)).toEqual(entry);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['\ud800', 'x\udc00y', '\udc00\ud800'])('refuses half a character: %j', (officer) => {
    const entry = makeEntry(draftOf({ asking: { ...draftOf().asking, officer } }), facts);
    expect(() => formatEntry(entry)).toThrow(RangeError);
  });

  it('holds no member that is none of an entry', () => {
    const stray = { note: 'CANARY' };
    const draft = { ...draftOf({ asking: { ...draftOf().asking, ...stray } }), ...stray };
    const leaf = formatEntry(makeEntry(draft, facts));
    expect(leaf).not.toContain('CANARY');
    expect(leaf).toBe(formatEntry(makeEntry(draftOf(), facts)));
  });

  it('is hashed as its UTF-8 bytes are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (leaf) => {
        expect(textLeafHash(leaf)).toEqual(leafHash(Buffer.from(leaf)));
      }),
    );
  });
});

describe('what stands beside an entry', () => {
  it('is what verification reads out of its text', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { entry, marks } = composeEntry(draft, facts);
        const place = { logId: 1, seq: 7 };
        const rows = marks.map((mark, n) => ({ kind: 'subject', ...place, n, ...mark }));
        const due = subjectRows(entry, place);
        expect(rows.map(plain)).toEqual(due.map(plain));
      }),
    );
  });

  const plain = ({ tag, coordinates, ...row }: { tag: Uint8Array; coordinates: Uint8Array }) => ({
    ...row,
    tag: Buffer.from(tag).toString('hex'),
    coordinates: Buffer.from(coordinates).toString('hex'),
  });
});

describe('remembered numberings', () => {
  it('are those that would be made, whatever was asked before, and after more than are kept', () => {
    const memory = new NumberingMemory();
    const lists = fc.array(set, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lists, (sets) => {
        expect(memory.number(sets)).toEqual(numberCoordinates(sets));
        expect(memory.number(sets.map((one) => [...one]))).toEqual(numberCoordinates(sets));
      }),
      { numRuns: 700 },
    );
  });

  it('tell apart lists that hold the same names in other sets', () => {
    const memory = new NumberingMemory();
    const lists = [
      [['A.b', 'A.c'], []],
      [['A.b'], ['A.c']],
      [[], ['A.b', 'A.c']],
      [['A.c', 'A.b'], []],
    ];
    const made = () => lists.map((sets) => memory.number(sets).bitmaps.map(({ text }) => text));
    expect([made(), made()]).toEqual(
      [1, 2].map(() => [
        ['Aw', 'AA'],
        ['AQ', 'Ag'],
        ['AA', 'Aw'],
        ['Aw', 'AA'],
      ]),
    );
  });
});
