/** What is wrong with an officer's input comes back as codes and places, and nothing of it does. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEXT } from '../../../../src/graph/cases/taking.js';
import { readEnvelope } from '../../../../src/requests/index.js';
import {
  ANALYST,
  COORDINATOR,
  caseIn,
  done,
  draft,
  EXECUTING,
  type ReachedCase,
} from '../../../support/case-drafts.js';
import { type As, type CaseSite, openCaseSite, uuid } from '../../../support/case-site.js';

const SECRET = 'C0000Z';
let site: CaseSite;
let working: ReachedCase;
let received: ReachedCase;
beforeAll(async () => {
  site = await openCaseSite();
  working = await caseIn(site, 'IN_EXECUTION');
  received = await caseIn(site, 'RECEIVED');
});
afterAll(() => site.close());

const [subject] = draft.subjects;
const name = { script: 'ru-Cyrl', surname: 'Образцов' };
const id = uuid();

type Row = readonly [what: string, mutation: string, given: object, faults: readonly string[]];

/** At the requested authority, in execution; `CODE at`. */
const INPUTS: readonly Row[] = [
  ['an id that is none', 'tellDelay', { id: SECRET, reason: 'x' }, ['WRONG_FORM id']],
  ['an id in capitals', 'resume', { id: id.toUpperCase() }, ['WRONG_FORM id']],
  [
    'an id of another version',
    'resume',
    { id: '11111111-1111-1111-8111-111111111111' },
    ['WRONG_FORM id'],
  ],
  ['nothing said', 'tellDelay', { id, reason: ' \n ' }, ['CONTENT_MISSING reason']],
  ['too much said', 'tellDelay', { id, reason: SECRET.repeat(700) }, ['TOO_LONG reason']],
  [
    'a bidirectional control',
    'tellDelay',
    { id, reason: `${SECRET}\u202e` },
    ['CONTROL_CHARACTER reason'],
  ],
  ['a lone surrogate', 'tellDelay', { id, reason: '\ud800' }, ['CONTROL_CHARACTER reason']],
  ['no question', 'askInformation', { id, questions: [] }, ['CONTENT_MISSING questions']],
  [
    'an empty question among others',
    'askInformation',
    { id, questions: [SECRET, ''] },
    ['CONTENT_MISSING questions[1]'],
  ],
  [
    'too many questions',
    'askInformation',
    { id, questions: Array(65).fill(SECRET) },
    ['TOO_MANY questions'],
  ],
  [
    'a day that is none',
    'postpone',
    { id, reason: 'x', reviewAt: '2026-02-30T00:00:00.000Z' },
    ['WRONG_FORM reviewAt'],
  ],
  [
    'an instant elsewhere',
    'postpone',
    { id, reason: 'x', reviewAt: '2026-07-01T00:00:00.000+04:00' },
    ['WRONG_FORM reviewAt'],
  ],
  [
    'several faults at once',
    'postpone',
    { id: '', reason: '', reviewAt: '' },
    ['WRONG_FORM id', 'CONTENT_MISSING reason', 'WRONG_FORM reviewAt'],
  ],
  [
    'a review in the past',
    'postpone',
    { id, reason: 'x', reviewAt: '2020-01-01T00:00:00.000Z' },
    ['CONTENT_MISSING case'],
  ],
  ['a subject zero', 'recordAge', { n: 0, child: true }, ['OUT_OF_RANGE n']],
  ['a subject that is none', 'recordAge', { n: 9, child: true }, ['NOT_WANTED n']],
  [
    'a refusal without grounds',
    'noteOutcome',
    { n: 1, item: 'PHOTOGRAPH', outcome: 'REFUSED', text: SECRET },
    ['CONTENT_MISSING grounds'],
  ],
  [
    'a refusal without words',
    'noteOutcome',
    { n: 1, item: 'PHOTOGRAPH', outcome: 'REFUSED', grounds: ['SECURITY'] },
    ['CONTENT_MISSING text'],
  ],
  [
    'a ground twice',
    'noteOutcome',
    { n: 1, item: 'PHOTOGRAPH', outcome: 'REFUSED', grounds: ['SECURITY', 'SECURITY'], text: 'x' },
    ['WRONG_FORM grounds'],
  ],
  ['no ground', 'refuse', { id, grounds: [], text: 'x' }, ['CONTENT_MISSING grounds']],
  [
    'withheld for no reason',
    'noteOutcome',
    { n: 1, item: 'PHOTOGRAPH', outcome: 'WITHHELD_BY_POLICY' },
    ['CONTENT_MISSING reason'],
  ],
  [
    'an item that is not wanted',
    'noteOutcome',
    { n: 1, item: 'SEX', outcome: 'DISCLOSED' },
    ['NOT_WANTED n'],
  ],
  ['neither a candidate nor nobody', 'recordMatch', { n: 1 }, ['CONTENT_MISSING candidate']],
  [
    'a candidate and nobody',
    'recordMatch',
    { n: 1, candidate: SECRET, nobody: true },
    ['CONTENT_MISSING candidate'],
  ],
  [
    'a candidate that was not found',
    'recordMatch',
    { n: 1, candidate: SECRET },
    ['UNKNOWN_CANDIDATE candidate'],
  ],
  [
    'an inquiry that is none',
    'dropInquiry',
    { inquiry: id, reason: 'x' },
    ['UNKNOWN_INQUIRY inquiry'],
  ],
  [
    'an inquiry about nothing',
    'openInquiry',
    { id, to: 'COURT', n: 1, items: [], dueBefore: '2027-01-01T00:00:00.000Z' },
    ['CONTENT_MISSING items'],
  ],
  ['an officer that is no number', 'assign', { officer: `${SECRET} 1` }, ['WRONG_FORM officer']],
  ['an officer of no number', 'assign', { officer: '' }, ['WRONG_FORM officer']],
  [
    'conditions that say too little',
    'conclude',
    {
      id,
      grantUntil: '2027-01-01T00:00:00.000Z',
      conditions: [
        { kind: 'CLOSED_UNTIL', items: [], text: '' },
        {
          kind: 'ON_TERMS',
          items: ['PHOTOGRAPH'],
          text: SECRET,
          until: '2027-01-01T00:00:00.000Z',
        },
        { kind: 'NOT_AS_EVIDENCE', items: ['PHOTOGRAPH'], text: 'x', until: SECRET },
      ],
    },
    [
      'CONTENT_MISSING conditions[0].items',
      'CONTENT_MISSING conditions[0].text',
      'CONTENT_MISSING conditions[0].until',
      'UNKNOWN_MEMBER conditions[1].until',
      'WRONG_FORM conditions[2].until',
    ],
  ],
  [
    'a subject that was not matched',
    'conclude',
    { id, grantUntil: '2027-01-01T00:00:00.000Z' },
    ['MATCH_MISSING case'],
  ],
];

