/** Officers of both sides, who do mostly what the table allows in the state they see, and sometimes what it does not. */
import {
  type Case,
  type Motion,
  type Move,
  type MoveKind,
  refuseAll,
  type SubjectOutcomes,
  TRANSITIONS,
  type Transition,
} from '../../../src/requests/index.js';
import type { Random } from './random.js';

const DAY = 86_400_000;
const ENDING: ReadonlySet<MoveKind> = new Set(['WITHDRAW', 'REFUSE', 'CLOSE']);
/** The straight way to an answer, with what the other side is waited for. */
const QUICK: ReadonlySet<MoveKind> = new Set([
  'CONFIRM',
  'INFORM',
  'PROCEED',
  'RESUME',
  'ACCEPT',
  'ANSWER',
  'PARTLY_REFUSE',
]);

interface Sight {
  readonly found: Case;
  /** The officer's gateway's clock. */
  readonly now: number;
  readonly random: Random;
}

/** A motion on a case, as an officer of its side sees it. */
export function drawMotion(sight: Sight): Motion {
  const { found, now, random } = sight;
  const row = drawRow(sight);
  const by = { side: found.side, role: random.pick(row.roles), officer: `${found.side}-7` };
  const move = drawMove(row.move, sight);
  return { case: found.head.id, id: random.uuid(), by, at: now, move };
}

function drawRow({ found, random }: Sight): Transition {
  const own = TRANSITIONS.filter(({ side, move }) => side === found.side && move !== 'RECEIVE');
  if (random.hits(0.1)) return random.pick(own);
  const fitting = own.filter(({ from }) => from.includes(found.state));
  // Most requests are to get somewhere: where nothing but an end is possible, mostly something impossible is tried.
  const onward = fitting.filter(({ move }) => !ENDING.has(move));
  const quick = fitting.filter(({ move }) => QUICK.has(move));
  if (random.hits(0.5) && quick.length > 0) return random.pick(quick);
  const drawn = random.hits(0.9) ? onward : fitting;
  return random.pick(drawn.length > 0 ? drawn : own);
}

function drawMove(kind: MoveKind, { found, now, random }: Sight): Move {
  const { wanted } = found.head;
  const text = `${kind} ${random.uuid()}`;
  // Mostly the last record, which is the question where one is open; sometimes an older one.
  const question = Math.max(1, found.chain.length - (random.hits(0.1) ? 1 : 0));
  const asOf = now - 2 * DAY;
  const grant = { conditions: [], asOf, grantUntil: now + random.between(2, 400) * DAY };
  const refused = refuseAll(wanted, { grounds: ['OTHER_ESSENTIAL_INTERESTS'], text });
  const given: readonly SubjectOutcomes[] = wanted.map(({ n, items }) => ({
    n,
    items: items.map((item) => ({ item, outcome: 'DISCLOSED' as const })),
  }));
  const moves: { readonly [Kind in MoveKind]: Extract<Move, { kind: Kind }> } = {
    SIGN: { kind: 'SIGN', document: found.head.request },
    SEND: { kind: 'SEND' },
    RECEIVE: { kind: 'RECEIVE', receivedAt: now, channel: 'ELECTRONIC' },
    ASK_CONFIRMATION: { kind: 'ASK_CONFIRMATION', reasons: [text] },
    CONFIRM: { kind: 'CONFIRM', question, text },
    ASK_INFORMATION: { kind: 'ASK_INFORMATION', questions: [text] },
    INFORM: { kind: 'INFORM', question, answers: [text] },
    TELL_DELAY: { kind: 'TELL_DELAY', reason: text, expectedAt: null },
    POSTPONE: { kind: 'POSTPONE', reason: text, reviewAt: now + 40 * DAY },
    RESUME: { kind: 'RESUME' },
    TELL_NOT_CONFIDENTIAL: { kind: 'TELL_NOT_CONFIDENTIAL', terms: text },
    PROCEED: { kind: 'PROCEED', question },
    WITHDRAW: { kind: 'WITHDRAW', reason: 'NO_LONGER_NEEDED' },
    ACCEPT: { kind: 'ACCEPT' },
    ANSWER: { kind: 'ANSWER', outcomes: given, ...grant },
    PARTLY_REFUSE: {
      kind: 'PARTLY_REFUSE',
      outcomes: [...given.slice(0, 1), ...refused.slice(1)],
      ...grant,
    },
    REFUSE: { kind: 'REFUSE', outcomes: refused },
    CLOSE: { kind: 'CLOSE' },
  };
  return moves[kind];
}
