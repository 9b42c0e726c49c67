/**
 * Statistics: what was counted of each quarter, once, and the tables made of it. The numbers in `count` are small and not
 * protected: no role of the gateway's reads them, the owner's command alone. What leaves is a publication.
 */
import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  foreignKey,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

export const statistics = pgSchema('statistics');

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** A quarter of a subject that was counted, and the day as of whose end the register was read. */
export const counted = statistics.table(
  'counted',
  {
    subject: text('subject').notNull(),
    /** `2025-Q3`. */
    quarter: text('quarter').notNull(),
    recorded: text('recorded').notNull(),
    countedAt: timestamp('counted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.quarter] })],
);

export const count = statistics.table(
  'count',
  {
    subject: text('subject').notNull(),
    quarter: text('quarter').notNull(),
    kind: text('kind').notNull(),
    instruments: text('instruments').array().notNull(),
    region: text('region').notNull(),
    age: text('age').notNull(),
    sex: text('sex').notNull(),
    persons: integer('persons').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        ...([table.subject, table.quarter, table.kind, table.instruments] as const),
        ...([table.region, table.age, table.sex] as const),
      ],
    }),
    foreignKey({
      columns: [table.subject, table.quarter],
      foreignColumns: [counted.subject, counted.quarter],
    }),
    check('count_somebody', sql`persons > 0`),
  ],
);

/** A declared table of a period: which of its cells are hidden. A released one is never changed. */
export const statisticalTable = statistics.table(
  'statistical_table',
  {
    /** Id of its definition. */
    definition: text('definition').notNull(),
    subject: text('subject').notNull(),
    period: text('period').notNull(),
    threshold: integer('threshold').notNull(),
    /** What drew among cells that protect as well. */
    seed: bytea('seed').notNull(),
    hidden: text('hidden').array().notNull(),
    recorded: text('recorded').array().notNull(),
    computedAt: timestamp('computed_at', { withTimezone: true }).notNull(),
    /** Null while it is a draft. */
    releasedAt: timestamp('released_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.definition, table.period] }),
    check('statistical_table_threshold', sql`threshold >= 5`),
  ],
);