/** Of a draft, at the requesting authority. */
const DRAFTS: readonly (readonly [string, object, readonly string[]])[] = [
  [
    'a control character in a name',
    { subjects: [{ ...subject, names: [{ ...name, givenName: `${SECRET}\u0000` }] }] },
    ['CONTROL_CHARACTER document.subjects[0].names[0].givenName'],
  ],
  [
    'a script that is none',
    { subjects: [{ ...subject, names: [{ ...name, script: SECRET }] }] },
    ['WRONG_CODE document.subjects[0].names[0].script'],
  ],
  [
    'a date that is none',
    { subjects: [{ ...subject, dateOfBirth: '1980-13' }] },
    ['WRONG_FORM document.subjects[0].dateOfBirth'],
  ],
  ['too many subjects', { subjects: Array(101).fill(subject) }, ['TOO_MANY document.subjects']],
  [
    'an authority that is none',
    { requestedAuthority: SECRET.toLowerCase() },
    ['WRONG_FORM document.requestedAuthority'],
  ],
  [
    'a name of a body on two lines',
    { requestingName: `${SECRET}\n` },
    ['WRONG_FORM document.requestingName'],
  ],
  ['an instrument that is none', { instrument: ' ' }, ['WRONG_FORM document.instrument']],
];

const told = (faults: readonly { code: string; at: string }[]): readonly string[] =>
  faults.map(({ code, at }) => `${code} ${at}`);

async function act(as: As, mutation: string, given: object) {
  const { case: found, faults } = await site.az.act(as, mutation, given);
  return { found, told: told(faults) };
}

