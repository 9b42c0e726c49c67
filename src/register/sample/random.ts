/** A small seeded generator (mulberry32): the same seed gives the same people on every machine. For samples only. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
  /** One of these. */
  pick<T>(from: readonly [T, ...T[]]): T;
  /** `length` decimal digits, the first not 0. */
  digits(length: number): string;
}

/** The generator of one person: people are independent of each other, so any one can be made alone. */
export function randomOf(seed: number, index: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (from) => from[below(from.length)] ?? from[0],
    digits: (length) => String(10 ** (length - 1) + below(9 * 10 ** (length - 1))),
  };
}
