/** The check digit of machine readable zones: weights 7, 3, 1, modulo 10 (ICAO Doc 9303 part 3, 4.9). */
const WEIGHTS = [7, 3, 1] as const;

/** The check digit over zone characters: digits, capital letters from 10, the filler as nought. */
export function checkDigit(zone: string): string {
  const sum = [...zone].reduce(
    (total, character, at) => total + worthOf(character) * (WEIGHTS[at % 3] ?? 0),
    0,
  );
  return String(sum % 10);
}

// Base 36 numbers digits and capital letters just as the table of 9303-3 does.
const worthOf = (character: string): number =>
  character === '<' ? 0 : Number.parseInt(character, 36);
