import { describe, expect, test } from 'vitest';
import {
  type InstrumentData,
  InstrumentFault,
  inForceFrom,
  inForceUntil,
  isClause,
  isInForce,
  loadInstrument,
  loadInstruments,
} from '../../../src/treaty/index.js';

const sound: InstrumentData = {
  id: 'X-Y-2020',
  parties: [
    { country: 'AZE', authorities: ['AZ-SMS'] },
    { country: 'KAZ', authorities: ['KZ-MIA'] },
  ],
  bindingForce: 'TREATY',
  confirmed: true,
  languages: ['ru'],
  prevailing: 'ru',
  workingLanguage: 'ru',
  entryIntoForce: { on: 'LAST_NOTIFICATION' },
  terminationMonths: 6,
  items: { SEX: ['6(2)'] },
  purposes: [{ purpose: 'A', clauses: ['5(1)'], statedBy: 'requesting', opens: ['SEX'] }],
  rows: {
    nationalsOfPartiesOnly: true,
    citizenships: 'OF_PARTIES',
    documents: 'TRAVEL_OR_RESIDENCE',
    entryBans: 'IN_FORCE',
  },
};

/** Data as they may come from a file: the types do not hold there. */
const fromFile = (change: object): InstrumentData =>
  JSON.parse(JSON.stringify({ ...sound, ...change }));

describe('A-Pre a rule without its legal source does not load', () => {
  test('sound data load', () => {
    expect(loadInstrument(sound).opens.get('A')?.get('SEX')).toEqual(['6(2)']);
  });

  test.each([
    ['an item without a clause', { items: { SEX: [] } }],
    ['a clause that is no number', { items: { SEX: ['Article six'] } }],
    ['a purpose without a clause', { purposes: [{ ...sound.purposes[0], clauses: [] }] }],
    ['a purpose that opens an item without basis', { items: {} }],
    ['an item nobody knows', { items: { SEX: ['6(2)'], SHOE_SIZE: ['6(14)'] } }],
    ['a purpose that stands twice', { purposes: [sound.purposes[0], sound.purposes[0]] }],
    ['an authority of another state', { parties: [{ country: 'AZE', authorities: ['KZ-MIA'] }] }],
    ['B-8b a personal item in a text without binding force', { bindingForce: 'NONE' }],
  ])('%s', (_, change) => {
    expect(() => loadInstrument(fromFile(change))).toThrow(InstrumentFault);
  });
});

test('B-8b the memorandum opens nothing personal', () => {
  const memorandum = loadInstruments().get('AZ-BE-2019');
  expect(memorandum?.bindingForce).toBe('NONE');
  expect([...(memorandum?.opens.values() ?? [])].map((rules) => rules.size)).toEqual([0]);
});

describe('A-17 in force', () => {
  const instrument = loadInstrument(sound);
  const both = { notifications: { AZE: '2021-03-01', KAZ: '2021-06-18' } } as const;

  test('on the last of the two notifications', () => {
    expect(inForceFrom(instrument, both)).toBe('2021-06-18');
    expect(isInForce(instrument, both, '2021-06-17')).toBe(false);
    expect(isInForce(instrument, both, '2021-06-18')).toBe(true);
  });

  test('never with one notification', () => {
    const one = { notifications: { AZE: '2021-03-01' } } as const;
    expect(inForceFrom(instrument, one)).toBeUndefined();
    expect(isInForce(instrument, one, '2030-01-01')).toBe(false);
  });

  test.each([
    ['2023-01-15', '2023-07-15'],
    ['2023-08-31', '2024-02-29'],
    ['2022-08-31', '2023-02-28'],
    ['2023-12-31', '2024-06-30'],
  ] as const)('notice received on %s ends it on %s', (terminationNotice, until) => {
    const status = { ...both, terminationNotice };
    expect(inForceUntil(instrument, status)).toBe(until);
    expect(isInForce(instrument, status, until)).toBe(false);
  });
});

test.each([
  ['6', true],
  ['6(1)', true],
  ['5(1)(3)', true],
  ['17(c)', true],
  ['0', false],
  ['6(0)', false],
  ['6(1', false],
  ['6.1', false],
  ['', false],
  ['6(1);5', false],
])('%j is a clause: %s', (text, expected) => {
  expect(isClause(text)).toBe(expected);
});
