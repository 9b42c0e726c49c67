/** Article 11(1): what cannot be executed confidentially waits for the requesting Party's own decision. */
import { expect, test } from 'vitest';
import { chainHistory, deliver, TRANSITIONS } from '../../src/requests/index.js';
import { DAY, motion, NOON, received, soundMoves } from '../rooms/requests/life/moves.js';
import { readersIn } from '../rooms/requests/life/readers.js';

const asked = () => received('ACCEPT', 'TELL_NOT_CONFIDENTIAL');

test('A-11.1b from the question on nobody reads, and the requested side cannot go on', () => {
  const pair = asked();
  expect(readersIn('CONFIDENTIALITY_NOT_ASSURED')).toEqual([]);
  const own = TRANSITIONS.filter(({ side }) => side === 'REQUESTED').map(({ move }) => move);
  const taken = own.filter((kind) => asked().move(soundMoves()[kind]) === 'TAKEN');
  expect(new Set(taken)).toEqual(new Set(['TELL_DELAY', 'REFUSE']));
  expect(pair.states).toEqual(['CONFIDENTIALITY_NOT_ASSURED', 'CONFIDENTIALITY_NOT_ASSURED']);
});

test('A-11.1b silence is no consent, however long', () => {
  const pair = asked();
  for (const days of [1, 30, 31, 3650]) {
    const now = NOON + days * DAY;
    for (const kind of ['ACCEPT', 'RESUME', 'ANSWER', 'PARTLY_REFUSE'] as const) {
      expect(pair.move(soundMoves()[kind], now)).toBe('NOT_IN_THIS_STATE');
    }
  }
  expect(chainHistory(pair.requesting.chain).states.at(-1)?.state).toBe(
    'CONFIDENTIALITY_NOT_ASSURED',
  );
});

test('A-11.1b the requesting side’s signatory proceeds on these terms, and nobody else', () => {
  const pair = asked();
  const { PROCEED } = soundMoves(pair.requesting.chain.length);
  for (const by of ['analyst', 'officer', 'coordinator', 'gateway'] as const) {
    expect(pair.move(motion(PROCEED, by))).toMatch(/^NOT_THIS_(ROLE|SIDE)$/);
  }
  pair.move(PROCEED);
  expect(pair.states).toEqual(['RECEIVED', 'RECEIVED']);
  pair.through(['ACCEPT', 'ANSWER']);
  expect(readersIn('ANSWERED')).toEqual(['PARTNER_GATEWAY']);
});

test('A-11.1b or withdraws', () => {
  const pair = asked();
  pair.move({ kind: 'WITHDRAW', reason: 'NOT_ON_THESE_TERMS' });
  expect(pair.states).toEqual(['WITHDRAWN', 'WITHDRAWN']);
});

test('A-11.1b a consent to earlier terms is none to these', () => {
  const pair = asked();
  const spare = motion(soundMoves(pair.requesting.chain.length).PROCEED);
  pair.through(['PROCEED', 'TELL_NOT_CONFIDENTIAL']);
  pair.carry({ kind: 'INPUT', motion: spare });
  expect(pair.states).toEqual(['CONFIDENTIALITY_NOT_ASSURED', 'CONFIDENTIALITY_NOT_ASSURED']);
});

test('A-11.1b a consent that the requesting side never gave is not followed', () => {
  const pair = asked();
  const { PROCEED } = soundMoves(pair.requesting.chain.length);
  const forged = deliver(
    pair.requested,
    { kind: 'INPUT', motion: motion(PROCEED) },
    { gateway: 'AZ-SMS', now: NOON },
  );
  for (const message of forged.outgoing) pair.carry(message);
  expect(pair.requesting.fault?.fault).toBe('NOT_OURS');
});
