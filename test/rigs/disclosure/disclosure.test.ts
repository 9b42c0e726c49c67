/** A-3.1(1), B-2a Sets of published tables under attack: nothing hidden is learnt, and every planted build is found. */
import { describe, expect, it } from 'vitest';
import { attack, type SeenTable } from './attack.js';
import { type Build, runDisclosure } from './run.js';

describe('sets of published tables', () => {
  it('honest: no hidden cell is learnt, exactly or to within the threshold', () => {
    const { published, hidden, small, recovered, broken } = runDisclosure({
      ...{ build: 'honest', sets: 2, seed: 7 },
    });
    expect(broken).toEqual([]);
    expect(recovered).toBe(0);
    expect(published).toBeGreaterThan(8);
    expect(hidden).toBeGreaterThan(small);
  });

  const planted: readonly Build[] = ['primary-only', 'alone', 'again'];
  it.each(planted)('%s is found', (build) => {
    expect(runDisclosure({ build, sets: 1, seed: 1 }).recovered).toBeGreaterThan(0);
  });
});

describe('the attacker', () => {
  const table = (change: Partial<SeenTable>): SeenTable => ({
    ...{ table: 't', instrument: 'i', dimensions: ['REGION'], period: '2025', threshold: 5 },
    cells: [],
    ...change,
  });
  const cell = (at: string, persons: number | null) => ({ kind: 'k', at: [at], persons });

  it('subtracts', () => {
    const cells = [cell('a', 10), cell('b', null), cell('_T', 13)];
    expect(attack([table({ cells })])).toMatchObject([{ least: 3, most: 3 }]);
  });

  it('bounds by what stays positive', () => {
    const cells = [cell('a', null), cell('b', null), cell('_T', 4)];
    expect(attack([table({ cells })])).toMatchObject([
      { least: 0, most: 4 },
      { least: 0, most: 4 },
    ]);
  });

  it('takes a year and its quarters together', () => {
    const quarters = [1, 2, 3].map((n) =>
      table({ period: `2025-Q${n}`, cells: [cell('a', 10), cell('_T', 10)] }),
    );
    const hidden = table({ period: '2025-Q4', cells: [cell('a', null), cell('_T', null)] });
    const year = table({ cells: [cell('a', 33), cell('_T', 33)] });
    expect(attack([...quarters, hidden])).toEqual([]);
    expect(attack([...quarters, hidden, year])).toMatchObject([
      { period: '2025-Q4', least: 3, most: 3 },
      { period: '2025-Q4', least: 3, most: 3 },
    ]);
  });

  it('learns nothing where nothing is to be learnt', () => {
    const cells = [cell('a', null), cell('b', null), cell('_T', 40)];
    expect(attack([table({ cells })])).toEqual([]);
  });
});
