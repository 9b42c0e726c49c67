/** Calendar days where an authority is (IANA zones, through Intl): which day it is there, and when a day begins there. */
import { authorityOf, type Day, STATES } from '../../treaty/index.js';

/** The IANA zone of an authority's seat. */
export type Zone = string;

const SECOND = 1000;
const DAY = 86_400_000;

// Made once: a formatter costs a hundred times what its use costs.
const formatters: ReadonlyMap<Zone, Intl.DateTimeFormat> = new Map(
  Object.values(STATES).map(({ zone }) => [zone, formatterOf(zone)]),
);

function formatterOf(zone: Zone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
}

/** The calendar day of an instant (milliseconds since the epoch) in a zone. */
export function calendarDay(instant: number, zone: Zone): Day {
  const parts = (formatters.get(zone) ?? formatterOf(zone)).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as Day;
}

/** The first instant of a calendar day in a zone, whatever its clocks do that night. */
export function startOfDay(day: Day, zone: Zone): number {
  // Offsets lie between -12 and +14 hours; days of the calendar sort as their texts do.
  let before = utcMidnight(day) - DAY;
  let from = utcMidnight(day) + DAY;
  while (from - before > SECOND) {
    const middle = Math.floor((before + from) / 2 / SECOND) * SECOND;
    if (calendarDay(middle, zone) < day) before = middle;
    else from = middle;
  }
  return from;
}

/** The calendar day so many days after (or before) another: no clock and no zone has a part in it. */
export function addDays(day: Day, days: number): Day {
  return new Date(utcMidnight(day) + days * DAY).toISOString().slice(0, 10) as Day;
}

/** How many calendar days lie from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY;
}

const utcMidnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Where an authority is: its calendar dates what it receives. */
export function zoneOf(authority: string): Zone {
  return STATES[authorityOf(authority)?.country ?? '']?.zone ?? 'UTC';
}
