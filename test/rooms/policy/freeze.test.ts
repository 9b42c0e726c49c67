/** A-12 B-6 Rules that the Parties read differently: closed, and nothing opened by it, whatever the matrix. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, freeze } from '../../../src/policy/index.js';
import { ITEMS, type Item, loadInstruments } from '../../../src/treaty/index.js';

const instruments = [...loadInstruments().values()];
const rules = fc.array(
  fc.record({
    purpose: fc.constantFrom(
      ...instruments.flatMap(({ purposes }) => [...purposes.keys()]),
      'NONE',
    ),
    item: fc.constantFrom<Item>(...ITEMS),
  }),
  { maxLength: 12 },
);

describe.each(instruments)('A-12 $id', (instrument) => {
  const cells = [...instrument.purposes.keys(), 'NONE'].flatMap((purpose) =>
    ITEMS.map((item) => ({ purpose, item })),
  );

  test('a freeze only narrows: what is disclosed after was disclosed before, by the same clauses', () => {
    fc.assert(
      fc.property(rules, (disputed) => {
        const frozen = freeze(instrument, disputed);
        const isDisputed = ({ purpose, item }: (typeof cells)[number]) =>
          disputed.some((one) => one.purpose === purpose && one.item === item);
        for (const cell of cells) {
          const before = decide({ instrument, purpose: cell.purpose }, cell.item);
          const after = decide({ instrument: frozen, purpose: cell.purpose }, cell.item);
          const isClosed = before.verdict === 'DISCLOSE' && isDisputed(cell);
          const closed = { verdict: 'WITHHOLD', reason: 'IN_DISPUTE' };
          expect(after).toMatchObject(isClosed ? closed : before);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('A-12 two disagreements on one rule close it once, and lifting one leaves the other', () => {
  const instrument = loadInstruments().get('AZ-KZ-2019');
  if (instrument === undefined) throw new Error('no agreement');
  const rule = { purpose: 'PERSON_DETECTION', item: 'SEX' } as const;
  const twice = freeze(instrument, [rule, rule]);
  expect(twice.opens).toEqual(freeze(instrument, [rule]).opens);
  expect(freeze(instrument, [])).toBe(instrument);
});
