/** Interview channels and windows. Nothing of it is about anybody: that one is taken is told of a booking alone. */
import type { InterviewChannel, InterviewWindow, NewChannel } from '../../readmission/index.js';
import { instantOf, millisOf } from '../exchange/instants.js';
import { idOrNone } from '../requests.js';
import type { Ask } from './ask.js';

/** A window as its own authority sees it. */
export interface OpenedWindow extends InterviewWindow {
  readonly isTaken: boolean;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

export interface InterviewWindows {
  /** What is offered to an authority; all of it for null. */
  channels(offeredTo: string | null): Promise<readonly InterviewChannel[]>;
  /** Free windows that begin in the span, by time. */
  free(offeredTo: string | null, span: Span): Promise<readonly InterviewWindow[]>;
  /** One that is free; undefined for any other id. */
  freeOne(id: string): Promise<InterviewWindow | undefined>;
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
export function openWindows(ask: Ask): InterviewWindows {
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
    async open(channels) {
      const [row] = await ask<{ opened: number }>(OPEN, [JSON.stringify(channels.map(rowOf))]);
      return row?.opened ?? 0;
    },
    withdraw: async (id, at) => (await ask(WITHDRAW, [idOrNone(id), instantOf(at)])).length === 1,
    list: async (from) =>
      (await ask<WindowRow & { isTaken: boolean }>(ALL, [instantOf(from)])).map((row) => ({
        ...windowOf(row),
        isTaken: row.isTaken,
      })),
  };
}

export interface WindowRow extends Omit<InterviewChannel, 'languages'> {
  readonly id: string;
  readonly from: number;
  readonly until: number;
  readonly languages: readonly string[];
  readonly spoken: readonly string[];
}

export function windowOf(row: WindowRow): InterviewWindow {
  const { id, from, until, spoken, languages, code, kind, offeredTo, place, hours, contact } = row;
  const channel = { code, kind, offeredTo, place, hours, contact, languages };
  return { id, from, until, channel, languages: spoken };
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
export const WINDOW = `w.id::text as id, ${millisOf('w.starts_at')} as "from", ${millisOf('w.ends_at')} as until,
  to_json(w.languages) as spoken, ${CHANNEL}`;
export const JOINED =
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
