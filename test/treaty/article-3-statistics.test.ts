/**
 * A-3.1(1), B-2a Statistical information: agreed tables alone, small cells hidden alone and with everything published, and
 * no way to a person.
 */
import { isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  type Count,
  cellKey,
  DEFINITIONS,
  draftOf,
  type Publishing,
  planOf,
  tabulate,
} from '../../src/statistics/index.js';
import { attack } from '../rigs/disclosure/attack.js';
import { show } from '../rigs/disclosure/run.js';
import { emittedSchema } from '../support/selections.js';
import { counted, seedOf } from '../support/statistics.js';

const COUNTS: readonly Count[] = [
  counted(40),
  counted(3, { REGION: 'KARABAKH' }),
  counted(25, { quarter: '2025-Q2', instruments: ['AZ-BE-2019', 'AZ-KZ-2019'] }),
  counted(2, { quarter: '2025-Q4', instruments: ['AZ-BE-2019'], AGE: 'Y_GE65' }),
];

function published(): readonly Publishing[] {
  const tables: Publishing[] = [];
  for (const definition of DEFINITIONS) {
    if (definition.subject !== 'PERMITS') continue;
    for (const period of ['2025-Q1', '2025', '2025-Q4', '2025-Q2'] as const) {
      const wish = { definition, period, threshold: 5 };
      const made = draftOf(wish, {
        counts: COUNTS,
        published: tables,
        seed: seedOf(tables.length),
      });
      if (made.fault === null) tables.push({ ...wish, hidden: made.hidden });
    }
  }
  return tables;
}

const tables = published();

describe.each([
  ['A-3.1(1)', 'AZ-KZ-2019'],
  ['B-2a', 'AZ-BE-2019'],
] as const)('%s', (row, instrument) => {
  it(`${row} a number below the threshold stands in no published table`, () => {
    const own = tables.filter(({ definition }) => definition.instrument === instrument);
    const small = own.flatMap((table) =>
      tabulate(table.definition, table.period, COUNTS)
        .figures.filter(({ persons }) => persons > 0 && persons < 5)
        .map((figure) => table.hidden.has(cellKey(figure))),
    );
    expect(own.length).toBeGreaterThan(5);
    expect(small.length).toBeGreaterThan(1);
    expect(small).not.toContain(false);
  });

  it(`${row} differencing what is published reveals none that is hidden`, () => {
    expect(attack(tables.map((table) => show(table, COUNTS)))).toEqual([]);
    const naive = tables.map((table) => ({ ...table, hidden: smallOf(table) }));
    expect(attack(naive.map((table) => show(table, COUNTS))).length).toBeGreaterThan(0);
  });

  it(`${row} nobody computes a table that is not agreed`, () => {
    const wish = { period: '2025', threshold: 5, recorded: null };
    const today = '2026-06-01';
    expect(planOf({ ...wish, table: 'permits-by-citizenship' }, today)).toEqual({
      fault: 'UNKNOWN_TABLE',
    });
    expect(planOf({ ...wish, table: 'toString' }, today)).toEqual({ fault: 'UNKNOWN_TABLE' });
  });
});

const smallOf = ({ definition, period }: Publishing): ReadonlySet<string> =>
  new Set(
    tabulate(definition, period, COUNTS)
      .figures.filter(({ persons }) => persons > 0 && persons < 5)
      .map(cellKey),
  );

it('A-3.1(1) no field of the graph counts persons: none is named for it', () => {
  const types = Object.values(emittedSchema().getTypeMap()).filter(isObjectType);
  const named = types.flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((field) => /totalCount|statistic(al)?Table|aggregate/i.test(field))).toEqual(
    [],
  );
});
