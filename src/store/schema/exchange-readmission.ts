/**
 * Readmission: cases by their request, the interviews that are offered and booked, and humanitarian notes. That a window is
 * taken once and a person has one interview ahead is laid down here, so that no two callers can race past it. What is said
 * of anybody is encrypted: nonce, ciphertext and tag of AES-256-GCM under a key of the case, or of its notes (custody.ts).
 */
import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** It goes with its key, and what hangs on it goes too. */
export const readmissionCase = exchange.table(
  'readmission_case',
  {
    /** The exchange request; of no register. */
    requestId: uuid('request_id').primaryKey(),
    /** Grows by one with every change. */
    version: integer('version').notNull(),
    /** Canonical JSON of the file. */
    sealed: bytea('sealed').notNull(),
  },
  () => [check('readmission_case_sealed', sql`octet_length(sealed) >= 28`)],
);

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
      .references(() => readmissionCase.requestId, { onDelete: 'cascade' }),
    /** The subject's number in the signed request. */
    n: integer('n').notNull(),
    /** The language, the authority that booked, and its officer. */
    sealed: bytea('sealed').notNull(),
    bookedAt: instant('booked_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    sealedOutcome: bytea('sealed_outcome'),
    outcomeAt: instant('outcome_at'),
  },
  (table) => [
    uniqueIndex('interview_booking_window').on(table.windowId).where(sql`cancelled_at is null`),
    uniqueIndex('interview_booking_subject')
      .on(table.requestId, table.n)
      .where(sql`cancelled_at is null and outcome_at is null`),
    index('interview_booking_request').on(table.requestId),
    check('interview_booking_end', sql`cancelled_at is null or outcome_at is null`),
    check('interview_booking_outcome', sql`(sealed_outcome is null) = (outcome_at is null)`),
  ],
);

/** Read by officers of this authority alone, under a key of their own. Rows are added, never changed. */
export const humanitarianNote = exchange.table(
  'humanitarian_note',
  {
    id: uuid('id').primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => readmissionCase.requestId, { onDelete: 'cascade' }),
    /** The note, and the officer who wrote it. */
    sealed: bytea('sealed').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [index('humanitarian_note_request').on(table.requestId, table.writtenAt)],
);
