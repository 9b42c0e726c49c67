/** Publishes each set as a build does, and lets the attacker at it. */
import {
  type Count,
  cellKey,
  type Definition,
  LEAST_THRESHOLD,
  type Publishing,
  protect,
  tabulate,
} from '../../../src/statistics/index.js';
import { attack, type SeenTable } from './attack.js';
import { drawSet, type TableSet } from './sets.js';

/**
 * How tables are published: as the product does, or in a way that is planted and must be found. `primary-only` hides no
 * cell besides the small ones; `alone` looks at no table published before; `again` publishes each table twice.
 */
export const BUILDS = ['honest', 'primary-only', 'alone', 'again'] as const;
export type Build = (typeof BUILDS)[number];

export interface DisclosureTally {
  readonly sets: number;
  readonly published: number;
  readonly refused: number;
  readonly cells: number;
  /** Small cells, and all that are hidden. */
  readonly small: number;
  readonly hidden: number;
  /** Sets in which a hidden cell was learnt, with what was learnt of the first. */
  readonly broken: readonly string[];
  readonly recovered: number;
}

export interface DisclosureRun {
  readonly build: Build;
  readonly sets: number;
  readonly seed: number;
  /** Told after each set what was learnt so far. */
  readonly onSet?: (number: number, recovered: number) => void;
}

export function runDisclosure({ build, sets, seed, onSet }: DisclosureRun): DisclosureTally {
  const tally = { sets, published: 0, refused: 0, cells: 0, small: 0, hidden: 0, recovered: 0 };
  const broken: string[] = [];
  for (let number = 0; number < sets; number += 1) {
    const set = drawSet(seed * 1_000_003 + number);
    const { published, refused } = publish(set, build);
    const seen = published.map((table) => show(table, set.counts));
    const cells = seen.flatMap((table) => table.cells);
    const learnt = attack(seen);
    tally.published += published.length;
    tally.refused += refused;
    tally.cells += cells.length;
    tally.hidden += cells.filter(({ persons }) => persons === null).length;
    tally.small += smallIn(published, set.counts);
    tally.recovered += learnt.length;
    const [first] = learnt;
    if (first !== undefined) {
      const { table, period, cell, least, most } = first;
      broken.push(`set ${number}: ${table} ${period} ${cell.kind} ${cell.at} is ${least}..${most}`);
    }
    onSet?.(number + 1, tally.recovered);
  }
  return { ...tally, broken };
}

function publish({ counts, order, seeds }: TableSet, build: Build) {
  const published: Publishing[] = [];
  let refused = 0;
  const once = [...order.entries()];
  const steps = build === 'again' ? [...once, ...once] : once;
  for (const [step, [nth, { definition, period }]] of steps.entries()) {
    const table = tabulate(definition, period, counts);
    const seed = Uint8Array.from([...(seeds[nth] ?? []), step]);
    const earlier = build === 'honest' ? published : [];
    const hidden =
      build === 'primary-only'
        ? new Set(table.figures.filter(isSmall).map(cellKey))
        : protect({ table, threshold: LEAST_THRESHOLD, seed, published: earlier, counts });
    if (hidden === undefined) refused += 1;
    else published.push({ definition, period, threshold: LEAST_THRESHOLD, hidden });
  }
  return { published, refused };
}

const isSmall = ({ persons }: { readonly persons: number }): boolean =>
  persons > 0 && persons < LEAST_THRESHOLD;

function smallIn(published: readonly Publishing[], counts: readonly Count[]): number {
  return published
    .map(({ definition, period }) => tabulate(definition, period, counts).figures.filter(isSmall))
    .reduce((sum, figures) => sum + figures.length, 0);
}

/** A table as everybody sees it. */
export function show(
  { definition, period, threshold, hidden }: Publishing,
  counts: readonly Count[],
): SeenTable {
  const { id, instrument, dimensions }: Definition = definition;
  const cells = tabulate(definition, period, counts).figures.map((figure) => ({
    ...{ kind: figure.kind, at: figure.at },
    persons: hidden.has(cellKey(figure)) ? null : figure.persons,
  }));
  return { table: id, instrument, dimensions, period, threshold, cells };
}
