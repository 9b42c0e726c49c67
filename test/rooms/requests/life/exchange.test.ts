/** Two sides of one case: what each delivery comes to, and that both agree whatever the net does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Case,
  deliver,
  digestOf,
  draftCase,
  HELD_AHEAD,
  type Message,
  type Move,
  makeMove,
  openReceived,
  type RequestingCase,
} from '../../../../src/requests/index.js';
import {
  CASE,
  DAY,
  isAbout,
  motion,
  moverOf,
  NOON,
  type Pair,
  received,
  soundMoves,
  WANTED,
} from './moves.js';

const arrival = { gateway: 'AZ-SMS', now: NOON };
const moves = soundMoves();
const request: Message = { kind: 'REQUEST', head: CASE };
const input = (move: Move = moves.WITHDRAW): Message & { kind: 'INPUT' } => ({
  kind: 'INPUT',
  motion: motion(move),
});
const recordsOf = ({ requested }: Pair): readonly (Message & { kind: 'RECORD' })[] =>
  (requested?.chain ?? []).map((record) => ({ kind: 'RECORD', record }));
const take = (found: Case | undefined, ...messages: readonly Message[]) =>
  messages.reduce((step, message) => deliver(step.case, message, arrival), {
    case: found,
    outgoing: [],
    delivery: 'TAKEN',
  } as ReturnType<typeof deliver>);

/** The requesting side right after it sent, with nothing heard. */
const sent = (): RequestingCase => {
  const signed = makeMove(draftCase(CASE), motion(moves.SIGN), NOON).case;
  const after = makeMove(signed, motion(moves.SEND), NOON).case;
  if (after.side !== 'REQUESTING') throw new Error('the other side');
  return after;
};

describe('from signature to closing', () => {
  test('A-9.1 both sides come through the same states', () => {
    const pair = received();
    expect(pair.states).toEqual(['RECEIVED', 'RECEIVED']);
    const steps = [
      ['ASK_CONFIRMATION', 'CONFIRMATION_REQUESTED'],
      ['CONFIRM', 'RECEIVED'],
      ['ASK_INFORMATION', 'INFO_REQUESTED'],
      ['INFORM', 'RECEIVED'],
      ['TELL_NOT_CONFIDENTIAL', 'CONFIDENTIALITY_NOT_ASSURED'],
      ['PROCEED', 'RECEIVED'],
      ['POSTPONE', 'POSTPONED'],
      ['TELL_DELAY', 'POSTPONED'],
      ['RESUME', 'RECEIVED'],
      ['ACCEPT', 'IN_EXECUTION'],
      ['PARTLY_REFUSE', 'PARTLY_REFUSED'],
      ['CLOSE', 'CLOSED'],
    ] as const;
    for (const [kind, state] of steps) {
      pair.through([kind]);
      expect(pair.states).toEqual([state, state]);
    }
    expect(pair.requesting.chain).toEqual(pair.requested?.chain);
    expect(pair.requesting.chain.map(({ number }) => number)).toEqual(
      pair.requesting.chain.map((_, at) => at + 1),
    );
    expect(JSON.parse(JSON.stringify(pair.requesting))).toEqual(pair.requesting);
    expect(JSON.parse(JSON.stringify(pair.requested))).toEqual(pair.requested);
  });

  test('a draft that is withdrawn is nobody else’s business', () => {
    const step = makeMove(draftCase(CASE), motion(moves.WITHDRAW, 'analyst'), NOON);
    expect(step).toMatchObject({ outgoing: [], delivery: 'TAKEN', case: { state: 'WITHDRAWN' } });
  });

  test('the record of a paper request has its stamp’s date', () => {
    const stamp = { by: moverOf('officer'), receivedAt: NOON - 2 * DAY, channel: 'PAPER' } as const;
    const { case: paper } = openReceived(CASE, stamp, NOON);
    expect(paper.chain[0]).toMatchObject({
      motion: { move: { receivedAt: NOON - 2 * DAY, channel: 'PAPER' } },
      at: NOON,
      state: 'RECEIVED',
    });
  });

  test('every message names its case', () => {
    const step = take(undefined, request, input(moves.CLOSE));
    expect([request, input(), ...step.outgoing].every(isAbout)).toBe(true);
  });
});

