/** Article 10(1), (2) and (4): the execution of a request, its delay, its postponement and its refusal. */
import { describe, expect, test } from 'vitest';
import { timelineOf } from '../../src/graph/cases/view/timeline-of.js';
import { REFUSAL_GROUNDS } from '../../src/policy/index.js';
import {
  bindItems,
  type Condition,
  chainHistory,
  concludeSheet,
  disclosedItems,
  isLate,
  type Move,
  noteOutcome,
  openSheet,
  type RequestState,
  termOf,
} from '../../src/requests/index.js';
import {
  ALL_DISCLOSED,
  ALL_REFUSED,
  DAY,
  motion,
  NOON,
  PART_REFUSED,
  REFUSAL,
  received,
  soundMoves,
  WANTED,
} from '../rooms/requests/life/moves.js';
import { readersIn } from '../rooms/requests/life/readers.js';

const NOBODY_ABSENT: ReadonlySet<number> = new Set();
const terms = { conditions: [], asOf: NOON, grantUntil: NOON + DAY };

describe('A-10.1a prompt and full execution', () => {
  test('a request cannot end while any wanted item has no outcome', () => {
    const pair = received('ACCEPT');
    const some = ALL_DISCLOSED.slice(0, 1);
    expect(pair.move({ kind: 'ANSWER', outcomes: some, ...terms })).toBe('ITEMS_NOT_COMPLETE');
    expect(pair.states).toEqual(['IN_EXECUTION', 'IN_EXECUTION']);
    expect(pair.move(soundMoves().CLOSE)).toBe('NOT_IN_THIS_STATE');
  });

  test('the sheet lists what is open, and gives the move once nothing is', () => {
    let sheet = openSheet([{ n: 1, items: ['SEX', 'PERMIT'] }]);
    for (const item of ['SEX', 'PERMIT'] as const) {
      expect(concludeSheet(sheet, terms, NOBODY_ABSENT).open).toContainEqual({ n: 1, item });
      sheet = noteOutcome(sheet, { n: 1, item }, { outcome: 'DISCLOSED' }).sheet ?? sheet;
    }
    expect(concludeSheet(sheet, terms, NOBODY_ABSENT)).toMatchObject({
      open: null,
      move: { kind: 'ANSWER' },
    });
  });
});

describe('A-10.1b further information', () => {
  test('question and answer are part of the record of both sides', () => {
    const pair = received('ASK_INFORMATION', 'INFORM');
    const kinds = pair.requesting.chain.map(({ motion: made }) => made.move.kind);
    expect(kinds).toEqual(['RECEIVE', 'ASK_INFORMATION', 'INFORM']);
    expect(pair.requested?.chain).toEqual(pair.requesting.chain);
    expect(pair.states).toEqual(['RECEIVED', 'RECEIVED']);
  });

  test('the requested side waits for nobody: it may accept without the answer, which is then kept', () => {
    const pair = received('ASK_INFORMATION', 'ACCEPT', 'INFORM');
    expect(pair.states).toEqual(['IN_EXECUTION', 'IN_EXECUTION']);
  });

  test('what is missing in an incomplete request is asked by the gateway itself (A-9.2)', () => {
    const pair = received();
    expect(pair.move(motion(soundMoves().ASK_INFORMATION, 'gateway'))).toBe('TAKEN');
  });
});

describe('A-10.1c notice of delay', () => {
  const told = (at: number): boolean => {
    const pair = received();
    pair.move(soundMoves().TELL_DELAY, at);
    const { receivedAt, delaysTold } = chainHistory(pair.requesting.chain);
    const seats = { requested: 'Asia/Baku', requesting: 'Asia/Almaty' } as const;
    const term = termOf({ receivedAt: receivedAt ?? 0, days: 30, seats, pauses: [] }, at);
    expect(pair.states).toEqual(['RECEIVED', 'RECEIVED']);
    const late = isLate(term, delaysTold[0] ?? 0);
    const shown = timelineOf(pair.requesting, term).filter(({ number }) => number !== null);
    expect(shown.map((made) => made.late)).toEqual([null, late]);
    return late;
  };
  test('it changes no state, and is marked late after the term', () => {
    expect(told(NOON + 30 * DAY)).toBe(false);
    expect(told(NOON + 31 * DAY)).toBe(true);
  });
});

