/** Memorandum, paragraph 4: interviews, voluntary return, and the readmission agreement that supplies basis and clocks. */
import { describe, expect, test } from 'vitest';
import {
  type CaseClock,
  type ClockRule,
  carriesCase,
  caseClocks,
  isLanguage,
  mayBeOffered,
  type ReadmissionFile,
  tellCase,
} from '../../src/readmission/index.js';
import { loadInstruments } from '../../src/treaty/index.js';
import { NOW, sampleRequest } from '../support/requests.js';

const instruments = loadInstruments();
const DAY = 86_400_000;
const laws = { instruments, status: new Map(), now: NOW };

describe('B-4b whom interviews are offered to', () => {
  test.each([
    ['BE-IO', 'AZ-SMS', true],
    ['AZ-SMS', 'BE-IO', true],
    ['KZ-MIA', 'AZ-SMS', false],
    ['XX-NONE', 'AZ-SMS', false],
  ])('%s by %s: %s', (authority, own, isOffered) => {
    expect(mayBeOffered(authority, own, laws)).toBe(isOffered);
  });

  test('not before the memorandum was signed, nor after it ended', () => {
    const at = (day: string) => ({ ...laws, now: Date.parse(day) });
    expect(mayBeOffered('BE-IO', 'AZ-SMS', at('2019-11-12'))).toBe(false);
    expect(mayBeOffered('BE-IO', 'AZ-SMS', at('2019-11-13'))).toBe(true);
    const status = new Map([['AZ-BE-2019', { terminationNotice: '2025-12-15' }]] as const);
    expect(mayBeOffered('BE-IO', 'AZ-SMS', { ...laws, status })).toBe(false);
  });
});

const readmission = sampleRequest({
  instrument: 'EU-AZ-2014',
  purpose: 'READMISSION',
  people: ['one'],
});

describe('B-4d the readmission agreement, and nothing else, carries a case', () => {
  test.each([
    ['a live request', {}, true],
    ['one in execution', { state: 'IN_EXECUTION' }, true],
    ['one that was closed', { state: 'CLOSED' }, false],
    ['one under doubt', { state: 'CONFIRMATION_REQUESTED' }, false],
    ['one to another authority', { requestedAuthority: 'BE-IO' }, false],
    ['one under the memorandum', { instrument: 'AZ-BE-2019' }, false],
    ['one for another purpose', { purposes: [] }, false],
  ] as const)('%s', (_, change, carries) => {
    expect(carriesCase({ ...readmission, ...change }, 'AZ-SMS', laws)).toBe(carries);
  });

  test.each([
    ['none is answered any more', 'STOP', '2025-01-15', false],
    ['each is finished, by both sides', 'FINISH', '2025-01-15', true],
    ['none that came after it is', 'FINISH', '2026-06-10', false],
  ] as const)('A-17b once it has ended, of open requests: %s', (...[, pending, day, carries]) => {
    const status = new Map([['EU-AZ-2014', { pending, terminationNotice: '2025-03-01' }]] as const);
    const receivedAt = Date.parse(day);
    const carried = carriesCase({ ...readmission, receivedAt }, 'AZ-SMS', { ...laws, status });
    expect(carried).toBe(carries);
  });
});

describe('B-4d clocks are what the operator configured', () => {
  const rule: ClockRule = { clock: 'ANSWER', from: 'OPENED', days: 15, clause: '11(2)' };
  const clock = (events: object, now: number): CaseClock | undefined =>
    caseClocks({ rules: [rule], events, now, zone: 'Asia/Baku' })[0];

  test('without configuration none runs', () => {
    expect(caseClocks({ rules: [], events: { OPENED: NOW }, now: NOW, zone: 'Asia/Baku' })).toEqual(
      [],
    );
  });

  test.each([
    ['before it has begun', {}, NOW, 'NOT_STARTED', null],
    ['on its last day', { OPENED: NOW }, NOW + 15 * DAY, 'RUNNING', '2026-06-30'],
    ['on the day after', { OPENED: NOW }, NOW + 16 * DAY, 'OVERDUE', '2026-06-30'],
    [
      'met on its last day',
      { OPENED: NOW, ANSWERED: NOW + 15 * DAY },
      NOW + 90 * DAY,
      'MET',
      '2026-06-30',
    ],
    [
      'met late',
      { OPENED: NOW, ANSWERED: NOW + 16 * DAY },
      NOW + 90 * DAY,
      'MET_LATE',
      '2026-06-30',
    ],
    // 20:00 UTC is midnight in Baku: the day is that of the authority that counts.
    [
      'counted where the authority is',
      { OPENED: Date.UTC(2026, 5, 14, 20) },
      NOW,
      'RUNNING',
      '2026-06-30',
    ],
  ])('%s', (...[, events, now, state, due]) => {
    expect(clock(events, now)).toEqual({ clock: 'ANSWER', days: 15, clause: '11(2)', state, due });
  });
});

