/** The requesting side: it follows the chain in its order, and hears what became of its own motions. */
import type { Motion } from '../moves.js';
import { weigh } from '../weigh.js';
import {
  type ChainFault,
  type OwnMotion,
  type RequestingCase,
  type Settlement,
  standingOf,
} from './case.js';
import { type ChainRecord, digestOf, isNext } from './chain.js';
import type { Message, MotionStep, Step } from './messages.js';

/** Records held at most, counted from the next: a partner cannot fill the store with what is far ahead. */
export const HELD_AHEAD = 64;

/**
 * Makes a move of an officer of the requesting side: at once where nothing was sent yet, else as an input. It is
 * weighed against the state as known here, which may be old: the requested side has the last word.
 */
export function moveRequesting(
  found: RequestingCase,
  motion: Motion,
  now: number,
): MotionStep<RequestingCase> {
  if (found.fault !== null) return { case: found, outgoing: [], delivery: 'FAULT' };
  const before = found.motions.find((own) => own.motion.id === motion.id);
  if (before !== undefined) {
    const isSame = digestOf(before.motion) === digestOf(motion);
    return { case: found, outgoing: [], delivery: isSame ? 'DUPLICATE' : 'CONFLICT' };
  }
  const weighed = weigh(standingOf(found, now), motion);
  if (motion.by.side !== 'REQUESTING' || weighed.to === null) {
    const fault = weighed.to === null ? weighed.fault : 'NOT_THIS_SIDE';
    return { case: found, outgoing: [], delivery: 'DECLINED', fault };
  }
  const isLocal = found.state === 'DRAFT' || found.state === 'SIGNED';
  const own: OwnMotion = { motion, settled: isLocal ? { as: 'LOCAL' } : null };
  const next = { ...found, motions: [...found.motions, own] };
  return isLocal
    ? { case: { ...next, state: weighed.to }, outgoing: sending(next, motion), delivery: 'TAKEN' }
    : { case: next, outgoing: [{ kind: 'INPUT', motion }], delivery: 'TAKEN' };
}

const sending = ({ head }: RequestingCase, { move }: Motion): readonly Message[] =>
  move.kind === 'SEND' ? [{ kind: 'REQUEST', head }] : [];

/** Takes a record: applied in its turn with those held behind it, held before its turn, and a faulty one reported. */
export function takeRecord(found: RequestingCase, record: ChainRecord): Step<RequestingCase> {
  const keep = (delivery: Step['delivery']) => ({ case: found, outgoing: [], delivery }) as const;
  if (found.fault !== null) return keep('FAULT');
  if (!Number.isSafeInteger(record.number) || record.number < 1) return fail(found, record, 'FORK');
  const known =
    found.chain[record.number - 1] ?? found.held.find(({ number }) => number === record.number);
  if (known !== undefined) {
    return digestOf(known) === digestOf(record) ? keep('DUPLICATE') : fail(found, record, 'FORK');
  }
  if (record.number > found.chain.length + HELD_AHEAD) return keep('LATER');
  if (record.number > found.chain.length + 1) {
    return { case: { ...found, held: [...found.held, record] }, outgoing: [], delivery: 'HELD' };
  }
  return applyAll(found, record);
}

function applyAll(found: RequestingCase, first: ChainRecord): Step<RequestingCase> {
  let reached = found;
  let next: ChainRecord | undefined = first;
  while (next !== undefined) {
    const applied: RequestingCase | ChainFault = apply(reached, next);
    if (typeof applied === 'string') return fail(reached, next, applied);
    reached = applied;
    next = reached.held.find(({ number }) => number === reached.chain.length + 1);
  }
  return { case: reached, outgoing: [], delivery: 'TAKEN' };
}

function apply(found: RequestingCase, record: ChainRecord): RequestingCase | ChainFault {
  const { head, chain, held } = found;
  const { motion } = record;
  if (record.request !== head.request || motion.case !== head.id) return 'FORK';
  if (!isNext(chain, record)) return 'FORK';
  if (chain.some((earlier) => earlier.motion.id === motion.id)) return 'UNLAWFUL';
  const motions = settleOwn(found, record);
  if (typeof motions === 'string') return motions;
  if (weigh(standingOf(found, record.at), motion).to !== record.state) return 'UNLAWFUL';
  return {
    ...found,
    state: record.state,
    chain: [...chain, record],
    held: held.filter(({ number }) => number !== record.number),
    motions,
  };
}

// Nobody confirms, proceeds or withdraws in this side's name: its moves are those it put forward, letter by letter.
function settleOwn(
  { motions }: RequestingCase,
  { motion, number }: ChainRecord,
): readonly OwnMotion[] | ChainFault {
  if (motion.by.side !== 'REQUESTING') return motions;
  const own = motions.find((one) => one.motion.id === motion.id);
  if (own === undefined || digestOf(own.motion) !== digestOf(motion)) return 'NOT_OURS';
  if (own.settled !== null) return 'CONTRADICTION';
  return settle(motions, motion.id, { as: 'RECORDED', number });
}

const settle = (
  motions: readonly OwnMotion[],
  id: string,
  settled: Settlement,
): readonly OwnMotion[] => motions.map((own) => (own.motion.id === id ? { ...own, settled } : own));

/** Hears that an input was declined. */
export function takeDeclined(
  found: RequestingCase,
  message: Extract<Message, { kind: 'DECLINED' }>,
): Step<RequestingCase> {
  const own = found.motions.find(({ motion }) => motion.id === message.input);
  if (own === undefined || digestOf(own.motion) !== message.digest) {
    return { case: found, outgoing: [], delivery: 'CONFLICT' };
  }
  if (own.settled !== null) {
    const delivery = own.settled.as === 'DECLINED' ? 'DUPLICATE' : 'CONFLICT';
    return { case: found, outgoing: [], delivery };
  }
  const { fault, state } = message;
  const motions = settle(found.motions, message.input, { as: 'DECLINED', fault, state });
  return { case: { ...found, motions }, outgoing: [], delivery: 'TAKEN' };
}

function fail(found: RequestingCase, record: ChainRecord, fault: ChainFault): Step<RequestingCase> {
  const seen = { fault, number: record.number, record: digestOf(record) };
  return {
    case: { ...found, fault: seen },
    outgoing: [{ kind: 'REPORT', case: found.head.id, found: seen }],
    delivery: 'FAULT',
  };
}
