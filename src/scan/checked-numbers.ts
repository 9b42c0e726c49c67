/** Numbers of digits alone that show by their check digits what they are, in whatever parts they are written. */
import type { Candidate } from './candidate.js';
import { isBelgianCard, isBelgianNumber, isKazakhNumber, isTurkishNumber } from './check-digits.js';
import type { FoldedText } from './fold.js';
import { digitsOf, partsFrom } from './gaps.js';
import type { Run } from './runs.js';

const isNumber = (digits: string): boolean =>
  isKazakhNumber(digits) ||
  isBelgianNumber(digits) ||
  isBelgianCard(digits) ||
  isTurkishNumber(digits);

const LONGEST = 12;
/** Numbers of persons that show by how they are parted: Pakistan's, and Belgium's where a digit is wrong. */
const PARTED: readonly (readonly [parts: readonly number[], marks: string])[] = [
  [[5, 7, 1], '--'],
  [[2, 2, 2, 3, 2], '..-.'],
  [[2, 2, 2, 3, 2], '..--'],
];

const NONE = { from: 0, digits: 0, text: '?' } as const;

/** A number that begins with the run at this place. */
export function checkedNumber(
  folded: FoldedText,
  runs: readonly Run[],
  at: number,
): Candidate | undefined {
  const { from, digits, text } = runs[at] ?? NONE;
  if (digits * 2 < text.length) return undefined;
  // What a plus begins is a telephone number.
  if (folded.latin.charAt(from - 1) === '+') return undefined;
  const parts = partsFrom(folded, runs, { at, marks: '-.' });
  return withCheckDigits(parts, at) ?? partedNumber(folded, parts, at);
}

function withCheckDigits(parts: readonly Run[], at: number): Candidate | undefined {
  const from = parts[0]?.from ?? 0;
  let digits = '';
  for (const [place, part] of parts.entries()) {
    digits += digitsOf(part) ?? '?';
    if (digits.length > LONGEST || digits.endsWith('?')) return undefined;
    if (digits.length > 10 && isNumber(digits)) {
      return { from, to: part.to, next: at + place + 1, weight: 3, why: 'CHECK_DIGITS' };
    }
  }
  return undefined;
}

function partedNumber(
  { latin }: FoldedText,
  parts: readonly Run[],
  at: number,
): Candidate | undefined {
  const from = parts[0]?.from ?? 0;
  const form = PARTED.find(([lengths, marks]) =>
    lengths.every((length, place) => {
      const part = parts[place];
      const mark = part === undefined || place === 0 ? '' : latin.charAt(part.from - 1);
      return part?.text.length === length && mark === (marks.charAt(place - 1) || '');
    }),
  );
  const last = form && parts[form[0].length - 1];
  if (form === undefined || last === undefined) return undefined;
  return { from, to: last.to, next: at + form[0].length, weight: 2, why: 'FORM' };
}
