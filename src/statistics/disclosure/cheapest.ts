/**
 * Which cells of a table to hide besides, so that two tables that agree with all that stays shown differ in a target by
 * its width. One linear program: two moves at once, and the cost of each cell that either of them changes.
 *
 * What a cell costs depends on where it stands and on the seed, never on its number: had the smallest been taken, who
 * knows the method would know that a hidden cell is no larger than those shown beside it.
 */
import { createHmac } from 'node:crypto';
import { Climber, type Row } from './linear.js';
import { movesApart, sumOver } from './moves.js';
import type { OpenCell, System, Target } from './sums.js';

/** Many times the cost of all cells that a move by one person can touch. */
const WORTH_OF_WIDTH = 100_000;
const COST_OF_TOTAL = 4;

export interface Draw {
  readonly seed: Uint8Array;
  /** Cells that are hidden already for another target. */
  readonly free: ReadonlySet<string>;
}

/** Keys of the cells to hide; empty where nothing helps. */
export function cheapestCover(
  { truth, facts }: System,
  target: Target,
  draw: Draw,
): readonly string[] {
  const fixed = facts.filter(({ open }) => open === undefined);
  const open = facts.flatMap((fact) =>
    fact.open === undefined ? [] : [{ ...fact, cell: fact.open }],
  );
  const width = truth.length;
  const costs = open.map((_, nth) => 2 * width + nth);
  const gap: ReadonlyMap<number, number> = new Map([
    ...shifted(target.terms, 0),
    ...shifted(target.terms, width, -1),
  ]);
  const climber = new Climber({
    lower: [...truth, ...truth].map((persons) => -persons).concat(open.map(() => 0)),
    upper: [...truth, ...truth, ...open].map(() => Number.POSITIVE_INFINITY),
    rows: [
      ...[0, width].flatMap((from) => [
        ...fixed.map((fact) => ({ ...fact, terms: new Map(shifted(fact.terms, from)) })),
        ...open.flatMap(({ terms }, nth) => coverRows(shifted(terms, from), costs[nth] ?? 0)),
      ]),
      { terms: gap, lower: 0, upper: target.width },
    ],
  });
  const worth: ReadonlyMap<number, number> = new Map([
    ...[...gap].map(([variable, sign]) => [variable, sign * WORTH_OF_WIDTH] as const),
    ...open.map(({ cell }, nth) => [costs[nth] ?? 0, -costOf(cell, draw)] as const),
  ]);
  const values = climber.climb(worth, Number.POSITIVE_INFINITY);
  if (sumOver(gap, values) < target.width - 1e-6) return [];
  return open.filter((_, nth) => (values[costs[nth] ?? 0] ?? 0) > 1e-6).map(({ cell }) => cell.key);
}

/**
 * As `cheapestCover`, at any cost: what two whole tables change that agree with everything but this table. Parts of
 * persons may do where whole ones do not, and then the cheapest cover is none.
 */
export function certainCover(system: System, target: Target): readonly string[] {
  const fixed = system.facts.filter(({ open }) => open === undefined);
  const moves = movesApart({ ...system, facts: fixed }, target);
  return system.facts.flatMap(({ open, terms }) =>
    open !== undefined && moves.some((move) => sumOver(terms, move) !== 0) ? [open.key] : [],
  );
}

type Terms = readonly (readonly [variable: number, coefficient: number])[];

/** The change of a cell, up or down, is at most its cover. */
function coverRows(terms: Terms, cover: number): readonly Row[] {
  const negated = terms.map(([variable, coefficient]) => [variable, -coefficient] as const);
  const upper = Number.POSITIVE_INFINITY;
  return [
    { terms: new Map([...terms, [cover, 1]]), lower: 0, upper },
    { terms: new Map([...negated, [cover, 1]]), lower: 0, upper },
  ];
}

const shifted = (terms: ReadonlyMap<number, number>, from: number, sign = 1): Terms =>
  [...terms].map(([variable, coefficient]) => [variable + from, sign * coefficient] as const);

/** Finest cells first, then margins, then the total of all; among them as the seed draws. */
function costOf({ key, totals }: OpenCell, { seed, free }: Draw): number {
  if (free.has(key)) return 0;
  const drawn = createHmac('sha256', seed).update(key).digest().readUInt32BE(0) / 2 ** 32;
  return COST_OF_TOTAL ** totals * (1 + drawn);
}
