/**
 * The term of a request (10(3)): executed within 30 calendar days from the date of receipt. The day of receipt is day 0
 * and the whole of day 30 belongs to the term, so a request is overdue from the first instant of day 31.
 *
 * The requested authority's calendar is decisive. The duty is its own; what starts it, the receipt, happens at its seat
 * and bears that day's date; and a term that ran out at the other's midnight would take an hour from one side and give
 * it to the other. Each side's own dates are shown beside it.
 */
import type { Day } from '../../treaty/index.js';
import { addDays, calendarDay, daysBetween, startOfDay, type Zone } from './calendar.js';

/** Where the two authorities are. */
export interface Seats {
  readonly requested: Zone;
  readonly requesting: Zone;
}

/** A stretch of time that a reading of the text does not count. `until` null: it lasts. */
export interface Pause {
  readonly from: number;
  readonly until: number | null;
}

export interface TermQuestion {
  /** First verified delivery, milliseconds since the epoch; whenever it is acknowledged. */
  readonly receivedAt: number;
  /** Calendar days of the instrument; 30 under 10(3). */
  readonly days: number;
  readonly seats: Seats;
  /** What is not counted; none where the clock runs throughout. */
  readonly pauses: readonly Pause[];
}

export interface Term {
  /** The day of receipt, by the requested authority's calendar. */
  readonly receivedOn: Day;
  /** The last day of the term, by the same calendar. */
  readonly dueOn: Day;
  /** The first instant after the term. */
  readonly dueBefore: number;
  /** The same two instants by the requesting authority's calendar: shown, not decisive. */
  readonly requesting: { readonly receivedOn: Day; readonly dueOn: Day };
  /** Whether a pause lasts, so that the last day still moves. */
  readonly paused: boolean;
}

/** The term of a request as it stands at `now`: a pause that lasts counts up to then. */
export function termOf({ receivedAt, days, seats, pauses }: TermQuestion, now: number): Term {
  const { requested, requesting } = seats;
  const receivedOn = calendarDay(receivedAt, requested);
  const dueOn = addDays(receivedOn, days + pausedDays(pauses, requested, now));
  const dueBefore = startOfDay(addDays(dueOn, 1), requested);
  return {
    receivedOn,
    dueOn,
    dueBefore,
    requesting: {
      receivedOn: calendarDay(receivedAt, requesting),
      dueOn: calendarDay(dueBefore - 1, requesting),
    },
    paused: pauses.some(({ until }) => until === null),
  };
}

/** From the day on which it begins to the day on which it ends: a question answered on its own day costs none. */
function pausedDays(pauses: readonly Pause[], zone: Zone, now: number): number {
  return pauses
    .map(({ from, until }) =>
      daysBetween(calendarDay(from, zone), calendarDay(Math.max(from, until ?? now), zone)),
    )
    .reduce((sum, days) => sum + days, 0);
}
