/** Calendar years and quarters: `2025`, `2025-Q3`. */
import type { Day } from '../treaty/index.js';

export type Year = `${number}`;
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;
export type Period = Year | Quarter;

const FORM = /^((?:19|20)\d{2})(?:-Q([1-4]))?$/;
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const;

/** A period, or undefined for a text that is none. */
export function readPeriod(text: string): Period | undefined {
  return FORM.test(text) ? (text as Period) : undefined;
}

export const yearOf = (period: Period): Year => period.slice(0, 4) as Year;

const quarterOf = (year: Year, n: number): Quarter => `${year}-Q${n}` as Quarter;

/** The four quarters of a year, or the quarter itself. */
export function quartersOf(period: Period): readonly Quarter[] {
  const [, quarter] = period.split('-Q');
  const year = yearOf(period);
  const all = [1, 2, 3, 4].map((n) => quarterOf(year, n));
  return quarter === undefined ? all : [quarterOf(year, Number(quarter))];
}

/** The quarters that must be counted before the period can be told: its own and the earlier ones of the year. */
export function quartersUntil(period: Period): readonly Quarter[] {
  const last = quartersOf(period).at(-1) ?? '';
  return quartersOf(yearOf(period)).filter((quarter) => quarter <= last);
}

/** The last day of the period: what was recorded by its end is counted, unless it is said otherwise. */
export function cutOffOf(period: Period): Day {
  const last = quartersOf(period).at(-1) ?? '';
  return `${yearOf(period)}-${LAST_DAYS[Number(last.slice(-1)) - 1] ?? ''}` as Day;
}

/** The first and the last month of a quarter, `YYYY-MM`. */
export function monthsOf(quarter: Quarter): { readonly first: string; readonly last: string } {
  const n = Number(quarter.slice(-1));
  const month = (value: number): string => `${yearOf(quarter)}-${String(value).padStart(2, '0')}`;
  return { first: month(3 * n - 2), last: month(3 * n) };
}

/** Whether the period was over before this day began. */
export const hasEnded = (period: Period, today: Day): boolean => cutOffOf(period) < today;
