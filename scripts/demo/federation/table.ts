/** The answer of both states beside each other, as a person reads it. */
import type { RoutedAnswer, RoutedPerson } from './ask-router.js';

const ROWS = [
  ['name', 'nameCyrillic', ({ nameCyrillic: name }) => `${name?.surname} ${name?.givenName}`],
  ['date of birth', 'dateOfBirth', ({ dateOfBirth }) => dateOfBirth],
  [
    'citizenship',
    'citizenships',
    ({ citizenships }) => citizenships?.map(({ country }) => country).join(', '),
  ],
  ['photograph', 'photograph', ({ photograph }) => photograph && 'given'],
  ['civil status', 'civilStatus', ({ civilStatus }) => civilStatus],
] as const satisfies readonly (readonly [
  string,
  keyof RoutedPerson,
  (person: RoutedPerson) => string | null | undefined | object,
])[];

const WIDTHS = [16, 34] as const;

/** Lines: a head, and one for each field that was asked of either. */
export function tableOf({ data, errors }: RoutedAnswer): readonly string[] {
  const [subject] = data?.caseFile?.subjects ?? [];
  const withheld = new Map(
    errors.map(({ extensions: { coordinate, clause } }) => [
      coordinate,
      typeof clause === 'string' ? `withheld, ${clause}` : 'withheld',
    ]),
  );
  const cell = (state: 'AZE' | 'KAZ', [, field, show]: (typeof ROWS)[number]): string => {
    const person = state === 'AZE' ? subject?.aze : subject?.kaz;
    if (person === null || person === undefined) return 'no answer';
    if (!(field in person)) return '';
    const refusal = withheld.get(`${state}_Person.${field}`);
    return refusal ?? String(show(person) ?? 'none known');
  };
  const rows = ROWS.map((row) => [row[0], cell('AZE', row), cell('KAZ', row)]);
  const head = ['', 'Baku, from its register', 'Astana, from its custody'];
  return [head, ...rows].map((cells) =>
    cells
      .map((text, at) => text.padEnd(WIDTHS[at] ?? 0))
      .join(' ')
      .trimEnd(),
  );
}
