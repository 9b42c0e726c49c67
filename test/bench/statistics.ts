/** The middle of the values; the mean of the two in the middle where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Median over rounds of a figure of each: what a round compares was measured seconds apart. */
export function overRounds<R>(rounds: readonly R[], figure: (round: R) => number): Spread {
  const values = rounds.map(figure);
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The list, begun at another place in each round, so that no way always follows the same one. */
export function rotated<T>(list: readonly T[], round: number): readonly T[] {
  const at = round % Math.max(1, list.length);
  return [...list.slice(at), ...list.slice(0, at)];
}
