/** The tables of the grant, derived from a case: what they open, over every history that the table of moves allows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_STATUS } from '../../../src/development/index.js';
import { grantTables } from '../../../src/exchange/grant-tables.js';
import { isOnCase, moverOf, type Officer } from '../../../src/exchange/officer.js';
import {
  grantFor,
  MOVER_ROLES,
  type MoveKind,
  openSheet,
  REQUEST_STATES,
  type RequestedCase,
  type RequestState,
  TRANSITIONS,
} from '../../../src/requests/index.js';
import type { CaseFile } from '../../../src/store/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { document } from '../requests/document/documents.js';
import { DAY, motion, NOON, received, soundMoves, WANTED } from '../requests/life/moves.js';

const instruments = loadInstruments();
const asked = {
  ...document,
  subjects: WANTED.flatMap(({ n }) => document.subjects.map((one) => ({ ...one, n }))),
};
const matches = { 1: 'one', 2: 'two' };
const KINDS = TRANSITIONS.map(({ move }) => move).filter(
  (kind) => kind !== 'SIGN' && kind !== 'SEND' && kind !== 'RECEIVE',
);

/** What the tables open at an instant: to the partner, and to the officer who executes. */
function opened(kept: RequestedCase, now: number) {
  const file = { sheet: openSheet(WANTED), matches, unit: null, enclosures: [] };
  const request = grantTables({ document: asked, kept, file, now });
  const common = { request, instruments, status: SAMPLE_STATUS, ownAuthority: 'AZ-SMS', now };
  const partner = { authority: 'KZ-MIA', role: 'PARTNER_GATEWAY' };
  const officer = { authority: 'AZ-SMS', role: 'EXECUTING_OFFICER' };
  return {
    request,
    partner: grantFor({ ...common, asker: partner, purpose: 'IDENTITY_ESTABLISHMENT' }).grant,
    officer: grantFor({ ...common, asker: officer, purpose: 'REQUEST_EXECUTION' }).grant,
  };
}

/** The requested side after each of these moves, whichever of them the table allowed. */
function casesAlong(kinds: readonly MoveKind[]): readonly RequestedCase[] {
  const pair = received();
  return kinds.flatMap((kind) => {
    pair.move(soundMoves(pair.requesting.chain.length)[kind]);
    return pair.requested === undefined ? [] : [pair.requested];
  });
}

function expectOpenings(kept: RequestedCase): void {
  const { state } = kept;
  const { partner, officer, request } = opened(kept, NOON + 1);
  const isAnswered = state === 'ANSWERED' || state === 'PARTLY_REFUSED';
  const isExecuting = state === 'IN_EXECUTION';
  expect([state, partner !== null]).toEqual([state, isAnswered]);
  expect([state, officer !== null]).toEqual([state, isExecuting]);
  expect(request.state).toBe(state);
  expect([state, request.asOf !== null]).toEqual([state, isAnswered || isExecuting]);
}

