/** A table as it leaves: what is shown of it, and what it says of itself. The only form of a table that is published. */
import type { Day } from '../../treaty/index.js';
import type { Definition } from '../definitions.js';
import type { Period } from '../period.js';
import { cellKey, type Figure, type Table } from '../tabulate.js';

/** A cell; `persons` is null where it is hidden, for whichever reason. */
export type ShownFigure = Omit<Figure, 'persons'> & { readonly persons: number | null };

export interface ReleasedTable {
  readonly definition: Definition;
  readonly period: Period;
  readonly threshold: number;
  /** Days as of which the register was read; one, or one for each quarter. */
  readonly recorded: readonly Day[];
  readonly figures: readonly ShownFigure[];
}

/** The table without its hidden numbers. */
export function releasedOf(
  { definition, period, figures }: Table,
  {
    hidden,
    ...told
  }: Pick<ReleasedTable, 'threshold' | 'recorded'> & {
    readonly hidden: ReadonlySet<string>;
  },
): ReleasedTable {
  const shown = figures.map((figure) => ({
    ...figure,
    persons: hidden.has(cellKey(figure)) ? null : figure.persons,
  }));
  return { definition, period, ...told, figures: shown };
}

/** Names of the dimensions of its cells, kind first. */
export const axesOf = ({ definition }: Pick<ReleasedTable, 'definition'>) =>
  ['KIND', ...definition.dimensions] as const;
