/** Article 9(5): on doubt about authenticity or content, confirmation is asked, and nothing is read meanwhile. */
import { expect, test } from 'vitest';
import { type RequestState, WITHDRAWAL_REASONS } from '../../src/requests/index.js';
import { motion, type Pair, received, soundMoves } from '../rooms/requests/life/moves.js';
import { readersIn } from '../rooms/requests/life/readers.js';

const WAYS: readonly (readonly [string, () => Pair])[] = [
  ['on arrival', () => received()],
  ['while a question is open', () => received('ASK_INFORMATION')],
  ['while it is postponed', () => received('POSTPONE')],
  ['in execution', () => received('ACCEPT')],
  ['after the answer', () => received('ACCEPT', 'ANSWER')],
  ['after a partial refusal', () => received('ACCEPT', 'PARTLY_REFUSE')],
];

test.each(WAYS)('A-9.5 doubt %s closes everything to both sides', (_, way) => {
  const pair = way().through(['ASK_CONFIRMATION']);
  expect(pair.states).toEqual(['CONFIRMATION_REQUESTED', 'CONFIRMATION_REQUESTED']);
  for (const state of pair.states) expect(readersIn(state as RequestState)).toEqual([]);
  for (const kind of ['ACCEPT', 'ANSWER', 'PARTLY_REFUSE', 'RESUME'] as const) {
    expect(pair.move(soundMoves()[kind])).toBe('NOT_IN_THIS_STATE');
  }
});

test('A-9.5 only the signatory of the requesting side confirms, and execution then begins anew', () => {
  const pair = received('ACCEPT', 'ANSWER', 'ASK_CONFIRMATION');
  const { CONFIRM } = soundMoves(pair.requesting.chain.length);
  for (const by of ['analyst', 'officer', 'coordinator', 'gateway'] as const) {
    expect(pair.move(motion(CONFIRM, by))).toMatch(/^NOT_THIS_(ROLE|SIDE)$/);
  }
  pair.move(CONFIRM);
  expect(pair.states).toEqual(['RECEIVED', 'RECEIVED']);
  expect(readersIn('RECEIVED')).toEqual([]);
  pair.through(['ACCEPT', 'ANSWER']);
  expect(pair.states).toEqual(['ANSWERED', 'ANSWERED']);
});

test('A-9.5 the gateway itself may raise it, for a signature that is not on the list', () => {
  const pair = received();
  const { ASK_CONFIRMATION } = soundMoves();
  expect(pair.move(motion(ASK_CONFIRMATION, 'gateway'))).toBe('TAKEN');
});

test.each(WITHDRAWAL_REASONS)('A-9.5 the requesting side may also take it back: %s', (reason) => {
  const pair = received('ASK_CONFIRMATION');
  pair.move({ kind: 'WITHDRAW', reason });
  expect(pair.states).toEqual(['WITHDRAWN', 'WITHDRAWN']);
});

test('A-9.5 the confirmation stands in the chain as the signatory put it forward', () => {
  const pair = received('ASK_CONFIRMATION', 'CONFIRM');
  const [confirmed] = (pair.requested?.chain ?? []).slice(-1);
  expect(confirmed?.motion).toEqual(pair.requesting.motions.at(-1)?.motion);
  expect(confirmed?.motion.by.role).toBe('SIGNATORY');
});
