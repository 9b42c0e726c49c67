/** Instants as they are written to PostgreSQL. */

/** Later than any; sorts last. */
export const NEVER = 'infinity';

/** ISO 8601 of milliseconds since the epoch; null of null. */
export const instantOf = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();

/** A column of instants as milliseconds since the epoch, for a select list. */
export const millisOf = (column: string): string =>
  `floor(extract(epoch from ${column}) * 1000)::float8`;
