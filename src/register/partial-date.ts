/**
 * Partial dates (ISO 8601-2, level 0): `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in the real Gregorian calendar.
 * A birth year alone is a span of days, never 1 January.
 */
import type { Day } from '../treaty/index.js';
import type { PartialDate } from './person.js';

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const ADULT_AT_YEARS = 18;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

interface DateParts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** Whether a text is a partial date whose month and day exist; the year 0000 does not. */
export function isPartialDate(text: string): text is PartialDate {
  return readDate(text) !== undefined;
}

/** The first day a partial date may mean. Throws RangeError for what is no partial date. */
export function earliestDay(date: PartialDate): Day {
  const { year, month = 1, day = 1 } = partsOf(date);
  return formatDay({ year, month, day });
}

/** The last day a partial date may mean. Throws RangeError for what is no partial date. */
export function latestDay(date: PartialDate): Day {
  return formatDay(latestParts(date));
}

/**
 * The first day on which somebody with this date of birth is certainly an adult (A-10.4d): eighteen years after the
 * latest day of birth it may mean. Who was born on 29 February is, in a common year, of age on 1 March.
 */
export function adultFrom(dateOfBirth: PartialDate): Day {
  const { year, month, day } = latestParts(dateOfBirth);
  const adult = year + ADULT_AT_YEARS;
  if (day > daysIn(adult, month)) return formatDay({ year: adult, month: month + 1, day: 1 });
  return formatDay({ year: adult, month, day });
}

function latestParts(date: PartialDate) {
  const { year, month = 12, day = daysIn(year, month) } = partsOf(date);
  return { year, month, day };
}

function partsOf(date: PartialDate): DateParts {
  const parts = readDate(date);
  if (parts === undefined) throw new RangeError('not a partial date');
  return parts;
}

function readDate(text: string): DateParts | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  return exists(year, month ?? 1, day ?? 1) ? { year, month, day } : undefined;
}

const exists = (year: number, month: number, day: number): boolean =>
  year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

function daysIn(year: number, month: number): number {
  if (month === 2 && isLeap(year)) return 29;
  return MONTH_DAYS[month - 1] ?? 0;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function formatDay({ year, month, day }: { year: number; month: number; day: number }): Day {
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  // The template above the type: four digits, two, two.
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as Day;
}