describe('a message twice', () => {
  test('the request: once received, and the receipt is said again', () => {
    const first = take(undefined, request);
    const second = deliver(first.case, request, { ...arrival, now: NOON + DAY });
    expect(second).toEqual({ ...first, delivery: 'DUPLICATE' });
  });

  test('an input: once recorded, and its record is said again', () => {
    const put = input();
    const first = take(undefined, request, put);
    expect(take(first.case, put)).toEqual({ ...first, delivery: 'DUPLICATE' });
  });

  test('a declined input stays declined, though it would be possible now', () => {
    const pair = received();
    const close = input(moves.CLOSE);
    const declined = take(pair.requested, close);
    expect(declined.outgoing).toMatchObject([
      { kind: 'DECLINED', fault: 'NOT_IN_THIS_STATE', state: 'RECEIVED', input: close.motion.id },
    ]);
    const refused = makeMove(declined.case as Case, motion(moves.REFUSE), NOON);
    expect(take(refused.case, close)).toEqual({
      case: refused.case,
      outgoing: declined.outgoing,
      delivery: 'DUPLICATE',
    });
  });

  test('a record, a notice of declining, an own motion: nothing changes', () => {
    const pair = received('ACCEPT');
    for (const record of recordsOf(pair)) {
      expect(take(pair.requesting, record)).toEqual({
        case: pair.requesting,
        outgoing: [],
        delivery: 'DUPLICATE',
      });
    }
    const accept = motion(moves.ANSWER);
    const once = makeMove(pair.requested as Case, accept, NOON);
    expect(makeMove(once.case, accept, NOON + 1)).toEqual({
      case: once.case,
      outgoing: [],
      delivery: 'DUPLICATE',
    });
    const withdraw = motion(moves.WITHDRAW);
    const put = makeMove(pair.requesting, withdraw, NOON);
    expect(makeMove(put.case, withdraw, NOON).delivery).toBe('DUPLICATE');
    const no: Message = {
      kind: 'DECLINED',
      case: CASE.id,
      input: withdraw.id,
      digest: digestOf(withdraw),
      fault: 'NOT_IN_THIS_STATE',
      state: 'ANSWERED',
    };
    const heard = take(put.case, no);
    expect(heard.delivery).toBe('TAKEN');
    expect(take(heard.case, no)).toEqual({ ...heard, delivery: 'DUPLICATE' });
  });
});

describe('the same id with another content is a conflict, and what came first stands', () => {
  const pair = received('ACCEPT');
  const put = motion(moves.WITHDRAW);
  const other = { ...put, move: { ...moves.WITHDRAW, reason: 'NOT_OURS' } } as const;

  test.each<[string, Message]>([
    ['another signed document', { kind: 'REQUEST', head: { ...CASE, request: 'ef'.repeat(32) } }],
    ['other wanted items', { kind: 'REQUEST', head: { ...CASE, wanted: WANTED.slice(0, 1) } }],
  ])('%s', (_, message) => {
    const { delivery, case: kept } = take(pair.requested, message);
    expect([delivery, kept]).toEqual(['CONFLICT', pair.requested]);
  });

  test('an input with other words', () => {
    const taken = take(pair.requested, { kind: 'INPUT', motion: put });
    const again = take(taken.case, { kind: 'INPUT', motion: other });
    expect(again).toEqual({ case: taken.case, outgoing: [], delivery: 'CONFLICT' });
  });

  test('a motion of one’s own officer, on either side', () => {
    const asked = makeMove(pair.requesting, put, NOON);
    expect(makeMove(asked.case, other, NOON)).toMatchObject({ delivery: 'CONFLICT' });
    const answer = motion(moves.ANSWER);
    const answered = makeMove(pair.requested as Case, answer, NOON);
    expect(makeMove(answered.case, { ...answer, at: 0 }, NOON)).toEqual({
      case: answered.case,
      outgoing: [],
      delivery: 'CONFLICT',
    });
  });

  test('a notice of declining about a motion that was never put forward', () => {
    const no = { kind: 'DECLINED', case: CASE.id, input: put.id, digest: digestOf(put) } as const;
    const message: Message = { ...no, fault: 'OTHER_QUESTION', state: 'RECEIVED' };
    expect(take(pair.requesting, message)).toMatchObject({ delivery: 'CONFLICT' });
  });
});

