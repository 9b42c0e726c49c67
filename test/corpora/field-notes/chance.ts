/** What falls out at random, from one seed: the same for ever. */
export interface Chance {
  /** A whole number from 0, less than `below`. */
  readonly roll: (below: number) => number;
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** As many figures as asked for, the first of them no nought. */
  readonly figures: (count: number) => string;
  /** As many letters of a list as asked for. */
  readonly letters: (count: number, of?: string) => string;
}

/** SplitMix32: one addition and two multiplications a number. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const roll = (below: number) => Math.floor(next() * below);
  const between = (least: number, most: number) => least + roll(most - least + 1);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[roll(list.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  const figures = (count: number) =>
    `${between(1, 9)}${Array.from({ length: count - 1 }, () => roll(10)).join('')}`;
  const letters = (count: number, of = 'ABCDEFGHJKLMNPRSTUVWXYZ') =>
    Array.from({ length: count }, () => pick([...of])).join('');
  return { roll, between, pick, figures, letters };
}
