/** How a letter writes what the data hold as codes: days, clauses, items, names. */
import type { Language } from '../base/index.js';
import { loadInstruments, type Named, nameOfPurpose, STATES } from '../treaty/index.js';
import { type LetterCatalogue, type LetterKey, letterWords } from '../words/index.js';

/** What stands where the document has nothing. */
export const NOTHING = '—';

const CLAUSE_PARTS = ['CLAUSE_1', 'CLAUSE_2', 'CLAUSE_3'] as const satisfies readonly LetterKey[];

export interface Wording {
  readonly language: Language;
  readonly words: LetterCatalogue;
  /** A text of the catalogue with its places filled. */
  readonly fill: (key: LetterKey, places: Places) => string;
  /** The words for a code: `ITEM_` and `SEX`. A code that the catalogue does not know stands for itself. */
  readonly name: (prefix: string, code: string) => string;
  /** A day, month or year (ISO 8601-2), as the language writes it. */
  readonly day: (date: string) => string;
  /** An instant in UTC, which it says. */
  readonly instant: (instant: string) => string;
  /** `10(4)`: Article 10, paragraph 4. */
  readonly clause: (clause: string) => string;
}

export interface Places {
  readonly n: string;
  readonly of?: string;
}

/** The wording of a language. */
export function wordingOf(language: Language): Wording {
  const words = letterWords(language);
  const fill = (key: LetterKey, places: Places) => fillPlaces(words[key], places);
  const day = (date: string) => (language === 'en' ? date : date.split('-').reverse().join('.'));
  return {
    language,
    words,
    fill,
    day,
    name: (prefix, code) =>
      lawName(prefix, code)?.[language] ?? nameOf(words, `${prefix}${code}`) ?? code,
    instant: (instant) => `${day(instant.slice(0, 10))}, ${instant.slice(11, 19)} UTC`,
    clause: (clause) => {
      const parts = clause.match(/[a-z0-9]+/g) ?? [];
      return parts.map((n, depth) => fill(CLAUSE_PARTS[depth] ?? 'CLAUSE_3', { n })).join(', ');
    },
  };
}

/** Puts values into the places of a text; what looks like a place inside a value stays as it is. */
export function fillPlaces(text: string, { n, of = '' }: Places): string {
  return text.replace(/\{(n|of)\}/g, (_, place: string) => (place === 'n' ? n : of));
}

// What the files of the instruments name themselves.
function lawName(prefix: string, code: string): Named | undefined {
  switch (prefix) {
    case 'INSTRUMENT_':
      return loadInstruments().get(code)?.title;
    case 'PURPOSE_':
      return nameOfPurpose(code);
    case 'COUNTRY_':
      return Object.hasOwn(STATES, code) ? STATES[code]?.name : undefined;
    default:
      return undefined;
  }
}

const nameOf = (words: LetterCatalogue, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key as LetterKey] : undefined;
