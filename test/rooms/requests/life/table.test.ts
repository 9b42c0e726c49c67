/** The table of moves, walked through exhaustively. */
import { describe, expect, test } from 'vitest';
import {
  MOVER_ROLES,
  type MoveKind,
  REQUEST_STATES,
  type RequestState,
  SIDES,
  type Side,
  TERMINAL_STATES,
  TRANSITIONS,
  WAITING_STATES,
  weigh,
} from '../../../../src/requests/index.js';
import { NOON, soundMoves, WANTED } from './moves.js';

interface Arrow {
  readonly from: RequestState;
  readonly move: MoveKind;
  readonly side: Side;
  readonly to: RequestState;
}

/** Every move that the product takes, found by trying all: state x move x side x role. */
const ARROWS: readonly Arrow[] = REQUEST_STATES.flatMap((from) =>
  Object.values(soundMoves(2)).flatMap((move) =>
    SIDES.flatMap((side) => {
      const tos = MOVER_ROLES.map((role) => {
        const by = { side, role, officer: 'X-1' };
        const motion = { case: 'c', id: 'i', by, at: NOON, move };
        const standing = { state: from, wanted: WANTED, question: 2, grantUntil: null, now: NOON };
        return weigh(standing, motion).to;
      });
      const to = tos.find((each) => each !== null);
      return to == null ? [] : [{ from, move: move.kind, side, to }];
    }),
  ),
);
const leaving = (from: RequestState): readonly Arrow[] =>
  ARROWS.filter((arrow) => arrow.from === from && arrow.to !== from);

/** All states that can be reached without passing an arrow of `but`. */
function reachable(from: RequestState, but: (arrow: Arrow) => boolean): ReadonlySet<RequestState> {
  const seen = new Set([from]);
  for (const state of seen) {
    for (const arrow of ARROWS) if (arrow.from === state && !but(arrow)) seen.add(arrow.to);
  }
  return seen;
}

/** States in which somebody reads the register on this request (`grantFor`). */
const DATA = ['IN_EXECUTION', 'ANSWERED', 'PARTLY_REFUSED'] as const;
const isMove =
  (...kinds: readonly MoveKind[]) =>
  ({ move }: Arrow): boolean =>
    kinds.includes(move);

describe('every state', () => {
  test.each(REQUEST_STATES)('%s is reached from DRAFT', (state) => {
    expect(reachable('DRAFT', () => false)).toContain(state);
  });

  test.each(REQUEST_STATES)('%s has an exit, or ends the case', (state) => {
    const isEnd = TERMINAL_STATES.some((end) => end === state);
    expect(leaving(state).length > 0).toBe(!isEnd);
  });

  test.each(REQUEST_STATES)('from %s the case can end', (state) => {
    const reached = reachable(state, () => false);
    expect(TERMINAL_STATES.some((end) => reached.has(end))).toBe(true);
  });

  test('every row of the table is of use', () => {
    const rows = TRANSITIONS.flatMap(({ move, side, from, to }) =>
      from.map((state) => ({ from: state, move, side, to: to === 'SAME' ? state : to })),
    );
    expect(ARROWS).toHaveLength(rows.length);
    expect(ARROWS).toEqual(expect.arrayContaining(rows));
  });

  test('no move of one side leads to two states', () => {
    const names = ARROWS.map(({ from, move, side }) => `${from} ${move} ${side}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('no way to data', () => {
  test('but by the executing officer’s acceptance', () => {
    const opening = ARROWS.filter(({ from, to }) => DATA.some((d) => d === to) && from !== to);
    const first = opening.filter(({ from }) => !DATA.some((d) => d === from));
    expect(new Set(first.map(({ move }) => move))).toEqual(new Set(['ACCEPT']));
    expect(first.map(({ to }) => to).every((to) => to === 'IN_EXECUTION')).toBe(true);
    const rows = TRANSITIONS.filter(({ move }) => move === 'ACCEPT');
    expect(rows.map(({ side, roles }) => [side, roles])).toEqual([
      ['REQUESTED', ['EXECUTING_OFFICER']],
    ]);
  });

  test.each([
    ['A-9.5', 'CONFIRMATION_REQUESTED', 'CONFIRM'],
    ['A-11.1b', 'CONFIDENTIALITY_NOT_ASSURED', 'PROCEED'],
  ] as const)('%s from %s without the signatory’s %s', (_, state, needed) => {
    const reached = reachable(state, isMove(needed));
    expect(DATA.filter((data) => reached.has(data))).toEqual([]);
    const rows = TRANSITIONS.filter(({ move }) => move === needed);
    expect(rows.map(({ side, roles }) => [side, roles])).toEqual([['REQUESTING', ['SIGNATORY']]]);
    expect(reachable(state, () => false)).toContain('ANSWERED');
  });

  test.each(['REFUSED', 'WITHDRAWN', 'CLOSED'] as const)('from %s at all', (state) => {
    const reached = reachable(state, () => false);
    expect(DATA.filter((data) => reached.has(data))).toEqual([]);
  });

  test.each(['DRAFT', 'SIGNED', 'SENT'] as const)('from %s without being received', (state) => {
    expect(DATA.filter((data) => reachable(state, isMove('RECEIVE')).has(data))).toEqual([]);
  });

  test('silence is no consent: the requested side alone leads out of a question of authenticity or confidentiality by refusal only', () => {
    for (const state of WAITING_STATES.filter((each) => each !== 'INFO_REQUESTED')) {
      const own = leaving(state).filter(({ side }) => side === 'REQUESTED');
      expect(own.map(({ move }) => move)).toEqual(['REFUSE']);
    }
  });
});

test('the gateway itself begins nothing that opens data, and ends nothing that an officer holds open', () => {
  const rows = TRANSITIONS.filter(({ roles }) => roles.includes('GATEWAY'));
  expect(rows.map(({ move }) => move)).toEqual([
    'RECEIVE',
    'ASK_CONFIRMATION',
    'ASK_INFORMATION',
    'CLOSE',
  ]);
});

test('no role of one side moves for the other', () => {
  const requesting = TRANSITIONS.filter(({ side }) => side === 'REQUESTING');
  const requested = TRANSITIONS.filter(({ side }) => side === 'REQUESTED');
  const rolesOf = (rows: typeof requesting) => new Set(rows.flatMap(({ roles }) => roles));
  const shared = [...rolesOf(requesting)].filter((role) => rolesOf(requested).has(role));
  expect(shared).toEqual([]);
});
