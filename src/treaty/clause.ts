/**
 * A clause of an instrument, as its text numbers it: `6(1)`, `5(1)(3)`, `10(1)`, `17(c)`, `4(b)`, `6`.
 * Clauses are part of the data: a rule without one neither compiles nor loads (A-Pre).
 */
export type Clause = `${number}` | `${number}(${string})`;

/** One clause or more, never none. */
export type Clauses = readonly [Clause, ...Clause[]];

const form = /^[1-9]\d*(\([1-9]\d*\)|\([a-z]\))*$/;

/** Whether a text is the number of a clause. */
export function isClause(value: string): value is Clause {
  return form.test(value);
}

/** Several clauses as one text, in the order of the data: `5(1)(4);6(6)`. */
export function formatClauses(clauses: readonly Clause[]): string {
  return clauses.join(';');
}
