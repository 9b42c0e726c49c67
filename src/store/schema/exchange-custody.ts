/** Custody between gateways (11(2) to 11(5)): of each holding its transfers, consents and matters. No value stands here. */
import { sql } from 'drizzle-orm';
import { boolean, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

export const custodyFile = exchange.table(
  'custody_file',
  {
    /** The request or the provision by which the information was given. */
    about: uuid('about').primaryKey(),
    /** Whether a matter of it waits for somebody. */
    isOpen: boolean('is_open').notNull(),
    /** Grows by one with every change. */
    version: integer('version').notNull(),
    /** Canonical JSON of the file. */
    content: text('content').notNull(),
  },
  (table) => [index('custody_file_open').on(table.about).where(sql`is_open`)],
);
