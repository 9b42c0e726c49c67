/** Whether a motion may be made now: the table, then its content against the case so far. Pure; anything may be put forward. */
import type { RequestState } from '../request.js';
import { isStated } from './conditions.js';
import { CHANNELS, type Conclusion, type Motion, type Move, WITHDRAWAL_REASONS } from './moves.js';
import { areComplete, conclusionOf, isReasoned, type WantedItems } from './outcomes.js';
import { TRANSITIONS } from './table.js';

/** Why a motion cannot be made. Closed; told to the side that put it forward. */
export const MOTION_FAULTS = [
  /** Not in this state. */
  'NOT_IN_THIS_STATE',
  /** The move is the other side's. */
  'NOT_THIS_SIDE',
  'NOT_THIS_ROLE',
  /** Something that the clause asks for is missing: a reason, a review date, a ground. */
  'CONTENT_MISSING',
  /** It answers another question than the one that is open. */
  'OTHER_QUESTION',
  /** A wanted item has no outcome, or one that is not wanted has. */
  'ITEMS_NOT_COMPLETE',
  /** The outcomes lead to another state. */
  'OTHER_CONCLUSION',
  /** The grant has not ended. */
  'GRANT_NOT_ENDED',
] as const;
export type MotionFault = (typeof MOTION_FAULTS)[number];

/** What a motion is weighed against. */
export interface CaseStanding {
  readonly state: RequestState;
  readonly wanted: readonly WantedItems[];
  /** Number of the record whose question is open; null where none is. */
  readonly question: number | null;
  /** End of the grant of the last answer; null where nothing was granted. */
  readonly grantUntil: number | null;
  /** Milliseconds since the epoch, by the clock of who weighs. */
  readonly now: number;
}

export type Weighed =
  | { readonly to: RequestState }
  | { readonly to: null; readonly fault: MotionFault };

/** Weighs a motion; `to` is the state it leads to. */
export function weigh(standing: CaseStanding, motion: Motion): Weighed {
  const rows = TRANSITIONS.filter(({ move }) => move === motion.move.kind);
  const ofSide = rows.filter(({ side }) => side === motion.by.side);
  if (ofSide.length === 0) return { to: null, fault: 'NOT_THIS_SIDE' };
  const row = ofSide.find(({ from }) => from.includes(standing.state));
  if (row === undefined) return { to: null, fault: 'NOT_IN_THIS_STATE' };
  if (!row.roles.includes(motion.by.role)) return { to: null, fault: 'NOT_THIS_ROLE' };
  const fault = contentFault(standing, motion);
  if (fault !== undefined) return { to: null, fault };
  return { to: row.to === 'SAME' ? standing.state : row.to };
}

function contentFault(standing: CaseStanding, { move, by }: Motion): MotionFault | undefined {
  if (!isSaid(move, standing.now)) return 'CONTENT_MISSING';
  switch (move.kind) {
    case 'CONFIRM':
    case 'PROCEED':
      return move.question === standing.question ? undefined : 'OTHER_QUESTION';
    case 'INFORM':
      return informFault(standing, move.question);
    case 'ANSWER':
    case 'PARTLY_REFUSE':
    case 'REFUSE':
      return conclusionFault(standing, move);
    case 'CLOSE':
      return by.side === 'REQUESTED' && (standing.grantUntil ?? 0) > standing.now
        ? 'GRANT_NOT_ENDED'
        : undefined;
    default:
      return undefined;
  }
}

// A question that lapsed is answered for the record alone, so any number will do.
function informFault({ state, question }: CaseStanding, answered: number): MotionFault | undefined {
  return state === 'INFO_REQUESTED' && answered !== question ? 'OTHER_QUESTION' : undefined;
}

const CONCLUDES = {
  ANSWER: 'ANSWERED',
  PARTLY_REFUSE: 'PARTLY_REFUSED',
  REFUSE: 'REFUSED',
} as const;

function conclusionFault(
  { wanted }: CaseStanding,
  { kind, outcomes }: Extract<Move, { kind: keyof typeof CONCLUDES }>,
): MotionFault | undefined {
  if (!outcomes.every(({ items }) => items.every(isReasoned))) return 'CONTENT_MISSING';
  if (!areComplete(wanted, outcomes)) return 'ITEMS_NOT_COMPLETE';
  return conclusionOf(outcomes) === CONCLUDES[kind] ? undefined : 'OTHER_CONCLUSION';
}

const isText = (text: string): boolean => text.trim() !== '';
const areTexts = (texts: readonly string[]): boolean => texts.length > 0 && texts.every(isText);

/** Whether a move says what its clause asks for. */
function isSaid(move: Move, now: number): boolean {
  switch (move.kind) {
    case 'SIGN':
      return /^[0-9a-f]{64}$/.test(move.document);
    case 'RECEIVE':
      return move.receivedAt <= now && CHANNELS.includes(move.channel);
    case 'ASK_CONFIRMATION':
      return areTexts(move.reasons);
    case 'CONFIRM':
      return isText(move.text);
    case 'ASK_INFORMATION':
      return areTexts(move.questions);
    case 'INFORM':
      return areTexts(move.answers);
    case 'TELL_DELAY':
      return isText(move.reason);
    case 'POSTPONE':
      return isText(move.reason) && move.reviewAt > now;
    case 'TELL_NOT_CONFIDENTIAL':
      return isText(move.terms);
    case 'WITHDRAW':
      return WITHDRAWAL_REASONS.includes(move.reason);
    case 'ANSWER':
    case 'PARTLY_REFUSE':
      return isGrant(move, now);
    case 'REFUSE':
    case 'SEND':
    case 'RESUME':
    case 'PROCEED':
    case 'ACCEPT':
    case 'CLOSE':
      return true;
  }
}

const isGrant = ({ asOf, grantUntil, conditions }: Conclusion, now: number): boolean =>
  asOf <= now && grantUntil > now && conditions.every(isStated);
