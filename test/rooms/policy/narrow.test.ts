import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Closing, decide, narrow, REFUSAL_GROUNDS } from '../../../src/policy/index.js';
import {
  type Instrument,
  InstrumentFault,
  ITEMS,
  loadInstruments,
} from '../../../src/treaty/index.js';

const instruments = [...loadInstruments().values()];

const closingsOf = (instrument: Instrument): Closing[] =>
  [...instrument.opens].flatMap(([purpose, rules]) =>
    [...rules.keys()].map((item) => ({ purpose, item, ground: REFUSAL_GROUNDS[0] })),
  );

describe('A-1.1 an overlay only narrows', () => {
  test.each(instruments.map((instrument) => ({ id: instrument.id, instrument })))(
    '$id: for any overlay, fields(instrument ∩ overlay) ⊆ fields(instrument)',
    ({ instrument }) => {
      fc.assert(
        fc.property(fc.subarray(closingsOf(instrument)), (closings) => {
          const narrowed = narrow(instrument, closings);
          for (const purpose of instrument.purposes.keys()) {
            for (const item of ITEMS) {
              const before = decide({ instrument, purpose }, item);
              const after = decide({ instrument: narrowed, purpose }, item);
              const closed = closings.some((c) => c.purpose === purpose && c.item === item);
              expect(after.verdict).toBe(closed ? 'WITHHOLD' : before.verdict);
            }
          }
        }),
        { numRuns: 50 },
      );
    },
  );
});

describe('A-6 head: what an overlay may not do', () => {
  const agreement = instruments.find(({ id }) => id === 'AZ-KZ-2019');
  if (agreement === undefined) throw new Error('no instrument');

  test.each([
    ['close what is not open', { purpose: 'PERSON_DETECTION', item: 'FINGERPRINT_CARD' }],
    ['name an unknown purpose', { purpose: 'CURIOSITY', item: 'SEX' }],
    [
      'close an Article 5 category without a ground of 10(4)',
      { purpose: 'PERSON_DETECTION', item: 'REGISTRATION' },
    ],
  ] as const)('%s', (_, closing) => {
    expect(() => narrow(agreement, [closing])).toThrow(InstrumentFault);
  });

  test('close an Article 6 item without a ground: it may be exchanged, need not', () => {
    const narrowed = narrow(agreement, [{ purpose: 'PERSON_DETECTION', item: 'SEX' }]);
    expect(narrowed.opens.get('PERSON_DETECTION')?.has('SEX')).toBe(false);
  });
});
