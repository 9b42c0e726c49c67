/** What was recorded of the life of the instruments (Articles 12, 13, 16, 17), one after another. */
import { sql } from 'drizzle-orm';
import { check, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

export const instrumentRecord = exchange.table(
  'instrument_record',
  {
    /** From 1 on, without a gap: who writes says behind how many, so that two never stand on the same ground. */
    number: integer('number').primaryKey(),
    id: uuid('id').notNull().unique(),
    instrument: text('instrument').notNull(),
    party: text('party').notNull(),
    /** JSON. */
    act: text('act').notNull(),
    reference: text('reference').notNull(),
    /** SHA-256 of the document, hexadecimal. */
    digest: text('digest').notNull(),
    officer: text('officer').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [
    check('instrument_record_number', sql`${table.number} > 0`),
    check('instrument_record_digest', sql`${table.digest} ~ '^[0-9a-f]{64}$'`),
  ],
);
