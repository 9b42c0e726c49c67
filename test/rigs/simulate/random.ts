/** Chance from a seed: the same seed is the same run, on any machine. */
export interface Random {
  /** A number of [0, 1). */
  next(): number;
  /** Whether something of this probability happens. */
  hits(probability: number): boolean;
  /** An integer of [from, to]. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** The form of a UUID version 4. */
  uuid(): string;
}

/** Opens a source of chance (an LCG's state, scrambled as in mulberry32). */
export function openRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => between(0, 15).toString(16)).join('');
  return {
    next,
    between,
    hits: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
