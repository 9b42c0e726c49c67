/** Personal codes of seven letters and figures that a word calls so, in whatever parts they are written: `FIN 6HT QHLV`. */
import type { Finding } from './finding.js';
import { type FoldedText, placeIn } from './fold.js';
import { lettered } from './letters.js';
import { matchesIn } from './matches.js';
import type { Naming } from './naming.js';
import { casedText } from './person-names.js';
import type { Span } from './table-rows.js';

/** What may stand between the word and the code: the state in brackets, a word for number, a sign. */
const UP_TO_CODE = lettered(
  /^(?:['’-]?\p{L}{1,6})?\s{0,2}(?:\(\p{L}{2,20}\)\s{0,2})?(?:(?:n[öo]mr[əe]\p{L}{0,4}|номер\p{L}{0,3}|нөмір\p{L}{0,3}|number|kod\p{L}{0,3}|код\p{L}{0,3}|code|no)\.?\s{0,2})?(?:(?:is|was|[:#=–—-]|\|)\s{0,2}){0,3}["«(]?/u,
);
const REACH = 60;

/** Finds them, one at most behind each word. */
export function findNamedCodes(folded: FoldedText, { words }: Naming): readonly Finding[] {
  return words.flatMap(({ to, kind }): readonly Finding[] => {
    if (kind !== 'code') return [];
    const [lead = ''] = UP_TO_CODE.exec(folded.lower.slice(to, to + REACH)) ?? [];
    const from = to + lead.length;
    const end = from === to ? undefined : codeEnd(folded, from);
    const [first, last] = end === undefined ? codeBehind(folded, to) : [from, end];
    if (first === last) return [];
    const place = placeIn(folded, first, last);
    return [{ kind: 'DOCUMENT_NUMBER', ...place, weight: 3, why: 'NAMED_AS_SUCH' }];
  });
}

const SOME_WORDS_ON = lettered(
  /(?<![\p{L}\p{N}-])(?=[\p{L}-]{0,7}\d)[\p{L}\d]{1,7}(?:-\n?[\p{L}\d]{1,6})?(?![\p{L}\p{N}-])/gu,
);
const CODE = /^(?=.*\d)(?=.*[A-Z])[0-9A-Z]{7}$/;

/** A code some words on in the same sentence, where it is written together or over a hyphen; empty where there is none. */
function codeBehind({ lower, latin }: FoldedText, to: number): Span {
  const [sentence = ''] = /^[^.!?;]*/.exec(lower.slice(to, to + REACH)) ?? [];
  for (const { index, 0: text } of matchesIn(sentence, SOME_WORDS_ON)) {
    const from = to + index;
    const written = latin.slice(from, from + text.length).replace(/[-\n]/g, '');
    if (CODE.test(written)) return [from, from + text.length];
  }
  return [to, to];
}

/** Seven letters and figures, in whatever parts. */
const IN_PARTS = lettered(/^[\p{L}\d](?:[\s#-]{0,3}[\p{L}\d]){6}(?![\p{L}\d])/u);
const LONGEST_IN_PARTS = 32;
const SMALL_LETTERS = /^\p{Ll}{2,}$/u;
const SEVEN_CAPITALS = /^\p{Lu}{7}$/u;

/** Where the code ends that begins here: seven signs, hardly ever without a figure, and no word of small letters. */
function codeEnd(folded: FoldedText, from: number): number | undefined {
  const text = casedText(folded, from, from + LONGEST_IN_PARTS);
  const [code] = IN_PARTS.exec(text) ?? [];
  if (code === undefined || !(/\d/.test(code) || isReadAsLetters(code))) return undefined;
  const isOfWords = code.split(/[\s-]+/).some((part) => SMALL_LETTERS.test(part));
  return isOfWords ? undefined : from + code.length;
}

/** Capitals that are no word: the figures of a code, read as letters. */
const isReadAsLetters = (code: string): boolean =>
  SEVEN_CAPITALS.test(code) && (code.match(/[AEIOUƏİÖÜАЕИОУЫЭЮЯ]/g) ?? []).length < 3;
