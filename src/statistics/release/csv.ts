/**
 * A table for programs as CSV (RFC 4180, UTF-8): codes alone, one line a cell. Of a hidden cell OBS_VALUE is empty and
 * OBS_FLAG is `c`, confidential, as statistical offices of the Union mark it; of every other cell OBS_FLAG is empty.
 */
import { axesOf, type ReleasedTable } from './released.js';

const END = '\r\n';

export function csvOf(table: ReleasedTable): string {
  const header = [...axesOf(table), 'TIME_PERIOD', 'OBS_VALUE', 'OBS_FLAG'];
  const lines = table.figures.map(({ kind, at, persons }) => [
    ...[kind, ...at, table.period],
    ...(persons === null ? ['', 'c'] : [String(persons), '']),
  ]);
  return [header, ...lines].map((fields) => fields.map(fieldOf).join() + END).join('');
}

/** Quoted where RFC 4180 asks it. */
function fieldOf(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
