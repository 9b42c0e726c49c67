/**
 * Partial dates against a day, in SQL. A partial date is text, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and in the C
 * collation a prefix sorts before what it begins. With D the day and P the date:
 *   the earliest day of P is not after D  <=>  P <= D
 *   the latest day of P is before D       <=>  P < left(D, length(P)), or P is D's own day and has passed
 * `surely` asks of every day that P may mean, `possibly` of any. `{day}` stands for a parameter.
 */

/** The span has begun on the day, whatever is left out of its first date. No date: it has. */
export function surelyBegun(column: string, day: string): string {
  return `(${column} is null or ${column} = ${day} or ${column} collate "C" < left(${day}, length(${column})))`;
}

/** The span has not ended before the day, whatever is left out of its last date. No date: it has not. */
export function surelyNotEnded(column: string, day: string): string {
  return `(${column} is null or ${column} collate "C" >= ${day})`;
}

/** The span may have begun on the day. */
export function possiblyBegun(column: string, day: string): string {
  return `(${column} is null or ${column} collate "C" <= ${day})`;
}

/** The span may last on the day. */
export function possiblyNotEnded(column: string, day: string): string {
  return `(${column} is null or ${column} collate "C" >= left(${day}, length(${column})))`;
}
