/** Personal codes of seven letters and figures that a word calls so, in whatever parts they are written: `FIN 6HT QHLV`. */
import { KIND } from './characters.js';
import type { Finding } from './finding.js';
import type { FoldedText } from './fold.js';
import type { Naming } from './naming.js';
import type { Span } from './table-rows.js';

const LENGTH = 7;
/** What may stand between the word and the code: the state in brackets, a word for number, a sign. */
const UP_TO_CODE =
  /^\p{L}{0,6}\s{0,2}(?:\(\p{L}{2,20}\)\s{0,2})?(?:(?:n[öo]mr[əe]\p{L}{0,4}|номер\p{L}{0,3}|нөмір\p{L}{0,3}|number|kod\p{L}{0,3}|код\p{L}{0,3}|code|no)\.?\s{0,2})?(?:(?:is|[:#=–—-]|\|)\s{0,2}){0,3}["«(]?/u;
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
    const place = { from: folded.from[first] ?? 0, to: folded.to[last - 1] ?? 0 };
    return [{ kind: 'DOCUMENT_NUMBER', ...place, weight: 3, why: 'NAMED_AS_SUCH' }];
  });
}

const SOME_WORDS_ON = /(?<![\p{L}\p{N}-])(?=[\p{L}-]{0,7}\d)[\p{L}\d]{1,7}(?:-\n?[\p{L}\d]{1,6})?(?![\p{L}\p{N}-])/gu;
const CODE = /^(?=.*\d)(?=.*[A-Z])[0-9A-Z]{7}$/;

/** A code some words on in the same sentence, where it is written together or over a hyphen; empty where there is none. */
function codeBehind({ lower, latin }: FoldedText, to: number): Span {
  const [sentence = ''] = /^[^.!?;]*/.exec(lower.slice(to, to + REACH)) ?? [];
  for (const { index, 0: text } of sentence.matchAll(SOME_WORDS_ON)) {
    const from = to + index;
    const written = latin.slice(from, from + text.length).replace(/[-\n]/g, '');
    if (CODE.test(written)) return [from, from + text.length];
  }
  return [to, to];
}

/** Where the code ends that begins here: seven signs, one of them a figure, and no small letters alone. */
function codeEnd({ kinds, latin, length }: FoldedText, from: number): number | undefined {
  let [signs, figures, small] = [0, 0, 0];
  let at = from;
  for (; at < length && signs < LENGTH; at += 1) {
    const kind = kinds[at];
    const isSign = kind === KIND.digit || kind === KIND.capital || kind === KIND.small;
    if (isSign) signs += 1;
    else if (signs === 0 || !isGapSign(latin.charAt(at), kind)) return undefined;
    if (kind === KIND.digit) figures += 1;
    if (kind === KIND.small) small += 1;
  }
  const next = kinds[at];
  const goesOn = next === KIND.digit || next === KIND.capital || next === KIND.small;
  const isCode = figures > 0 && (small === 0 || figures > 1 || small === LENGTH - figures);
  return signs === LENGTH && !goesOn && isCode ? at : undefined;
}

const isGapSign = (sign: string, kind: number | undefined): boolean =>
  kind === KIND.space || kind === KIND.line || sign === '-';
