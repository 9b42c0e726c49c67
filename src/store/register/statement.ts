/**
 * Statement texts and their parameters. A text is built from constant words of this room's tables of columns alone;
 * values travel as parameters, every one of them as text that the statement casts. One text per kind of record, set
 * of columns and set of rules, so that PostgreSQL plans each once per connection.
 */
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';

/** A value of the caller's own in a compiled statement. */
export type GivenName = `given${number}`;
export type GivenValues = { readonly [name: GivenName]: string };

/** What a statement may ask for, by the name that stands in braces in its text. */
export interface Values extends GivenValues {
  /** Record ids, as an array literal. */
  readonly records?: string;
  /** The calendar day of the grant's `asOf`. */
  readonly day?: string;
  readonly asOf?: string;
  readonly numbers?: string;
  readonly state?: string;
  /** For each of `numbers`, which of the compiled texts is its own. */
  readonly standings?: string;
  /** How many of what is found are covered by the ticket. */
  readonly first?: string;
  /** On what a grant stands, as the wall asks for it; the version is that of a request that was remembered. */
  readonly kind?: string;
  readonly request?: string;
  readonly version?: string;
  readonly authority?: string;
  readonly purpose?: string;
}

export interface Statement {
  readonly text: string;
  /** Whether each connection keeps it planned. */
  readonly prepared: boolean;
  readonly parameters: readonly (keyof Values)[];
}

const placeholder = /\{([a-zA-Z]+\d*)\}/g;

/** Numbers the placeholders of a text: `{day}` becomes `$1::text`. */
export function statement(text: string): Statement {
  const parameters: (keyof Values)[] = [];
  const numbered = text.replace(placeholder, (_, name: keyof Values) => {
    if (!parameters.includes(name)) parameters.push(name);
    return `$${parameters.indexOf(name) + 1}::text`;
  });
  return { text: numbered, parameters, prepared: true };
}

/** Texts by themselves, so that each is numbered once. Lives as long as the register is open. */
export type Statements = Map<string, Statement>;

// A caller chooses the fields, so the number of texts is the caller's: past this one, none is kept on a connection.
const KEPT_STATEMENTS = 2000;

/**
 * A text as one role sends it. PostgreSQL plans a statement anew where its last plan was another role's, so that no two
 * share one.
 */
export const textFor = (role: string, text: string): string => `/*${role}*/ ${text}`;

/** The statement of a text, from those already written. */
export function prepare(statements: Statements, text: string): Statement {
  const known = statements.get(text);
  if (known !== undefined) return known;
  const written = statement(text);
  if (statements.size >= KEPT_STATEMENTS) return { ...written, prepared: false };
  statements.set(text, written);
  return written;
}

/** Runs a statement, prepared; rejects with Refusal(UNAVAILABLE) where the database cannot answer, else with a StoreFault. */
export function run<T extends object>(
  sql: Sql,
  { text, parameters, prepared }: Statement,
  values: Values,
): Promise<T[]> {
  const given = parameters.map((name) => values[name] ?? null);
  return orUnavailable(
    async () => await sql.unsafe<T[]>(text, given, { prepare: prepared }).execute(),
  );
}

/** As `run`, but hands on the bytes of each row's columns as PostgreSQL sent them; null where it sent null. */
export function runRaw(
  sql: Sql,
  { text, parameters, prepared }: Statement,
  values: Values,
): Promise<readonly (readonly (Buffer | null)[])[]> {
  const given = parameters.map((name) => values[name] ?? null);
  return orUnavailable(
    async () => await sql.unsafe(text, given, { prepare: prepared }).raw().execute(),
  );
}

/** PostgreSQL's array literal of texts. */
export function textArray(values: Iterable<string | null>): string {
  const quoted = Array.from(values, (value) =>
    value === null ? 'NULL' : `"${value.replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${quoted.join(',')}}`;
}
