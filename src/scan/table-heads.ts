/** Tables written as text: which column a place stands in, and what its head says. */

/** Whether the column of a place is headed by what was looked for. */
export type IsHeaded = (place: number) => boolean;

interface Line {
  readonly from: number;
  readonly cells: readonly number[];
  /** Whether each column of the table is headed by what is looked for. */
  readonly heads: readonly boolean[];
}

const SEPARATORS = ['|', '\t', ';'] as const;
/** A head is no essay, and a table has not a thousand columns. */
const MOST_CELLS = 40;
const LONGEST_HEAD = 80;

/** Reads the lines of a text once. `isSought` judges the head of a column, in small letters. */
export function tableHeads(lower: string, isSought: (head: string) => boolean): IsHeaded {
  const tables = SEPARATORS.filter((one) => lower.includes(one)).map((separator) =>
    linesOf(lower, separator, isSought),
  );
  return (place) => tables.some((lines) => isHeaded(lines, place));
}

/** The lines that are rows of a table, in order. */
function linesOf(
  lower: string,
  separator: string,
  isSought: (head: string) => boolean,
): readonly Line[] {
  const lines: Line[] = [];
  let heads: readonly boolean[] | undefined;
  for (let from = 0; from < lower.length; ) {
    const end = lower.indexOf('\n', from);
    const to = end === -1 ? lower.length : end;
    const cells = cellsOf(lower.slice(from, to), separator);
    if (cells.length < 2) heads = undefined;
    else {
      heads ??= cells.map((cell) => isSought(cell.slice(0, LONGEST_HEAD)));
      lines.push({ from, cells: cells.map(({ length }) => length), heads });
    }
    from = to + 1;
  }
  return lines;
}

const cellsOf = (line: string, separator: string): readonly string[] =>
  line.includes(separator) ? line.split(separator, MOST_CELLS) : [];

function isHeaded(lines: readonly Line[], place: number): boolean {
  const line = lineAt(lines, place);
  if (line === undefined) return false;
  let at = line.from;
  for (const [column, length] of line.cells.entries()) {
    at += length + 1;
    if (place < at) return line.heads[column] === true;
  }
  return false;
}

/** The last line that begins at or before a place. */
function lineAt(lines: readonly Line[], place: number): Line | undefined {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}