describe('A-10.2 postponed, or executed on conditions', () => {
  test.each(['reason', 'reviewAt'] as const)(
    'a postponement without its %s is not made',
    (part) => {
      const pair = received('ACCEPT');
      const move = { ...soundMoves().POSTPONE, [part]: part === 'reason' ? '' : 0 };
      expect(pair.move(move)).toBe('CONTENT_MISSING');
    },
  );

  test('while it is postponed nobody reads; it is resumed by acceptance anew', () => {
    const pair = received('ACCEPT', 'POSTPONE');
    expect(readersIn('POSTPONED')).toEqual([]);
    expect(pair.move(soundMoves().ANSWER)).toBe('NOT_IN_THIS_STATE');
    pair.through(['RESUME', 'ACCEPT']);
    expect(readersIn('IN_EXECUTION')).toEqual(['EXECUTING_OFFICER']);
  });

  test('a review may put it off again', () => {
    const again = { ...soundMoves().POSTPONE, reviewAt: NOON + 90 * DAY };
    const pair = received('POSTPONE');
    expect(pair.move(again)).toBe('TAKEN');
    expect(chainHistory(pair.requesting.chain).reviewAt).toBe(NOON + 90 * DAY);
  });

  test('a condition of the answer reaches the other side, and closes its item until its day', () => {
    const until = NOON + 10 * DAY;
    const condition: Condition = {
      kind: 'CLOSED_UNTIL',
      items: ['PHOTOGRAPH'],
      text: 'До конца производства.',
      until,
    };
    const pair = received('ACCEPT');
    pair.move({ ...soundMoves().ANSWER, conditions: [condition] });
    const move = pair.requesting.chain.at(-1)?.motion.move as Extract<Move, { kind: 'ANSWER' }>;
    const items = new Set(disclosedItems(move.outcomes, 1));
    expect([...bindItems(items, move.conditions, until - 1).open]).toEqual(['SEX']);
    expect([...bindItems(items, move.conditions, until).open]).toEqual(['SEX', 'PHOTOGRAPH']);
  });
});

describe('A-10.4a full or partial refusal', () => {
  test('partial: what was disclosed stays readable, from person to person', () => {
    const pair = received('ACCEPT', 'PARTLY_REFUSE');
    expect(pair.states).toEqual(['PARTLY_REFUSED', 'PARTLY_REFUSED']);
    expect(readersIn('PARTLY_REFUSED')).toEqual(['PARTNER_GATEWAY']);
    expect([1, 2].map((n) => disclosedItems(PART_REFUSED, n))).toEqual([['SEX', 'PHOTOGRAPH'], []]);
  });

  const before: readonly RequestState[] = [
    'RECEIVED',
    'CONFIRMATION_REQUESTED',
    'INFO_REQUESTED',
    'POSTPONED',
    'CONFIDENTIALITY_NOT_ASSURED',
    'IN_EXECUTION',
  ];
  const ways = {
    RECEIVED: [],
    CONFIRMATION_REQUESTED: ['ASK_CONFIRMATION'],
    INFO_REQUESTED: ['ASK_INFORMATION'],
    POSTPONED: ['POSTPONE'],
    CONFIDENTIALITY_NOT_ASSURED: ['TELL_NOT_CONFIDENTIAL'],
    IN_EXECUTION: ['ACCEPT'],
  } as const;
  test.each(before)('full, from %s: nobody reads, and nothing leads on but closing', (state) => {
    const pair = received(...ways[state as keyof typeof ways], 'REFUSE');
    expect(pair.states).toEqual(['REFUSED', 'REFUSED']);
    expect(readersIn('REFUSED')).toEqual([]);
    const taken = Object.values(soundMoves()).filter((move) => {
      const next = received(...ways[state as keyof typeof ways], 'REFUSE');
      next.move(move);
      return next.requested?.state !== 'REFUSED';
    });
    expect(taken.map(({ kind }) => kind)).toEqual(['CLOSE']);
  });
});

describe('A-10.4b in writing, with the reasons', () => {
  test('the grounds are those of 10(4), each of them', () => {
    expect(REFUSAL_GROUNDS).toHaveLength(6);
    for (const ground of REFUSAL_GROUNDS) {
      const pair = received('ACCEPT');
      const outcomes = WANTED.map(({ n, items }) => ({
        n,
        items: items.map((item) => ({
          item,
          outcome: 'REFUSED' as const,
          grounds: [ground],
          text: 'Основание.',
        })),
      }));
      expect(pair.move({ kind: 'REFUSE', outcomes })).toBe('TAKEN');
    }
  });

  test.each([
    ['without a ground', { ...REFUSAL, grounds: [] }],
    ['without words', { ...REFUSAL, text: '' }],
  ])('%s there is no refusal', (_, refusal) => {
    const pair = received('ACCEPT');
    const outcomes = ALL_REFUSED.map(({ n, items }) => ({
      n,
      items: items.map(({ item }) => ({ item, outcome: 'REFUSED' as const, ...refusal })),
    }));
    expect(pair.move({ kind: 'REFUSE', outcomes })).toBe('CONTENT_MISSING');
    expect(pair.states).toEqual(['IN_EXECUTION', 'IN_EXECUTION']);
  });

  test('the requesting side has grounds and words of every refused item', () => {
    const pair = received('ACCEPT', 'PARTLY_REFUSE');
    const move = pair.requesting.chain.at(-1)?.motion.move;
    expect(move).toMatchObject({ outcomes: [{}, { items: [{ outcome: 'REFUSED', ...REFUSAL }] }] });
  });
});
