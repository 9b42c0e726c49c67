/** How this room asks the database: texts alone as parameters, faults as the store tells them. */
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';

export type Ask = <Row extends object>(
  text: string,
  parameters: readonly (string | null)[],
) => Promise<Row[]>;

/** Asks on a pool. */
export const askOn =
  (sql: Sql): Ask =>
  <Row extends object>(text: string, parameters: readonly (string | null)[]) =>
    orUnavailable(async () => [
      ...(await sql.unsafe<Row[]>(text, [...parameters], { prepare: true })),
    ]);
