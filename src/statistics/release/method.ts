/** What a table says of itself in a language: its title, how it was made, and its numbers for who reads no chart. */
import type { StatisticsCatalogue } from '../../words/index.js';
import { TOTAL } from '../dimensions.js';
import type { Place } from '../tabulate.js';
import type { ReleasedTable } from './released.js';

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

/** Every number in words, a paragraph for each kind: the same that the chart shows, and all margins. */
export function numbersOf(table: ReleasedTable, words: StatisticsCatalogue): string {
  const kinds = [...new Set(table.figures.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const cells = table.figures
        .filter((figure) => figure.kind === kind)
        .map(({ at, persons }) => `${placeName(at, words)}: ${persons ?? words.LABEL.HIDDEN_CELL}`);
      return `${words.KIND[kind]}. ${cells.join('; ')}.`;
    })
    .join('\n\n');
}

/** Totals are named only where all of them are. */
function placeName(at: Place, { CATEGORY }: StatisticsCatalogue): string {
  const named = at.filter((category) => category !== TOTAL);
  return named.length === 0
    ? CATEGORY[TOTAL]
    : named.map((category) => CATEGORY[category]).join(', ');
}