describe('out of order', () => {
  const pair = received('POSTPONE', 'RESUME', 'ACCEPT', 'ANSWER');
  const [first, second, ...rest] = recordsOf(pair);

  test('records that come early are held and applied in their turn', () => {
    const held = take(sent(), ...rest, second as Message);
    expect(held).toMatchObject({ delivery: 'HELD', case: { state: 'SENT' } });
    const applied = take(held.case, first as Message);
    expect(applied.case).toMatchObject({
      state: 'ANSWERED',
      held: [],
      chain: pair.requested?.chain,
    });
  });

  test('a held record is known when it comes again', () => {
    const held = take(sent(), second as Message);
    expect(take(held.case, second as Message)).toEqual({ ...held, delivery: 'DUPLICATE' });
  });

  test('what is too far ahead is not kept', () => {
    const far = structuredClone(second) as Message & { kind: 'RECORD' };
    const record = { ...far.record, number: HELD_AHEAD + 1 };
    expect(take(sent(), { kind: 'RECORD', record })).toMatchObject({ delivery: 'LATER' });
    expect(
      take(sent(), { kind: 'RECORD', record: { ...record, number: HELD_AHEAD } }),
    ).toMatchObject({ delivery: 'HELD' });
  });

  test.each([input(), first as Message])('before the request: nothing is kept', (message) => {
    expect(take(undefined, message)).toEqual({ case: undefined, outgoing: [], delivery: 'LATER' });
  });

  test('a message of the other direction', () => {
    const report: Message = {
      kind: 'REPORT',
      case: CASE.id,
      found: { fault: 'FORK', number: 1, record: '' },
    };
    for (const message of [request, input(), report]) {
      expect(take(pair.requesting, message)).toMatchObject({ delivery: 'MISDIRECTED' });
    }
    const officers: Message = { kind: 'INPUT', motion: motion(moves.ACCEPT) };
    expect(take(pair.requested, first as Message)).toMatchObject({ delivery: 'MISDIRECTED' });
    expect(take(received().requested, officers)).toMatchObject({ delivery: 'MISDIRECTED' });
    expect(makeMove(pair.requesting, motion(moves.ACCEPT), NOON)).toMatchObject({
      delivery: 'DECLINED',
    });
  });
});

describe('moves that cross', () => {
  test('a withdrawal that meets an answer is declined, and both stand at ANSWERED', () => {
    const pair = received('ACCEPT');
    const withdraw = makeMove(pair.requesting, motion(moves.WITHDRAW), NOON);
    pair.requesting = withdraw.case as RequestingCase;
    pair.through(['ANSWER']);
    for (const message of withdraw.outgoing) pair.carry(message);
    expect(pair.states).toEqual(['ANSWERED', 'ANSWERED']);
    expect(pair.requesting.motions.at(-1)?.settled).toEqual({
      as: 'DECLINED',
      fault: 'NOT_IN_THIS_STATE',
      state: 'ANSWERED',
    });
  });

  test('A-9.5 a second confirmation of the first doubt does not settle the second doubt', () => {
    const pair = received('ASK_CONFIRMATION');
    const spare = motion({ ...moves.CONFIRM, question: 2 });
    pair.through(['CONFIRM', 'ASK_CONFIRMATION']);
    pair.carry({ kind: 'INPUT', motion: spare });
    expect(pair.states).toEqual(['CONFIRMATION_REQUESTED', 'CONFIRMATION_REQUESTED']);
  });

  test('a clock that goes back does not take the chain back', () => {
    const pair = received('POSTPONE');
    pair.through(['RESUME'], NOON - DAY);
    expect(pair.requesting.chain.map(({ at }) => at)).toEqual([NOON, NOON, NOON]);
  });
});

