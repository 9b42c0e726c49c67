/** What of a request is told to whom it is about, and what is deferred (11(1)). Rows are added, never changed. */
import { sql } from 'drizzle-orm';
import { bigint, check, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const reportDecision = exchange.table(
  'report_decision',
  {
    /** In the order in which they were made, whatever a clock says. */
    id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    /** A request, or a provision. */
    requestId: uuid('request_id').notNull(),
    /** DEFER: left out of reports until it is reviewed; TELL ends that. */
    decision: text('decision').notNull(),
    reason: text('reason').notNull(),
    /** When it is to be decided anew. */
    reviewAt: instant('review_at'),
    /** Service number. */
    officer: text('officer').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    index('report_decision_newest').on(table.requestId, table.id),
    check('report_decision_kind', sql`decision in ('DEFER', 'TELL')`),
    check('report_decision_review', sql`(review_at is not null) = (decision = 'DEFER')`),
  ],
);
