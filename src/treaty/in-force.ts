/** Whether an instrument binds on a day (Articles 16 and 17; memorandum, paragraph 8). Dates are configuration. */
import type { CountryCode } from './authority.js';
import { type ClockReading, DEFAULT_READING } from './clock-reading.js';
import type { Day, InstrumentData } from './instrument-data.js';

/** What an operator has recorded about an instrument. */
export interface InstrumentStatus {
  /** Day on which each Party's notification was received through diplomatic channels. */
  readonly notifications?: Readonly<Partial<Record<CountryCode, Day>>>;
  /** Day on which a notice of termination was received. */
  readonly terminationNotice?: Day;
  /** By the number of an amendment: the day of each Party's notification of it, or of its consent (A-16, B-7). */
  readonly amendments?: Readonly<Record<number, Readonly<Partial<Record<CountryCode, Day>>>>>;
  /** What becomes of requests that came before the end (A-17 b): none is answered any more, or each is finished. */
  readonly pending?: 'STOP' | 'FINISH';
  /** The operator has read the text of an instrument that ships as unconfirmed. */
  readonly confirmed?: boolean;
  /** Dates are a sample's, not the Parties'. Production refuses them. */
  readonly sample?: boolean;
  /** How this authority reads what the text leaves open about the term; the default where it is left out. */
  readonly clock?: Partial<ClockReading>;
}

type Dated = Pick<InstrumentData, 'entryIntoForce' | 'parties' | 'terminationMonths'>;

/** The reading in force of what the text leaves open about the term (open questions 3 and 4). */
export function readingOf(status: InstrumentStatus | undefined): ClockReading {
  return { ...DEFAULT_READING, ...status?.clock };
}

/** The first day in force, or undefined while a notification is missing (A-17 a). */
export function inForceFrom(instrument: Dated, status: InstrumentStatus): Day | undefined {
  if (instrument.entryIntoForce.on === 'DAY') return instrument.entryIntoForce.day;
  const days = instrument.parties.map(({ country }) => status.notifications?.[country]);
  const known = days.filter((day) => day !== undefined);
  return known.length === days.length ? known.reduce(later) : undefined;
}

/** The first day on which it binds no more, or undefined where no notice was received (A-17 b). */
export function inForceUntil(instrument: Dated, status: InstrumentStatus): Day | undefined {
  if (status.terminationNotice === undefined) return undefined;
  return addMonths(status.terminationNotice, instrument.terminationMonths);
}

/** Whether the instrument binds on the day. */
export function isInForce(instrument: Dated, status: InstrumentStatus, day: Day): boolean {
  const from = inForceFrom(instrument, status);
  const until = inForceUntil(instrument, status);
  return from !== undefined && from <= day && (until === undefined || day < until);
}

/** Whether a request that was received on a day may be answered today (A-16, A-17 b). */
export function mayAnswer(
  instrument: Dated,
  status: InstrumentStatus,
  { receivedOn, today }: { readonly receivedOn: Day; readonly today: Day },
): boolean {
  const isStill = status.pending === 'FINISH' || isInForce(instrument, status, today);
  return isStill && isInForce(instrument, status, receivedOn);
}

/** The calendar day of an instant, in UTC. */
export function dayOf(instant: number): Day {
  // toISOString writes YYYY-MM-DD first; the slice keeps that form.
  return new Date(instant).toISOString().slice(0, 10) as Day;
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar: 2023-02-30 is none. */
export function isDay(text: string): text is Day {
  const at = dayForm.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && dayOf(at) === text;
}

/** The later of two days. */
export const later = (a: Day, b: Day): Day => (a > b ? a : b);

function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}
