/** A declared table of one period as it would stand with nothing hidden. Never leaves the authority in this form. */
import { canonicalJson } from '../base/index.js';
import type { Count } from './counts.js';
import { type Definition, KINDS, type Kind } from './definitions.js';
import { type AnyCategory, CATEGORIES, TOTAL } from './dimensions.js';
import { type Period, quartersOf } from './period.js';

/** A category of each dimension of the table, in their order; `_T` is all of them. */
export type Place = readonly (AnyCategory | typeof TOTAL)[];

export interface Figure {
  readonly kind: Kind;
  readonly at: Place;
  readonly persons: number;
}

export interface Table {
  readonly definition: Definition;
  readonly period: Period;
  /** Every kind, category and total, in the order of the lists. */
  readonly figures: readonly Figure[];
}

/** The key of a cell within its table: the same text wherever it is named. */
export const cellKey = ({ kind, at }: Pick<Figure, 'kind' | 'at'>): string =>
  canonicalJson([kind, ...at]);

/** Every place of a table, totals last in each dimension. */
export function placesOf({ dimensions }: Pick<Definition, 'dimensions'>): readonly Place[] {
  return dimensions.reduce<readonly Place[]>(
    (places, dimension) =>
      places.flatMap((place) =>
        [...CATEGORIES[dimension], TOTAL].map((category) => [...place, category] as Place),
      ),
    [[]],
  );
}

/** Adds up a table from what was counted. Counts of other subjects, periods and populations are passed over. */
export function tabulate(definition: Definition, period: Period, counts: readonly Count[]): Table {
  const sums = new Map<string, number>();
  const quarters = new Set<string>(quartersOf(period));
  for (const count of counts) {
    if (!quarters.has(count.quarter) || !isOf(definition, count)) continue;
    for (const at of placesCounting(definition, count)) {
      const key = cellKey({ kind: count.kind, at });
      sums.set(key, (sums.get(key) ?? 0) + count.persons);
    }
  }
  const figures = KINDS[definition.subject].flatMap((kind: Kind) =>
    placesOf(definition).map((at) => ({ kind, at, persons: sums.get(cellKey({ kind, at })) ?? 0 })),
  );
  return { definition, period, figures };
}

/** Whether a count is of the table's subject and population. */
const isOf = ({ subject, instrument }: Definition, count: Count): boolean =>
  count.subject === subject && count.instruments.includes(instrument);

function placesCounting({ dimensions }: Definition, count: Count): readonly Place[] {
  return dimensions.reduce<readonly Place[]>(
    (places, dimension) =>
      places.flatMap((place) => [
        [...place, count[dimension]],
        [...place, TOTAL],
      ]),
    [[]],
  );
}
