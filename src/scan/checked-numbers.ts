/** Numbers that show by their check digits, or by how they are parted, whose they are; in whatever parts they are written. */
import type { Candidate } from './candidate.js';
import type { FoldedText } from './fold.js';
import { digitsOf, partsFrom } from './gaps.js';
import { PERSONAL_NUMBERS } from './personal-numbers.js';
import type { Run } from './runs.js';

const LONGEST = Math.max(...PERSONAL_NUMBERS.map(({ figures = 0 }) => figures));

const CHECKS: ReadonlyMap<number, readonly ((digits: string) => boolean)[]> = new Map(
  Array.from({ length: LONGEST + 1 }, (_, length) => [
    length,
    PERSONAL_NUMBERS.flatMap(({ figures, isOne }) =>
      figures === length && isOne !== undefined ? [isOne] : [],
    ),
  ]),
);
const isNumber = (digits: string): boolean =>
  CHECKS.get(digits.length)?.some((isOne) => isOne(digits)) ?? false;

/** Lengths of the parts, and what stands between them: ` ` for any space. */
const PARTED: readonly (readonly [parts: readonly number[], marks: string])[] = [
  // Pakistan; Belgium, where a digit is wrong; Belgium's card; Afghanistan; Russia's insurance and inner passport.
  [[5, 7, 1], '--'],
  [[2, 2, 2, 3, 2], '..-.'],
  [[2, 2, 2, 3, 2], '..--'],
  [[3, 7, 2], '--'],
  [[4, 4, 5], '--'],
  [[3, 3, 3, 2], '-- '],
  [[3, 3, 3, 2], '---'],
  [[2, 2, 6], '  '],
];

const FEWEST_PARTS = Math.min(...PARTED.map(([lengths]) => lengths.length));

const GOES_ON = /(?:[+/@=_]|\d[-.])$/;
const NONE = { from: 0, digits: 0, text: '?' } as const;

/** A number that begins with the run at this place. */
export function checkedNumber(
  folded: FoldedText,
  runs: readonly Run[],
  at: number,
): Candidate | undefined {
  const { from, digits, text } = runs[at] ?? NONE;
  // What goes on before is something longer: a file's number, a sum, a telephone.
  if (digits * 3 < text.length || GOES_ON.test(folded.latin.slice(Math.max(0, from - 2), from)))
    return undefined;
  const parts = partsFrom(folded, runs, { at, marks: '-.', longest: LONGEST });
  return withCheckDigits(parts, at) ?? partedNumber(folded, parts, at);
}

function withCheckDigits(parts: readonly Run[], at: number): Candidate | undefined {
  const from = parts[0]?.from ?? 0;
  let digits = '';
  for (const [place, part] of parts.entries()) {
    digits += digitsOf(part) ?? '?';
    if (digits.length > LONGEST || digits.endsWith('?')) return undefined;
    if (isNumber(digits)) {
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
  if (parts.length < FEWEST_PARTS) return undefined;
  const from = parts[0]?.from ?? 0;
  const form = PARTED.find(([lengths, marks]) =>
    lengths.every((length, place) => {
      const part = parts[place];
      const mark = part === undefined || place === 0 ? '' : latin.charAt(part.from - 1);
      return (
        part !== undefined &&
        digitsOf(part)?.length === length &&
        (mark === marks.charAt(place - 1) || (mark === '\u00a0' && marks.charAt(place - 1) === ' '))
      );
    }),
  );
  const last = form && parts[form[0].length - 1];
  if (form === undefined || last === undefined) return undefined;
  return { from, to: last.to, next: at + form[0].length, weight: 2, why: 'FORM' };
}
