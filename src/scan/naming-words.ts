/** Finds in a folded text what is said of numbers: the phrases of `document-words.ts`, the longest where several fit. */
import { KIND } from './characters.js';
import {
  OF_CODES,
  OF_COLUMNS,
  OF_DOCUMENTS,
  OF_PAPERS,
  OF_THINGS,
  OF_THINGS_BEHIND,
} from './document-words.js';
import type { FoldedText } from './fold.js';
import { LETTER } from './letters.js';
import { PERSONAL_NUMBERS } from './personal-numbers.js';

/**
 * What a phrase says a number is: a document's or a person's (`code`: of seven letters and figures; `column`: only at the
 * head of one), a thing's (`follower`: also behind the number), or an act's or a file's.
 */
export type WordKind = 'document' | 'code' | 'column' | 'thing' | 'follower' | 'paper';

/** A phrase, where it stands in the folded text. */
export interface NamingWord {
  readonly from: number;
  readonly to: number;
  readonly kind: WordKind;
}

interface Phrase {
  readonly kind: WordKind;
  readonly head: string;
  readonly pattern: string;
}

const HEAD = /^\p{L}{1,4}(?![?*{])/u;

function phrasesOf(list: string, kind: WordKind): readonly Phrase[] {
  return list.split(/\s*,\s*(?![^{]*\})/).flatMap((written): readonly Phrase[] => {
    const phrase = written.trim();
    const head = HEAD.exec(phrase)?.[0] ?? '';
    return phrase === ''
      ? []
      : [{ kind, head, pattern: head + patternOf(phrase.slice(head.length)) }];
  });
}

/** Azerbaijani is also written without its own letters, and a capital I is a small one of either kind. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ə: '[əe]', ı: '[ıi]', ö: '[öo]', ü: '[üu]', ğ: '[ğg]', ş: '[şs]', ç: '[çc]' },
  ...{ ' ': '\\s{1,3}', '~': `${LETTER}{0,20}` },
};

const patternOf = (rest: string): string =>
  rest.replace(/\((?!\?)/g, '(?:').replace(/\[[^\]]*\]|./g, (one) => LETTERS[one] ?? one);

const PHRASES: readonly Phrase[] = [
  ...phrasesOf(OF_DOCUMENTS, 'document'),
  ...PERSONAL_NUMBERS.flatMap(({ words }) => phrasesOf(words, 'document')),
  ...phrasesOf(OF_CODES, 'code'),
  ...phrasesOf(OF_COLUMNS, 'column'),
  ...phrasesOf(OF_THINGS, 'thing'),
  ...phrasesOf(OF_THINGS_BEHIND, 'follower'),
  ...phrasesOf(OF_PAPERS, 'paper'),
];

interface Branch {
  readonly form: RegExp;
  readonly kinds: readonly WordKind[];
}

/** By the first letters of a word, four at most, the phrases that begin so: most words begin none. */
const BRANCHES: ReadonlyMap<string, Branch> = (() => {
  const heads = new Map<string, Phrase[]>();
  for (const phrase of PHRASES) {
    const group = heads.get(phrase.head) ?? [];
    heads.set(phrase.head, [...group, phrase]);
  }
  return new Map([...heads].map(([head, phrases]) => [head, branchOf(phrases)] as const));
})();

// A phrase that says more is longer as a pattern too; the order decides which is tried first.
function branchOf(phrases: readonly Phrase[]): Branch {
  const ordered = [...phrases].sort((a, b) => b.pattern.length - a.pattern.length);
  const form = ordered.map(({ pattern }) => `(${pattern})`).join('|');
  return {
    form: new RegExp(`(?:${form})(?!${LETTER})`, 'uy'),
    kinds: ordered.map(({ kind }) => kind),
  };
}

const SIEVE_SIZE = 1 << 14;

/** Whether a word may begin as a phrase of so many letters does, told as far as a small table can. */
const SIEVES = [4, 3, 2].map((letters) => {
  const sieve = new Uint8Array(SIEVE_SIZE);
  for (const head of BRANCHES.keys()) {
    if (head.length === letters) sieve[placeOf(head, 0, letters)] = 1;
  }
  return { letters, sieve };
});

/** The first two letters of all: hardly any word begins so. */
const FIRST_TWO = new Uint8Array(SIEVE_SIZE);
for (const head of BRANCHES.keys()) FIRST_TWO[placeOf(head, 0, 2)] = 1;

function placeOf(lower: string, at: number, letters: number): number {
  let place = 0;
  for (let n = 0; n < letters; n += 1) place = place * 61 + lower.charCodeAt(at + n);
  return place & (SIEVE_SIZE - 1);
}

/** All of them, in the order of the text. */
export function namingWordsIn({ lower, kinds, length }: FoldedText): readonly NamingWord[] {
  const words: NamingWord[] = [];
  let end = 0;
  for (let at = 0; at < length; at += 1) {
    if (!isLetter(kinds[at])) continue;
    const word = at < end ? undefined : wordAt(lower, at);
    if (word !== undefined) {
      words.push(word);
      end = word.to;
    }
    while (at + 1 < length && isLetter(kinds[at + 1])) at += 1;
  }
  return words;
}

const isLetter = (kind: number | undefined): boolean =>
  kind === KIND.small || kind === KIND.capital;

function wordAt(lower: string, from: number): NamingWord | undefined {
  if (FIRST_TWO[placeOf(lower, from, 2)] !== 1) return undefined;
  for (const { letters, sieve } of SIEVES) {
    if (sieve[placeOf(lower, from, letters)] !== 1) continue;
    const word = wordUnder(lower, from, letters);
    if (word !== undefined) return word;
  }
  return undefined;
}

function wordUnder(lower: string, from: number, letters: number): NamingWord | undefined {
  const branch = BRANCHES.get(lower.slice(from, from + letters));
  if (branch === undefined) return undefined;
  branch.form.lastIndex = from;
  const match = branch.form.exec(lower);
  if (match === null) return undefined;
  const kind = branch.kinds[match.findIndex((group, at) => at > 0 && group !== undefined) - 1];
  return kind === undefined ? undefined : { from, to: from + match[0].length, kind };
}
