/** Interview channels, windows and bookings. Whoever books a window second finds it gone: an index says so, not a look. */
import type {
  Booking,
  InterviewChannel,
  InterviewOutcome,
  InterviewWindow,
  NewChannel,
} from '../../readmission/index.js';
import { instantOf, millisOf } from '../exchange/instants.js';
import { idOrNone } from '../requests.js';
import type { Ask } from './ask.js';

/** A window as its own authority sees it. */
export interface OpenedWindow extends InterviewWindow {
  readonly isTaken: boolean;
}

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

export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface Interviews {
  /** What is offered to an authority; all of it for null. */
  channels(offeredTo: string | null): Promise<readonly InterviewChannel[]>;
  /** Free windows that begin in the span, by time. */
  free(offeredTo: string | null, span: Span): Promise<readonly InterviewWindow[]>;
  /** One that is free; undefined for any other id. */
  freeOne(id: string): Promise<InterviewWindow | undefined>;
  /** Bookings of one request, in the order in which they were made. */
  bookings(request: string): Promise<readonly Booking[]>;
  /** False where the window, or the person's interview, was taken meanwhile. */
  book(booking: NewBooking): Promise<boolean>;
  /** Frees the window; false where there was nothing to cancel. */
  cancel(id: string, at: number): Promise<boolean>;
  conclude(id: string, outcome: InterviewOutcome, at: number): Promise<boolean>;
  /** Opens channels and windows; those that are open already stay as they are. How many windows are new. */
  open(channels: readonly (NewChannel & { readonly ids: readonly string[] })[]): Promise<number>;
  /** Offers a window no longer; an interview that is booked in it stays. False where none is offered under this id. */
  withdraw(id: string, at: number): Promise<boolean>;
  /** Windows from an instant on that are offered or taken. */
  list(from: number): Promise<readonly OpenedWindow[]>;
}

/** Windows told at once. */
const MOST = '200';

/** Opens them. */
export function openInterviews(ask: Ask): Interviews {
  const done = async (text: string, parameters: readonly (string | null)[]) =>
    (await ask(text, parameters)).length === 1;
  return {
    channels: (offeredTo) => ask<InterviewChannel>(CHANNELS, [offeredTo]),
    free: async (offeredTo, { from, until }) =>
      (await ask<WindowRow>(FREE, [offeredTo, instantOf(from), instantOf(until), MOST])).map(
        windowOf,
      ),
    async freeOne(id) {
      const [row] = await ask<WindowRow>(FREE_ONE, [idOrNone(id)]);
      return row && windowOf(row);
    },
    bookings: async (request) =>
      (await ask<BookingRow>(BOOKINGS, [idOrNone(request)])).map(bookingOf),
    book: ({ id, window, request, n, language, bookedBy, officer, at }) =>
      done(BOOK, [id, window, request, String(n), language, bookedBy, officer, instantOf(at)]),
    cancel: (id, at) => done(CANCEL, [id, instantOf(at)]),
    conclude: (id, outcome, at) => done(CONCLUDE, [id, outcome, instantOf(at)]),
    async open(channels) {
      const [row] = await ask<{ opened: number }>(OPEN, [JSON.stringify(channels.map(rowOf))]);
      return row?.opened ?? 0;
    },
    withdraw: (id, at) => done(WITHDRAW, [idOrNone(id), instantOf(at)]),
    list: async (from) =>
      (await ask<WindowRow & { isTaken: boolean }>(ALL, [instantOf(from)])).map((row) => ({
        ...windowOf(row),
        isTaken: row.isTaken,
      })),
  };
}

interface WindowRow extends Omit<InterviewChannel, 'languages'> {
  readonly id: string;
  readonly from: number;
  readonly until: number;
  readonly languages: readonly string[];
  readonly spoken: readonly string[];
}

interface BookingRow extends WindowRow, Omit<Booking, 'window' | 'id'> {
  readonly booking: string;
}

function windowOf(row: WindowRow): InterviewWindow {
  const { id, from, until, spoken, languages, code, kind, offeredTo, place, hours, contact } = row;
  const channel = { code, kind, offeredTo, place, hours, contact, languages };
  return { id, from, until, channel, languages: spoken };
}

function bookingOf(row: BookingRow): Booking {
  const { booking: id, request, n, language, videoLink, bookedBy } = row;
  const { cancelledAt, outcome, outcomeAt } = row;
  return {
    ...{ id, request, n, language, videoLink, bookedBy, cancelledAt, outcome, outcomeAt },
    window: windowOf(row),
  };
}