describe('input faults are data', () => {
  test.each(INPUTS)('%s (%s)', async (...row) => {
    const [, mutation, given, faults] = row;
    const reached = mutation === 'postpone' || mutation === 'tellDelay' ? received : working;
    const acted = await act(EXECUTING, mutation, { case: reached.id, ...given });
    expect(acted).toEqual({ found: null, told: faults });
    expect(JSON.stringify(acted)).not.toContain(SECRET);
  });

  test.each(DRAFTS)('%s', async (_what, change, faults) => {
    const { case: found, faults: all } = await site.kz.act(ANALYST, 'saveDraft', {
      document: { ...draft, ...change },
    });
    expect([found, told(all)]).toEqual([null, faults]);
    expect(JSON.stringify(all)).not.toContain(SECRET);
  });

  test.each([
    ['of another alphabet', 'a.b'],
    ['padded', 'YQ==.YQ.YQ'],
    ['long', `${'A'.repeat(1_000_001)}.A.A`],
  ])('a signature %s', async (_what, jws) => {
    const { id: draftId } = await done(site.kz.act(ANALYST, 'saveDraft', { document: draft }));
    const { key } = await site.sign('{}');
    const given = { case: draftId, id: uuid(), jws, key };
    expect(told((await site.kz.act(ANALYST, 'signDraft', given)).faults)).toEqual([
      'WRONG_FORM jws',
    ]);
  });

  test('a key with anything beside what verifies', async () => {
    const { key, jws } = await site.sign('{}');
    for (const other of [
      { ...key, d: SECRET },
      { ...key, use: 'enc' },
      { ...key, kty: 'RSA' },
      { ...key, kid: 'short' },
      { ...key, x: 1 },
      { constructor: 'x', toString: 'x' },
      [key],
      null,
      SECRET,
      {},
    ]) {
      const given = { case: received.id, id: uuid(), jws, key: other };
      const acting = site.kz.act(ANALYST, 'signDraft', given);
      // null is no JSON! at all.
      if (other === null) await expect(acting).rejects.toThrow('BAD_REQUEST');
      else expect(told((await acting).faults)).toEqual(['WRONG_FORM key']);
    }
  });

  test('what GraphQL itself cannot read stays a refusal of constant words', async () => {
    for (const given of [{ n: SECRET }, { n: 1, child: SECRET }, { n: 1, child: true, more: 1 }]) {
      await expect(
        site.az.act(COORDINATOR, 'recordAge', { case: working.id, ...given }),
      ).rejects.toThrow('BAD_REQUEST');
    }
  });

  test('a text that is taken can always travel to the partner', () => {
    const units = fc
      .array(fc.integer({ min: 0, max: 0xffff }))
      .map((all) => String.fromCharCode(...all));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), units), (text) => {
        const taken = TEXT.read(text, 'reason');
        if (!('value' in taken)) return;
        const by = { side: 'REQUESTED', role: 'COORDINATOR', officer: 'A' } as const;
        const move = { kind: 'TELL_DELAY', reason: taken.value, expectedAt: null } as const;
        const motion = { case: id, id, by, at: 0, move };
        const message = { kind: 'INPUT', motion } as const;
        const sentAt = '2026-06-15T09:00:00.000Z';
        const parties = { from: 'AZ-SMS', to: 'KZ-MIA', sentAt };
        const none = { document: null, key: null, answer: null };
        expect(readEnvelope({ v: 1, id, ...parties, message, ...none }).envelope).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a move sent twice', () => {
  test('is one move, later too; another under its id is a conflict', async () => {
    const { id: caseId } = await caseIn(site, 'RECEIVED');
    const given = { case: caseId, id: uuid(), reason: 'Ждём архив.' };
    await done(site.az.act(EXECUTING, 'tellDelay', given));
    const sealed = site.az.sealed();
    site.clock.at += 1_000;
    await done(site.az.act(EXECUTING, 'tellDelay', given));
    expect(site.az.sealed()).toBe(sealed);
    const other = { ...given, reason: 'Другое.' };
    expect(told((await site.az.act(EXECUTING, 'tellDelay', other)).faults)).toEqual([
      'CONFLICT id',
    ]);
  });
});
