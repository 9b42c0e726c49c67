/** What the words around a number say it is. */

import { type NamingWord, namingWordsIn } from './document-words.js';
import type { FoldedText } from './fold.js';

/** The nearest word before a number, and what stands between them. */
export interface WordBefore extends NamingWord {
  readonly between: string;
}

export interface Naming {
  /** Whether a document is named so near that a number here may be meant. */
  isDocumentNear(place: number): boolean;
  /** The word nearest before a place; undefined where there is none within reach. */
  before(place: number): WordBefore | undefined;
  /** Whether a document is named right behind a number: `№ 038244331 жеке куәлік`, `... nömrəli pasport`. */
  isNamedBehind(place: number): boolean;
  /** Whether the head of a column names a document. */
  isDocumentHead(from: number, to: number): boolean;
}

/** Characters in which a word is looked for before and behind a number. */
const REACH = 72;
const REACH_BEHIND = 44;
/** What is longer heads no column. */
const LONGEST_HEAD = 60;
const UP_TO_WORD = /^[\s,("«–-]{0,3}(?:\p{L}{1,16}\s{1,2}){0,3}$/u;

/** Reads the words of a text once. */
export function openNaming(folded: FoldedText): Naming {
  const all = namingWordsIn(folded);
  const { lower } = folded;
  const words = all.filter(({ ofColumn }) => !ofColumn);
  const documents = words.filter(({ ofDocument }) => ofDocument);
  return {
    isDocumentNear(place) {
      const next = firstFrom(documents, place - REACH);
      return (documents[next]?.from ?? Number.POSITIVE_INFINITY) < place + REACH;
    },
    before(place) {
      const word = words[firstFrom(words, place) - 1];
      if (word === undefined || word.to > place || place - word.from > REACH) return undefined;
      return { ...word, between: lower.slice(word.to, place) };
    },
    isNamedBehind(place) {
      const word = words[firstFrom(words, place)];
      if (word === undefined || !word.ofDocument || word.from - place > REACH_BEHIND) return false;
      return UP_TO_WORD.test(lower.slice(place, word.from));
    },
    isDocumentHead(from, to) {
      if (to - from > LONGEST_HEAD) return false;
      const isAlone = (word: NamingWord): boolean =>
        lower.slice(from, word.from).trim() === '' && isEnd(lower.slice(word.to, to));
      return all
        .slice(firstFrom(all, from), firstFrom(all, to))
        .some((word) => word.ofDocument || (word.ofColumn && isAlone(word)));
    },
  };
}

const isEnd = (rest: string): boolean => /^\s*(?:#.{0,3})?$/.test(rest);

/** The first word that begins at or behind a place. */
function firstFrom(words: readonly NamingWord[], place: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.from ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
