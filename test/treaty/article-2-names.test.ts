/** Article 2: an authority's name changes, and what was signed under the old one stays readable. */
import { describe, expect, test } from 'vitest';
import { historyOf, nameAt, recordFact, type Standing, whyHeld } from '../../src/requests/index.js';
import { document } from '../rooms/requests/document/documents.js';
import { at, head, ministry, START, standing } from '../rooms/requests/standing/lists.js';

const T = at('2026-09-01T00:00:00+05:00');
const NOTED = at('2026-09-03T08:00:00Z');
const renamed = {
  ...ministry,
  name: { ...ministry.name, ru: 'Министерство внутренних дел и миграции Республики Казахстан' },
};
const after: Standing = recordFact(standing, renamed, {
  validFrom: T,
  validUntil: null,
  recordedAt: NOTED,
  note: 'Нота 21/2026',
});

const held = (name: string, signedAt: number, decidedAt: number) =>
  whyHeld(after, {
    document: { ...document, requesting: { ...document.requesting, name } },
    kid: head.kid,
    signedAt,
    decidedAt,
  });

describe('A-2.2 the name changes at T, the note is recorded two days later', () => {
  const old = ministry.name.ru;
  const now = renamed.name.ru;

  test.each([
    { name: 'old', what: 'before T', signedAt: T - 1, decidedAt: NOTED, reasons: [] },
    {
      name: 'old',
      what: 'at T',
      signedAt: T,
      decidedAt: NOTED,
      reasons: ['AUTHORITY_NAME_SUPERSEDED'],
    },
    { name: 'new', what: 'at T', signedAt: T, decidedAt: NOTED, reasons: [] },
    {
      name: 'new',
      what: 'before T',
      signedAt: T - 1,
      decidedAt: NOTED,
      reasons: ['AUTHORITY_NAME_NOT_YET'],
    },
    {
      name: 'old',
      what: 'at T, decided before the note',
      signedAt: T,
      decidedAt: NOTED - 1,
      reasons: [],
    },
    {
      name: 'new',
      what: 'at T, decided before the note',
      signedAt: T,
      decidedAt: NOTED - 1,
      reasons: ['AUTHORITY_NAME_UNKNOWN'],
    },
    {
      name: 'old',
      what: 'before T, years later',
      signedAt: T - 1,
      decidedAt: at('2031-01-01T00:00:00Z'),
      reasons: [],
    },
  ])(
    'signed under the $name name $what: held for $reasons',
    ({ name, signedAt, decidedAt, reasons }) => {
      expect(held(name === 'old' ? old : now, signedAt, decidedAt)).toEqual(reasons);
    },
  );

  test('the name is asked for an instant, as known at another', () => {
    const asked = { authority: 'KZ-MIA', language: 'ru' } as const;
    const nameOf = (validAt: number, knownAt: number) => nameAt(after, asked, { validAt, knownAt });
    expect(nameOf(T - 1, NOTED)).toBe(old);
    expect(nameOf(T, NOTED)).toBe(now);
    expect(nameOf(T, NOTED - 1)).toBe(old);
    expect(nameOf(START - 1, NOTED)).toBeUndefined();
  });

  test('the history has both, each with its note', () => {
    const ofMinistry = historyOf(after, 'AUTHORITY', NOTED).filter(
      ({ fact }) => fact.authority === 'KZ-MIA',
    );
    expect(ofMinistry.map(({ fact, note }) => [fact.name.ru, note])).toEqual([
      [old, 'Нота 21/2026'],
      [now, 'Нота 21/2026'],
    ]);
    expect(historyOf(after, 'AUTHORITY', NOTED - 1)).toHaveLength(2);
  });
});
