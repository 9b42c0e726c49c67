import { describe, expect, test } from 'vitest';
import {
  type Grant,
  type GrantQuestion,
  grantFor,
  type Request,
} from '../../../src/requests/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';

const instruments = loadInstruments();
const NOW = Date.UTC(2026, 5, 15);
const DAY = 86_400_000;

const request: Request = {
  id: '6f1c1a52-3a51-4c39-9a1d-0f8d5b1c2e77',
  digest: 'ab'.repeat(32),
  instrument: 'AZ-KZ-2019',
  requestingAuthority: 'KZ-MIA',
  requestedAuthority: 'AZ-SMS',
  aim: 'PREVENTION',
  purposes: [
    { purpose: 'IDENTITY_ESTABLISHMENT', basis: '6', justification: 'to establish who this is' },
  ],
  state: 'ANSWERED',
  asOf: NOW - DAY,
  grantUntil: NOW + DAY,
  subjects: [{ n: 1, person: 'p1', items: null, child: false, coordinatorDecision: false }],
};

const partner: GrantQuestion = {
  asker: { authority: 'KZ-MIA', role: 'PARTNER_GATEWAY' },
  request,
  purpose: 'IDENTITY_ESTABLISHMENT',
  instruments,
  status: new Map([['AZ-KZ-2019', { notifications: { AZE: '2021-01-01', KAZ: '2021-06-18' } }]]),
  ownAuthority: 'AZ-SMS',
  now: NOW,
};
const officer: GrantQuestion = {
  ...partner,
  asker: { authority: 'AZ-SMS', role: 'EXECUTING_OFFICER' },
  request: { ...request, state: 'IN_EXECUTION' },
  purpose: 'REQUEST_EXECUTION',
};

const open = (question: GrantQuestion): Grant => {
  const { grant } = grantFor(question);
  if (grant === null) throw new Error('expected a grant');
  return grant;
};

describe('A-8.1 a grant is the only door', () => {
  test('the requesting authority reads under its purpose until the end', () => {
    expect(open(partner)).toMatchObject({ purpose: 'IDENTITY_ESTABLISHMENT', basis: '6' });
  });

  test('A-10.1 the executing officer weighs it under REQUEST_EXECUTION', () => {
    expect(open(officer)).toMatchObject({ purpose: 'REQUEST_EXECUTION', basis: '10(1)' });
  });

  const from = (base: GrantQuestion, change: Partial<GrantQuestion>) => ({ ...base, ...change });
  const withRequest = (base: GrantQuestion, change: Partial<Request>) =>
    from(base, { request: { ...(base.request ?? request), ...change } });

  test.each([
    ['A-8.1 an unknown request', from(partner, { request: undefined }), 'UNKNOWN_REQUEST'],
    [
      'A-2.1 the other authority of the same state',
      from(partner, { asker: { authority: 'KZ-MLSPP', role: 'PARTNER_GATEWAY' } }),
      'NOT_THIS_AUTHORITY',
    ],
    [
      'A-2.1 the police of the requested state',
      from(partner, { asker: { authority: 'AZ-MIA', role: 'PARTNER_GATEWAY' } }),
      'NOT_THIS_AUTHORITY',
    ],
    [
      'A-1.2 an economic entity',
      from(partner, { asker: { authority: 'KZ-ACME-LLP', role: 'PARTNER_GATEWAY' } }),
      'NOT_THIS_AUTHORITY',
    ],
    [
      'A-1.2 an economic entity, even named in a request',
      withRequest(from(partner, { asker: { authority: 'KZ-ACME-LLP', role: 'PARTNER_GATEWAY' } }), {
        requestingAuthority: 'KZ-ACME-LLP',
      }),
      'NOT_THIS_AUTHORITY',
    ],
    [
      'an auditor of the same authority',
      from(partner, { asker: { authority: 'KZ-MIA', role: 'AUDITOR' } }),
      'NOT_THIS_ROLE',
    ],
    [
      'A-5.1 head: a purpose that was not stated',
      from(partner, { purpose: 'PERSON_DETECTION' }),
      'PURPOSE_NOT_STATED',
    ],
    [
      'A-5.1 head: an unknown purpose',
      from(partner, { purpose: 'CURIOSITY' }),
      'PURPOSE_NOT_STATED',
    ],
    [
      'a purpose of another instrument',
      from(partner, { purpose: 'READMISSION' }),
      'PURPOSE_NOT_STATED',
    ],
    [
      'the partner stating REQUEST_EXECUTION',
      from(partner, { purpose: 'REQUEST_EXECUTION' }),
      'NOT_THIS_AUTHORITY',
    ],
    [
      'the officer stating the request’s purpose',
      from(officer, { purpose: 'IDENTITY_ESTABLISHMENT' }),
      'NOT_THIS_AUTHORITY',
    ],
    [
      'the officer of another authority',
      from(officer, { asker: { authority: 'KZ-MIA', role: 'EXECUTING_OFFICER' } }),
      'NOT_THIS_AUTHORITY',
    ],
    [
      'an analyst of the own authority',
      from(officer, { asker: { authority: 'AZ-SMS', role: 'REQUESTING_ANALYST' } }),
      'NOT_THIS_ROLE',
    ],
    ['the officer after the answer', withRequest(officer, { state: 'ANSWERED' }), 'NOT_OPEN'],
    [
      'A-9.5 while authenticity is in doubt',
      withRequest(partner, { state: 'CONFIRMATION_REQUESTED' }),
      'NOT_OPEN',
    ],
    ['past the end', from(partner, { now: NOW + DAY }), 'ENDED'],
    ['without an end', withRequest(partner, { grantUntil: null }), 'ENDED'],
    ['before anything was approved', withRequest(partner, { asOf: null }), 'NOT_OPEN'],
    ['approved in the future', withRequest(partner, { asOf: NOW + 1 }), 'NOT_OPEN'],
    ['A-17 a: with one notification', from(partner, { status: new Map() }), 'NOT_IN_FORCE'],
    [
      'A-14: under another instrument',
      withRequest(partner, { instrument: 'EU-AZ-2014' }),
      'PURPOSE_NOT_STATED',
    ],
    [
      'a request addressed to another gateway',
      from(partner, { ownAuthority: 'KZ-MLSPP' }),
      'NOT_THIS_AUTHORITY',
    ],
  ])('%s: none', (_, question, reason) => {
    expect(grantFor(question)).toEqual({ grant: null, reason });
  });

  test('in every state but ANSWERED and PARTLY_REFUSED the partner has none', async () => {
    const { REQUEST_STATES } = await import('../../../src/requests/index.js');
    const open = REQUEST_STATES.filter(
      (state) => grantFor(withRequest(partner, { state })).grant !== null,
    );
    expect(open).toEqual(['ANSWERED', 'PARTLY_REFUSED']);
    const officers = REQUEST_STATES.filter(
      (state) => grantFor(withRequest(officer, { state })).grant !== null,
    );
    expect(officers).toEqual(['IN_EXECUTION']);
  });
});

