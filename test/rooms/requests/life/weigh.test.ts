/** What each move has to say, and what it is weighed against. */
import { describe, expect, test } from 'vitest';
import {
  type CaseStanding,
  type Condition,
  type MotionFault,
  type Move,
  REQUEST_STATES,
  type RequestState,
  weigh,
} from '../../../../src/requests/index.js';
import {
  ALL_DISCLOSED,
  ALL_REFUSED,
  DAY,
  type MoverName,
  motion,
  NOON,
  PART_REFUSED,
  soundMoves,
  WANTED,
} from './moves.js';

const moves = soundMoves(2);
const fine = (state: RequestState, change: Partial<CaseStanding> = {}): CaseStanding => ({
  state,
  wanted: WANTED,
  question: 2,
  grantUntil: null,
  now: NOON,
  ...change,
});
const faultOf = (standing: CaseStanding, move: Move, by?: MoverName): MotionFault | undefined => {
  const weighed = weigh(standing, motion(move, by));
  return weighed.to === null ? weighed.fault : undefined;
};
const said = (condition: Partial<Condition>): Condition =>
  ({ kind: 'ON_TERMS', items: ['SEX'], text: 'условие', ...condition }) as Condition;

describe('content without which a move is not made', () => {
  test.each<[string, RequestState, Move]>([
    ['a signature over nothing', 'DRAFT', { ...moves.SIGN, document: '' }],
    ['receipt in the future', 'SENT', { ...moves.RECEIVE, receivedAt: NOON + 1 }],
    ['A-9.5 a doubt without reasons', 'RECEIVED', { ...moves.ASK_CONFIRMATION, reasons: [] }],
    [
      'A-9.5 a doubt with an empty reason',
      'RECEIVED',
      { ...moves.ASK_CONFIRMATION, reasons: [' '] },
    ],
    ['a confirmation without words', 'CONFIRMATION_REQUESTED', { ...moves.CONFIRM, text: '' }],
    ['A-10.1b no question', 'RECEIVED', { ...moves.ASK_INFORMATION, questions: [] }],
    ['A-10.1b no answer', 'INFO_REQUESTED', { ...moves.INFORM, answers: [] }],
    ['A-10.1c a delay without a reason', 'RECEIVED', { ...moves.TELL_DELAY, reason: '' }],
    ['A-10.2 postponed without a reason', 'RECEIVED', { ...moves.POSTPONE, reason: '\n' }],
    ['A-10.2 reviewed at once', 'RECEIVED', { ...moves.POSTPONE, reviewAt: NOON }],
    ['A-10.2 reviewed never', 'RECEIVED', { ...moves.POSTPONE, reviewAt: Number.NaN }],
    ['A-11.1b no terms', 'RECEIVED', { ...moves.TELL_NOT_CONFIDENTIAL, terms: '' }],
    ['approved in the future', 'IN_EXECUTION', { ...moves.ANSWER, asOf: NOON + 1 }],
    ['a grant that ended before it began', 'IN_EXECUTION', { ...moves.ANSWER, grantUntil: NOON }],
    [
      'A-10.2 a condition without words',
      'IN_EXECUTION',
      { ...moves.ANSWER, conditions: [said({ text: '' })] },
    ],
    [
      'A-10.2 a condition on nothing',
      'IN_EXECUTION',
      { ...moves.ANSWER, conditions: [said({ items: [] })] },
    ],
    [
      'A-10.4b a refusal without a ground',
      'IN_EXECUTION',
      { ...moves.PARTLY_REFUSE, outcomes: spoilt({ grounds: [] }) },
    ],
    [
      'A-10.4b a ground that 10(4) does not have',
      'IN_EXECUTION',
      { ...moves.PARTLY_REFUSE, outcomes: spoilt({ grounds: ['CONVENIENCE' as 'SECURITY'] }) },
    ],
    [
      'A-10.4b a refusal without words',
      'IN_EXECUTION',
      { ...moves.PARTLY_REFUSE, outcomes: spoilt({ text: ' ' }) },
    ],
  ])('%s', (_, state, move) => {
    expect(faultOf(fine(state), move)).toBe('CONTENT_MISSING');
    expect(faultOf(fine(state), moves[move.kind])).toBeUndefined();
  });
});

function spoilt(change: { grounds?: readonly 'SECURITY'[]; text?: string }) {
  return PART_REFUSED.map(({ n, items }) => ({
    n,
    items: items.map((item) => (item.outcome === 'REFUSED' ? { ...item, ...change } : item)),
  }));
}

test.each([
  ['A-9.5', 'CONFIRMATION_REQUESTED', 'CONFIRM'],
  ['A-10.1b', 'INFO_REQUESTED', 'INFORM'],
  ['A-11.1b', 'CONFIDENTIALITY_NOT_ASSURED', 'PROCEED'],
] as const)('%s in %s: %s names the question that is open', (_, state, kind) => {
  for (const question of [1, 3]) {
    expect(faultOf(fine(state), { ...moves[kind], question })).toBe('OTHER_QUESTION');
  }
  expect(faultOf(fine(state), moves[kind])).toBeUndefined();
});

