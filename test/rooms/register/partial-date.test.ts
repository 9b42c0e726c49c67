import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adultFrom, earliestDay, isPartialDate, latestDay } from '../../../src/register/index.js';

describe('partial dates', () => {
  it.each(['1980', '1980-02', '2000-02-29', '2024-02-29', '0001-01-01', '9999-12-31'])(
    'takes %s',
    (date) => {
      expect(isPartialDate(date)).toBe(true);
    },
  );

  it.each([
    '',
    '80',
    '0000',
    '1980-00',
    '1980-13',
    '1980-1',
    '1980-02-30',
    '1900-02-29',
    '2023-02-29',
    '1980-04-31',
    '1980-01-00',
    '1980-01-01T00:00:00Z',
    '1980-01-01\n',
    ' 1980',
    '+1980',
    '١٩٨٠',
    '1980-XX-XX',
  ])('refuses %j', (date) => {
    expect(isPartialDate(date)).toBe(false);
  });

  it('agrees with the calendar on every day', () => {
    const days = fc.record({
      year: fc.integer({ min: 1800, max: 2200 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
    });
    fc.assert(
      fc.property(days, ({ year, month, day }) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        const two = (value: number) => String(value).padStart(2, '0');
        expect(isPartialDate(`${year}-${two(month)}-${two(day)}`)).toBe(real);
      }),
    );
  });

  it.each([
    { date: '1980', first: '1980-01-01', last: '1980-12-31' },
    { date: '2024-02', first: '2024-02-01', last: '2024-02-29' },
    { date: '1900-02', first: '1900-02-01', last: '1900-02-28' },
    { date: '1980-05-06', first: '1980-05-06', last: '1980-05-06' },
  ])('$date spans $first to $last', ({ date, first, last }) => {
    expect(earliestDay(date)).toBe(first);
    expect(latestDay(date)).toBe(last);
  });

  it('refuses to read a span from what is no date', () => {
    expect(() => latestDay('1980-02-30')).toThrow(RangeError);
  });
});

describe('A-10.4d: the first day on which a person is certainly an adult', () => {
  it.each([
    { born: '2008-05-06', adult: '2026-05-06' },
    { born: '2008-05', adult: '2026-05-31' },
    { born: '2008', adult: '2026-12-31' },
    { born: '2008-02-29', adult: '2026-03-01' },
    { born: '2008-02', adult: '2026-03-01' },
    { born: '2006-02-29', adult: null },
    { born: '1982-02-28', adult: '2000-02-28' },
  ])('born $born: $adult', ({ born, adult }) => {
    if (adult === null) expect(() => adultFrom(born)).toThrow(RangeError);
    else expect(adultFrom(born)).toBe(adult);
  });
});
