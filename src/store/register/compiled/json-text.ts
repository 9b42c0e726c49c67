/**
 * SQL that writes JSON as JSON.stringify does, byte for byte: no white space, members in the order asked, strings
 * escaped alike (PostgreSQL's to_json and ECMA-262 agree on every character that a text of PostgreSQL can hold).
 */

/** Text that stands in the answer as it is, or an expression of type text that is never null. */
export type Piece = { readonly literal: string } | { readonly sql: string };

export const literal = (text: string): Piece => ({ literal: text });
export const sql = (text: string): Piece => ({ sql: text });

// A function of PostgreSQL takes a hundred arguments at most.
const ARGUMENTS = 90;

/** One expression that joins the pieces. */
export function joined(pieces: readonly Piece[]): string {
  const parts = merged(pieces).map((piece) =>
    'literal' in piece ? quoted(piece.literal) : piece.sql,
  );
  if (parts.length === 1) return parts[0] ?? "''";
  return concatenated(parts);
}

function concatenated(parts: readonly string[]): string {
  if (parts.length <= ARGUMENTS) return `concat(${parts.join(', ')})`;
  const groups: string[] = [];
  for (let at = 0; at < parts.length; at += ARGUMENTS) {
    groups.push(`concat(${parts.slice(at, at + ARGUMENTS).join(', ')})`);
  }
  return concatenated(groups);
}

function merged(pieces: readonly Piece[]): readonly Piece[] {
  const joint: Piece[] = [];
  for (const piece of pieces) {
    const last = joint.at(-1);
    if ('literal' in piece && last !== undefined && 'literal' in last) {
      joint[joint.length - 1] = literal(last.literal + piece.literal);
    } else joint.push(piece);
  }
  return joint;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A column of text or of truth as a JSON value. */
export const jsonOf = (column: string): Piece => sql(`coalesce(to_json(${column}), 'null')`);

/** A column of bytes as base64 (RFC 4648) on one line. */
export const base64Of = (column: string): Piece =>
  sql(`coalesce('"' || replace(encode(${column}, 'base64'), E'\\n', '') || '"', 'null')`);

/** The rows of a query as a JSON list, in the order of `order`; `from` stands behind `select`. */
export const listOf = (row: string, from: string, order: string): Piece =>
  sql(`(select concat('[', string_agg(${row}, ',' order by ${order}), ']') ${from})`);

/** The value where the condition holds; else null. */
export const orNull = (condition: string, value: string): Piece =>
  sql(`case when ${condition} then ${value} else 'null' end`);

export const NULL: Piece = literal('null');
