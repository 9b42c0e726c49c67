/** Paragraphs 6 to 8 of the memorandum: disagreements, written consents, its beginning and its end, and what it is not. */
import { describe, expect, test } from 'vitest';
import { readLaw } from '../../src/policy/index.js';
import {
  type Day,
  disagreementsOf,
  type InstrumentData,
  InstrumentFault,
  inForceFrom,
  inForceUntil,
  isInForce,
  type LifeAct,
  type LifeRecord,
  loadInstrument,
  loadInstruments,
  versionOn,
  whyNotRecorded,
} from '../../src/treaty/index.js';
import { recordOf } from '../support/lives.js';

const memorandum = loadInstruments().get('AZ-BE-2019');
if (memorandum === undefined) throw new Error('no memorandum');
const { opens: _, ...signed } = memorandum;
const [arrangement] = memorandum.purposes.values();
if (arrangement === undefined) throw new Error('no purpose');

const DATA: InstrumentData = {
  ...signed,
  purposes: [arrangement],
  amendments: [
    {
      reference: 'Letters of 2024',
      signedOn: '2024-01-10',
      purposes: [{ ...arrangement, clauses: ['4(b)', '4(c)'] }],
    },
  ],
};
const amended = loadInstrument(DATA);
const at = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
const consent = (party: string, on: Day): LifeRecord =>
  recordOf({ kind: 'CONSENT', amendment: 1, on }, on, { party, instrument: 'AZ-BE-2019' });

function clausesOn(records: readonly LifeRecord[], day: Day) {
  const law = readLaw({
    ...{ texts: new Map([[amended.id, amended]]), settings: new Map(), grantUnconfirmed: false },
    ...{ records, at: at('2030-01-01') },
  });
  const found = law.instruments.get(amended.id);
  return found && versionOn(found, day).purposes.get(arrangement?.purpose ?? '')?.clauses;
}

describe('B-7 by mutual written consent, without a protocol', () => {
  const both = [consent('AZE', '2024-02-01'), consent('BEL', '2024-03-01')];
  test.each<[string, readonly LifeRecord[], Day, readonly string[]]>([
    ['no consent', [], '2029-01-01', ['4(b)']],
    ['one consent: not effective', both.slice(0, 1), '2029-01-01', ['4(b)']],
    [
      'the same side twice',
      [consent('AZE', '2024-02-01'), consent('AZE', '2024-03-01')],
      '2029-01-01',
      ['4(b)'],
    ],
    ['both, the day before the later', both, '2024-02-29', ['4(b)']],
    ['both, on the day of the later', both, '2024-03-01', ['4(b)', '4(c)']],
  ])('%s', (...[, records, day, clauses]) => {
    expect(clausesOn(records, day)).toEqual(clauses);
  });

  test.each<[string, LifeAct, string | undefined]>([
    [
      'not by notification',
      { kind: 'NOTIFICATION', amendment: 1, on: '2024-02-01' },
      'NOT_AMENDED_SO',
    ],
    [
      'the text itself waits for none',
      { kind: 'NOTIFICATION', amendment: null, on: '2024-02-01' },
      'NOT_BY_NOTIFICATION',
    ],
    ['by consent', { kind: 'CONSENT', amendment: 1, on: '2024-02-01' }, undefined],
  ])('%s', (_, act, fault) => {
    const ground = {
      instrument: amended,
      settings: {},
      records: [],
      today: '2024-06-01',
      now: at('2024-06-01'),
    } as const;
    expect(whyNotRecorded(ground, { act, party: 'BEL' })).toBe(fault);
  });
});

describe('B-8a in effect on signature, ended by six months’ notice', () => {
  test('from 13 November 2019, with no notification', () => {
    expect(inForceFrom(memorandum, {})).toBe('2019-11-13');
    expect(isInForce(memorandum, {}, '2019-11-12')).toBe(false);
  });

  test('a notice received on 31 August ends it at the end of February', () => {
    const status = { terminationNotice: '2024-08-31' } as const;
    expect(inForceUntil(memorandum, status)).toBe('2025-02-28');
    expect(isInForce(memorandum, status, '2025-02-27')).toBe(true);
  });
});

describe('B-8b it creates no rights: nothing personal loads, in no version', () => {
  test.each<[string, Partial<InstrumentData>]>([
    ['in the text', { items: { SEX: ['4(c)'] } }],
    [
      'in an amendment',
      { amendments: [{ reference: 'Letters', signedOn: '2024-01-10', items: { SEX: ['4(c)'] } }] },
    ],
  ])('%s', (_, change) => {
    expect(() => loadInstrument({ ...DATA, ...change })).toThrow(InstrumentFault);
  });
});

test('B-6 disagreements are those of Article 12: raised by one, settled by both', () => {
  const raised = recordOf(
    { kind: 'DISAGREEMENT', rules: [], requests: ['x'], freezes: false },
    '2024-01-10',
    { party: 'BEL' },
  );
  const settle = (party: string) =>
    recordOf({ kind: 'DISAGREEMENT_STEP', disagreement: raised.id, step: 'SETTLE' }, '2024-02-10', {
      party,
    });
  const states = [[raised], [raised, settle('AZE')], [raised, settle('AZE'), settle('BEL')]].map(
    (records) => disagreementsOf(records, ['AZE', 'BEL'])[0]?.state,
  );
  expect(states).toEqual(['RAISED', 'RAISED', 'SETTLED']);
});