describe('A-8.1 A-9.5 A-10.4 the tables of a grant', () => {
  test('over every history: open to the partner when answered alone, to the officer in execution alone', () => {
    const seen = new Set<RequestState>();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KINDS), { maxLength: 12 }), (kinds) => {
        for (const kept of casesAlong(kinds)) {
          seen.add(kept.state);
          expectOpenings(kept);
        }
      }),
      { numRuns: 2000 },
    );
    const reachable = REQUEST_STATES.filter(
      (state) => !['DRAFT', 'SIGNED', 'SENT'].includes(state),
    );
    expect([...seen].sort()).toEqual([...reachable].sort());
  });

  test('no state but the two opens, whatever stands in the chain', () => {
    const answered = received('ACCEPT', 'ANSWER').requested;
    if (answered === undefined) throw new Error('nothing was received');
    for (const state of REQUEST_STATES) {
      const { partner } = opened({ ...answered, state }, NOON + 1);
      expect([state, partner !== null]).toEqual([
        state,
        state === 'ANSWERED' || state === 'PARTLY_REFUSED',
      ]);
    }
  });

  test('a refused item is not open, subject by subject; the grant ends at its instant', () => {
    const partly = received('ACCEPT', 'PARTLY_REFUSE').requested;
    if (partly === undefined) throw new Error('nothing was received');
    const { partner, request } = opened(partly, NOON + 1);
    expect(partner?.subjects.map(({ items }) => items.has('SEX'))).toEqual([true, false]);
    expect(request.subjects.map(({ items }) => items)).toEqual([['SEX', 'PHOTOGRAPH'], []]);
    expect(opened(partly, NOON + 90 * DAY - 1).partner).not.toBeNull();
    expect(opened(partly, NOON + 90 * DAY).partner).toBeNull();
  });

  test('A-10.2 CLOSED_UNTIL takes its item out until its instant, property', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3, max: 80 }),
        fc.integer({ min: 0, max: 80 }),
        (ends, days) => {
          const closing = {
            ...soundMoves().ANSWER,
            conditions: [
              { kind: 'CLOSED_UNTIL', until: NOON + ends * DAY, items: ['SEX'], text: 'До суда.' },
            ],
          } as const;
          const pair = received('ACCEPT');
          expect(pair.move(closing)).toBe('TAKEN');
          if (pair.requested === undefined) return;
          const { request } = opened(pair.requested, NOON + days * DAY);
          expect(
            request.subjects.every(({ items }) => items?.includes('SEX') === days >= ends),
          ).toBe(true);
        },
      ),
    );
  });

  test('A-10.4d who is not certainly an adult counts as a child', () => {
    const answered = received('ACCEPT', 'ANSWER').requested;
    if (answered === undefined) throw new Error('nothing was received');
    const blank = openSheet(WANTED);
    const ages = [{ n: 1, child: false, decision: null }];
    const of = (sheet: CaseFile['sheet']) =>
      grantTables({
        document: asked,
        kept: answered,
        file: { sheet, matches, unit: null, enclosures: [] },
        now: NOON,
      }).subjects.map(({ child }) => child);
    expect(of(null)).toEqual([true, true]);
    expect(of(blank)).toEqual([true, true]);
    expect(of({ ...blank, ages })).toEqual([false, true]);
  });

  test('A-10.4c somebody unmatched, or matched to nobody, has no key', () => {
    const answered = received('ACCEPT', 'ANSWER').requested;
    if (answered === undefined) throw new Error('nothing was received');
    const file = { sheet: null, matches: { 1: null }, unit: null, enclosures: [] };
    const { subjects } = grantTables({ document: asked, kept: answered, file, now: NOON });
    expect(subjects.map(({ person }) => person)).toEqual([null, null]);
  });
});

describe('A-11.1 who is on a case', () => {
  const roles: readonly Officer['role'][] = [
    'REQUESTING_ANALYST',
    'SIGNATORY',
    'COORDINATOR',
    'EXECUTING_OFFICER',
    'AUDITOR',
  ];
  const cases = roles.flatMap((role) => [true, false].map((isPut) => ({ role, isPut })));
  const file = { officers: ['AZ-SMS-0101'] } as unknown as CaseFile;
  test.each(cases)('$role, put on it: $isPut', ({ role, isPut }) => {
    const officer = {
      authority: 'AZ-SMS',
      role,
      unit: null,
      officer: isPut ? 'AZ-SMS-0101' : 'AZ-SMS-01',
    };
    expect(isOnCase(file, officer)).toBe(isPut || role === 'COORDINATOR' || role === 'AUDITOR');
  });

  test('a caller moves in a role of the table, an auditor and a gateway in none', () => {
    const by = (role: string) =>
      moverOf('REQUESTED', { authority: 'AZ-SMS', officer: 'X-1', unit: null, role } as Officer);
    for (const role of MOVER_ROLES.filter((one) => one !== 'GATEWAY')) {
      expect(by(role)).toEqual({ side: 'REQUESTED', role, officer: 'X-1' });
    }
    for (const role of ['GATEWAY', 'AUDITOR', 'toString', '']) expect(by(role)).toBeNull();
  });
});

describe('motions of the tests', () => {
  test('every kind of the table is put forward by the property', () => {
    const all: readonly MoveKind[] = TRANSITIONS.map(({ move }) => move);
    expect(new Set([...KINDS, 'SIGN', 'SEND', 'RECEIVE'])).toEqual(new Set(all));
    expect(motion(soundMoves().ACCEPT).by.role).toBe('EXECUTING_OFFICER');
  });
});