describe('B-4c, B-4d a case says what it lacks', () => {
  const by = { authority: 'BE-IO', officer: 'BE-1', at: NOW };
  const file: ReadmissionFile = {
    ...{
      request: readmission.id,
      instrument: 'EU-AZ-2014',
      requesting: 'BE-IO',
      requested: 'AZ-SMS',
    },
    ...{ opened: by, evidence: [], voluntaryReturn: null, events: [], records: [], steps: [] },
    endsAt: NOW + 1_095 * DAY,
  };
  const settings = {
    basis: 'Agreement of 28 February 2014',
    clocks: [{ clock: 'ANSWER', from: 'OPENED', days: 15, clause: '11(2)' }],
    retention: { days: 90, longest: 365 },
  } as const;
  const said = { offered: true, on: '2026-06-01', language: 'az', reason: null, by } as const;

  test.each([
    [
      'nothing configured, nothing recorded',
      file,
      undefined,
      false,
      NOW,
      [
        'INSTRUMENT_UNCONFIRMED',
        'BASIS_NOT_CONFIGURED',
        'CLOCKS_NOT_CONFIGURED',
        'RETENTION_NOT_CONFIGURED',
        'VOLUNTARY_RETURN_NOT_RECORDED',
      ],
    ],
    ['all of it', { ...file, voluntaryReturn: said }, settings, true, NOW, []],
    [
      'a basis without clocks',
      { ...file, voluntaryReturn: said },
      { ...settings, clocks: [] },
      true,
      NOW,
      ['CLOCKS_NOT_CONFIGURED'],
    ],
    [
      'A-11.5 the gateway’s own retention',
      { ...file, voluntaryReturn: said },
      { ...settings, retention: undefined },
      true,
      NOW,
      ['RETENTION_NOT_CONFIGURED'],
    ],
    [
      'a term that has passed',
      { ...file, voluntaryReturn: said },
      settings,
      true,
      NOW + 16 * DAY,
      ['CLOCK_OVERDUE'],
    ],
    [
      'no offer, no reason',
      { ...file, voluntaryReturn: { ...said, offered: false } },
      settings,
      true,
      NOW,
      ['VOLUNTARY_RETURN_NOT_RECORDED'],
    ],
    [
      'a reason',
      { ...file, voluntaryReturn: { ...said, offered: false, reason: 'In detention.' } },
      settings,
      true,
      NOW,
      [],
    ],
    [
      'no language',
      { ...file, voluntaryReturn: { ...said, language: null } },
      settings,
      true,
      NOW,
      ['NOTICE_LANGUAGE_NOT_STATED'],
    ],
  ] as const)('%s', (...[, kept, configured, confirmed, now, warnings]) => {
    const told = tellCase(kept, [], { settings: configured, confirmed, now });
    expect(told.warnings).toEqual(warnings);
  });

  test.each([
    ['az', true],
    ['tly', true],
    ['lez', true],
    ['und', false],
    ['zxx', false],
    ['mul', false],
    ['mis', false],
    ['AZ', false],
    ['a', false],
    ['azer', false],
    ['', false],
  ])('B-4c "%s" names a language: %s', (code, isOne) => {
    expect(isLanguage(code)).toBe(isOne);
  });
});
