/** Article 9(3) and 9(4): who signs, on which letterhead, and how the Parties tell each other of changes. */
import { describe, expect, test } from 'vitest';
import {
  endFact,
  keyOf,
  letterheadAt,
  listClock,
  listDigest,
  recordFact,
  whyHeld,
} from '../../src/requests/index.js';
import type { Fact } from '../../src/requests/standing/facts.js';
import { type Day, loadInstruments } from '../../src/treaty/index.js';
import { document } from '../rooms/requests/document/documents.js';
import {
  at,
  deputy,
  FACTS,
  head,
  kidOf,
  letterhead,
  listed,
  received,
  START,
  since,
  standing,
} from '../rooms/requests/standing/lists.js';

const T = at('2026-06-15T09:00:00Z');
const held = (on = standing, kid = head.kid, signedAt = T) =>
  whyHeld(on, { document, kid, signedAt, decidedAt: T + 60_000 });
const removed = (fact: Fact) =>
  endFact(
    standing,
    { register: fact.register, key: keyOf(fact) },
    { validFrom: T, recordedAt: T, note: 'Нота 17/2026' },
  );

describe('A-9.3a head and deputy sign by office, a listed person by one hop from the head', () => {
  const second = { ...listed, id: 'second', authorisedBy: 'listed', kid: kidOf('second') };
  const on = since(START, [second], standing);
  test.each([
    { who: 'the head', kid: head.kid, reasons: [] },
    { who: 'the deputy', kid: deputy.kid, reasons: [] },
    { who: 'one whom the head authorised', kid: listed.kid, reasons: [] },
    {
      who: 'one whom that one authorised',
      kid: second.kid,
      reasons: ['SIGNATORY_NOT_AUTHORISED_BY_HEAD'],
    },
    { who: 'somebody else', kid: kidOf('else'), reasons: ['SIGNATORY_UNKNOWN'] },
  ])('$who: held for $reasons', ({ kid, reasons }) => {
    expect(held(on, kid)).toEqual(reasons);
  });
});

describe('A-9.3b lists and letterhead samples within 45 days', () => {
  test('without the partner’s list every request of it is held', () => {
    const none = since(
      START,
      FACTS.filter((fact) => fact !== received),
    );
    expect(held(none)).toEqual(['NO_LIST_RECEIVED']);
  });

  test('a letterhead that no sample shows is held', () => {
    const none = since(
      START,
      FACTS.filter((fact) => fact !== letterhead),
    );
    expect(held(none)).toEqual(['LETTERHEAD_UNKNOWN']);
  });

  test('the clock runs from the later notification, and not while one is missing', () => {
    const instrument = loadInstruments().get('AZ-KZ-2019');
    if (instrument === undefined) throw new Error('no such instrument');
    const clock = (
      notifications: Readonly<Record<string, Day>>,
      today: '2021-08-15' | '2021-08-16',
    ) => listClock(instrument, { notifications }, { today });
    const both = { AZE: '2019-11-20', KAZ: '2021-07-01' } as const;
    expect(clock({ AZE: '2019-11-20' }, '2021-08-16')).toEqual({ state: 'NOT_IN_FORCE' });
    expect(clock(both, '2021-08-15')).toMatchObject({ state: 'RUNNING', daysLeft: 0 });
    expect(clock(both, '2021-08-16')).toMatchObject({ state: 'OVERDUE', daysOver: 1 });
  });
});

describe('A-9.4 changes are told at once, and hold from their time on', () => {
  test.each([
    { fact: head, what: 'a signatory', reason: 'SIGNATORY_NO_LONGER' },
    { fact: letterhead, what: 'a letterhead', reason: 'LETTERHEAD_NO_LONGER' },
  ])(
    '$what removed at T: signed a second before is fine, a second after is held',
    ({ fact, reason }) => {
      expect(held(removed(fact), head.kid, T - 1000)).toEqual([]);
      expect(held(removed(fact), head.kid, T + 1000)).toEqual([reason]);
    },
  );

  test('lists are comparable by their digest, and a change shows in it from its time on', () => {
    const digest = (validAt: number) => listDigest(removed(head), 'KAZ', { validAt, knownAt: T });
    expect(digest(T)).not.toBe(digest(T - 1));
    expect(listDigest(removed(head), 'KAZ', { validAt: T, knownAt: T - 1 })).toBe(
      listDigest(standing, 'KAZ', { validAt: T, knownAt: T - 1 }),
    );
  });

  test('a letterhead sample that follows another keeps the first for what was written on it', () => {
    const next = { ...letterhead, sha256: 'd'.repeat(64) };
    const after = recordFact(standing, next, {
      validFrom: T,
      validUntil: null,
      recordedAt: T,
      note: 'Нота 18/2026',
    });
    const sample = (validAt: number) =>
      letterheadAt(after, letterhead, { validAt, knownAt: T })?.sha256;
    expect([sample(T - 1), sample(T)]).toEqual([letterhead.sha256, next.sha256]);
  });
});
