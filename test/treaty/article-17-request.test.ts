/** Article 17: no request before the last notification, none from six months after a notice of termination. */
import { describe, expect, test } from 'vitest';
import { draftFaults, outsideInstrument, refusingSigning } from '../../src/requests/index.js';
import { type Day, type InstrumentStatus, loadInstruments } from '../../src/treaty/index.js';
import { document } from '../rooms/requests/document/documents.js';

const instruments = loadInstruments();
const BOTH = { AZE: '2019-11-20', KAZ: '2021-07-01' } as const;
const codes = (status: InstrumentStatus, on: Day) => {
  const faults = draftFaults(document, instruments.get(document.instrument), { status, on });
  expect(outsideInstrument(faults)).toEqual(refusingSigning(faults));
  return faults.map(({ code }) => code);
};

describe('A-17a in force on the last notification', () => {
  test.each<{ what: string; status: InstrumentStatus; on: Day; told: string[] }>([
    { what: 'none recorded', status: {}, on: '2026-06-15', told: ['INSTRUMENT_NOT_IN_FORCE'] },
    {
      what: 'one recorded',
      status: { notifications: { AZE: '2019-11-20' } },
      on: '2026-06-15',
      told: ['INSTRUMENT_NOT_IN_FORCE'],
    },
    {
      what: 'both, the day before the later',
      status: { notifications: BOTH },
      on: '2021-06-30',
      told: ['INSTRUMENT_NOT_IN_FORCE'],
    },
    {
      what: 'both, on the day of the later',
      status: { notifications: BOTH },
      on: '2021-07-01',
      told: [],
    },
  ])('$what: $told', ({ status, on, told }) => {
    expect(codes(status, on)).toEqual(told);
  });
});

describe('A-17b ends six months after the notice', () => {
  const status = { notifications: BOTH, terminationNotice: '2025-08-31' } as const;
  test.each<{ on: Day; told: string[] }>([
    { on: '2026-02-27', told: [] },
    { on: '2026-02-28', told: ['INSTRUMENT_TERMINATED'] },
    { on: '2030-01-01', told: ['INSTRUMENT_TERMINATED'] },
  ])('on $on: $told', ({ on, told }) => {
    expect(codes(status, on)).toEqual(told);
  });
});