describe('a chain at fault is not followed, and the other side hears of it', () => {
  const honest = received('POSTPONE', 'RESUME', 'ACCEPT', 'ANSWER');
  const [receipt, postponed] = (honest.requested?.chain ?? []) as [never, never];
  const forged = received('ASK_CONFIRMATION');
  const put = received('ASK_CONFIRMATION').requested?.chain[1] ?? postponed;

  test.each([
    ['two records of one number', [receipt, postponed, put], 'FORK'],
    ['two held records of one number', [postponed, put], 'FORK'],
    ['a record after another one', [receipt, { ...(postponed as object), previous: 'ab' }], 'FORK'],
    ['of another request', [{ ...(receipt as object), request: 'ab' }], 'FORK'],
    ['number 0', [{ ...(receipt as object), number: 0 }], 'FORK'],
    ['number 1.5', [{ ...(receipt as object), number: 1.5 }], 'FORK'],
    ['a first record that follows something', [{ ...(receipt as object), previous: 'ab' }], 'FORK'],
    ['before its predecessor', [receipt, { ...(postponed as object), at: 0 }], 'FORK'],
    ['another state', [receipt, { ...(postponed as object), state: 'ANSWERED' }], 'UNLAWFUL'],
    ['the receipt twice', [receipt, following(receipt, receipt)], 'UNLAWFUL'],
    ['the same notice twice', twice(receipt, motion(moves.TELL_DELAY)), 'UNLAWFUL'],
    [
      'an answer without acceptance',
      [receipt, following(receipt, motion(moves.ANSWER))],
      'UNLAWFUL',
    ],
  ])('%s: %s', (_, records, fault) => {
    const messages = records.map((record) => ({ kind: 'RECORD', record }) as Message);
    const step = take(sent(), ...messages);
    expect(step).toMatchObject({ delivery: 'FAULT', case: { fault: { fault } } });
    expect(step.outgoing).toMatchObject([{ kind: 'REPORT', found: { fault } }]);
    expect((step.case as RequestingCase).state).not.toBe('ANSWERED');
    const reported = take(honest.requested, ...step.outgoing);
    expect(reported.case).toMatchObject({ reported: { fault } });
    expect(take(reported.case, ...step.outgoing)).toMatchObject({ delivery: 'DUPLICATE' });
    // From here on the case stands still.
    const after = step.case as RequestingCase;
    expect(take(after, ...recordsOf(honest)).case).toEqual(after);
    expect(makeMove(after, motion(moves.WITHDRAW), NOON).delivery).toBe('FAULT');
  });

  test('A-11.1b, A-9.5: a confirmation in the other side’s name is not believed', () => {
    const confirm = motion({ ...moves.CONFIRM, question: 2 });
    const step = take(forged.requested, { kind: 'INPUT', motion: confirm });
    expect(take(forged.requesting, ...step.outgoing)).toMatchObject({
      case: { fault: { fault: 'NOT_OURS' }, state: 'CONFIRMATION_REQUESTED' },
    });
    const own = makeMove(forged.requesting, confirm, NOON);
    const altered = { ...confirm, move: { ...moves.CONFIRM, question: 2, text: 'Иначе.' } };
    const other = take(forged.requested, { kind: 'INPUT', motion: altered });
    expect(take(own.case, ...other.outgoing)).toMatchObject({
      case: { fault: { fault: 'NOT_OURS' } },
    });
  });

  test('a motion both declined and recorded', () => {
    const pair = received();
    const withdraw = motion(moves.WITHDRAW);
    const put = makeMove(pair.requesting, withdraw, NOON);
    const declined: Message = {
      kind: 'DECLINED',
      case: CASE.id,
      input: withdraw.id,
      digest: digestOf(withdraw),
      fault: 'NOT_IN_THIS_STATE',
      state: 'ANSWERED',
    };
    const recorded = take(pair.requested, ...put.outgoing).outgoing;
    expect(take(put.case, declined, ...recorded)).toMatchObject({
      case: { fault: { fault: 'CONTRADICTION' } },
    });
    expect(take(put.case, ...recorded, declined)).toMatchObject({ delivery: 'CONFLICT' });
  });
});

/** A notice that may stand there any number of times, and the same once more. */
function twice(receipt: never, notice: object): readonly object[] {
  const once = { ...following(receipt, notice), state: 'RECEIVED' };
  const again = { ...once, number: 3, previous: digestOf(once as never) };
  return [receipt, once, again];
}

/** A record of `what` (a motion, or that of a record) that stands lawfully behind `before`. */
function following(before: never, what: object): object {
  const made = 'motion' in what ? what.motion : what;
  return {
    number: 2,
    previous: digestOf(before),
    request: CASE.request,
    motion: made,
    at: NOON,
    state: 'ANSWERED',
  };
}

test('any order, any number of times: the requesting side ends where the requested side is', () => {
  const pair = received('ASK_INFORMATION', 'POSTPONE', 'RESUME', 'ACCEPT', 'TELL_DELAY', 'ANSWER');
  const records = recordsOf(pair);
  const dealt = fc
    .shuffledSubarray([...records, ...records], { minLength: records.length })
    .map((some) => [...some, ...records]);
  fc.assert(
    fc.property(dealt, (messages) => {
      const end = take(sent(), ...messages).case as RequestingCase;
      expect([end.chain, end.state, end.held]).toEqual([pair.requested?.chain, 'ANSWERED', []]);
    }),
  );
});
