/** Runs of letters and digits that hold a digit: everything the scanner looks for but e-mail and base64 begins at one. */
import { KIND } from './characters.js';
import type { FoldedText } from './fold.js';

export interface Run {
  readonly from: number;
  /** First place behind it. */
  readonly to: number;
  /** In capitals that look Latin. */
  readonly text: string;
  readonly digits: number;
}

const isLetter = (kind: number): boolean => kind === KIND.small || kind === KIND.capital;
const isWord = (kind: number): boolean => isLetter(kind) || kind === KIND.digit;

/** Longer ones are nobody's number, and are read no further. */
const LONGEST = 64;

/** All of them, in the order of the text. */
export function runsIn(folded: FoldedText): readonly Run[] {
  const { kinds, length } = folded;
  const runs: Run[] = [];
  for (let from = 0; from < length; ) {
    const to = endOf(kinds, from);
    const digits = to - from > LONGEST ? 0 : countDigits(kinds, from, to);
    if (digits > 0) runs.push({ from, to, digits, text: readRun(folded, from, to) });
    from = Math.max(to, from + 1);
  }
  return runs;
}

function endOf(kinds: Uint8Array, from: number): number {
  let to = from;
  while (isWord(kinds[to] ?? KIND.other)) to += 1;
  return to;
}

function countDigits(kinds: Uint8Array, from: number, to: number): number {
  let digits = 0;
  for (let at = from; at < to; at += 1) if (kinds[at] === KIND.digit) digits += 1;
  return digits;
}

// A small L beside a digit is meant for a one.
function readRun({ latin, lower, kinds }: FoldedText, from: number, to: number): string {
  const text = latin.slice(from, to);
  if (!lower.slice(from, to).includes('l')) return text;
  return text.replace(/(?<=[\dO])L|L(?=[\dO])/g, (letter, at: number) =>
    kinds[from + at] === KIND.small ? '1' : letter,
  );
}
