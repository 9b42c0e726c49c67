/** The 45 days in which the Parties exchange lists and letterhead samples (9(3)), as calendar days (open question 1). */
import {
  type Day,
  type Instrument,
  type InstrumentStatus,
  inForceFrom,
} from '../../treaty/index.js';

const DAY = 86_400_000;

/** Where the exchange of lists stands; `due` is the last day on which it is in time. */
export type ListClock =
  | { readonly state: 'NOT_ASKED' | 'NOT_IN_FORCE' }
  | { readonly state: 'RUNNING'; readonly due: Day; readonly daysLeft: number }
  | { readonly state: 'OVERDUE'; readonly due: Day; readonly daysOver: number }
  | { readonly state: 'EXCHANGED'; readonly due: Day; readonly on: Day; readonly late: boolean };

/** The clock on a day, for the list we sent or the list we await. `exchangedOn`: the day it was, if it was. */
export function listClock(
  instrument: Instrument,
  status: InstrumentStatus,
  { today, exchangedOn }: { readonly today: Day; readonly exchangedOn?: Day },
): ListClock {
  const days = instrument.listDays;
  if (days === undefined) return { state: 'NOT_ASKED' };
  const from = inForceFrom(instrument, status);
  if (from === undefined || from > today) return { state: 'NOT_IN_FORCE' };
  const due = dayAfter(from, days);
  if (exchangedOn !== undefined) {
    return { state: 'EXCHANGED', due, on: exchangedOn, late: exchangedOn > due };
  }
  const left = (Date.parse(due) - Date.parse(today)) / DAY;
  return left >= 0
    ? { state: 'RUNNING', due, daysLeft: left }
    : { state: 'OVERDUE', due, daysOver: -left };
}

// Days are counted in UTC, where every one of them has 24 hours.
function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10) as Day;
}
