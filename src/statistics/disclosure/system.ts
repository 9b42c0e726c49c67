/**
 * What somebody knows who holds the published tables: each shown cell's number, that no number is negative, and, who knows
 * the method, that a hidden cell counts somebody. Written as how far a table that fits may be from the true one.
 */
import type { Count } from '../counts.js';
import type { Definition, Kind } from '../definitions.js';
import { TOTAL } from '../dimensions.js';
import { type Period, yearOf } from '../period.js';
import { cellKey, type Place, placesOf } from '../tabulate.js';
import { merge, type RawFact, type RawTarget } from './merge.js';
import { membersOf, type Space, sharedMargins, spaceOf } from './space.js';
import type { System } from './sums.js';

/** A table as it is published: all its cells but these, by `cellKey`. */
export interface Publishing {
  readonly definition: Definition;
  readonly period: Period;
  /** Fewer persons than this stand in no cell that is shown. */
  readonly threshold: number;
  readonly hidden: ReadonlySet<string>;
}

/** The tables of one subject and year, seen for one of its kinds. */
export interface Block {
  readonly earlier: readonly Publishing[];
  readonly candidate: Publishing;
  readonly kind: Kind;
  readonly counts: readonly Count[];
}

/** What the tables of a block span, whatever they hide. */
export function groundOf({ earlier, candidate, kind, counts }: Block): Space {
  const definitions = [...earlier, candidate].map(({ definition }) => definition);
  return spaceOf({ kind, year: yearOf(candidate.period) }, definitions, counts);
}

export interface View {
  /** False: as if of the candidate nothing were known but what is hidden, for the same targets. */
  readonly isCandidateKnown?: boolean;
  /** Whether a 0 of the candidate may be hidden too. */
  readonly areZerosOpen?: boolean;
  /**
   * 0: a hidden cell may be any number, which is all that the tables say. 1: who knows the method knows that a hidden cell
   * counts somebody, for a 0 is shown where it hides nothing.
   */
  readonly leastHidden?: 0 | 1;
}

/** The system of a block. */
export function systemOf(
  { earlier, candidate }: Pick<Block, 'earlier' | 'candidate'>,
  space: Space,
  { isCandidateKnown = true, areZerosOpen = false, leastHidden = 0 }: View = {},
): System {
  const told = earlier.flatMap((table) => cellsOf(space, table, leastHidden));
  const wanted = cellsOf(space, candidate, leastHidden);
  const cells = [...told, ...wanted];
  const facts = [
    ...told.map(factOf),
    ...(isCandidateKnown
      ? wanted.map((cell) => openFactOf(cell, areZerosOpen))
      : wanted.filter(({ isHidden }) => isHidden).map(factOf)),
    ...marginsOf(space),
  ];
  const targets = targetsOf(space, cells, candidate.threshold);
  // Of so many persons as of so many numbers: from 0 there is one more than from 1.
  return merge(
    space,
    facts,
    targets.map(({ members, width }) => ({ members, width: width - leastHidden })),
  );
}

interface TableCell {
  readonly key: string;
  readonly at: Place;
  readonly members: readonly number[];
  readonly value: number;
  readonly isHidden: boolean;
  readonly threshold: number;
  readonly leastHidden: 0 | 1;
}

function cellsOf(space: Space, table: Publishing, leastHidden: 0 | 1): readonly TableCell[] {
  const { definition, period, hidden, threshold } = table;
  const of = {
    dimensions: definition.dimensions,
    period,
    population: definition.instrument,
  };
  return placesOf(definition).map((at) => {
    const key = cellKey({ kind: space.kind, at });
    const members = membersOf(space, { ...of, at });
    const isHidden = hidden.has(key);
    return { key, at, members, value: sumOf(space, members), isHidden, threshold, leastHidden };
  });
}

const sumOf = ({ unknowns }: Space, members: readonly number[]): number =>
  members.reduce((sum, index) => sum + (unknowns[index]?.truth ?? 0), 0);

function factOf({ members, value, isHidden, leastHidden }: TableCell): RawFact {
  const sum = { plus: members, minus: [], isShownZero: value === 0 && !isHidden };
  const least = Math.min(value, leastHidden);
  if (isHidden) return { ...sum, lower: least - value, upper: Number.POSITIVE_INFINITY };
  return { ...sum, lower: 0, upper: 0 };
}

function openFactOf(cell: TableCell, areZerosOpen: boolean): RawFact {
  const { key, at, value: persons, isHidden } = cell;
  if (isHidden || (persons === 0 && !areZerosOpen)) return factOf(cell);
  const totals = at.filter((category) => category === TOTAL).length;
  return { ...factOf(cell), isShownZero: false, open: { key, totals } };
}

const marginsOf = (space: Space): readonly RawFact[] =>
  sharedMargins(space).map(([first, second]) => ({
    plus: membersOf(space, first),
    minus: membersOf(space, second),
    ...{ isShownZero: false, lower: 0, upper: 0 },
  }));

/**
 * Every hidden cell; and every small one, in a table or in none, that several tables may give away: another quarter, the
 * year, the difference of two populations.
 */
function targetsOf(
  space: Space,
  cells: readonly TableCell[],
  threshold: number,
): readonly RawTarget[] {
  const small = [...space.members.values()].filter((members) => {
    const persons = sumOf(space, members);
    return persons > 0 && persons < threshold;
  });
  const targets = [
    ...small.map((members) => ({ members, width: threshold })),
    ...cells
      .filter(({ isHidden }) => isHidden)
      .map(({ members, threshold: width }) => ({ members, width })),
  ];
  const once = new Map<string, RawTarget>();
  for (const target of targets) {
    const key = target.members.join();
    const width = Math.max(target.width, once.get(key)?.width ?? 0);
    once.set(key, { ...target, width });
  }
  return [...once.values()];
}
