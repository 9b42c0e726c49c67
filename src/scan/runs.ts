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
  for (let at = 0; at < length; at += 1) {
    if (kinds[at] !== KIND.digit) continue;
    const run = runAround(folded, at);
    if (run.to - run.from <= LONGEST) runs.push(run);
    at = run.to;
  }
  return runs;
}

/** The run whose first digit stands here. */
function runAround(folded: FoldedText, place: number): Run {
  const { kinds, latin, length } = folded;
  let [from, to, digits] = [place, place, 0];
  while (from > 0 && isWord(kinds[from - 1] ?? KIND.other)) from -= 1;
  for (; to < length && isWord(kinds[to] ?? KIND.other); to += 1)
    digits += kinds[to] === KIND.digit ? 1 : 0;
  const isPlain = digits === to - from || to - from > LONGEST;
  return { from, to, digits, text: isPlain ? latin.slice(from, to) : readRun(folded, from, to) };
}

// A small L beside a digit is meant for a one; at the head it may be a series.
function readRun({ latin, lower, kinds }: FoldedText, from: number, to: number): string {
  const text = latin.slice(from, to);
  if (!lower.slice(from, to).includes('l')) return text;
  return text.replace(/(?<=[\dO])L|(?<=.)L(?=[\dO])/g, (letter, at: number) =>
    kinds[from + at] === KIND.small ? '1' : letter,
  );
}
