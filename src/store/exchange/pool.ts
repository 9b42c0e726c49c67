/** The pool that the exchange reads and writes with. */
import { openPool, type Sql } from '../connect.js';

/** Opens it with the exchange's role. Nothing is connected until it is asked. */
export function openExchangePool(url: string): Sql {
  return openPool(url, {
    name: 'sorgu exchange',
    max: 10,
    statementMs: 10_000,
    silenceMs: 15_000,
  });
}