test('A-10.1b what comes after the question lapsed is kept, whichever it answers', () => {
  const late = { ...moves.INFORM, question: 1 };
  expect(weigh(fine('IN_EXECUTION'), motion(late))).toEqual({ to: 'IN_EXECUTION' });
});

describe('A-10.1a a case ends only with an outcome for each wanted item', () => {
  const first = ALL_DISCLOSED.slice(0, 1);
  test.each<[string, Move]>([
    ['one subject without', { ...moves.ANSWER, outcomes: first }],
    ['one subject twice', { ...moves.ANSWER, outcomes: [...ALL_DISCLOSED, ...first] }],
    ['none at all', { ...moves.ANSWER, outcomes: [] }],
    [
      'an item that is not wanted',
      {
        ...moves.ANSWER,
        outcomes: [...first, { n: 2, items: [{ item: 'PERMIT', outcome: 'DISCLOSED' }] }],
      },
    ],
    [
      'a subject that is not of the request',
      { ...moves.ANSWER, outcomes: [...first, { ...ALL_DISCLOSED[1], n: 3, items: [] }] },
    ],
  ])('%s', (_, move) => {
    expect(faultOf(fine('IN_EXECUTION'), move)).toBe('ITEMS_NOT_COMPLETE');
  });
});

describe('A-10.4a the state follows from the outcomes', () => {
  const outcomes = { ANSWER: ALL_DISCLOSED, PARTLY_REFUSE: PART_REFUSED, REFUSE: ALL_REFUSED };
  const kinds = ['ANSWER', 'PARTLY_REFUSE', 'REFUSE'] as const;
  test.each(kinds.flatMap((kind) => kinds.map((from) => ({ kind, from }))))(
    '$kind with the outcomes of $from',
    ({ kind, from }) => {
      const fault = faultOf(fine('IN_EXECUTION'), { ...moves[kind], outcomes: outcomes[from] });
      expect(fault).toBe(kind === from ? undefined : 'OTHER_CONCLUSION');
    },
  );
});

test('who may not: each move by every other mover', () => {
  const names = ['analyst', 'signatory', 'officer', 'coordinator', 'gateway'] as const;
  const may = Object.values(moves).map((move) => [
    move.kind,
    names.filter((name) =>
      REQUEST_STATES.some((state) => weigh(fine(state), motion(move, name)).to !== null),
    ),
  ]);
  expect(Object.fromEntries(may)).toEqual({
    SIGN: ['signatory'],
    SEND: ['analyst', 'signatory'],
    RECEIVE: ['officer', 'coordinator', 'gateway'],
    ASK_CONFIRMATION: ['officer', 'coordinator', 'gateway'],
    CONFIRM: ['signatory'],
    ASK_INFORMATION: ['officer', 'coordinator', 'gateway'],
    INFORM: ['analyst', 'signatory'],
    TELL_DELAY: ['officer', 'coordinator'],
    POSTPONE: ['officer', 'coordinator'],
    RESUME: ['officer', 'coordinator'],
    TELL_NOT_CONFIDENTIAL: ['officer', 'coordinator'],
    PROCEED: ['signatory'],
    WITHDRAW: ['analyst', 'signatory'],
    ACCEPT: ['officer'],
    ANSWER: ['officer', 'coordinator'],
    PARTLY_REFUSE: ['officer', 'coordinator'],
    REFUSE: ['officer', 'coordinator'],
    CLOSE: ['analyst', 'signatory', 'officer', 'coordinator', 'gateway'],
  });
});

test('once it was sent, only the signatory takes a request back', () => {
  expect(faultOf(fine('SIGNED'), moves.WITHDRAW, 'analyst')).toBeUndefined();
  expect(faultOf(fine('RECEIVED'), moves.WITHDRAW, 'analyst')).toBe('NOT_THIS_ROLE');
  expect(faultOf(fine('RECEIVED'), moves.WITHDRAW, 'officer')).toBe('NOT_THIS_SIDE');
  expect(faultOf(fine('ANSWERED'), moves.WITHDRAW)).toBe('NOT_IN_THIS_STATE');
});

test('closing by the requested side waits for the end of the grant', () => {
  const granted = { grantUntil: NOON + DAY };
  expect(faultOf(fine('ANSWERED', granted), moves.CLOSE, 'gateway')).toBe('GRANT_NOT_ENDED');
  expect(faultOf(fine('ANSWERED', { grantUntil: NOON }), moves.CLOSE, 'gateway')).toBeUndefined();
  expect(faultOf(fine('REFUSED'), moves.CLOSE, 'gateway')).toBeUndefined();
  expect(faultOf(fine('ANSWERED', granted), moves.CLOSE, 'analyst')).toBeUndefined();
});
