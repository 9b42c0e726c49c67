/** Article 10(3): 30 calendar days from the date of receipt. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calendarDay,
  chainHistory,
  clockOf,
  daysBetween,
  isLate,
  type Seats,
  termOf,
  type Zone,
} from '../../src/requests/index.js';
import { DEFAULT_READING, loadInstruments } from '../../src/treaty/index.js';
import { DAY, NOON, received } from '../rooms/requests/life/moves.js';

const days = loadInstruments().get('AZ-KZ-2019')?.executionDays ?? 0;
const seatsOf = (requested: Zone): Seats => ({
  requested,
  requesting: requested === 'Asia/Baku' ? 'Asia/Almaty' : 'Asia/Baku',
});
const at = (text: string): number => Date.parse(text);
const term = (receivedAt: number, zone: Zone) =>
  termOf({ receivedAt, days, seats: seatsOf(zone), pauses: [] }, receivedAt);

test('A-10.3 the instrument says 30', () => expect(days).toBe(30));

/** Received, the last second of the term, the first after it: each with its offset at that time. */
describe('A-10.3 day 30, 23:59:59, and day 31, 00:00:00', () => {
  test.each<[string, Zone, string, string, string]>([
    [
      'in the morning',
      'Asia/Baku',
      '2026-06-15T09:00:00+04:00',
      '2026-07-15T23:59:59+04:00',
      '2026-07-16T00:00:00+04:00',
    ],
    [
      'in the morning',
      'Asia/Almaty',
      '2026-06-15T09:00:00+05:00',
      '2026-07-15T23:59:59+05:00',
      '2026-07-16T00:00:00+05:00',
    ],
    [
      'in the first second of a day',
      'Asia/Baku',
      '2026-06-15T00:00:00+04:00',
      '2026-07-15T23:59:59+04:00',
      '2026-07-16T00:00:00+04:00',
    ],
    [
      'in the last second of a day',
      'Asia/Baku',
      '2026-06-15T23:59:59+04:00',
      '2026-07-15T23:59:59+04:00',
      '2026-07-16T00:00:00+04:00',
    ],
    [
      'in the first second of a day',
      'Asia/Almaty',
      '2026-06-15T00:00:00+05:00',
      '2026-07-15T23:59:59+05:00',
      '2026-07-16T00:00:00+05:00',
    ],
    [
      'in the last second of a day',
      'Asia/Almaty',
      '2026-06-15T23:59:59+05:00',
      '2026-07-15T23:59:59+05:00',
      '2026-07-16T00:00:00+05:00',
    ],
    [
      'over a leap day',
      'Asia/Baku',
      '2024-02-10T09:00:00+04:00',
      '2024-03-11T23:59:59+04:00',
      '2024-03-12T00:00:00+04:00',
    ],
    [
      'on a leap day',
      'Asia/Baku',
      '2024-02-29T09:00:00+04:00',
      '2024-03-30T23:59:59+04:00',
      '2024-03-31T00:00:00+04:00',
    ],
    [
      'due on a leap day',
      'Asia/Baku',
      '2024-01-30T09:00:00+04:00',
      '2024-02-29T23:59:59+04:00',
      '2024-03-01T00:00:00+04:00',
    ],
    [
      'in a year without one',
      'Asia/Baku',
      '2025-02-10T09:00:00+04:00',
      '2025-03-12T23:59:59+04:00',
      '2025-03-13T00:00:00+04:00',
    ],
    [
      'over the year’s end',
      'Asia/Baku',
      '2025-12-15T09:00:00+04:00',
      '2026-01-14T23:59:59+04:00',
      '2026-01-15T00:00:00+04:00',
    ],
    [
      'over the year’s end',
      'Asia/Almaty',
      '2025-12-31T23:59:59+05:00',
      '2026-01-30T23:59:59+05:00',
      '2026-01-31T00:00:00+05:00',
    ],
    [
      'over the zone change',
      'Asia/Almaty',
      '2024-02-15T09:00:00+06:00',
      '2024-03-16T23:59:59+05:00',
      '2024-03-17T00:00:00+05:00',
    ],
    [
      'on the eve of the zone change',
      'Asia/Almaty',
      '2024-02-29T23:30:00+06:00',
      '2024-03-30T23:59:59+05:00',
      '2024-03-31T00:00:00+05:00',
    ],
    [
      'in the hour that came twice',
      'Asia/Almaty',
      '2024-02-29T23:30:00+05:00',
      '2024-03-30T23:59:59+05:00',
      '2024-03-31T00:00:00+05:00',
    ],
    [
      'due on the day of 25 hours',
      'Asia/Almaty',
      '2024-01-30T09:00:00+06:00',
      '2024-02-29T23:59:59+05:00',
      '2024-03-01T00:00:00+05:00',
    ],
    [
      'the day after the zone change',
      'Asia/Almaty',
      '2024-03-01T00:00:00+05:00',
      '2024-03-31T23:59:59+05:00',
      '2024-04-01T00:00:00+05:00',
    ],
    [
      'over the end of summer time',
      'Asia/Baku',
      '2015-10-15T09:00:00+05:00',
      '2015-11-14T23:59:59+04:00',
      '2015-11-15T00:00:00+04:00',
    ],
  ])('received %s, %s, %s', (_, ...[zone, receipt, last, after]) => {
    const { dueBefore, receivedOn, dueOn } = term(at(receipt), zone);
    expect(dueBefore).toBe(at(after));
    expect(isLate({ dueBefore } as ReturnType<typeof term>, at(last))).toBe(false);
    expect(isLate({ dueBefore } as ReturnType<typeof term>, at(after))).toBe(true);
    expect(daysBetween(receivedOn, dueOn)).toBe(30);
  });
});

