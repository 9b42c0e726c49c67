/** How near two short texts are: the edit distance in which swapped neighbours count once (optimal string alignment). */

/** From 1 (the same) to 0 (nothing in common), by the longer one's length. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - distance(a, b) / longer;
}

function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    const row = rowOf({ a, b, i, above, before });
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

interface Step {
  readonly a: string;
  readonly b: string;
  /** The letter of `a` that the row is about. */
  readonly i: number;
  readonly above: readonly number[];
  /** The row above the one above; empty for the first letter. */
  readonly before: readonly number[];
}

function rowOf({ a, b, i, above, before }: Step): readonly number[] {
  const row = [i + 1];
  for (let j = 0; j < b.length; j += 1) {
    const change = (above[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
    const least = Math.min(change, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
    const swapped = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
    row.push(swapped ? Math.min(least, (before[j - 1] ?? 0) + 1) : least);
  }
  return row;
}
