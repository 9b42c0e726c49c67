import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellsOf,
  countedIn,
  type Execution,
  FEW,
  guarded,
  isTold,
  type Participant,
  quartersIn,
  requestFigures,
  sightOf,
  timelinessOf,
} from '../../../src/cooperation/index.js';
import type { Day } from '../../../src/treaty/index.js';

const DAY = 86_400_000;
const Q2 = { from: Date.parse('2026-04-01'), until: Date.parse('2026-07-01') };

/** A request that came on a day of the quarter; days from its receipt until its term ends and until it was answered. */
const execution = (
  day: number,
  { term = 30, took = null as number | null, ...rest } = {},
): Execution => {
  const receivedAt = Q2.from + day * DAY;
  const concludedAt = took === null ? null : receivedAt + took * DAY;
  return {
    ...{ executing: 'AZ-SMS', receivedAt, concludedAt, endedAt: concludedAt, bases: ['6'] },
    dueBefore: () => receivedAt + term * DAY,
    states: [
      { state: 'RECEIVED', since: receivedAt },
      ...(concludedAt === null ? [] : [{ state: 'ANSWERED', since: concludedAt }]),
    ],
    ...rest,
  };
};

describe('B-5 the quarters of a question', () => {
  test.each<[Day, Day, unknown]>([
    ['2026-04-01', '2026-07-01', [{ from: '2026-04-01', until: '2026-07-01' }]],
    [
      '2025-10-01',
      '2026-04-01',
      [
        { from: '2025-10-01', until: '2026-01-01' },
        { from: '2026-01-01', until: '2026-04-01' },
      ],
    ],
    ['2026-04-01', '2026-04-01', 'WRONG_SPAN'],
    ['2026-07-01', '2026-04-01', 'WRONG_SPAN'],
    ['2026-05-01', '2026-07-01', 'WRONG_SPAN'],
    ['2026-04-01', '2026-07-02', 'WRONG_SPAN'],
    ['2020-01-01', '2022-04-01', 'SPAN_TOO_WIDE'],
  ])('%s to %s', (from, until, quarters) => {
    expect(quartersIn(from, until)).toEqual(quarters);
  });

  test('eight are told at once, and each follows the one before', () => {
    const quarters = quartersIn('2024-04-01', '2026-04-01');
    expect(quarters).toHaveLength(8);
    if (!Array.isArray(quarters)) throw new Error('no quarters');
    expect(quarters.slice(1).map(({ from }) => from)).toEqual(
      quarters.slice(0, -1).map(({ until }) => until),
    );
  });
});

describe('B-5, A-10.3 how timely requests were executed', () => {
  test.each<[string, readonly Execution[], object]>([
    [
      'in time, on the last day and a day late',
      [execution(1, { took: 10 }), execution(1, { took: 29 }), execution(1, { took: 30 })],
      { received: 3, concluded: 3, withinTerm: 2, medianDays: 29, open: 0, overdue: 0 },
    ],
    [
      'between two days',
      [execution(1, { took: 10 }), execution(1, { took: 13 })],
      { concluded: 2, medianDays: 11.5 },
    ],
    [
      'open, and overdue',
      [execution(80), execution(10), execution(-40)],
      { received: 2, concluded: 0, withinTerm: 0, medianDays: null, open: 3, overdue: 2 },
    ],
    [
      'answered after the quarter: open when it ended',
      [execution(80, { took: 20 })],
      { received: 1, concluded: 0, open: 1, overdue: 0 },
    ],
    [
      'withdrawn: neither concluded nor open',
      [{ ...execution(1), endedAt: Q2.from + 5 * DAY }],
      { received: 1, concluded: 0, open: 0, overdue: 0 },
    ],
  ])('%s', (_, executions, figures) => {
    expect(timelinessOf(executions, Q2)).toMatchObject([{ executing: 'AZ-SMS', ...figures }]);
  });

  test('each authority that executes has a line of its own, and none where nothing was', () => {
    const theirs = { ...execution(1), executing: 'KZ-MIA' };
    expect(timelinessOf([execution(1), theirs], Q2)).toHaveLength(2);
    expect(timelinessOf([execution(100)], Q2)).toEqual([]);
  });

  test('a request counts under each clause it rests on, where it stood when the quarter ended', () => {
    const both = { ...execution(1, { took: 5 }), bases: ['6', '3(1)(5)'] };
    expect(requestFigures([both, execution(80, { took: 20 })], Q2)).toEqual([
      { clause: '3(1)(5)', state: 'ANSWERED', count: 1 },
      { clause: '6', state: 'ANSWERED', count: 1 },
      { clause: '6', state: 'RECEIVED', count: 1 },
    ]);
  });
});

