/** Whether the register holds invented people: development refuses real ones, production invented ones. */
import { sql } from 'drizzle-orm';
import { boolean, check } from 'drizzle-orm/pg-core';
import { register } from './register.js';

/** One row at most; without one nobody said what the register holds. */
export const mark = register.table(
  'mark',
  {
    one: boolean('one').primaryKey().default(true),
    sample: boolean('sample').notNull(),
  },
  (table) => [check('mark_one', sql`${table.one}`)],
);
