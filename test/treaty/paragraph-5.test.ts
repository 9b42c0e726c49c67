/** Memorandum, paragraph 5: contact points for communication and for monitoring, over time. */
import { describe, expect, test } from 'vitest';
import {
  contactPointsAt,
  endFact,
  historyOf,
  keyOf,
  recordFact,
} from '../../src/requests/index.js';
import { at, START, since } from '../rooms/requests/standing/lists.js';

const desk = {
  register: 'CONTACT_POINT',
  id: 'desk',
  authority: 'BE-IO',
  name: 'Liaison desk',
  address: 'Brussels',
  unit: null,
  telephone: null,
  email: null,
  duties: ['COMMUNICATION', 'MONITORING'],
} as const;
const T = at('2026-03-01T00:00:00Z');
const NOTED = at('2026-02-20T00:00:00Z');
const change = { validFrom: T, validUntil: null, recordedAt: NOTED, note: 'Letter of 20 February' };
const moved = { ...desk, address: 'Ghent' };
const before = since(START, [desk, { ...desk, authority: 'AZ-SMS', address: 'Baku' }]);
const after = recordFact(before, moved, change);

describe('B-5 contact points', () => {
  test.each([
    { when: 'before the change', validAt: T - 1, knownAt: NOTED, address: ['Brussels'] },
    { when: 'from the change on', validAt: T, knownAt: NOTED, address: ['Ghent'] },
    {
      when: 'from the change on, before it was told',
      validAt: T,
      knownAt: NOTED - 1,
      address: ['Brussels'],
    },
    { when: 'before there was one', validAt: START - 1, knownAt: NOTED, address: [] },
  ])('$when: $address', ({ validAt, knownAt, address }) => {
    const points = contactPointsAt(after, 'BE-IO', { validAt, knownAt });
    expect(points.map((point) => point.address)).toEqual(address);
  });

  test('the history has both versions of each Participant’s own', () => {
    const versions = historyOf(after, 'CONTACT_POINT', NOTED);
    expect(versions.map(({ fact }) => fact.address).sort()).toEqual(['Baku', 'Brussels', 'Ghent']);
  });

  test('one that is given up answers no more', () => {
    const ended = endFact(after, { register: 'CONTACT_POINT', key: keyOf(moved) }, change);
    expect(contactPointsAt(ended, 'BE-IO', { validAt: T, knownAt: NOTED })).toEqual([]);
    expect(contactPointsAt(ended, 'AZ-SMS', { validAt: T, knownAt: NOTED })).toHaveLength(1);
  });
});