describe('what a grant holds for each subject', () => {
  const subject = {
    n: 1,
    person: 'p1',
    items: null,
    child: false,
    coordinatorDecision: false,
  } as const;
  const itemsFor = (change: Partial<Request['subjects'][number]>, base = partner) =>
    open({
      ...base,
      request: { ...(base.request ?? request), subjects: [{ ...subject, ...change }] },
    }).subjects[0]?.items;

  test('all that the purpose opens', () => {
    const rules = instruments.get('AZ-KZ-2019')?.opens.get('IDENTITY_ESTABLISHMENT');
    expect(itemsFor({})).toEqual(new Set(rules?.keys()));
  });

  test('A-10.4 a no more than was approved, never more than the purpose opens', () => {
    expect(itemsFor({ items: ['SEX', 'PERMIT'] })).toEqual(new Set(['SEX']));
  });

  test('A-10.4d a child: neither photograph nor fingerprints without the coordinator', () => {
    expect(itemsFor({ child: true })?.has('PHOTOGRAPH')).toBe(false);
    expect(itemsFor({ child: true })?.has('FINGERPRINT_CARD')).toBe(false);
    expect(itemsFor({ child: true }, officer)?.has('CRIMINAL_LIABILITY')).toBe(false);
    expect(itemsFor({ child: true, coordinatorDecision: true })?.has('PHOTOGRAPH')).toBe(true);
  });

  test('A-10.4c nobody matched: a subject like any other, so that verdicts do not tell it apart', () => {
    expect(itemsFor({ person: null, child: true })).toEqual(itemsFor({ child: true }));
  });

  test('A-3.1(5) no biometrics for the determination of legal status', () => {
    const legal = {
      ...partner,
      purpose: 'LEGAL_STATUS_DETERMINATION',
      request: {
        ...request,
        purposes: [{ purpose: 'LEGAL_STATUS_DETERMINATION', basis: '3(1)(5)', justification: 'x' }],
      },
    } as const;
    expect(open(legal)).toMatchObject({ basis: '3(1)(5)', condition: 'GROUNDS_FOR_STAY' });
    expect(itemsFor({}, legal)?.has('PHOTOGRAPH')).toBe(false);
    expect(itemsFor({}, legal)?.has('FINGERPRINT_CARD')).toBe(false);
  });

  test.each([
    ['5(1)', null],
    ['3(1)(4)', 'VALID_PERMIT'],
  ] as const)('A-3.1(4) rights protection under %s: %s', (basis, condition) => {
    const purposes = [{ purpose: 'RIGHTS_PROTECTION', basis, justification: 'x' }];
    expect(
      open({ ...partner, purpose: 'RIGHTS_PROTECTION', request: { ...request, purposes } })
        .condition,
    ).toBe(condition);
  });
});
