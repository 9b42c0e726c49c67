/** Moves, motions and a pair of sides for tests: every move sound unless a test spoils it. */
import { randomUUID } from 'node:crypto';
import {
  type Case,
  type CaseHead,
  caseOf,
  deliver,
  draftCase,
  type Message,
  type Motion,
  type Move,
  type MoveKind,
  type Mover,
  makeMove,
  type RequestedCase,
  type RequestingCase,
  refuseAll,
  type SubjectOutcomes,
  type WantedItems,
} from '../../../../src/requests/index.js';

/** 2026-06-15T09:00:00Z. */
export const NOON = Date.UTC(2026, 5, 15, 9);
export const DAY = 86_400_000;
export const WANTED: readonly WantedItems[] = [
  { n: 1, items: ['SEX', 'PHOTOGRAPH'] },
  { n: 2, items: ['SEX'] },
];

const movers = {
  analyst: { side: 'REQUESTING', role: 'REQUESTING_ANALYST', officer: 'KZ-100' },
  signatory: { side: 'REQUESTING', role: 'SIGNATORY', officer: 'KZ-200' },
  officer: { side: 'REQUESTED', role: 'EXECUTING_OFFICER', officer: 'AZ-100' },
  coordinator: { side: 'REQUESTED', role: 'COORDINATOR', officer: 'AZ-200' },
  gateway: { side: 'REQUESTED', role: 'GATEWAY', officer: 'AZ-SMS' },
} as const satisfies Record<string, Mover>;
export type MoverName = keyof typeof movers;
export const moverOf = (name: MoverName): Mover => movers[name];

const disclosed = (wanted: readonly WantedItems[]): readonly SubjectOutcomes[] =>
  wanted.map(({ n, items }) => ({
    n,
    items: items.map((item) => ({ item, outcome: 'DISCLOSED' as const })),
  }));

export const REFUSAL = { grounds: ['SECURITY'], text: 'Статья 10(4).' } as const;
export const ALL_DISCLOSED = disclosed(WANTED);
export const ALL_REFUSED = refuseAll(WANTED, REFUSAL);
export const PART_REFUSED: readonly SubjectOutcomes[] = [
  ...ALL_DISCLOSED.slice(0, 1),
  ...ALL_REFUSED.slice(1),
];
const grant = { conditions: [], asOf: NOON, grantUntil: NOON + 90 * DAY } as const;

/** One sound move of each kind, as of NOON; `question` is the number that its answers name. */
export function soundMoves(question = 2): { readonly [Kind in MoveKind]: Move & { kind: Kind } } {
  return {
    SIGN: { kind: 'SIGN', document: 'ab'.repeat(32) },
    SEND: { kind: 'SEND' },
    RECEIVE: { kind: 'RECEIVE', receivedAt: NOON, channel: 'ELECTRONIC' },
    ASK_CONFIRMATION: { kind: 'ASK_CONFIRMATION', reasons: ['Подписи нет в списке.'] },
    CONFIRM: { kind: 'CONFIRM', question, text: 'Подтверждаем.' },
    ASK_INFORMATION: { kind: 'ASK_INFORMATION', questions: ['Отчество?'] },
    INFORM: { kind: 'INFORM', question, answers: ['Отчество приложено.'] },
    TELL_DELAY: { kind: 'TELL_DELAY', reason: 'Архив закрыт.', expectedAt: null },
    POSTPONE: { kind: 'POSTPONE', reason: 'Статья 10(2).', reviewAt: NOON + 40 * DAY },
    RESUME: { kind: 'RESUME' },
    TELL_NOT_CONFIDENTIAL: { kind: 'TELL_NOT_CONFIDENTIAL', terms: 'Суд узнает о запросе.' },
    PROCEED: { kind: 'PROCEED', question },
    WITHDRAW: { kind: 'WITHDRAW', reason: 'NO_LONGER_NEEDED' },
    ACCEPT: { kind: 'ACCEPT' },
    ANSWER: { kind: 'ANSWER', outcomes: ALL_DISCLOSED, ...grant },
    PARTLY_REFUSE: { kind: 'PARTLY_REFUSE', outcomes: PART_REFUSED, ...grant },
    REFUSE: { kind: 'REFUSE', outcomes: ALL_REFUSED },
    CLOSE: { kind: 'CLOSE' },
  };
}

const usual: Readonly<Record<MoveKind, MoverName>> = {
  SIGN: 'signatory',
  SEND: 'analyst',
  RECEIVE: 'gateway',
  ASK_CONFIRMATION: 'officer',
  CONFIRM: 'signatory',
  ASK_INFORMATION: 'officer',
  INFORM: 'analyst',
  TELL_DELAY: 'officer',
  POSTPONE: 'officer',
  RESUME: 'officer',
  TELL_NOT_CONFIDENTIAL: 'officer',
  PROCEED: 'signatory',
  WITHDRAW: 'signatory',
  ACCEPT: 'officer',
  ANSWER: 'officer',
  PARTLY_REFUSE: 'officer',
  REFUSE: 'coordinator',
  CLOSE: 'analyst',
};

export const CASE: CaseHead = {
  id: '5f0c1a52-6f4e-4d65-9c43-0a1d5a2f7f10',
  request: 'cd'.repeat(32),
  wanted: WANTED,
};

/** A motion in that case, by whom the move is usual, with an id of its own. */
export function motion(move: Move, by: MoverName = usual[move.kind]): Motion {
  return { case: CASE.id, id: randomUUID(), by: moverOf(by), at: NOON, move };
}

/** Two sides of one case with nothing lost between them. */
export class Pair {
  requesting: RequestingCase = draftCase(CASE);
  requested: RequestedCase | undefined;
  /** What every delivery came to, in order. */
  readonly deliveries: string[] = [];

  /** Makes a move on the side of whoever makes it, and delivers all that follows. Returns what it came to. */
  move(put: Move | Motion, now = NOON): string {
    const made = 'by' in put ? put : motion(put);
    const own = made.by.side === 'REQUESTING' ? this.requesting : this.requested;
    if (own === undefined) throw new Error('nothing was received yet');
    const step = makeMove(own, made, now);
    this.#keep(step.case);
    for (const message of step.outgoing) this.carry(message, now);
    return step.delivery === 'DECLINED' ? step.fault : step.delivery;
  }

  /** Carries a message to the side it is for, and back what follows. */
  carry(message: Message, now = NOON): void {
    const back = message.kind === 'RECORD' || message.kind === 'DECLINED';
    const found = back ? this.requesting : this.requested;
    const step = deliver(found, message, { gateway: 'AZ-SMS', now });
    this.deliveries.push(step.delivery);
    if (step.case !== undefined) this.#keep(step.case);
    for (const next of step.outgoing) this.carry(next, now);
  }

  /** Makes the moves in order; each has to be taken. `question` is that of the last question put. */
  through(kinds: readonly MoveKind[], now = NOON): this {
    for (const kind of kinds) {
      const question = this.requesting.chain.length;
      const came = this.move(soundMoves(question)[kind], now);
      if (came !== 'TAKEN') throw new Error(`${kind}: ${came}`);
    }
    return this;
  }

  get states(): readonly (string | undefined)[] {
    return [this.requesting.state, this.requested?.state];
  }

  #keep(next: Case): void {
    if (next.side === 'REQUESTING') this.requesting = next;
    else this.requested = next;
  }
}

/** A pair whose request was signed, sent and received, and moved on. */
export const received = (...then: readonly MoveKind[]): Pair =>
  new Pair().through(['SIGN', 'SEND', ...then]);

export const isAbout = (message: Message): boolean => caseOf(message) === CASE.id;
