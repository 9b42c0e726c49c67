/** A-3.1(1) A table is a sum of counts: totals agree, a year is its quarters, and what is of another table stays out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageBandOf,
  type Count,
  cellKey,
  cutOffOf,
  DEFINITIONS,
  hasEnded,
  KINDS,
  quartersOf,
  quartersUntil,
  readPeriod,
  regionOf,
  sexOf,
  tabulate,
} from '../../../src/statistics/index.js';
import { isClause } from '../../../src/treaty/index.js';
import { PUBLICATION_LAW } from '../../support/publications.js';
import { counted } from '../../support/statistics.js';

const counts = fc.array(
  fc
    .record({
      persons: fc.integer({ min: 1, max: 50 }),
      quarter: fc.constantFrom('2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2024-Q4'),
      kind: fc.constantFrom(...KINDS.PERMITS),
      REGION: fc.constantFrom('BAKU', 'KARABAKH', '_U'),
      AGE: fc.constantFrom('Y_LT15', '_U'),
      SEX: fc.constantFrom('FEMALE', 'MALE', '_U'),
    })
    .map(({ persons, ...change }) => counted(persons, change)),
  { maxLength: 30 },
);

const numbersOf = (
  id: string,
  period: '2025' | '2025-Q1' | '2025-Q2' | '2025-Q3' | '2025-Q4',
  of: readonly Count[],
) => {
  const definition = DEFINITIONS.find((one) => one.id === id) ?? DEFINITIONS[0];
  return new Map(
    tabulate(definition, period, of).figures.map((figure) => [cellKey(figure), figure.persons]),
  );
};
const keyOf = (kind: Count['kind'], ...at: string[]) => JSON.stringify([kind, ...at]);

describe('sums', () => {
  it('every total is the sum of its categories, and tables of one period agree in theirs', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const regions = numbersOf('permits-by-region', '2025', given);
        const ages = numbersOf('permits-by-age-and-sex', '2025', given);
        for (const kind of KINDS.PERMITS) {
          const parts = ['BAKU', 'KARABAKH', '_U'].map((at) => regions.get(keyOf(kind, at)) ?? 0);
          const total = regions.get(keyOf(kind, '_T'));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
          expect(ages.get(keyOf(kind, '_T', '_T'))).toBe(total);
        }
      }),
    );
  });

  it('a year is the sum of its quarters, cell by cell, in whatever order it was counted', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const year = numbersOf('permits-by-age-and-sex', '2025', [...given].reverse());
        const quarters = (['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'] as const).map((quarter) =>
          numbersOf('permits-by-age-and-sex', quarter, given),
        );
        for (const [key, persons] of year) {
          expect(quarters.reduce((sum, one) => sum + (one.get(key) ?? 0), 0)).toBe(persons);
        }
      }),
    );
  });

  it('another subject and another population stay out', () => {
    const others = [
      counted(9, { subject: 'WORK_RIGHTS', kind: 'PERMIT' }),
      counted(9, { instruments: ['AZ-BE-2019'] }),
    ];
    expect([...numbersOf('permits-by-region', '2025', others).values()].filter(Boolean)).toEqual(
      [],
    );
  });
});

describe('definitions', () => {
  it.each(DEFINITIONS)(
    '$id stands on a clause under which its instrument exchanges statistics',
    (one) => {
      const instrument = PUBLICATION_LAW.instruments.get(one.instrument);
      expect(isClause(one.clause)).toBe(true);
      expect(instrument?.publications?.STATISTICS).toContain(one.clause);
    },
  );

  it('are told apart by their ids', () => {
    expect(new Set(DEFINITIONS.map(({ id }) => id)).size).toBe(DEFINITIONS.length);
  });

  it('use sets of dimensions that are decomposable: no two share one', () => {
    const sets = new Set<string>(DEFINITIONS.map(({ dimensions }) => dimensions.join()));
    const used = [...sets].flatMap((set) => set.split(','));
    expect(new Set(used).size).toBe(used.length);
  });
});

describe('categories', () => {
  it.each([
    [2011, 'Y_LT15'],
    [2010, 'Y15T24'],
    [2001, 'Y15T24'],
    [2000, 'Y25T44'],
    [1980, 'Y45T64'],
    [1960, 'Y_GE65'],
    [2026, '_U'],
    [null, '_U'],
  ] as const)('born in %s is %s in 2025', (born, band) => {
    expect(ageBandOf(born, 2025)).toBe(band);
  });

  it.each([
    ['FEMALE', 'FEMALE'],
    ['MALE', 'MALE'],
    ['NOT_APPLICABLE', '_U'],
    [null, '_U'],
  ] as const)('sex %s is %s', (code, sex) => {
    expect(sexOf(code)).toBe(sex);
  });

  it.each([
    ['Bakı', 'BAKU'],
    ['BAKI', 'BAKU'],
    ['Şuşa', 'KARABAKH'],
    ['İSMAYILLI', 'MOUNTAINOUS_SHIRVAN'],
    ['Алматы', undefined],
    [null, undefined],
  ] as const)('%s is in %s', (name, region) => {
    expect(regionOf(name)).toBe(region);
  });
});

describe('periods', () => {
  it.each(['2025', '2025-Q1', '1999-Q4'])('%s is one', (text) => {
    expect(readPeriod(text)).toBe(text);
  });

  it.each(['', '25', '2025-Q0', '2025-Q5', '2025-q1', '2025-01', '2025 ', '3025'])(
    '%j is none',
    (text) => {
      expect(readPeriod(text)).toBeUndefined();
    },
  );

  it('end with their last day', () => {
    expect(cutOffOf('2025-Q2')).toBe('2025-06-30');
    expect(cutOffOf('2025')).toBe('2025-12-31');
    expect(hasEnded('2025', '2025-12-31')).toBe(false);
    expect(hasEnded('2025', '2026-01-01')).toBe(true);
  });

  it('a quarter is told after the earlier ones of its year', () => {
    expect(quartersUntil('2025-Q2')).toEqual(['2025-Q1', '2025-Q2']);
    expect(quartersUntil('2025')).toEqual(quartersOf('2025'));
  });
});
