import { describe, expect, it, test } from 'vitest';
import { listClock } from '../../../../src/requests/index.js';
import { type Day, loadInstruments } from '../../../../src/treaty/index.js';

const instruments = loadInstruments();
const clock = (
  notifications: Readonly<Record<string, Day>>,
  days: { today: Day; exchangedOn?: Day },
  name = 'AZ-KZ-2019',
) => {
  const instrument = instruments.get(name);
  if (instrument === undefined) throw new Error('no such instrument');
  return listClock(instrument, { notifications }, days);
};
const BOTH = { AZE: '2019-11-20', KAZ: '2021-07-01' } as const;
const due = '2021-08-15';

describe('A-9.3b the 45 days', () => {
  test.each<{ today: Day; left?: number; over?: number }>([
    { today: '2021-07-01', left: 45 },
    { today: '2021-07-02', left: 44 },
    { today: '2021-08-14', left: 1 },
    { today: '2021-08-15', left: 0 },
    { today: '2021-08-16', over: 1 },
    { today: '2022-08-15', over: 365 },
  ])('on $today: left $left, over $over', ({ today, left, over }) => {
    expect(clock(BOTH, { today })).toEqual(
      left === undefined
        ? { state: 'OVERDUE', due, daysOver: over }
        : { state: 'RUNNING', due, daysLeft: left },
    );
  });

  test.each<{ on: Day; late: boolean }>([
    { on: '2021-06-01', late: false },
    { on: '2021-08-15', late: false },
    { on: '2021-08-16', late: true },
  ])('exchanged on $on: late $late', ({ on, late }) => {
    expect(clock(BOTH, { today: '2021-09-01', exchangedOn: on })).toEqual({
      state: 'EXCHANGED',
      due,
      on,
      late,
    });
  });

  it('counts over a leap day and a year’s end', () => {
    expect(clock({ AZE: '2024-01-20', KAZ: '2023-01-01' }, { today: '2024-01-20' })).toMatchObject({
      due: '2024-03-05',
    });
    expect(clock({ AZE: '2023-12-01', KAZ: '2023-01-01' }, { today: '2024-01-01' })).toMatchObject({
      due: '2024-01-15',
      daysLeft: 14,
    });
  });

  it('does not run before the day of the later notification', () => {
    expect(clock(BOTH, { today: '2021-06-30' })).toEqual({ state: 'NOT_IN_FORCE' });
  });

  it('does not run under an instrument that asks for no lists', () => {
    expect(clock({}, { today: '2026-01-01' }, 'AZ-BE-2019')).toEqual({ state: 'NOT_ASKED' });
  });
});
