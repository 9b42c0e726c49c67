/** A released table as a publication of kind STATISTICS, under the clause of its definition, with its method. */
import { LANGUAGES } from '../../base/index.js';
import type { Publication } from '../../publications/index.js';
import type { AuthorityCode, Day } from '../../treaty/index.js';
import { statisticsWords } from '../../words/index.js';
import { chartOf } from './chart.js';
import { csvOf } from './csv.js';
import { jsonStatOf } from './json-stat.js';
import { methodOf, numbersOf, titleOf } from './method.js';
import type { ReleasedTable } from './released.js';

export interface Release {
  readonly publisher: AuthorityCode;
  /** Where the authority itself makes the table public; https. */
  readonly source: string;
  readonly today: Day;
}

/** The id of a table's publication: there is one for each table and period. */
export const publicationIdOf = ({
  definition,
  period,
}: Pick<ReleasedTable, 'definition' | 'period'>): string =>
  `statistics-${definition.id}-${period.toLowerCase()}`;

export function statisticsPublication(
  table: ReleasedTable,
  { publisher, source, today }: Release,
): Publication {
  const { definition } = table;
  const texts = LANGUAGES.map((language) => {
    const words = statisticsWords(language);
    const title = titleOf(table, words);
    return [language, { title, summary: methodOf(table, words), text: numbersOf(table, words) }];
  });
  return {
    id: publicationIdOf(table),
    kind: 'STATISTICS',
    instrument: definition.instrument,
    clause: definition.clause,
    publisher,
    texts: Object.fromEntries(texts),
    languages: [...LANGUAGES],
    source: { reference: titleOf(table, statisticsWords('en')), url: source },
    dates: { adopted: null, inForceFrom: null, published: today, changed: null },
    changes: null,
    attachments: [
      { name: 'table.csv', content: csvOf(table) },
      { name: 'table.json', content: jsonStatOf(table, statisticsWords('en')) },
      { name: 'chart.svg', content: chartOf(table) },
    ],
  };
}
