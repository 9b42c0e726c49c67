/** Calendar days in the zones of the authorities, where their clocks are awkward. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  calendarDay,
  daysBetween,
  startOfDay,
  type Zone,
} from '../../../../src/requests/index.js';
import { type Day, STATES } from '../../../../src/treaty/index.js';

const at = (text: string): number => Date.parse(text);

describe('the day of an instant', () => {
  test.each<[string, Zone, Day]>([
    ['2026-06-14T19:59:59Z', 'Asia/Baku', '2026-06-14'],
    ['2026-06-14T20:00:00Z', 'Asia/Baku', '2026-06-15'],
    ['2026-06-14T18:59:59Z', 'Asia/Almaty', '2026-06-14'],
    ['2026-06-14T19:00:00Z', 'Asia/Almaty', '2026-06-15'],
    // Kazakhstan went from UTC+6 to UTC+5 at midnight: 29 February 2024 had 25 hours.
    ['2024-02-28T18:00:00Z', 'Asia/Almaty', '2024-02-29'],
    ['2024-02-29T17:59:59Z', 'Asia/Almaty', '2024-02-29'],
    ['2024-02-29T18:00:00Z', 'Asia/Almaty', '2024-02-29'],
    ['2024-02-29T18:59:59Z', 'Asia/Almaty', '2024-02-29'],
    ['2024-02-29T19:00:00Z', 'Asia/Almaty', '2024-03-01'],
    // Azerbaijan had summer time until 2015.
    ['2015-06-14T18:59:59Z', 'Asia/Baku', '2015-06-14'],
    ['2015-06-14T19:00:00Z', 'Asia/Baku', '2015-06-15'],
    ['2025-12-31T20:00:00Z', 'Asia/Baku', '2026-01-01'],
    ['2026-03-29T22:00:00Z', 'Europe/Brussels', '2026-03-30'],
  ])('%s in %s: %s', (instant, zone, day) => {
    expect(calendarDay(at(instant), zone)).toBe(day);
  });
});

test.each<[Day, Zone, string]>([
  ['2024-02-29', 'Asia/Almaty', '2024-02-28T18:00:00Z'],
  ['2024-03-01', 'Asia/Almaty', '2024-02-29T19:00:00Z'],
  ['2026-01-01', 'Asia/Baku', '2025-12-31T20:00:00Z'],
  ['2015-03-29', 'Asia/Baku', '2015-03-28T20:00:00Z'],
  ['2015-03-30', 'Asia/Baku', '2015-03-29T19:00:00Z'],
])('%s begins in %s at %s', (day, zone, instant) => {
  expect(startOfDay(day, zone)).toBe(at(instant));
});

const instants = fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });
const zones = fc.constantFrom(...Object.values(STATES).map(({ zone }) => zone));

test('a day begins with its first instant, and no earlier one is its own', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const day = calendarDay(instant, zone);
      const start = startOfDay(day, zone);
      expect(start).toBeLessThanOrEqual(instant);
      expect(calendarDay(start, zone)).toBe(day);
      expect(calendarDay(start - 1, zone)).toBe(addDays(day, -1));
    }),
  );
});

test('days are counted by the calendar', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  fc.assert(
    fc.property(instants, fc.integer({ min: -400, max: 400 }), (instant, days) => {
      const day = calendarDay(instant, 'Asia/Baku');
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
  );
});
