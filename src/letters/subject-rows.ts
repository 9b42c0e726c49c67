/** A person as the request identifies him or her; nothing of it comes from a register. */

import type { DocumentSubject } from '../requests/index.js';
import type { Row } from './blocks.js';
import { NOTHING, type Wording } from './wording.js';

/** `Лицо 2. Алиев Рашад, 1990`: the same words in the request and in every reply. */
export function subjectTitle(subject: DocumentSubject, { fill, day }: Wording): string {
  const { n, names, dateOfBirth } = subject;
  const [first] = names;
  const parts = first === undefined ? [] : [first.surname, first.givenName, first.patronymic];
  const name = parts.filter((part) => part !== null).join(' ');
  const said = [name, dateOfBirth === null ? '' : day(dateOfBirth)].filter((part) => part !== '');
  const number = fill('SUBJECT', { n: String(n) });
  return said.length === 0 ? number : `${number}. ${said.join(', ')}`;
}

/** Everything that identifies the person, what is not known left out. */
export function subjectRows(subject: DocumentSubject, wording: Wording): readonly Row[] {
  const { words, name, day } = wording;
  const { names, dateOfBirth, sex, citizenship, placeOfBirth, documents, mrz } = subject;
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    ...names.map((written) => [nameLabel(written, wording), nameValue(written)] as const),
    [words.DATE_OF_BIRTH, dateOfBirth === null ? null : day(dateOfBirth)],
    [words.SEX, sex === null ? null : name('SEX_', sex)],
    [words.CITIZENSHIP, citizenship === null ? null : countryName(citizenship, wording)],
    [words.PLACE_OF_BIRTH, placeOfBirth],
    ...documents.map((document) => [words.DOCUMENT, documentValue(document, wording)] as const),
    [words.MRZ, mrz],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

const nameLabel = (
  { script }: DocumentSubject['names'][number],
  { words, name }: Wording,
): string => `${words.NAME} (${name('SCRIPT_', script)})`;

// In the order of the label, with a dash for a part that is missing: two words of a surname stay two words of it.
const nameValue = ({ surname, givenName, patronymic }: DocumentSubject['names'][number]): string =>
  [surname, givenName, patronymic].map((part) => part ?? NOTHING).join(', ');

function countryName(code: string, { name }: Wording): string {
  const known = name('COUNTRY_', code);
  return known === code ? code : `${known} (${code})`;
}

function documentValue(
  { series, number, issuedBy }: DocumentSubject['documents'][number],
  { fill }: Wording,
): string {
  const paper = series === null ? number : `${series} ${number}`;
  return issuedBy === null ? paper : `${paper}, ${fill('ISSUED_BY', { n: issuedBy })}`;
}
