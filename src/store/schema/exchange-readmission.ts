/**
 * Readmission: cases by their request, the interviews that are offered and booked, and humanitarian notes. That a window is
 * taken once and a person has one interview ahead is laid down here, so that no two callers can race past it.
 */
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const readmissionCase = exchange.table('readmission_case', {
  /** The exchange request; of no register. */
  requestId: uuid('request_id').primaryKey(),
  /** Grows by one with every change. */
  version: integer('version').notNull(),
  /** Canonical JSON of the file. */
  content: text('content').notNull(),
});

export const interviewChannel = exchange.table(
  'interview_channel',
  {
    /** A short name of the authority's own. */
    code: text('code').primaryKey(),
    kind: text('kind').notNull(),
    /** One authority: where two could take a window, its going would tell the one of the other (11(1)). */
    offeredTo: text('offered_to').notNull(),
    place: text('place').notNull(),
    hours: text('hours').notNull(),
    contact: text('contact').notNull(),
    languages: text('languages').array().notNull(),
  },
  () => [check('interview_channel_kind', sql`kind in ('OFFICE', 'VIDEO')`)],
);

export const interviewWindow = exchange.table(
  'interview_window',
  {
    id: uuid('id').primaryKey(),
    channel: text('channel')
      .notNull()
      .references(() => interviewChannel.code),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    languages: text('languages').array().notNull(),
    /** Told in the booking alone. */
    videoLink: text('video_link'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    unique('interview_window_once').on(table.channel, table.startsAt),
    index('interview_window_ahead').on(table.startsAt),
    check('interview_window_span', sql`starts_at < ends_at`),
  ],
);

export const interviewBooking = exchange.table(
  'interview_booking',
  {
    id: uuid('id').primaryKey(),
    windowId: uuid('window_id')
      .notNull()
      .references(() => interviewWindow.id),
    requestId: uuid('request_id')
      .notNull()
      .references(() => readmissionCase.requestId),
    /** The subject's number in the signed request. */
    n: integer('n').notNull(),
    language: text('language').notNull(),
    /** The authority that booked, and its officer. */
    bookedBy: text('booked_by').notNull(),
    officer: text('officer').notNull(),
    bookedAt: instant('booked_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    outcome: text('outcome'),
    outcomeAt: instant('outcome_at'),
  },
  (table) => [
    uniqueIndex('interview_booking_window').on(table.windowId).where(sql`cancelled_at is null`),
    uniqueIndex('interview_booking_subject')
      .on(table.requestId, table.n)
      .where(sql`cancelled_at is null and outcome is null`),
    index('interview_booking_request').on(table.requestId),
    check('interview_booking_end', sql`cancelled_at is null or outcome is null`),
    check('interview_booking_outcome', sql`(outcome is null) = (outcome_at is null)`),
  ],
);

/** Read by officers of this authority alone. Rows are added, never changed. */
export const humanitarianNote = exchange.table(
  'humanitarian_note',
  {
    id: uuid('id').primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => readmissionCase.requestId),
    /** Service number. */
    officer: text('officer').notNull(),
    note: text('note').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [index('humanitarian_note_request').on(table.requestId, table.writtenAt)],
);
