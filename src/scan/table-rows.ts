/** Tables written as text: their rows, cells, and the head of each column. Linear in the text. */
import { matchesIn } from './matches.js';

export type Span = readonly [from: number, to: number];

export interface Row {
  readonly from: number;
  readonly cells: readonly Span[];
  /** The cells of the row that heads the table. */
  readonly heads: readonly Span[];
}

/** What parts the cells, the surest first. */
const SEPARATORS = [
  /\|/g,
  /\t/g,
  /;/g,
  // In a sentence a space follows it.
  /,(?=\S)/g,
  /[ \u00a0]{2,}/g,
] as const;
/** A table has not a thousand columns. */
const MOST_CELLS = 40;
const LONGEST_ROW = 2_000;

export interface Tables {
  readonly rows: readonly Row[];
  /** The head of the column in which a place stands. */
  headOf(place: number): Span | undefined;
}

interface Line {
  readonly from: number;
  readonly cells: readonly Span[];
  /** Has no figures, beside the number of a paragraph with which it may begin. */
  readonly isOfWords: boolean;
}

/** Lines in cells, by each of the separators that the text has. */
export type Lines = readonly (readonly Line[])[];

/** Reads the lines of a text once. */
export const linesIn = (lower: string): Lines =>
  SEPARATORS.map((separator) => linesBy(lower, separator));

/** `isHead` says whether a row of words heads what follows it. */
export function openTables(lines: Lines, isHead: (cells: readonly Span[]) => boolean): Tables {
  const tables = lines.map((of) => rowsOf(of, isHead));
  return {
    rows: tables.flat(),
    headOf(place) {
      for (const rows of tables) {
        const row = rows[lastBefore(rows, place)];
        const column = row?.cells.findIndex(([, to]) => place <= to) ?? -1;
        if (row !== undefined && column !== -1) return row.heads[column];
      }
      return undefined;
    },
  };
}

/** The rows below a head, in order. What stands between two rows ends no table, another head does. */
function rowsOf(
  lines: readonly Line[],
  isHead: (cells: readonly Span[]) => boolean,
): readonly Row[] {
  const rows: Row[] = [];
  let heads: readonly Span[] = [];
  for (const { from, cells, isOfWords } of lines) {
    if (isOfWords && isHead(cells)) heads = cells;
    else if (cells.length === heads.length) rows.push({ from, cells, heads });
  }
  return rows;
}

function linesBy(lower: string, separator: RegExp): readonly Line[] {
  const lines: Line[] = [];
  const seek = new RegExp(separator);
  for (let match = seek.exec(lower); match !== null; match = seek.exec(lower)) {
    const at = match.index;
    const from = lower.lastIndexOf('\n', at) + 1;
    const end = lower.indexOf('\n', at);
    const to = end === -1 ? lower.length : end;
    seek.lastIndex = to + 1;
    if (to - from > LONGEST_ROW) continue;
    const line = lower.slice(from, to);
    const cells = cellsOf(line, separator, from);
    if (cells.length > 1) lines.push({ from, cells, isOfWords: !hasFigure(line) });
  }
  return lines;
}

/** Beside the number of a paragraph, with which a head may begin. */
const hasFigure = (line: string): boolean => /\d/.test(line.replace(/^\s{0,8}\d{1,3}[.)]\s/, ''));

function cellsOf(line: string, separator: RegExp, start: number): readonly Span[] {
  const cells: Span[] = [];
  let from = /^[ \u00a0|]*/.exec(line)?.[0].length ?? 0;
  for (const { index, 0: mark } of matchesIn(line, separator)) {
    if (index < from) continue;
    if (cells.length === MOST_CELLS) return [];
    cells.push([start + from, start + index]);
    from = index + mark.length;
  }
  return from < line.length ? [...cells, [start + from, start + line.length]] : cells;
}

/** The last row that begins at or before a place. */
function lastBefore(rows: readonly Row[], place: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
