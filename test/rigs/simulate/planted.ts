/** Thirteen protocol bugs, each one change of the honest protocol. The rig has to find every one. */
import {
  type Case,
  deliver,
  digestOf,
  type Message,
  makeMove,
} from '../../../src/requests/index.js';
import { honest, type Protocol } from './protocol.js';

type Bug = Partial<Protocol>;

const dropEarly: Bug = {
  deliver: (found, message, arrival) => {
    const step = deliver(found, message, arrival);
    return step.delivery === 'HELD' ? { ...step, case: found } : step;
  },
};

const applyEarly: Bug = {
  deliver: (found, message, arrival) => {
    const step = deliver(found, message, arrival);
    if (step.delivery !== 'HELD' || message.kind !== 'RECORD' || step.case === undefined)
      return step;
    return { ...step, case: { ...step.case, state: message.record.state } };
  },
};

const forgetInputs: Bug = {
  deliver: (found, message, arrival) => {
    const forgot =
      found?.side === 'REQUESTED' ? { ...found, taken: found.taken.slice(0, 1) } : found;
    return deliver(forgot, message, arrival);
  },
};

const moveAtOnce: Bug = {
  makeMove: (found, motion, now) => {
    const step = makeMove(found, motion, now);
    const isSent = step.outgoing.some(({ kind }) => kind === 'INPUT');
    if (!isSent || motion.move.kind !== 'WITHDRAW') return step;
    return { ...step, case: { ...step.case, state: 'WITHDRAWN' } } as typeof step;
  },
};

const declineInSilence: Bug = {
  deliver: (found, message, arrival) => {
    const step = deliver(found, message, arrival);
    return { ...step, outgoing: step.outgoing.filter(({ kind }) => kind !== 'DECLINED') };
  },
};

const LONG = 86_400_000;
const takeSilenceForConsent: Bug = {
  whileWaiting: (found, now) => {
    const asked = found.chain.at(-1);
    if (found.side !== 'REQUESTED' || asked === undefined) return undefined;
    if (found.state !== 'CONFIDENTIALITY_NOT_ASSURED' || now < asked.at + LONG) return undefined;
    const by = { side: 'REQUESTING', role: 'SIGNATORY', officer: 'nobody' } as const;
    const move = { kind: 'PROCEED', question: asked.number } as const;
    const motion = { case: found.head.id, id: `silence ${asked.number}`, by, at: now, move };
    const step = deliver(found, { kind: 'INPUT', motion }, { gateway: 'nobody', now });
    return step.case === undefined ? undefined : { ...step, case: step.case };
  },
};

const resendAsNew: Bug = {
  resend: (message, random) =>
    message.kind === 'INPUT'
      ? { kind: 'INPUT', motion: { ...message.motion, id: random.uuid() } }
      : message,
};

const withdrawAfterAnswer: Bug = {
  deliver: (found, message, arrival) => {
    const step = deliver(found, message, arrival);
    const isDeclined = step.delivery === 'TAKEN' && step.outgoing[0]?.kind === 'DECLINED';
    if (!isDeclined || message.kind !== 'INPUT' || found === undefined) return step;
    return message.motion.move.kind === 'WITHDRAW' ? recordAnyway(found, message) : step;
  },
};

function recordAnyway(found: Case, { motion }: Extract<Message, { kind: 'INPUT' }>) {
  const last = found.chain.at(-1);
  const record = {
    number: found.chain.length + 1,
    previous: last === undefined ? null : digestOf(last),
    request: found.head.request,
    motion,
    at: last?.at ?? 0,
    state: 'WITHDRAWN',
  } as const;
  const next = { ...found, state: record.state, chain: [...found.chain, record] };
  return { case: next, outgoing: [{ kind: 'RECORD', record }], delivery: 'TAKEN' } as const;
}

const BUGS: Readonly<Record<string, Bug>> = {
  'records that come early are dropped': dropEarly,
  'records are applied as they come': applyEarly,
  'inputs are not remembered': forgetInputs,
  'the requesting side moves at once': moveAtOnce,
  'inputs are declined in silence': declineInSilence,
  'silence is taken for consent': takeSilenceForConsent,
  'what is sent again is sent as new': resendAsNew,
  'a withdrawal overrules an answer': withdrawAfterAnswer,
  'the outbox is kept after the state': { keepsTogether: false },
  'deliveries are answered before they are kept': { answersAfterKeeping: false },
  'a message is given up after four sendings': { mostSendings: 4 },
  'LATER is taken for an answer': { isDone: () => true },
  'a restart loses the last step': { losesLastStep: true },
};

/** Each planted bug by what it does. */
export const PLANTED: ReadonlyMap<string, Protocol> = new Map(
  Object.entries(BUGS).map(([name, bug]) => [name, { ...honest, ...bug }]),
);
