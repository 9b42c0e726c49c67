/** Article 8(2): what a Party gives unasked, for its own stated purpose and within its own limits. */
import { describe, expect, test } from 'vitest';
import {
  MOVER_ROLES,
  mayRead,
  moveProvision,
  PROVISION_FAULTS,
  PROVISION_STATES,
  PROVISION_TRANSITIONS,
  type Provision,
  type ProvisionFault,
  type ProvisionState,
  provisionFaults,
} from '../../src/requests/index.js';
import { loadInstruments } from '../../src/treaty/index.js';
import { NOW } from '../support/requests.js';

const DAY = 86_400_000;
const instruments = loadInstruments();
const instrument = instruments.get('AZ-KZ-2019');
if (instrument === undefined) throw new Error('no instrument');

const provision: Provision = {
  id: '0d3c1a6e-2f0b-4f61-9a0e-7a5c2f0d9b11',
  instrument: 'AZ-KZ-2019',
  provider: 'AZ-SMS',
  recipient: 'KZ-MIA',
  purpose: 'PERSON_DETECTION',
  basis: '6',
  justification: 'Лицо разыскивается другой Стороной.',
  subjects: [{ n: 1, items: ['NAME_CYRILLIC', 'PHOTOGRAPH'] }],
  conditions: [{ kind: 'ON_TERMS', items: ['PHOTOGRAPH'], text: 'Не публиковать.' }],
  keepUntil: NOW + DAY,
};

describe('A-8.2 the provider states purpose, limits and end', () => {
  test('a whole provision has no fault, in either direction', () => {
    expect(provisionFaults(provision, instrument, NOW)).toEqual([]);
    const back = { ...provision, provider: 'KZ-MIA', recipient: 'AZ-SMS' };
    expect(provisionFaults(back, instrument, NOW)).toEqual([]);
  });

  const one = { n: 1, items: ['NAME_CYRILLIC'] } as const;
  test.each<[string, Partial<Provision>, readonly ProvisionFault[]]>([
    ['to a body that no instrument names', { recipient: 'AZ-POLICE' }, ['NOT_BETWEEN_PARTIES']],
    ['from one', { provider: 'BE-IO' }, ['NOT_BETWEEN_PARTIES']],
    [
      'between authorities of one Party',
      { provider: 'KZ-MIA', recipient: 'KZ-MLSPP' },
      ['NOT_BETWEEN_PARTIES'],
    ],
    [
      'for no purpose of the instrument',
      { purpose: 'CURIOSITY' },
      ['PURPOSE_UNKNOWN', 'BASIS_NOT_OF_PURPOSE', 'ITEM_NOT_FOR_PURPOSE'],
    ],
    [
      'for the execution of a request',
      { purpose: 'REQUEST_EXECUTION', basis: '10(1)' },
      ['PURPOSE_UNKNOWN'],
    ],
    ['on a clause that is no basis of the purpose', { basis: '5(1)' }, ['BASIS_NOT_OF_PURPOSE']],
    ['on no clause', { basis: '' }, ['BASIS_NOT_OF_PURPOSE']],
    ['without a reason', { justification: ' ' }, ['JUSTIFICATION_MISSING']],
    ['about nobody', { subjects: [] }, ['SUBJECTS_MISSING']],
    ['with nothing about somebody', { subjects: [one, { n: 2, items: [] }] }, ['SUBJECTS_MISSING']],
    [
      'an item that the purpose does not open',
      { subjects: [{ n: 1, items: ['FINGERPRINT_CARD'] }] },
      ['ITEM_NOT_FOR_PURPOSE'],
    ],
    [
      'a limit without words',
      { conditions: [{ kind: 'ON_TERMS', items: ['PHOTOGRAPH'], text: '' }] },
      ['CONDITION_NOT_STATED'],
    ],
    [
      'an item given and closed',
      { conditions: [{ kind: 'CLOSED_UNTIL', items: ['PHOTOGRAPH'], text: 'Пока.', until: NOW }] },
      ['CONDITION_CLOSES'],
    ],
    ['A-11.5a kept until it is over', { keepUntil: NOW }, ['KEPT_WITHOUT_END']],
    ['A-11.5a kept without end', { keepUntil: Number.NaN }, ['KEPT_WITHOUT_END']],
  ])('%s', (_, change, faults) => {
    expect(provisionFaults({ ...provision, ...change }, instrument, NOW)).toEqual(faults);
  });

  test('every fault is told at once', () => {
    const empty = { ...provision, provider: '', purpose: '', justification: '', subjects: [] };
    const worst = {
      ...empty,
      conditions: [{ kind: 'CLOSED_UNTIL', items: [], text: '', until: NOW }],
      keepUntil: 0,
    };
    expect(provisionFaults(worst as Provision, instrument, NOW)).toEqual(
      PROVISION_FAULTS.filter((fault) => fault !== 'ITEM_NOT_FOR_PURPOSE'),
    );
  });
});

describe('A-8.2 it is read for the provider’s purpose alone', () => {
  test.each(PROVISION_STATES.map((state) => ({ state })))('$state', ({ state }) => {
    const standing = { state, provision };
    expect(mayRead(standing, 'PERSON_DETECTION', NOW)).toBe(state === 'RECEIVED');
    expect(mayRead(standing, 'IDENTITY_ESTABLISHMENT', NOW)).toBe(false);
    expect(mayRead(standing, 'PERSON_DETECTION', NOW + DAY)).toBe(false);
  });
});

describe('A-8.2 its life', () => {
  test('from signature to closing', () => {
    const steps = [
      ['SIGN', 'PROVIDER', 'SIGNATORY'],
      ['SEND', 'PROVIDER', 'EXECUTING_OFFICER'],
      ['RECEIVE', 'RECIPIENT', 'GATEWAY'],
      ['CLOSE', 'RECIPIENT', 'REQUESTING_ANALYST'],
    ] as const;
    let state: ProvisionState | undefined = 'DRAFT';
    for (const [move, side, role] of steps) {
      expect(moveProvision(state ?? 'DRAFT', { move, side, role: 'COORDINATOR' })).toBeUndefined();
      state = moveProvision(state ?? 'DRAFT', { move, side, role });
    }
    expect(state).toBe('CLOSED');
  });

  test('nothing is read that was not signed by the provider and sent', () => {
    const to = (wanted: ProvisionState) => PROVISION_TRANSITIONS.filter(({ to }) => to === wanted);
    expect(to('RECEIVED').map(({ from }) => from)).toEqual([['SENT']]);
    expect(to('SENT').map(({ from, side }) => [from, side])).toEqual([[['SIGNED'], 'PROVIDER']]);
    expect(to('SIGNED').map(({ roles, side }) => [roles, side])).toEqual([
      [['SIGNATORY'], 'PROVIDER'],
    ]);
  });

  test('no state without an exit but the two that end it', () => {
    const left = PROVISION_STATES.filter((state) =>
      PROVISION_TRANSITIONS.some(({ move, side }) =>
        MOVER_ROLES.some((role) => moveProvision(state, { move, side, role }) !== undefined),
      ),
    );
    expect(PROVISION_STATES.filter((state) => !left.includes(state))).toEqual([
      'DISCARDED',
      'CLOSED',
    ]);
  });
});
