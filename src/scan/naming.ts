/** What the words around a number say it is. */
import type { FoldedText } from './fold.js';
import { lettered } from './letters.js';
import { type NamingWord, namingWordsIn, type WordKind } from './naming-words.js';
import type { Span } from './table-rows.js';

/** A word that speaks of a number. */
export interface Claim {
  readonly kind: WordKind;
  /** Nothing but signs, figures and words like `number` stand between. */
  readonly isLinked: boolean;
  readonly isBehind: boolean;
  /** What stands between the word and the number. */
  readonly between: string;
}

export interface Naming {
  readonly words: readonly NamingWord[];
  /** Whether a document is named so near that a number here may be meant. */
  isDocumentNear(place: number): boolean;
  /** The word that speaks of a number from here to there: the one bound to it, else the nearest. */
  claimOn(from: number, to: number): Claim | undefined;
  /** What the head of a column says its numbers are. */
  headSays(head: Span): 'document' | 'other' | undefined;
}

/** Characters in which a word is looked for before and behind a number; where that is signed as one, farther. */
const REACH = 72;
const REACH_SIGNED = 130;
const REACH_BEHIND = 44;
const LINK = 48;
/** What is longer heads no column. */
const LONGEST_HEAD = 60;

export const isOfDocument = (kind: WordKind): boolean => kind === 'document' || kind === 'code';

/** Reads the words of a text once. */
export function openNaming(folded: FoldedText): Naming {
  const all = namingWordsIn(folded);
  const { lower } = folded;
  const words = all.filter(({ kind }) => kind !== 'column');
  const documents = words.filter(({ kind }) => isOfDocument(kind));
  return {
    words,
    isDocumentNear(place) {
      const next = firstFrom(documents, place - REACH_SIGNED);
      return (documents[next]?.from ?? Number.POSITIVE_INFINITY) < place + REACH;
    },
    claimOn(from, to) {
      const next = firstFrom(words, from);
      const inside = claimWithin(words[next - 1], from, to) ?? claimWithin(words[next], from, to);
      if (inside !== undefined) return inside;
      const before = claimBefore(lower, words[next - 1], from);
      const behind = claimBehind(lower, words[firstFrom(words, to)], to);
      const isOwned = behind?.isLinked && (!before?.isLinked || isOfDocument(behind.kind));
      return isOwned || before === undefined ? behind : before;
    },
    headSays([from, to]) {
      if (to - from > LONGEST_HEAD) return undefined;
      const inside = all.slice(firstFrom(all, from), firstFrom(all, to));
      const isAlone = (word: NamingWord): boolean =>
        word.kind !== 'column' ||
        (lower.slice(from, word.from).trim() === '' && isEnd(lower.slice(word.to, to)));
      const told = inside.filter(isAlone).map(({ kind }) => kind);
      if (told.some((kind) => kind === 'column' || isOfDocument(kind))) return 'document';
      return told.length > 0 ? 'other' : undefined;
    },
  };
}

const isEnd = (rest: string): boolean => /^[\s:]*(?:(?:#|no|№).{0,3})?$/.test(rest);

// Words that bind: all up to three letters, and these.
const BINDING = lettered(
  /^(?:\P{L}|(?:numbers?|numbered|series|code|with|n[öo]mr[əe]\p{L}*|sayl[ıi]|номер\p{L}*|нөмір\p{L}*|сери\p{L}*|seri\p{L}*|код\p{L}*|kod\p{L}*|және|немесе|\p{L}{1,3})(?!\p{L}))*$/u,
);
const SENTENCE_ENDS = lettered(
  /(?<!(?:^|\P{L})(?:no|nr|n|num|сер|ном|№|#))[.!?…]\s+(?!\d{1,3}\b)/u,
);
const SIGNED = lettered(/(?:#|(?<!\p{L})(?:no|nr)\.?)[\s:]{0,3}(?:\p{L}{1,3}[\s-]?)?$/u);

/** What seems to be the series of a number may be a word for another thing: `код ТН ВЭД 8471`. */
function claimWithin(word: NamingWord | undefined, from: number, to: number): Claim | undefined {
  if (word === undefined || word.from >= to || word.to <= from) return undefined;
  return { kind: word.kind, isLinked: true, isBehind: false, between: '' };
}

function claimBefore(
  lower: string,
  word: NamingWord | undefined,
  place: number,
): Claim | undefined {
  if (word === undefined || word.to > place || place - word.from > REACH_SIGNED) return undefined;
  const between = lower.slice(word.to, place);
  const isApart =
    /\n[ \t]*\n/.test(between) || (!isOfDocument(word.kind) && SENTENCE_ENDS.test(between));
  if (isApart && between.trim() !== ':') return undefined;
  if (place - word.from > REACH && !(SIGNED.test(between) && !SENTENCE_ENDS.test(between)))
    return undefined;
  const isLinked = between.length <= LINK && BINDING.test(between) && !SENTENCE_ENDS.test(between);
  return { kind: word.kind, isLinked, isBehind: false, between };
}

const UP_TO_WORD = lettered(/^[\s,()"«»–-]{0,3}(?:\p{L}{1,16}\s{1,2}){0,3}$/u);
/** In Azerbaijani and Kazakh what the number belongs to follows it. */
const UP_TO_OWNER =
  /^\s{1,3}(?:(?:və|ve|и|және|мен|and)\s{1,2}[^\s]{0,20}\d[^\s]{0,20}\s{1,2})?(?:(?:n[öo]mr[əe]li|sayl[ıi]|seriyal[ıi]|нөмірлі|сериялы|#-?li|санды)\s{1,2})?$/u;

function claimBehind(
  lower: string,
  word: NamingWord | undefined,
  place: number,
): Claim | undefined {
  if (word === undefined || word.from - place > REACH_BEHIND) return undefined;
  const between = lower.slice(place, word.from);
  const isOwner = UP_TO_OWNER.test(between);
  if (isOfDocument(word.kind)) {
    const isNear = isOwner || UP_TO_WORD.test(between);
    return isNear ? { kind: word.kind, isLinked: isOwner, isBehind: true, between } : undefined;
  }
  return isOwner && word.kind === 'follower'
    ? { kind: word.kind, isLinked: true, isBehind: true, between }
    : undefined;
}

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
