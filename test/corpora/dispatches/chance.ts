/** Throws of a die that always fall the same way for the same seed (mulberry32). */
export interface Chance {
  /** A whole number, both ends included. */
  int(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in `percent` of a hundred throws. */
  often(percent: number): boolean;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    pick: (from) => {
      const one = from[int(0, from.length - 1)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    often: (percent) => next() * 100 < percent,
  };
}

const LETTERS = 'ABCEGHKLMNPRTVXZ';

/** `#` becomes any figure, `%` one that is not zero, `?` a letter; all else stays. */
export function fromPattern(chance: Chance, pattern: string): string {
  return pattern.replace(/[#%?]/g, (sign) => {
    if (sign === '?') return chance.pick([...LETTERS]);
    return String(chance.int(sign === '%' ? 1 : 0, 9));
  });
}
