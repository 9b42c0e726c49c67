/** A-3.1(1) Which cells are hidden: small ones, and as many others as keep them from being computed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Count,
  cellKey,
  type Definition,
  definitionOf,
  isSafe,
  type Period,
  type Place,
  type Publishing,
  protect,
  tabulate,
} from '../../../src/statistics/index.js';
import { attack } from '../../rigs/disclosure/attack.js';
import { show } from '../../rigs/disclosure/run.js';
import { counted, seedOf } from '../../support/statistics.js';

const table = (id: string): Definition => {
  const definition = definitionOf(id);
  if (definition === undefined) throw new Error(id);
  return definition;
};
const BY_REGION = table('permits-by-region');
const BY_AGE = table('permits-by-age-and-sex');

interface Plan {
  readonly counts: readonly Count[];
  readonly definition?: Definition;
  readonly period?: Period;
  readonly threshold?: number;
  readonly seed?: Uint8Array;
  readonly published?: readonly Publishing[];
}

function protectedTable({
  counts,
  definition = BY_REGION,
  period = '2025',
  ...plan
}: Plan): Publishing {
  const { threshold = 5, seed = seedOf(1), published = [] } = plan;
  const whole = tabulate(definition, period, counts);
  const hidden = protect({ table: whole, threshold, seed, published, counts });
  if (hidden === undefined) throw new Error('refused');
  return { definition, period, threshold, hidden };
}

const hiddenIn = (plan: Plan): readonly string[] => [...protectedTable(plan).hidden].sort();

const anyCounts = fc
  .array(
    fc.record({
      persons: fc.integer({ min: 1, max: 12 }),
      quarter: fc.constantFrom('2025-Q1', '2025-Q2'),
      REGION: fc.constantFrom('BAKU', 'KARABAKH', 'CENTRAL_ARAN', '_U'),
      AGE: fc.constantFrom('Y_LT15', 'Y25T44', 'Y_GE65'),
      SEX: fc.constantFrom('FEMALE', 'MALE'),
      instruments: fc.constantFrom(['AZ-KZ-2019'] as const, ['AZ-BE-2019', 'AZ-KZ-2019'] as const),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((changes) => changes.map(({ persons, ...change }) => counted(persons, change)));
const few = { numRuns: 12 };

describe('what is hidden', () => {
  it('nothing where no number is small', () => {
    const counts = [counted(20), counted(30, { REGION: 'KARABAKH' })];
    expect(hiddenIn({ counts })).toEqual([]);
  });

  it('a quarter whose total would leave few in the last one, beside a year told by other dimensions', () => {
    const quarters = [9, 14, 8, 3];
    const counts = quarters.map((persons, nth) =>
      counted(persons, { quarter: `2025-Q${nth + 1}` as Count['quarter'] }),
    );
    const published: Publishing[] = [protectedTable({ counts, definition: BY_AGE })];
    for (const period of ['2025-Q1', '2025-Q3', '2025-Q2', '2025-Q4'] as const) {
      published.push(protectedTable({ counts, period, published }));
    }
    expect(attack(published.map((one) => show(one, counts)))).toEqual([]);
    const totals = published.map(({ hidden }) =>
      hidden.has(cellKey({ kind: 'TEMPORARY_RESIDENCE', at: ['_T'] })),
    );
    expect(totals.filter(Boolean).length).toBeGreaterThan(1);
  });

  it('a small cell, and another from which it cannot be subtracted', () => {
    const regions = ['BAKU', 'KARABAKH', 'CENTRAL_ARAN'] as const;
    const counts = regions.map((REGION, nth) => counted([3, 40, 50][nth] ?? 0, { REGION }));
    const hidden = hiddenIn({ counts });
    expect(hidden).toContain(cellKey({ kind: 'TEMPORARY_RESIDENCE', at: ['BAKU'] }));
    expect(hidden).toHaveLength(2);
  });

  it('not the cell that a 0 is in, unless it must hide another', () => {
    const counts = [counted(3), counted(40, { REGION: 'KARABAKH' })];
    const zero = cellKey({ kind: 'TEMPORARY_RESIDENCE', at: ['NAKHCHIVAN'] });
    expect(hiddenIn({ counts })).not.toContain(zero);
  });

  it('every small cell, for any counts', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { hidden } = protectedTable({ counts, definition: BY_AGE });
        const small = tabulate(BY_AGE, '2025', counts).figures.filter(
          ({ persons }) => persons > 0 && persons < 5,
        );
        expect(small.filter((figure) => !hidden.has(cellKey(figure)))).toEqual([]);
      }),
      few,
    );
  });

  it('more with a higher threshold, and all that was hidden with a lower one', () => {
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 6, max: 9 }), (counts, threshold) => {
        const hidden = new Set(hiddenIn({ counts, threshold }));
        expect(hiddenIn({ counts }).filter((key) => !hidden.has(key))).toEqual([]);
      }),
      few,
    );
  });

  it('the same for the same seed, in whatever order it was counted', () => {
    fc.assert(
      fc.property(anyCounts, fc.nat(), (counts, number) => {
        const seed = seedOf(number);
        const forwards = hiddenIn({ counts, seed });
        expect(hiddenIn({ counts: [...counts].reverse(), seed })).toEqual(forwards);
      }),
      few,
    );
  });
});

describe('what a hidden cell is drawn by', () => {
  it('another seed may hide another cell: its number does not choose it', () => {
    const regions = ['BAKU', 'KARABAKH', 'CENTRAL_ARAN', 'MIL_MUGHAN', 'GAZAKH_TOVUZ'] as const;
    const counts = regions.map((REGION, nth) => counted([3, 20, 40, 60, 80][nth] ?? 0, { REGION }));
    const seen = Array.from({ length: 20 }, (_, nth) => hiddenIn({ counts, seed: seedOf(nth) }));
    const partners = new Set(seen.flat());
    expect(partners.size).toBeGreaterThan(3);
  });
});

describe('whoever knows the method', () => {
  const REGIONS = ['BAKU', 'KARABAKH', 'CENTRAL_ARAN', 'MIL_MUGHAN'] as const;
  /** What is seen of a table with so many in each region, whatever the seed: what is shown, and where something is hidden. */
  const viewsOf = (persons: readonly number[]): readonly string[] =>
    [1, 2, 3].map((seed) => {
      const counts = REGIONS.map((REGION, nth) => counted(persons[nth] ?? 0, { REGION }));
      const plan = { counts, period: '2025-Q1', seed: seedOf(seed) } as const;
      return JSON.stringify(show(protectedTable(plan), counts));
    });

  it('does not learn from what is hidden with it that each of four is one', () => {
    const [seen = ''] = viewsOf([1, 1, 1, 1]);
    for (const persons of [2, 3, 4]) expect(viewsOf([persons, 1, 1, 1])).toContain(seen);
  });
});