test('A-10.3 always 30 calendar days, whatever the clocks do', () => {
  const instants = fc.integer({ min: at('2000-01-01T00:00Z'), max: at('2040-01-01T00:00Z') });
  const zone = fc.constantFrom<Zone>('Asia/Baku', 'Asia/Almaty');
  fc.assert(
    fc.property(instants, zone, (receivedAt, requested) => {
      const { receivedOn, dueOn, dueBefore } = term(receivedAt, requested);
      expect(daysBetween(receivedOn, dueOn)).toBe(30);
      expect(calendarDay(dueBefore - 1, requested)).toBe(dueOn);
      expect(daysBetween(receivedOn, calendarDay(dueBefore, requested))).toBe(31);
    }),
  );
});

test('A-10.3 the requested authority’s calendar decides; the other’s dates stand beside it', () => {
  // 00:30 in Almaty is 23:30 of the day before in Baku.
  const receivedAt = at('2026-06-15T00:30:00+05:00');
  expect(term(receivedAt, 'Asia/Almaty')).toMatchObject({
    receivedOn: '2026-06-15',
    dueOn: '2026-07-15',
    requesting: { receivedOn: '2026-06-14', dueOn: '2026-07-15' },
  });
  expect(term(receivedAt, 'Asia/Baku')).toMatchObject({
    receivedOn: '2026-06-14',
    dueOn: '2026-07-14',
    requesting: { receivedOn: '2026-06-15', dueOn: '2026-07-15' },
  });
});

test('A-10.3 counted from the first verified delivery, whenever it is acknowledged', () => {
  const pair = received();
  pair.through(['TELL_DELAY'], NOON + 9 * DAY).through(['ACCEPT'], NOON + 20 * DAY);
  const { receivedAt, states, reviewAt } = chainHistory(pair.requesting.chain);
  expect(receivedAt).toBe(NOON);
  const clock = clockOf(
    {
      receivedAt: receivedAt ?? 0,
      days,
      seats: seatsOf('Asia/Baku'),
      history: states,
      reviewAt,
      delayTold: true,
      reading: DEFAULT_READING,
      warnDays: 5,
    },
    NOON + 20 * DAY,
  );
  expect(clock).toMatchObject({ term: { dueOn: '2026-07-15' }, daysLeft: 10, notices: [] });
});
