/** What may stand between the parts of one number. */
import { KIND } from './characters.js';
import type { FoldedText } from './fold.js';
import type { Run } from './runs.js';

/** Characters of a gap at most: a hyphen with a space on both sides, or a line's end with its indentation. */
const WIDEST = 4;

/**
 * Whether nothing but spaces, line ends and these marks stands between two places, and not too much of it. Wide spaces
 * part the columns of a table, an empty line two paragraphs; a full stop parts figures only without a space.
 */
export function isGap(
  { kinds, latin }: FoldedText,
  [from, to]: readonly [number, number],
  marks: string,
): boolean {
  if (to - from > WIDEST || to <= from) return false;
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    const kind = kinds[at];
    if (kind === KIND.line) lines += 1;
    else if (kind !== KIND.space && !marks.includes(latin.charAt(at))) return false;
  }
  if (to - from === 1) return true;
  const gap = latin.slice(from, to);
  return lines < 2 && !gap.includes('.') && (lines > 0 || !WIDE.test(gap));
}

const WIDE = /^\s{2,}$/;

/** Parts of one number at most. */
const MOST_PARTS = 14;

/** The run at this place and those that may go on with it, gap by gap, up to so many letters and figures in all. */
export function partsFrom(
  folded: FoldedText,
  runs: readonly Run[],
  { at, marks, longest }: { readonly at: number; readonly marks: string; readonly longest: number },
): readonly Run[] {
  const parts: Run[] = [];
  let length = 0;
  for (let next = at; next < runs.length && parts.length < MOST_PARTS; next += 1) {
    const run = runs[next];
    const last = parts.at(-1);
    length += run?.text.length ?? 0;
    if (run === undefined || length > longest) break;
    if (last !== undefined && !isGap(folded, [last.to, run.from], marks)) break;
    parts.push(run);
  }
  return parts;
}

/** Letters that a reader of print takes for digits, and the other way round. */
const MISREAD: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['I', '1'],
  ['Z', '2'],
  ['S', '5'],
  ['B', '8'],
  ['L', '1'],
  ['G', '6'],
  ['D', '0'],
  ['Q', '0'],
]);

/** Letters that may stand for digits, within a class of a regular expression. */
export const MISREAD_LETTERS = [...MISREAD.keys()].join('');
const FIGURES = new RegExp(`^[0-9${MISREAD_LETTERS}]+$`);

/** A run as digits, misread ones as what they are; undefined where another letter stands in it, or hardly a digit. */
export function digitsOf({ text, digits }: Run): string | undefined {
  if (digits === text.length) return text;
  if (!FIGURES.test(text) || digits * 3 < text.length) return undefined;
  return text.replace(/\D/g, (letter) => MISREAD.get(letter) ?? letter);
}

/** 1 234 567: a quantity. */
export const isThousands = (parts: readonly Run[]): boolean =>
  parts.length > 1 &&
  /^[1-9]\d{0,2}$/.test(parts[0]?.text ?? '') &&
  parts.slice(1).every(({ text }) => /^\d{3}$/.test(text));

/** A date in figures, year first or last. */
export function isDate(parts: readonly Run[]): boolean {
  const [first = '', second = '', third = ''] = parts.map(({ text }) => text);
  const isMonth = /^(?:0?[1-9]|1[0-2])$/.test(second);
  if (first.length === 4) return isYear(first) && isMonth && third.length <= 2;
  const isDay = /^(?:0?[1-9]|[12]\d|3[01])$/.test(first);
  return isDay && isMonth && (isYear(third) || (third.length === 2 && parts.length === 3));
}

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);