describe('A-11.1 no figure by which a single case could be told', () => {
  const many = (n: number, one: Execution) => Array.from({ length: n }, () => one);

  test('a contact point has no line of zeros where the one thing to be told is that something is open', () => {
    const postponed = { ...execution(-5), dueBefore: () => Q2.until + DAY };
    const [exact] = timelinessOf([postponed], Q2);
    expect(exact).toMatchObject({ received: 0, concluded: 0, overdue: 0, open: 1 });
    expect(guarded(timelinessOf([postponed], Q2))).toEqual([]);
    expect(guarded(timelinessOf([execution(1)], Q2))).toMatchObject([{ received: 1, open: null }]);
  });

  test('a quarter counts the same cases, however far back the question begins', () => {
    const old = execution(-500);
    const late = many(FEW, execution(-100));
    expect(countedIn([...late, old], Q2)).toEqual(late);
    const before = { from: Q2.from - 91 * DAY, until: Q2.from };
    expect(countedIn([...late, execution(-460)], before)).toHaveLength(FEW + 1);
  });

  test.each<[string, readonly Execution[], boolean]>([
    ['none: untold as a few are, or those would be told by it', [], false],
    ['none of ours, a few of another authority', [{ ...execution(1), executing: 'KZ-MIA' }], false],
    ['as many as may be told', many(FEW, execution(1, { took: 5 })), true],
    ['one fewer', many(FEW - 1, execution(1, { took: 5 })), false],
    [
      'enough, but one late',
      [...many(9, execution(1, { took: 5 })), execution(1, { took: 40 })],
      false,
    ],
    [
      'enough, but one of another clause',
      [...many(9, execution(1, { took: 5 })), { ...execution(1, { took: 5 }), bases: ['5(1)'] }],
      false,
    ],
    [
      'enough under each clause, and one under both',
      [
        ...many(9, execution(1, { took: 5 })),
        ...many(9, { ...execution(1, { took: 5 }), bases: ['5(1)'] }),
        { ...execution(1, { took: 5 }), bases: ['6', '5(1)'] },
      ],
      false,
    ],
    [
      'enough, and one executed by the other side',
      [
        ...many(9, execution(1, { took: 5 })),
        { ...execution(1, { took: 5 }), executing: 'KZ-MIA' },
      ],
      false,
    ],
  ])('%s', (_, executions, told) => {
    expect(isTold(cellsOf(executions, Q2))).toBe(told);
  });

  test('of what is told, no sum or difference of figures comes to a few', () => {
    const one = fc.record({
      day: fc.constantFrom(1, 85),
      took: fc.constantFrom(5, 40, null),
      bases: fc.constantFrom(['6'], ['5(1)'], ['6', '5(1)']),
    });
    const group = fc.tuple(fc.integer({ min: 1, max: 9 }), one);
    let told = 0;
    fc.assert(
      fc.property(fc.array(group, { maxLength: 4 }), (groups) => {
        const executions = groups.flatMap(([n, { day, took, bases }]) =>
          many(n, { ...execution(day, { took }), bases }),
        );
        if (!isTold(cellsOf(executions, Q2))) return;
        told += 1;
        for (const figure of derivedFrom(executions)) {
          expect(figure === 0 || figure >= FEW).toBe(true);
        }
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(told).toBeGreaterThan(20);
  });

  const officer = (role: Participant['role'], isOwn: boolean): Participant => ({
    ...{ authority: isOwn ? 'AZ-SMS' : 'KZ-MIA', officer: '1', unit: null, role, isOwn },
  });
  test.each<{ role: Participant['role']; isOwn: boolean; isContact: boolean; sight: string }>([
    { role: 'COORDINATOR', isOwn: true, isContact: false, sight: 'EXACT' },
    { role: 'COORDINATOR', isOwn: false, isContact: false, sight: 'EXACT' },
    { role: 'AUDITOR', isOwn: true, isContact: false, sight: 'EXACT' },
    { role: 'AUDITOR', isOwn: false, isContact: false, sight: 'NONE' },
    { role: 'EXECUTING_OFFICER', isOwn: true, isContact: false, sight: 'NONE' },
    { role: 'EXECUTING_OFFICER', isOwn: true, isContact: true, sight: 'GUARDED' },
    { role: 'PARTNER_GATEWAY', isOwn: false, isContact: false, sight: 'NONE' },
    { role: 'PARTNER_GATEWAY', isOwn: false, isContact: true, sight: 'GUARDED' },
  ])('$role, own $isOwn, contact point $isContact: $sight', ({ role, isOwn, isContact, sight }) => {
    expect(sightOf(officer(role, isOwn), isContact)).toBe(sight);
  });
});

/** What a reader can work out of the figures that are told: what stands there, what overlaps, what is left over. */
function derivedFrom(executions: readonly Execution[]): readonly number[] {
  const figures = requestFigures(executions, Q2);
  const [line] = timelinessOf(executions, Q2);
  const { received = 0, concluded = 0, withinTerm = 0 } = line ?? {};
  const of = (clause: string): number =>
    figures.filter((one) => one.clause === clause).reduce((sum, { count }) => sum + count, 0);
  const overlap = of('6') + of('5(1)') - received;
  const told = figures.map(({ count }) => count);
  return [...told, received, withinTerm, overlap, concluded - withinTerm];
}
