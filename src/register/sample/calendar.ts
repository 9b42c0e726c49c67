/** Days around the sample's reference day, so that "yesterday" and "for a year" stay true whenever it is loaded. */
import { type Day, dayOf } from '../../treaty/index.js';

const DAY_MS = 86_400_000;

export interface Calendar {
  readonly today: Day;
  /** The day `days` before the reference day; a negative number is after it. */
  ago(days: number): Day;
  /** The reference day `years` years earlier; 29 February becomes 28. */
  yearsAgo(years: number): Day;
}

/** A calendar around `today`; throws RangeError where that is no day. */
export function calendarOf(today: Day): Calendar {
  const start = Date.parse(`${today}T00:00:00Z`);
  if (Number.isNaN(start)) throw new RangeError('not a day');
  const known = new Map<number, Day>();
  const ago = (days: number): Day => {
    const kept = known.get(days);
    if (kept !== undefined) return kept;
    const day = dayOf(start - days * DAY_MS);
    known.set(days, day);
    return day;
  };
  return { today, ago, yearsAgo: (years) => shiftYears(today, years) };
}

function shiftYears(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year - years, month, 0)).getUTCDate();
  return dayOf(Date.UTC(year - years, month - 1, Math.min(date, last)));
}