describe('beside what is published', () => {
  const quarter = (n: 1 | 2 | 3 | 4, persons: number, change: Partial<Count> = {}): Count =>
    counted(persons, { quarter: `2025-Q${n}`, ...change });
  const YEAR: readonly Count[] = [quarter(1, 20), quarter(2, 20), quarter(3, 20), quarter(4, 2)];

  it('a quarter is not what the year leaves of the other three', () => {
    const published: Publishing[] = [];
    for (const period of ['2025-Q1', '2025-Q2', '2025-Q3', '2025'] as const) {
      published.push(protectedTable({ counts: YEAR, period, published }));
    }
    const open = published.filter(({ hidden }) => hidden.size === 0);
    expect(open).toHaveLength(3);
    expect(attack(published.map((one) => show(one, YEAR)))).toEqual([]);
  });

  it('a table that would give a small cell away beside the published ones is not safe', () => {
    const open = (period: Period): Publishing => ({
      ...{ definition: BY_REGION, period, threshold: 5, hidden: new Set<string>() },
    });
    const quarters = [open('2025-Q1'), open('2025-Q2'), open('2025-Q3')];
    expect(isSafe(open('2025'), { published: quarters.slice(1), counts: YEAR })).toBe(true);
    expect(isSafe(open('2025'), { published: quarters, counts: YEAR })).toBe(false);
    const otherYear = quarters.map((one) => ({ ...one, period: '2024-Q1' as const }));
    expect(isSafe(open('2025'), { published: otherYear, counts: YEAR })).toBe(true);
  });

  it('a population shows nothing of another that it does not contain, until it does', () => {
    const belgian = table('regular-permits-by-region');
    const open = (definition: Definition): Publishing => ({
      ...{ definition, period: '2025', threshold: 5, hidden: new Set<string>() },
    });
    const counts = [
      counted(30, { instruments: ['AZ-BE-2019', 'AZ-KZ-2019'] }),
      counted(2, { instruments: ['AZ-BE-2019'] }),
    ];
    // Nationals of Kazakhstan alone could be any number.
    expect(isSafe(open(belgian), { published: [open(BY_REGION)], counts })).toBe(true);
    const published = [open(BY_REGION), open(belgian)];
    expect(attack(published.map((one) => show(one, counts)))).toEqual([]);
  });

  it('the same table is not safe again with other cells hidden', () => {
    const regions = ['BAKU', 'KARABAKH', 'CENTRAL_ARAN'] as const;
    const counts = regions.map((REGION, nth) => counted([3, 40, 50][nth] ?? 0, { REGION }));
    const cell = (REGION: string) =>
      cellKey({ kind: 'TEMPORARY_RESIDENCE', at: [REGION as 'BAKU'] });
    const hiding = (...cells: readonly string[]): Publishing => ({
      ...{ definition: BY_REGION, period: '2025', threshold: 5, hidden: new Set(cells.map(cell)) },
    });
    const one = hiding('BAKU', 'KARABAKH');
    expect(isSafe(one, { published: [], counts })).toBe(true);
    expect(isSafe(hiding('BAKU', 'CENTRAL_ARAN'), { published: [one], counts })).toBe(false);
  });

  it('what was published under a lower threshold is known, and keeps no other table back', () => {
    const counts = [counted(7), counted(40, { REGION: 'KARABAKH' })];
    const before = protectedTable({ counts, threshold: 5 });
    expect(before.hidden.size).toBe(0);
    const now = protectedTable({ counts, definition: BY_AGE, threshold: 10, published: [before] });
    expect(isSafe(now, { published: [before], counts })).toBe(true);
  });

  it.each([
    ['all of them', []],
    ['one of them', ['BAKU', 'CENTRAL_ARAN']],
  ] as const)(
    'a table under a higher threshold does not show what another hid: %s',
    (_, hiding) => {
      // Hidden together they are 7, which is no more than seven wide: known under a threshold of ten, and yet not told.
      const regions = ['BAKU', 'KARABAKH', 'CENTRAL_ARAN'] as const;
      const counts = regions.map((REGION, nth) => counted([3, 4, 50][nth] ?? 0, { REGION }));
      const hidden = (...cells: readonly (typeof regions)[number][]) =>
        new Set(cells.map((region) => cellKey({ kind: 'TEMPORARY_RESIDENCE', at: [region] })));
      const table = { definition: BY_REGION, period: '2025' } as const;
      const before = { ...table, threshold: 5, hidden: hidden('BAKU', 'KARABAKH') };
      expect(isSafe(before, { published: [], counts })).toBe(true);
      const now = { ...table, threshold: 10, hidden: hidden(...hiding) };
      expect(isSafe(now, { published: [before], counts })).toBe(false);
    },
  );

  it('after a threshold was raised, and lowered again, tables are still released', () => {
    const counts = [counted(7)];
    const published = [protectedTable({ counts, threshold: 5 })];
    published.push(protectedTable({ counts, definition: BY_AGE, threshold: 10, published }));
    for (const [period, threshold] of [
      ['2025-Q1', 10],
      ['2025-Q2', 5],
    ] as const) {
      const next = protectedTable({ counts, period, threshold, published });
      expect(isSafe(next, { published, counts })).toBe(true);
      published.push(next);
    }
  });

  it('a table that shows a small cell is not safe', () => {
    const shown = {
      definition: BY_REGION,
      period: '2025',
      threshold: 5,
      hidden: new Set<string>(),
    };
    expect(isSafe({ ...shown, period: '2025' }, { published: [], counts: [counted(4)] })).toBe(
      false,
    );
    expect(isSafe({ ...shown, period: '2025' }, { published: [], counts: [counted(5)] })).toBe(
      true,
    );
  });
});

