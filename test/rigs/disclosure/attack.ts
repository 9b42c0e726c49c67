/**
 * Somebody who has every published table, knows the method and its threshold, and wants to know a hidden cell. Apart from
 * the defender: the unknowns are persons of each joint category of all dimensions, and the bounds are those of a linear
 * programming library.
 */
import { solve } from 'yalps';

/** A table as it is published. */
export interface SeenTable {
  readonly table: string;
  readonly instrument: string;
  readonly dimensions: readonly string[];
  /** `2025` or `2025-Q3`. */
  readonly period: string;
  readonly threshold: number;
  readonly cells: readonly SeenCell[];
}

export interface SeenCell {
  readonly kind: string;
  /** `_T`: all of them. */
  readonly at: readonly string[];
  /** Null where it is hidden. */
  readonly persons: number | null;
}

/** What the attacker says of a hidden cell: between these, both included. */
export interface Learnt {
  readonly table: string;
  readonly period: string;
  readonly cell: SeenCell;
  readonly least: number;
  readonly most: number;
}

/** The hidden cells that are learnt to within less than the threshold of their table. */
export function attack(tables: readonly SeenTable[]): readonly Learnt[] {
  const kinds = new Set(tables.flatMap(({ cells }) => cells.map(({ kind }) => kind)));
  const years = new Set(tables.map(({ period }) => period.slice(0, 4)));
  return [...kinds].flatMap((kind) =>
    [...years].flatMap((year) =>
      attackKind(
        tables.filter(({ period }) => period.startsWith(year)),
        kind,
      ),
    ),
  );
}

interface Equation {
  readonly table: SeenTable;
  readonly cell: SeenCell;
  /** Names of joint categories. */
  readonly atoms: Set<string>;
}

function attackKind(tables: readonly SeenTable[], kind: string): readonly Learnt[] {
  const equations = equationsOf(tables, kind);
  const solutions: ReadonlyMap<string, number>[] = [];
  return equations.flatMap((hidden) => {
    const { table, cell } = hidden;
    const between = cell.persons === null ? boundsOf(hidden, equations, solutions) : undefined;
    if (between === undefined || between.most - between.least >= table.threshold) return [];
    return [{ table: table.table, period: table.period, cell, ...between }];
  });
}

/** The least and the most a cell can be; undefined where solutions found before are apart already. */
function boundsOf(
  { table, atoms }: Equation,
  equations: readonly Equation[],
  solutions: ReadonlyMap<string, number>[],
): Pick<Learnt, 'least' | 'most'> | undefined {
  const bounds: number[] = [];
  for (const direction of ['minimize', 'maximize'] as const) {
    const seen = solutions.map((solution) => sumIn(atoms, solution));
    if (Math.max(...seen) - Math.min(...seen) >= table.threshold) return undefined;
    const { value, solution } = bound(equations, { atoms, direction });
    bounds.push(value);
    if (solution !== undefined) solutions.push(solution);
  }
  const [low = 0, high = 0] = bounds;
  return { least: Math.max(0, Math.ceil(low - 1e-6)), most: Math.floor(high + 1e-6) };
}

const sumIn = (atoms: ReadonlySet<string>, values: ReadonlyMap<string, number>): number =>
  [...atoms].reduce((sum, atom) => sum + (values.get(atom) ?? 0), 0);

function bound(
  equations: readonly Equation[],
  { atoms, direction }: { atoms: ReadonlySet<string>; direction: 'minimize' | 'maximize' },
) {
  const variables = new Map<string, Map<string, number>>();
  const constraints = new Map<string, object>([['wanted', { max: 1_000_000 }]]);
  for (const [nth, equation] of equations.entries()) {
    const name = `e${nth}`;
    const { persons } = equation.cell;
    constraints.set(name, persons === null ? { min: 0 } : { equal: persons });
    for (const atom of equation.atoms) {
      const terms = variables.get(atom) ?? new Map<string, number>();
      variables.set(atom, terms.set(name, 1));
    }
  }
  for (const atom of atoms) variables.get(atom)?.set('wanted', 1);
  const {
    status,
    result,
    variables: values,
  } = solve(
    { direction, objective: 'wanted', constraints, variables },
    { maxPivots: 100_000, includeZeroVariables: false },
  );
  if (status === 'unbounded') return { value: Number.POSITIVE_INFINITY, solution: undefined };
  // An attack that was not carried through is no attack that failed.
  if (status !== 'optimal') throw new Error(`${kindOf(equations)}: ${status}`);
  return { value: result, solution: new Map(values) };
}

const kindOf = ([first]: readonly Equation[]): string => first?.cell.kind ?? '';

/** One equation for each published cell, over the joint categories that no shown 0 empties, merged where alike. */
function equationsOf(tables: readonly SeenTable[], kind: string): readonly Equation[] {
  const told = tables.flatMap((table, nth) =>
    table.cells
      .filter((cell) => cell.kind === kind)
      .map((cell) => ({ table, cell, name: `${nth}|${cell.at}`, atoms: new Set<string>() })),
  );
  const named = new Map(told.map((equation) => [equation.name, equation]));
  for (const atom of jointAtoms(tables)) {
    const names = cellsOver(atom, tables);
    const holding = names.flatMap((name) => named.get(name) ?? []);
    if (holding.some(({ cell }) => cell.persons === 0)) continue;
    for (const { atoms } of holding) atoms.add(names.join(' '));
  }
  return told.filter(({ cell }) => cell.persons !== 0);
}

interface Atom {
  readonly quarter: number;
  readonly instruments: readonly string[];
  readonly categories: Readonly<Record<string, string>>;
}

function jointAtoms(tables: readonly SeenTable[]): readonly Atom[] {
  const instruments = [...new Set(tables.map(({ instrument }) => instrument))];
  const populations = instruments.flatMap((one, nth) => [
    [one],
    ...instruments.slice(nth + 1).map((other) => [one, other]),
  ]);
  const joint = jointCategories(tables);
  return [1, 2, 3, 4].flatMap((quarter) =>
    populations.flatMap((held) =>
      joint.map((categories) => ({ quarter, instruments: held, categories })),
    ),
  );
}

function jointCategories(tables: readonly SeenTable[]): readonly Atom['categories'][] {
  const known = new Map<string, ReadonlySet<string>>();
  for (const { dimensions, cells } of tables) {
    for (const [nth, dimension] of dimensions.entries()) {
      known.set(
        dimension,
        new Set(cells.map(({ at }) => at[nth] ?? '').filter((at) => at !== '_T')),
      );
    }
  }
  return [...known].reduce<readonly Atom['categories'][]>(
    (joint, [dimension, categories]) =>
      joint.flatMap((atom) =>
        [...categories].map((category) => ({ ...atom, [dimension]: category })),
      ),
    [{}],
  );
}

/** The cells that count who is of these joint categories, in every table. */
function cellsOver(atom: Atom, tables: readonly SeenTable[]): readonly string[] {
  return tables.flatMap(({ period, instrument, dimensions }, nth) => {
    const [, quarter = atom.quarter] = period.split('-Q');
    if (Number(quarter) !== atom.quarter || !atom.instruments.includes(instrument)) return [];
    return dimensions
      .reduce<readonly string[][]>(
        (places, dimension) =>
          places.flatMap((place) => [
            [...place, atom.categories[dimension] ?? ''],
            [...place, '_T'],
          ]),
        [[]],
      )
      .map((at) => `${nth}|${at}`);
  });
}
