/**
 * What the tables of one kind and one calendar year say of each other. The unknowns are the numbers of persons in the
 * finest cells: for each set of dimensions that a table has, a quarter, a part of the populations, and a category of each
 * dimension. Every cell of every table, a quarter's or the year's, is a sum of unknowns; two sets of dimensions agree
 * where they share a margin.
 *
 * That is all that the tables say as long as the sets are decomposable (Lauritzen): any two agreeing margins are then
 * those of some joint table, in whole numbers too. {REGION} with {AGE, SEX} is; {REGION, AGE}, {AGE, SEX}, {REGION, SEX}
 * would not be.
 */
import type { InstrumentId } from '../../treaty/index.js';
import type { Count } from '../counts.js';
import type { Definition, Kind } from '../definitions.js';
import { type AnyCategory, CATEGORIES, type Dimension, TOTAL } from '../dimensions.js';
import { type Period, type Quarter, quartersOf, type Year } from '../period.js';
import type { Place } from '../tabulate.js';

/** Persons of the nationals whom just these instruments are about, in the order of their ids. */
export type Part = readonly InstrumentId[];

export interface Unknown {
  readonly dimensions: readonly Dimension[];
  readonly quarter: Quarter;
  readonly part: Part;
  readonly at: readonly AnyCategory[];
  /** How many there are. */
  readonly truth: number;
}

export interface Space {
  readonly kind: Kind;
  readonly year: Year;
  readonly dimensionSets: readonly (readonly Dimension[])[];
  readonly parts: readonly Part[];
  readonly unknowns: readonly Unknown[];
  /** By cell: the indices of the unknowns it is the sum of. */
  readonly members: ReadonlyMap<string, readonly number[]>;
}

/** Which persons of the space a cell counts. */
export interface CellOf {
  readonly dimensions: readonly Dimension[];
  /** A quarter, or the year. */
  readonly period: Period;
  /** The population of an instrument, or a part of it. */
  readonly population: InstrumentId | Part;
  readonly at: Place;
}

/** The space that tables of these definitions span. The counts may be of any subject, kind and year. */
export function spaceOf(
  { kind, year }: Pick<Space, 'kind' | 'year'>,
  definitions: readonly Definition[],
  counts: readonly Count[],
): Space {
  const dimensionSets = distinct(definitions.map(({ dimensions }) => dimensions));
  const instruments = [...new Set(definitions.map(({ instrument }) => instrument))].sort();
  const [{ subject } = { subject: undefined }] = definitions;
  const parts = subsetsOf(instruments).filter((part) => part.length > 0);
  const truth = truthOf(
    counts.filter((count) => count.subject === subject && count.kind === kind),
    { dimensionSets, instruments },
  );
  const unknowns = dimensionSets.flatMap((dimensions) =>
    quartersOf(year).flatMap((quarter) =>
      parts.flatMap((part) =>
        finestPlaces(dimensions).map((at) => {
          const cell = { dimensions, quarter, part, at };
          return { ...cell, truth: truth.get(keyOf(cell)) ?? 0 };
        }),
      ),
    ),
  );
  const members = indexOf(unknowns, year);
  return { kind, year, dimensionSets, parts, unknowns, members };
}

/** The unknowns that a cell is the sum of, by their index. One that the space does not have would tie nothing: a fault. */
export function membersOf({ members }: Space, cell: CellOf): readonly number[] {
  const found = members.get(cellOf(cell));
  if (found === undefined) throw new Error('no such cell');
  return found;
}

/** Every cell of the space with what it is the sum of: each set of dimensions, period and population. */
function indexOf(unknowns: readonly Unknown[], year: Year): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  for (const [index, { dimensions, quarter, part, at }] of unknowns.entries()) {
    const populations = [part, ...part];
    const cells = [quarter, year].flatMap((period) =>
      populations.flatMap((population) =>
        withTotals(at).map((place) => ({ dimensions, period, population, at: place })),
      ),
    );
    for (const key of cells.map(cellOf)) {
      const found = members.get(key) ?? [];
      if (found.push(index) === 1) members.set(key, found);
    }
  }
  return members;
}

const cellOf = ({ dimensions, period, population, at }: CellOf): string =>
  `${dimensions.join()}|${period}|${typeof population === 'string' ? population : `=${population.join()}`}|${at.join()}`;

const withTotals = (at: Place): readonly Place[] =>
  at.reduce<readonly Place[]>(
    (places, category) =>
      places.flatMap((place) => [
        [...place, category],
        [...place, TOTAL],
      ]),
    [[]],
  );

/** Margins that two sets of dimensions share: each pair has the same sum. */
export function sharedMargins(space: Space): readonly (readonly [CellOf, CellOf])[] {
  return pairsOf(space.dimensionSets).flatMap(([first, second]) => {
    const shared = first.filter((dimension) => second.includes(dimension));
    return quartersOf(space.year).flatMap((quarter) =>
      space.parts.flatMap((part) =>
        finestPlaces(shared).map((at) => {
          const margin = (dimensions: readonly Dimension[]): CellOf => ({
            ...{ dimensions, period: quarter, population: part },
            at: dimensions.map((dimension) => at[shared.indexOf(dimension)] ?? TOTAL),
          });
          return [margin(first), margin(second)] as const;
        }),
      ),
    );
  });
}

/** Sums of what was counted, by finest cell. */
function truthOf(
  counts: readonly Count[],
  {
    dimensionSets,
    instruments,
  }: Pick<Space, 'dimensionSets'> & { readonly instruments: readonly InstrumentId[] },
): ReadonlyMap<string, number> {
  const truth = new Map<string, number>();
  for (const count of counts) {
    const part = instruments.filter((instrument) => count.instruments.includes(instrument));
    for (const dimensions of dimensionSets) {
      const at = dimensions.map((dimension) => count[dimension]);
      const key = keyOf({ dimensions, quarter: count.quarter, part, at });
      truth.set(key, (truth.get(key) ?? 0) + count.persons);
    }
  }
  return truth;
}

const keyOf = ({ dimensions, quarter, part, at }: Omit<Unknown, 'truth'>): string =>
  cellOf({ dimensions, period: quarter, population: part, at });

function finestPlaces(dimensions: readonly Dimension[]): readonly (readonly AnyCategory[])[] {
  return dimensions.reduce<readonly (readonly AnyCategory[])[]>(
    (places, dimension) =>
      places.flatMap((place) => CATEGORIES[dimension].map((category) => [...place, category])),
    [[]],
  );
}

function distinct(sets: readonly (readonly Dimension[])[]): readonly (readonly Dimension[])[] {
  return [...new Map(sets.map((set) => [set.join(), set])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, set]) => set);
}

const subsetsOf = <T>(values: readonly T[]): readonly (readonly T[])[] =>
  values.reduce<readonly (readonly T[])[]>(
    (subsets, value) => subsets.flatMap((subset) => [subset, [...subset, value]]),
    [[]],
  );

const pairsOf = <T>(values: readonly T[]): readonly (readonly [T, T])[] =>
  values.flatMap((first, nth) => values.slice(nth + 1).map((second) => [first, second] as const));
