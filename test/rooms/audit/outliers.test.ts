/** Who asked far more than his peers: tables of officers, and what holds of any of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outliers } from '../../../src/audit/index.js';

const officer = (name: string, subjects: number, change = {}) => ({
  ...{ authority: 'KZ-MIA', role: 'PARTNER_GATEWAY', officer: name },
  ...{ entries: 1, refused: 0, subjects, ...change },
});
/** Two quiet peers. */
const peers = [officer('KZ-1', 4), officer('KZ-2', 4)];
const named = (askers: Parameters<typeof outliers>[0]) =>
  outliers(askers).map((one) => `${one.kind} ${one.officer ?? one.authority} ${one.median}`);

describe('A-11.4 far above the peers', () => {
  test.each([
    ['more than five times the median', [...peers, officer('KZ-3', 21)], ['OFFICER KZ-3 4']],
    ['five times the median is not more', [...peers, officer('KZ-3', 20)], []],
    [
      'nineteen are few, whatever the others did',
      [officer('KZ-1', 1), officer('KZ-2', 1), officer('KZ-3', 19)],
      [],
    ],
    [
      'twenty are enough',
      [officer('KZ-1', 1), officer('KZ-2', 1), officer('KZ-3', 20)],
      ['OFFICER KZ-3 1'],
    ],
    ['with one peer there is no comparison', [officer('KZ-1', 1), officer('KZ-3', 99)], []],
    [
      'the median of an even number of peers is between the two in the middle',
      [...[0, 2, 5, 9].map((n) => officer(`KZ-${n}`, n)), officer('KZ-3', 21)],
      ['OFFICER KZ-3 3.5'],
    ],
    [
      'peers are those of the same role',
      [
        ...[officer('KZ-1', 4, { role: 'ANALYST' }), officer('KZ-2', 4, { role: 'ANALYST' })],
        officer('KZ-3', 99),
      ],
      [],
    ],
    [
      'peers are those of the same authority',
      [...peers.map((one) => ({ ...one, authority: 'BE-IO' })), officer('KZ-3', 99)],
      [],
    ],
    [
      'an authority is compared with authorities, all its officers together',
      [
        ...[
          officer('BE-1', 4, { authority: 'BE-IO' }),
          officer('AZ-1', 4, { authority: 'AZ-SMS' }),
        ],
        ...[officer('KZ-1', 11), officer('KZ-2', 10)],
      ],
      ['AUTHORITY KZ-MIA 4'],
    ],
    [
      'the furthest first',
      [...peers, officer('KZ-4', 4), officer('KZ-3', 30), officer('KZ-5', 90)],
      ['OFFICER KZ-5 4', 'OFFICER KZ-3 4'],
    ],
    ['nobody asked', [], []],
  ])('%s', (_, askers, expected) => {
    expect(named(askers)).toEqual(expected);
  });

  const anyAskers = fc.array(
    fc.record({
      authority: fc.constantFrom('KZ-MIA', 'BE-IO', 'AZ-SMS'),
      subjects: fc.nat(200),
    }),
    { maxLength: 12 },
  );

  test('is told with the figures that make it so, whoever asked and in whatever order', () => {
    fc.assert(
      fc.property(anyAskers, (list) => {
        const askers = list.map(({ authority, subjects }, n) =>
          officer(`O-${n}`, subjects, { authority }),
        );
        const told = outliers(askers);
        for (const { subjects, median, peers: count } of told) {
          expect(subjects > median * 5 && subjects >= 20 && count >= 2).toBe(true);
        }
        const again = outliers([...askers].reverse());
        const sorted = (found: typeof told) => found.map((one) => JSON.stringify(one)).sort();
        expect(sorted(again)).toEqual(sorted(told));
      }),
    );
  });
});
