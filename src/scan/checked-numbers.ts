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

/** A number that begins with the run at this place. */
export function checkedNumber(
  folded: FoldedText,
  runs: readonly Run[],
  at: number,
): Candidate | undefined {
  const from = runs[at]?.from ?? 0;
  // What a plus begins is a telephone number.
  if (folded.latin.charAt(from - 1) === '+') return undefined;
  let digits = '';
  for (const [place, part] of partsFrom(folded, runs, { at, marks: '-./' }).entries()) {
    digits += digitsOf(part) ?? '?';
    if (digits.length > LONGEST || digits.endsWith('?')) return undefined;
    if (digits.length > 10 && isNumber(digits)) {
      return { from, to: part.to, next: at + place + 1, weight: 3, why: 'CHECK_DIGITS' };
    }
  }
  return undefined;
}
