/** What a table says of itself in a language: its title, how it was made, and its numbers for who reads no chart. */
import type { StatisticsCatalogue } from '../../words/index.js';
import type { Kind } from '../definitions.js';
import { TOTAL } from '../dimensions.js';
import type { ReleasedTable, ShownFigure } from './released.js';

/** "Persons given a permit: Region; 2025". */
export function titleOf(
  { definition, period }: Pick<ReleasedTable, 'definition' | 'period'>,
  { SUBJECT, DIMENSION }: StatisticsCatalogue,
): string {
  const dimensions = definition.dimensions.map((dimension) => DIMENSION[dimension].toLowerCase());
  return `${SUBJECT[definition.subject]}: ${dimensions.join(', ')}; ${period}`;
}

/** How it was counted and what is hidden, as one paragraph. */
export function methodOf(
  { threshold, recorded }: Pick<ReleasedTable, 'threshold' | 'recorded'>,
  { METHOD }: StatisticsCatalogue,
): string {
  return Object.values(METHOD)
    .join(' ')
    .replaceAll('{threshold}', String(threshold))
    .replaceAll('{recorded}', recorded.join(', '));
}

/**
 * Every number as plain text, a table for each kind (`publications/shown/table.ts`): rows by the first dimension, columns
 * by the other where there is one, all margins among them. A hidden number is a word.
 */
export function numbersOf(table: ReleasedTable, words: StatisticsCatalogue): string {
  const kinds = [...new Set(table.figures.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const figures = table.figures.filter((figure) => figure.kind === kind);
      return [captionOf(table, kind, words), ...rowsOf(table, figures, words)].join('\n');
    })
    .join('\n\n');
}

const captionOf = (
  { definition: { subject }, period }: ReleasedTable,
  kind: Kind,
  { SUBJECT, KIND }: StatisticsCatalogue,
): string => `${SUBJECT[subject]}: ${KIND[kind]}; ${period}`;

function rowsOf(
  { definition: { dimensions } }: ReleasedTable,
  figures: readonly ShownFigure[],
  { CATEGORY, DIMENSION, LABEL }: StatisticsCatalogue,
): readonly string[] {
  const [down = 'KIND'] = dimensions;
  // Figures stand in the order of rows and columns.
  const columns = new Set(figures.map(({ at: [, column] }) => column));
  const names = new Set(figures.map(({ at: [name = TOTAL] }) => name));
  const rows = [...names].map((name) => {
    const cells = figures.filter(({ at }) => at[0] === name);
    return [CATEGORY[name], ...cells.map(({ persons }) => persons ?? LABEL.HIDDEN_CELL)];
  });
  const heads = [...columns].map((column) => (column ? CATEGORY[column] : LABEL.PERSONS));
  return [[DIMENSION[down], ...heads], ...rows].map((cells) => cells.join('\t'));
}
