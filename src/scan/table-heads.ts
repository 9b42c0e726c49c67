/** Tables written as text: which column a place stands in, and what its head says. */

/** Whether the column of a place is headed by what was looked for. */
export type IsHeaded = (place: number) => boolean;

interface Line {
  readonly from: number;
  /** Where its cells end. */
  readonly ends: readonly number[];
  /** Whether each column of the table is headed by what is looked for. */
  readonly heads: readonly boolean[];
}

const SEPARATORS = ['|', '\t', ';'] as const;
/** A table has not a thousand columns. */
const MOST_CELLS = 40;

/** Reads the lines of a text once. `isSought` judges the head of a column, from here to there. */
export function tableHeads(
  lower: string,
  isSought: (from: number, to: number) => boolean,
): IsHeaded {
  const tables = SEPARATORS.filter((one) => lower.includes(one)).map((separator) =>
    linesOf(lower, separator, isSought),
  );
  return (place) => tables.some((lines) => isHeaded(lines, place));
}

/** The lines that are rows of a table, in order. */
function linesOf(
  lower: string,
  separator: string,
  isSought: (from: number, to: number) => boolean,
): readonly Line[] {
  const lines: Line[] = [];
  let heads: readonly boolean[] = [];
  let before = -1;
  for (let at = lower.indexOf(separator); at !== -1; at = lower.indexOf(separator, before)) {
    const from = lower.lastIndexOf('\n', at) + 1;
    const end = lower.indexOf('\n', at);
    const to = end === -1 ? lower.length : end;
    const ends = cellEnds(lower.slice(from, to), separator).map((cell) => from + cell);
    // What follows another row at once has its head; the head itself has none.
    const isHead = from !== before || before === -1;
    if (isHead) heads = headsOf(from, ends, isSought);
    else if (heads.includes(true)) lines.push({ from, ends, heads });
    before = to + 1;
  }
  return lines;
}

const headsOf = (
  from: number,
  ends: readonly number[],
  isSought: (from: number, to: number) => boolean,
): readonly boolean[] =>
  ends.map((end, at) => isSought(at === 0 ? from : (ends[at - 1] ?? 0) + 1, end));

/** Where each cell of a line ends. */
function cellEnds(line: string, separator: string): readonly number[] {
  const ends: number[] = [];
  for (let at = line.indexOf(separator); at !== -1; at = line.indexOf(separator, at + 1)) {
    if (ends.length === MOST_CELLS) break;
    ends.push(at);
  }
  return [...ends, line.length];
}

function isHeaded(lines: readonly Line[], place: number): boolean {
  const line = lines[lastBefore(lines, place)];
  if (line === undefined) return false;
  const column = line.ends.findIndex((end) => place <= end);
  return line.heads[column] === true;
}

/** The last line that begins at or before a place. */
function lastBefore(lines: readonly Line[], place: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