describe('nobody who tries every whole table there could be', () => {
  const AGES = ['Y15T24', 'Y25T44'] as const;
  const SEXES = ['FEMALE', 'MALE'] as const;
  const PLACES = AGES.flatMap((AGE) => SEXES.map((SEX) => [AGE, SEX] as const));
  const MARGINS = [
    ...AGES.map((AGE) => [AGE, '_T'] as const),
    ...SEXES.map((SEX) => ['_T', SEX] as const),
    ['_T', '_T'] as const,
  ];
  const MOST = 14;

  const sumAt = (cells: readonly number[], at: (typeof MARGINS)[number]): number =>
    PLACES.reduce(
      (sum, place, nth) =>
        at.every((category, axis) => category === '_T' || category === place[axis])
          ? sum + (cells[nth] ?? 0)
          : sum,
      0,
    );

  /** Every table of four cells that shows what is not hidden of the true one. */
  function tablesLike(truth: readonly number[], isHidden: (at: Place) => boolean) {
    const margins = MARGINS.filter((at) => !isHidden(at));
    const any = Array.from({ length: MOST + 1 }, (_, value) => value);
    return PLACES.reduce<readonly (readonly number[])[]>(
      (tables, at, nth) => {
        const values = isHidden(at) ? any : [truth[nth] ?? 0];
        return tables.flatMap((cells) => values.map((value) => [...cells, value]));
      },
      [[]],
    ).filter((cells) => margins.every((at) => sumAt(cells, at) === sumAt(truth, at)));
  }

  it('learns a hidden cell to within the threshold', () => {
    const four = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(four, (truth) => {
        const counts = PLACES.map(([AGE, SEX], nth) => counted(truth[nth] ?? 0, { AGE, SEX }));
        const { hidden } = protectedTable({
          ...{ counts: counts.filter(({ persons }) => persons > 0), definition: BY_AGE },
        });
        const isHidden = (at: Place): boolean =>
          hidden.has(cellKey({ kind: 'TEMPORARY_RESIDENCE', at }));
        const fits = tablesLike(truth, isHidden);
        // Hidden zeros elsewhere leave even more tables, which are not tried here.
        fc.pre(hidden.size === [...PLACES, ...MARGINS].filter(isHidden).length);
        for (const nth of PLACES.map((at, place) => (isHidden(at) ? place : -1))) {
          const values = fits.map((cells) => cells[nth] ?? 0).sort((one, other) => one - other);
          if (nth >= 0) expect((values.at(-1) ?? 0) - (values[0] ?? 0)).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 10 },
    );
  });
});
