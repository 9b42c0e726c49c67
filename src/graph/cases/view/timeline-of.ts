/** The moves of a case as its officers see them, and the questions among them. */
import {
  type Case,
  type Enclosure,
  isLate,
  type Motion,
  type Move,
  type OwnMotion,
  paperOf,
  type Term,
  TRANSITIONS,
  WAITING_STATES,
} from '../../../requests/index.js';
import type { CaseMove, CaseQuestion } from '../types/case-parts.js';

const QUESTIONS: ReadonlySet<string> = new Set<Move['kind']>([
  'ASK_CONFIRMATION',
  'ASK_INFORMATION',
  'TELL_NOT_CONFIDENTIAL',
]);

/** What was made before anything was sent, the chain, then one's own moves that the other side did not record. */
export function timelineOf(
  found: Case,
  term: Term | null,
  enclosures: readonly Enclosure[] = [],
): readonly CaseMove[] {
  const own = found.side === 'REQUESTING' ? found.motions : [];
  const records = found.chain.map(({ number, motion, at, state }) => ({
    ...moveOf(motion),
    number,
    at,
    state,
    late: motion.move.kind === 'TELL_DELAY' && term !== null ? isLate(term, at) : null,
    paper: paperOf(enclosures, motion.id)?.id ?? null,
  }));
  return [
    ...own.filter(({ settled }) => settled?.as === 'LOCAL').map(ownMove),
    ...records,
    ...own.filter(({ settled }) => settled === null || settled.as === 'DECLINED').map(ownMove),
  ];
}

/** The questions put to the requesting authority; the last one is open while the case waits for it. */
export function questionsOf({ chain, state }: Case): readonly CaseQuestion[] {
  const asked = chain.filter(({ motion }) => QUESTIONS.has(motion.move.kind));
  const isWaiting = WAITING_STATES.some((waiting) => waiting === state);
  return asked.map(({ number, motion: { move }, at }, index) => ({
    number,
    kind: move.kind,
    texts: textsOf(move),
    at,
    open: isWaiting && index === asked.length - 1,
  }));
}

function ownMove({ motion, settled }: OwnMotion): CaseMove {
  return {
    ...moveOf(motion),
    state: settled?.as === 'LOCAL' ? stateAfter(motion) : null,
    declined: settled?.as === 'DECLINED' ? settled.fault : null,
  };
}

function moveOf({ by: { side, role, officer }, at, move }: Motion): CaseMove {
  const { kind } = move;
  return {
    number: null,
    kind,
    side,
    role,
    officer,
    at,
    state: null,
    declined: null,
    late: null,
    texts: textsOf(move),
    paper: null,
  };
}

// Before anything is sent every move has one row, and a case is in one state after it.
function stateAfter({ move, by }: Motion): string | null {
  const row = TRANSITIONS.find(({ move: kind, side }) => kind === move.kind && side === by.side);
  return row === undefined || row.to === 'SAME' ? null : row.to;
}

function textsOf(move: Move): readonly string[] {
  switch (move.kind) {
    case 'ASK_CONFIRMATION':
      return move.reasons;
    case 'ASK_INFORMATION':
      return move.questions;
    case 'INFORM':
      return move.answers;
    case 'CONFIRM':
      return [move.text];
    case 'WITHDRAW':
    case 'TELL_DELAY':
    case 'POSTPONE':
      return [move.reason];
    case 'TELL_NOT_CONFIDENTIAL':
      return [move.terms];
    default:
      return [];
  }
}
