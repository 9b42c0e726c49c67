/** A question as the keys it is looked up by, and which of them there are. */
import {
  askedKeys,
  documentKeys,
  type Identification,
  isPartialDate,
  swappedKeys,
} from '../../register/index.js';
import type { Instrument } from '../../treaty/index.js';
import { textArray } from '../register/statement.js';
import type { SearchedBy } from './question.js';

/** How precisely the date of birth is stated. */
export type BirthPrecision = 'DAY' | 'SPAN' | 'NONE';

/** Values of the statements, by the name that stands in braces in their texts. Arrays are PostgreSQL's literals. */
export interface SearchValues {
  readonly surnames: string;
  readonly sounds: string;
  /** Family names with two letters in each other's place. */
  readonly swapped: string;
  readonly givenNames: string;
  readonly patronymics: string;
  readonly numbers: string;
  /** The date as stated and every shorter form of it, and '' for records that have none. */
  readonly births: string;
  /** As stated; '' where it is not. */
  readonly birth: string;
  readonly year: string;
  readonly parties: string;
}

/** Which statement a question needs. */
export interface SearchForm {
  readonly surname: boolean;
  readonly givenName: boolean;
  readonly document: boolean;
  readonly birth: BirthPrecision;
}

export interface Asked {
  readonly form: SearchForm;
  readonly values: SearchValues;
  readonly searchedBy: readonly SearchedBy[];
}

const FULL_DATE = 10;

/** Reads what is said of a subject under an instrument. */
export function readAsked(subject: Identification, { parties }: Instrument): Asked {
  const keys = subject.names.map(askedKeys);
  const surnames = new Set(keys.flatMap((name) => name.surnames));
  const givenNames = new Set(keys.flatMap((name) => name.givenNames));
  const patronymics = new Set(keys.flatMap((name) => name.patronymics));
  const numbers = new Set((subject.documents ?? []).flatMap(documentKeys));
  const { dateOfBirth } = subject;
  const birth = dateOfBirth && isPartialDate(dateOfBirth) ? dateOfBirth : '';
  return {
    form: {
      surname: surnames.size > 0,
      givenName: givenNames.size > 0,
      document: numbers.size > 0,
      birth: precisionOf(birth),
    },
    values: {
      surnames: textArray(surnames),
      sounds: textArray(new Set(keys.flatMap((name) => name.surnameSounds))),
      swapped: textArray(new Set([...surnames].flatMap(swappedKeys))),
      givenNames: textArray(givenNames),
      patronymics: textArray(patronymics),
      numbers: textArray(numbers),
      births: textArray(new Set([birth, birth.slice(0, 7), birth.slice(0, 4), ''])),
      birth,
      year: birth.slice(0, 4),
      parties: textArray(parties.map(({ country }) => country)),
    },
    searchedBy: [
      ...(surnames.size > 0 ? (['SURNAME'] as const) : []),
      ...(givenNames.size > 0 ? (['GIVEN_NAME'] as const) : []),
      ...(patronymics.size > 0 ? (['PATRONYMIC'] as const) : []),
      ...(birth === '' ? [] : (['DATE_OF_BIRTH'] as const)),
      ...(numbers.size > 0 ? (['DOCUMENT'] as const) : []),
    ],
  };
}

function precisionOf(birth: string): BirthPrecision {
  if (birth === '') return 'NONE';
  return birth.length === FULL_DATE ? 'DAY' : 'SPAN';
}
