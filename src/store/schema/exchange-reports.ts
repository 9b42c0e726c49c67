/** Strategic reports (Article 4; memorandum, 3(c)): each as it stands, its versions with their attachments, who may see what. */
import { sql } from 'drizzle-orm';
import { check, customType, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

export const strategicReport = exchange.table('strategic_report', {
  id: uuid('id').primaryKey(),
  /** Grows by one with every step. */
  revision: integer('revision').notNull(),
  /** Canonical JSON: its present version, what was found in it, the reasons, the steps. */
  content: text('content').notNull(),
});

const reportId = () =>
  uuid('report_id')
    .notNull()
    .references(() => strategicReport.id);

/** For whom a report exists at all; what it is to them, its steps say. */
export const strategicReportSight = exchange.table(
  'strategic_report_sight',
  {
    reportId: reportId(),
    authority: text('authority').notNull(),
    sight: text('sight').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.authority, table.sight, table.reportId] }),
    index('strategic_report_sight_report').on(table.reportId),
    check('strategic_report_sight_kind', sql`sight in ('OWN', 'OFFER', 'OPEN')`),
  ],
);

/** Versions are added, and never changed: a consent names one by its digest. */
export const strategicReportVersion = exchange.table(
  'strategic_report_version',
  {
    reportId: reportId(),
    version: integer('version').notNull(),
    /** Canonical JSON, as it was digested. */
    document: text('document').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.version] })],
);

export const strategicReportAttachment = exchange.table(
  'strategic_report_attachment',
  {
    reportId: reportId(),
    version: integer('version').notNull(),
    /** From 1. */
    n: integer('n').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.version, table.n] })],
);
