/** Seeded chance: the same corpus every time. */

/** A number from 0 up to, and without, `below`. */
export type Roll = (below: number) => number;

/** Xorshift of 32 bits (Marsaglia 2003). */
export function rolls(seed: number): Roll {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}

/** One of a list. */
export function pick<T>(roll: Roll, list: readonly T[]): T {
  const found = list[roll(list.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** One of a list of parts per hundred. */
export function pickWeighted<T>(roll: Roll, list: readonly (readonly [T, number])[]): T {
  let left = roll(list.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [value, weight] of list) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new RangeError('nothing to pick from');
}

/** `#` becomes any digit, `@` any but 0; the rest stays. */
export function digits(roll: Roll, pattern: string): string {
  return pattern.replace(/[#@]/g, (place) => String(place === '#' ? roll(10) : 1 + roll(9)));
}

/** A whole number with at least two digits. */
export const two = (value: number): string => String(value).padStart(2, '0');
