/** The requested side: it puts the moves of a case in their order, its own and those that come as inputs. */
import type { Motion, Move } from '../moves.js';
import { weigh } from '../weigh.js';
import {
  type CaseHead,
  type RequestedCase,
  type Settlement,
  standingOf,
  type TakenMotion,
} from './case.js';
import { type ChainRecord, digestOf } from './chain.js';
import type { Message, MotionStep, Step } from './messages.js';

/** How a request came, for the record of its receipt. */
export interface Receipt {
  readonly by: Motion['by'];
  readonly receivedAt: number;
  readonly channel: Extract<Move, { kind: 'RECEIVE' }>['channel'];
}

/** Opens a case with its first record, RECEIVE. The motion has the request's own id: a request is received once. */
export function openReceived(head: CaseHead, receipt: Receipt, now: number): Step<RequestedCase> {
  const { by, receivedAt, channel } = receipt;
  const motion: Motion = {
    case: head.id,
    id: head.id,
    by,
    at: now,
    move: { kind: 'RECEIVE', receivedAt: Math.min(receivedAt, now), channel },
  };
  const sent: RequestedCase = {
    side: 'REQUESTED',
    head,
    state: 'SENT',
    chain: [],
    taken: [],
    reported: null,
  };
  return record(sent, { motion, to: 'RECEIVED', now });
}

/** Makes a move of an officer of the requested side. The same motion again changes nothing. */
export function moveRequested(
  found: RequestedCase,
  motion: Motion,
  now: number,
): MotionStep<RequestedCase> {
  const before = found.taken.find(({ id }) => id === motion.id);
  if (before !== undefined) {
    const delivery = before.digest === digestOf(motion) ? 'DUPLICATE' : 'CONFLICT';
    return { case: found, outgoing: [], delivery };
  }
  const weighed = weighNow(found, motion, now);
  if (weighed.to === null) {
    return { case: found, outgoing: [], delivery: 'DECLINED', fault: weighed.fault };
  }
  return { ...record(found, { motion, to: weighed.to, now }), delivery: 'TAKEN' };
}

/** Takes an input of the requesting side: recorded as the next move, or declined with the state in force. */
export function takeInput(found: RequestedCase, motion: Motion, now: number): Step<RequestedCase> {
  if (motion.by.side !== 'REQUESTING') {
    return { case: found, outgoing: [], delivery: 'MISDIRECTED' };
  }
  const digest = digestOf(motion);
  const before = found.taken.find(({ id }) => id === motion.id);
  if (before !== undefined) return again(found, before, digest);
  const weighed = weighNow(found, motion, now);
  if (weighed.to !== null) return record(found, { motion, to: weighed.to, now });
  const { state } = found;
  const taken: TakenMotion = {
    id: motion.id,
    digest,
    settled: { as: 'DECLINED', fault: weighed.fault, state },
  };
  return {
    case: { ...found, taken: [...found.taken, taken] },
    outgoing: answerTo(found, taken),
    delivery: 'TAKEN',
  };
}

/** How many inputs of the requesting side are kept as declined. */
export const declinedInputs = ({ taken }: RequestedCase): number =>
  taken.filter(({ settled }) => settled.as === 'DECLINED').length;

/** Says again what became of a message that came before: its sender may never have heard it. */
export function again(
  found: RequestedCase,
  before: TakenMotion,
  digest: string,
): Step<RequestedCase> {
  if (before.digest !== digest) return { case: found, outgoing: [], delivery: 'CONFLICT' };
  return { case: found, outgoing: answerTo(found, before), delivery: 'DUPLICATE' };
}

function answerTo(
  { head, chain }: RequestedCase,
  { id, digest, settled }: TakenMotion,
): readonly Message[] {
  if (settled.as === 'RECORDED') {
    return chain.slice(settled.number - 1, settled.number).map(recordMessage);
  }
  if (settled.as === 'LOCAL') return [];
  const { fault, state } = settled;
  return [{ kind: 'DECLINED', case: head.id, input: id, digest, fault, state }];
}

const recordMessage = (next: ChainRecord): Message => ({ kind: 'RECORD', record: next });

// A clock that went back does not take the chain back with it.
const instantAfter = ({ chain }: RequestedCase, now: number): number =>
  Math.max(now, chain.at(-1)?.at ?? now);

const weighNow = (found: RequestedCase, motion: Motion, now: number) =>
  weigh(standingOf(found, instantAfter(found, now)), motion);

interface NextMove {
  readonly motion: Motion;
  readonly to: ChainRecord['state'];
  readonly now: number;
}

function record(found: RequestedCase, { motion, to, now }: NextMove): Step<RequestedCase> {
  const last = found.chain.at(-1);
  const next: ChainRecord = {
    number: found.chain.length + 1,
    previous: last === undefined ? null : digestOf(last),
    request: found.head.request,
    motion,
    at: instantAfter(found, now),
    state: to,
  };
  const settled: Settlement = { as: 'RECORDED', number: next.number };
  const taken: TakenMotion = { id: motion.id, digest: digestOf(motion), settled };
  return {
    case: { ...found, state: to, chain: [...found.chain, next], taken: [...found.taken, taken] },
    outgoing: [recordMessage(next)],
    delivery: 'TAKEN',
  };
}
