/**
 * Bookings of interviews. Whoever books a window second finds it gone: an index says so, not a look. What stands in clear is
 * what the indexes need, and names nobody: ids, the subject's number in the request, and when it was booked and over. By whom,
 * in which language and with what outcome is encrypted under the case's key.
 */
import type { Booking, InterviewOutcome } from '../../readmission/index.js';
import { instantOf, millisOf } from '../exchange/instants.js';
import { idOrNone } from '../requests.js';
import type { Ask } from './ask.js';
import type { CaseKeys } from './case-keys.js';
import { openRow, sealRow } from './sealed-row.js';
import { JOINED, WINDOW, type WindowRow, windowOf } from './windows.js';

export interface NewBooking {
  /** UUID version 4: booked twice under it, it is one booking. */
  readonly id: string;
  readonly window: string;
  readonly request: string;
  readonly n: number;
  readonly language: string;
  readonly bookedBy: string;
  readonly officer: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface InterviewBookings {
  /** Bookings of one request, in the order in which they were made; none once its case has ended. */
  bookings(request: string): Promise<readonly Booking[]>;
  /** False where the window, or the person's interview, was taken meanwhile. Rejects with Refusal(UNAVAILABLE) where there is no case. */
  book(booking: NewBooking): Promise<boolean>;
  /** Frees the window; false where there was nothing to cancel. */
  cancel(id: string, at: number): Promise<boolean>;
  conclude(id: string, outcome: InterviewOutcome, at: number): Promise<boolean>;
}

/** Opens them. */
export function openBookings(ask: Ask, keys: CaseKeys): InterviewBookings {
  const done = async (text: string, parameters: readonly (string | null)[]) =>
    (await ask(text, parameters)).length === 1;
  return {
    async bookings(request) {
      const held = await keys.find(request, 'CASE_KEY');
      if (held === undefined || held === 'ENDED') return [];
      const rows = await ask<BookingRow>(BOOKINGS, [idOrNone(request)]);
      return rows.map((row) => bookingOf(held.key, row));
    },
    async book({ id, window, request, n, language, bookedBy, officer, at }) {
      const { key } = await keys.need(request, 'CASE_KEY');
      const place = placeOf('BOOKING', { booking: id, request, window, n });
      const sealed = sealRow(key, { language, bookedBy, officer }, place);
      return done(BOOK, [id, window, request, String(n), instantOf(at), sealed]);
    },
    cancel: (id, at) => done(CANCEL, [id, instantOf(at)]),
    async conclude(id, outcome, at) {
      const [row] = await ask<Placed>(PLACE, [idOrNone(id)]);
      if (row === undefined) return false;
      const { key } = await keys.need(row.request, 'CASE_KEY');
      return done(CONCLUDE, [id, sealRow(key, outcome, placeOf('OUTCOME', row)), instantOf(at)]);
    },
  };
}

/** Where a booking stands. */
interface Placed extends Pick<NewBooking, 'request' | 'window' | 'n'> {
  readonly booking: string;
}

const placeOf = (row: 'BOOKING' | 'OUTCOME', { booking, request, window, n }: Placed) => ({
  ...{ row, booking, request, window, n },
});

interface BookingRow
  extends WindowRow,
    Pick<Booking, 'request' | 'n' | 'videoLink' | 'cancelledAt' | 'outcomeAt'> {
  readonly booking: string;
  readonly sealed: Uint8Array;
  readonly sealedOutcome: Uint8Array | null;
}

function bookingOf(key: Uint8Array, row: BookingRow): Booking {
  const { booking, request, n, videoLink, cancelledAt, outcomeAt, sealed, sealedOutcome } = row;
  const placed = { booking, request, window: row.id, n };
  // Written by `book` and `conclude` alone.
  const { language, bookedBy } = openRow(key, sealed, placeOf('BOOKING', placed)) as NewBooking;
  const outcome =
    sealedOutcome && (openRow(key, sealedOutcome, placeOf('OUTCOME', placed)) as InterviewOutcome);
  return {
    ...{ id: booking, request, n, language, videoLink, bookedBy, cancelledAt, outcome, outcomeAt },
    window: windowOf(row),
  };
}

const BOOKINGS = `
  select ${WINDOW}, b.id::text as booking, b.request_id::text as request, b.n, w.video_link as "videoLink",
    b.sealed, ${millisOf('b.cancelled_at')} as "cancelledAt", b.sealed_outcome as "sealedOutcome",
    ${millisOf('b.outcome_at')} as "outcomeAt"
  from exchange.interview_booking b join (${JOINED}) on w.id = b.window_id
  where b.request_id = $1::text::uuid order by b.booked_at, b.id`;
const BOOK = `
  insert into exchange.interview_booking (id, window_id, request_id, n, booked_at, sealed)
  select $1::text::uuid, w.id, $3::text::uuid, $4::text::int, $5::text::timestamptz, decode($6::text, 'base64')
  from exchange.interview_window w where w.id = $2::text::uuid and w.withdrawn_at is null
  on conflict do nothing returning n`;
const CANCEL = `
  update exchange.interview_booking set cancelled_at = $2::text::timestamptz
  where id = $1::text::uuid and cancelled_at is null and outcome_at is null returning n`;
const PLACE = `
  select id::text as booking, request_id::text as request, window_id::text as "window", n
  from exchange.interview_booking where id = $1::text::uuid`;
const CONCLUDE = `
  update exchange.interview_booking
  set sealed_outcome = decode($2::text, 'base64'), outcome_at = $3::text::timestamptz
  where id = $1::text::uuid and cancelled_at is null and outcome_at is null returning n`;
