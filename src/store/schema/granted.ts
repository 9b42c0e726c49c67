/**
 * The second wall's own tables: what each purpose opens, and the tickets under which the register is read. Functions,
 * views, policies and privileges over them are generated from the policy (`drizzle/wall.sql`).
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

export const granted = pgSchema('granted');

/** The id of a transaction, never used again in the life of a cluster. */
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** What a purpose of an instrument opens, and the role that reads for it. */
export const opening = granted.table(
  'opening',
  {
    instrument: text('instrument').notNull(),
    purpose: text('purpose').notNull(),
    reader: text('reader').notNull(),
    statedBy: text('stated_by').notNull(),
    items: text('items').array().notNull(),
    /** Countries of the Parties. */
    parties: text('parties').array().notNull(),
    nationalsOfPartiesOnly: boolean('nationals_of_parties_only').notNull(),
    /** Clause on which the purpose rests -> what it demands of the person. */
    conditions: jsonb('conditions').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.instrument, table.purpose] }),
    check('opening_stated_by', sql`stated_by in ('requesting', 'requested')`),
  ],
);

/**
 * A reading of the register in one transaction, written by `granted.admit` alone: one row for each set of items that
 * subjects hold. Gone once the entry of the reading is committed.
 */
export const ticket = granted.table(
  'ticket',
  {
    xid: xid8('xid').notNull(),
    nth: smallint('nth').notNull(),
    /** The start of the transaction: ids of transactions begin anew in a cluster that a dump was restored to. */
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    reader: text('reader').notNull(),
    kind: text('kind').notNull(),
    /** The request, or the provision (8(2)). */
    request: uuid('request').notNull(),
    instrument: text('instrument').notNull(),
    /** The calendar day of the grant's `asOf`. */
    day: text('day').notNull(),
    items: text('items').array().notNull(),
    /** Numbers of the subjects, and their records, in the same order. */
    numbers: integer('numbers').array().notNull(),
    records: bigint('records', { mode: 'bigint' }).array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.xid, table.nth] }),
    check('ticket_kind', sql`kind in ('REQUEST', 'ANSWER', 'PROVISION', 'SEARCH')`),
  ],
);

/** Which form of the generated wall stands: SHA-256 of its text, hexadecimal. */
export const form = granted.table('form', {
  one: boolean('one').primaryKey().default(true),
  digest: text('digest').notNull(),
});