const rowOf = ({ channel, windows, ids }: NewChannel & { readonly ids: readonly string[] }) => ({
  ...channel,
  windows: windows.map(({ from, until, ...window }, at) => ({
    ...window,
    id: ids[at],
    from: instantOf(from),
    until: instantOf(until),
  })),
});

const CHANNEL = `c.code, c.kind, c.offered_to as "offeredTo", c.place, c.hours, c.contact,
  to_json(c.languages) as languages`;
const WINDOW = `w.id::text as id, ${millisOf('w.starts_at')} as "from", ${millisOf('w.ends_at')} as until,
  to_json(w.languages) as spoken, ${CHANNEL}`;
const JOINED =
  'exchange.interview_window w join exchange.interview_channel c on c.code = w.channel';
const TAKEN = `exists (
    select from exchange.interview_booking b where b.window_id = w.id and b.cancelled_at is null)`;

const CHANNELS = `
  select ${CHANNEL} from exchange.interview_channel c
  where $1::text is null or c.offered_to = $1::text order by c.code`;
const FREE = `
  select ${WINDOW} from ${JOINED}
  where ($1::text is null or c.offered_to = $1::text) and w.withdrawn_at is null and not ${TAKEN}
    and w.starts_at >= $2::text::timestamptz and w.starts_at < $3::text::timestamptz
  order by w.starts_at, w.id limit $4::text::int`;
const FREE_ONE = `
  select ${WINDOW} from ${JOINED}
  where w.id = $1::text::uuid and w.withdrawn_at is null and not ${TAKEN}`;
const ALL = `
  select ${WINDOW}, ${TAKEN} as "isTaken" from ${JOINED}
  where (w.withdrawn_at is null or ${TAKEN}) and w.starts_at >= $1::text::timestamptz
  order by w.starts_at, w.id`;
const BOOKINGS = `
  select ${WINDOW}, b.id::text as booking, b.request_id::text as request, b.n, b.language, w.video_link as "videoLink",
    b.booked_by as "bookedBy", ${millisOf('b.cancelled_at')} as "cancelledAt", b.outcome,
    ${millisOf('b.outcome_at')} as "outcomeAt"
  from exchange.interview_booking b join (${JOINED}) on w.id = b.window_id
  where b.request_id = $1::text::uuid order by b.booked_at, b.id`;
const BOOK = `
  insert into exchange.interview_booking (id, window_id, request_id, n, language, booked_by, officer, booked_at)
  select $1::text::uuid, w.id, $3::text::uuid, $4::text::int, $5::text, $6::text, $7::text, $8::text::timestamptz
  from exchange.interview_window w where w.id = $2::text::uuid and w.withdrawn_at is null
  on conflict do nothing returning n`;
const CANCEL = `
  update exchange.interview_booking set cancelled_at = $2::text::timestamptz
  where id = $1::text::uuid and cancelled_at is null and outcome is null returning n`;
const CONCLUDE = `
  update exchange.interview_booking set outcome = $2::text, outcome_at = $3::text::timestamptz
  where id = $1::text::uuid and cancelled_at is null and outcome is null returning n`;
const WITHDRAW = `
  update exchange.interview_window set withdrawn_at = $2::text::timestamptz
  where id = $1::text::uuid and withdrawn_at is null returning id`;
const OPEN = `
  with given as (select * from jsonb_to_recordset($1::text::jsonb) as g(
    code text, kind text, "offeredTo" text, place text, hours text, contact text, languages text[], windows jsonb)),
  channels as (
    insert into exchange.interview_channel (code, kind, offered_to, place, hours, contact, languages)
    select code, kind, "offeredTo", place, hours, contact, languages from given
    on conflict (code) do nothing),
  windows as (
    insert into exchange.interview_window (id, channel, starts_at, ends_at, languages, video_link)
    select w.id, given.code, w."from", w.until, w.languages, w."videoLink"
    from given cross join jsonb_to_recordset(given.windows) as w(
      id uuid, "from" timestamptz, until timestamptz, languages text[], "videoLink" text)
    where not exists (
      select from exchange.interview_channel c
      where c.code = given.code and (c.offered_to, c.kind) <> (given."offeredTo", given.kind))
    on conflict (channel, starts_at) do nothing returning id)
  select count(*)::int as opened from windows`;
