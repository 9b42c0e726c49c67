import type { Row } from '../store/index.js';

type Rows = Promise<readonly Row[] | null> | null;

/**
 * Takes the guarded fields that are withheld for a subject out of its records. The reader has not selected them;
 * this stands behind it.
 */
export function withholdChildren(rows: Rows, type: string, withheld: ReadonlySet<string>): Rows {
  if (rows === null || withheld.size === 0) return rows;
  const fields = [...withheld].flatMap((coordinate) => fieldOf(coordinate, type));
  return fields.length === 0 ? rows : rows.then((found) => blank(found, fields));
}

function fieldOf(coordinate: string, type: string): readonly string[] {
  const [owner, field] = coordinate.split('.');
  return owner === type && field !== undefined ? [field] : [];
}

function blank(rows: readonly Row[] | null, fields: readonly string[]): readonly Row[] | null {
  const nulls = Object.fromEntries(fields.map((field) => [field, null]));
  return rows?.map((row) => ({ ...row, ...nulls, subject: row.subject })) ?? null;
}
