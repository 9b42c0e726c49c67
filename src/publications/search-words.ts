/**
 * What a text is found by. Russian and English words are handed to PostgreSQL's stemmers. Azerbaijani and Kazakh have none:
 * their words change at the end alone, so they are found by their beginnings. Letters that keyboards lack, or that officers
 * mix, fold to the one that is typed for them: ı to i, ə to e, ё to е, қ to к. Attacker-controlled on both sides.
 */
import type { Language } from '../base/index.js';
import type { PublicationText } from './publication.js';

/** What is looked up, language by language: each of a language's terms must be there. */
export type SearchTerms = Readonly<Record<Language, readonly string[]>>;

/** Terms of one language as they are kept, at most this many bytes: PostgreSQL's tsvector holds one megabyte. */
const MOST_BYTES = 200_000;
/** Code points of a word that count. */
const LONGEST_WORD = 32;
const MOST_ASKED = 8;
const LONGEST_ASKED = 500;
const SHORTEST_BEGINNING = 3;
const LONGEST_BEGINNING = 8;

/** Letters of Azerbaijani (ə) and Kazakh that have no decomposition; NFKD takes the marks of all others. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ə: 'e' },
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' },
};
const folded = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const word = /[\p{L}\p{N}]+/gu;

/** The words of a text, folded, in order. */
export function wordsOf(text: string): readonly string[] {
  const apart = text.normalize('NFKD').toLowerCase().normalize('NFKD');
  // The stemmer tells endings by й: it alone keeps its mark.
  const plain = apart.replaceAll('и\u0306', 'й').replace(/\p{M}+/gu, '');
  const letters = plain.replace(folded, (letter) => LETTERS[letter] ?? letter);
  return (letters.match(word) ?? []).map(shortened);
}

const shortened = (one: string): string =>
  one.length <= LONGEST_WORD ? one : [...one].slice(0, LONGEST_WORD).join('');

/** What a text in a language is kept under, the title's words first. */
export function termsOf(language: Language, { title, summary, text }: PublicationText) {
  const words = [title, summary ?? '', text ?? ''].flatMap(wordsOf);
  return withinBytes(isStemmed(language) ? words : words.flatMap(beginningsOf));
}

/** What a search asks for, in every language or in one; nothing where it holds no word. */
export function askedTerms(search: string, language: Language | null): SearchTerms {
  const words = [...new Set(wordsOf(search.slice(0, LONGEST_ASKED)))].slice(0, MOST_ASKED);
  const of = (spoken: Language): readonly string[] => {
    if (language !== null && spoken !== language) return [];
    return isStemmed(spoken) ? words : words.map(beginningAsked);
  };
  return { ru: of('ru'), en: of('en'), az: of('az'), kk: of('kk') };
}

/** Languages for which PostgreSQL has a stemmer. */
const isStemmed = (language: Language): boolean => language === 'ru' || language === 'en';

/** The word itself, and each of its beginnings. */
function beginningsOf(one: string): readonly string[] {
  const letters = [...one];
  const beginnings = [];
  for (let length = SHORTEST_BEGINNING; length <= LONGEST_BEGINNING; length += 1) {
    if (length < letters.length) beginnings.push(letters.slice(0, length).join(''));
  }
  return [...beginnings, one];
}

/** Of a long word two thirds: what follows are endings. Up to five letters it is the word's beginning that is asked for. */
function beginningAsked(one: string): string {
  const letters = [...one];
  const length = Math.min(LONGEST_BEGINNING, Math.max(5, Math.ceil((letters.length * 2) / 3)));
  return letters.slice(0, length).join('');
}

function withinBytes(terms: readonly string[]): readonly string[] {
  const kept = new Set<string>();
  let bytes = 0;
  for (const term of terms) {
    if (kept.has(term)) continue;
    bytes += Buffer.byteLength(term) + BYTES_BESIDE;
    if (bytes > MOST_BYTES) break;
    kept.add(term);
  }
  return [...kept];
}

/** The language before each term, and what PostgreSQL keeps beside it. */
const BYTES_BESIDE = 8;
