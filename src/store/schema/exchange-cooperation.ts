/** Activities without personal data (Article 7; memorandum, paragraphs 1 and 3). Rows are added, and never changed. */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** An activity is the sum of its changes. */
export const activityChange = exchange.table(
  'activity_change',
  {
    activityId: uuid('activity_id').notNull(),
    /** From 1, without a gap: of two changes at once one is refused. */
    n: integer('n').notNull(),
    /** Canonical JSON. */
    content: text('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.activityId, table.n] }),
    check('activity_change_number', sql`n >= 1`),
  ],
);

/** Who takes part in an activity: to anybody else it does not exist. */
export const activityAuthority = exchange.table(
  'activity_authority',
  {
    authority: text('authority').notNull(),
    activityId: uuid('activity_id').notNull(),
    instrument: text('instrument').notNull(),
    proposedAt: instant('proposed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.authority, table.activityId] }),
    index('activity_authority_page').on(table.authority, table.proposedAt, table.activityId),
  ],
);
