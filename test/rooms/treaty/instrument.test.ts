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
import { inventedFile, withChange } from '../../support/invented-file.js';

const sound: InstrumentData = inventedFile();
const both = { notifications: { XLO: '2021-03-01', XOS: '2021-06-18' } } as const;

describe('A-Pre a rule without its legal source does not load', () => {
  test('sound data load', () => {
    expect(loadInstrument(sound).opens.get('STOWAWAY_RETURN')?.get('DOCUMENT')).toEqual(['3(3)']);
  });

  test.each([
    ['an item without a clause', ['items', 'PHOTOGRAPH'], []],
    ['a purpose without a clause', ['purposes', 0, 'clauses'], []],
    ['two rules that contradict', ['purposes', 0, 'closes'], ['DOCUMENT']],
    ['a kind that nobody publishes', ['publications'], { GOSSIP: ['1(a)'] }],
    ['a publication without a clause', ['publications'], { METHOD: [] }],
    ['B-8b a personal item in a text without binding force', ['bindingForce'], 'NONE'],
  ])('%s', (_, place, value) => {
    // Data as they may come from a file: the types do not hold there.
    const data = withChange(sound, place, value) as InstrumentData;
    expect(() => loadInstrument(data)).toThrow(InstrumentFault);
  });
});

test('B-8b the memorandum opens nothing personal', () => {
  const memorandum = loadInstruments().get('AZ-BE-2019');
  expect(memorandum?.bindingForce).toBe('NONE');
  expect([...(memorandum?.opens.values() ?? [])].map((rules) => rules.size)).toEqual([0]);
});

describe('A-17 in force', () => {
  const instrument = loadInstrument({ ...sound, terminationMonths: 6 });

  test('on the last of the two notifications', () => {
    expect(inForceFrom(instrument, both)).toBe('2021-06-18');
    expect(isInForce(instrument, both, '2021-06-17')).toBe(false);
    expect(isInForce(instrument, both, '2021-06-18')).toBe(true);
  });

  test('never with one notification', () => {
    const one = { notifications: { XLO: '2021-03-01' } } as const;
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
