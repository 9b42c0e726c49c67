/**
 * The life of a request as one table (Articles 8 to 11): who makes which move, from which states, to which. What is
 * not here cannot happen. Execution begins by ACCEPT alone, and ACCEPT is possible only where no doubt (9(5)) and no
 * question of confidentiality (11(1)) is open; whatever answers one leads back to RECEIVED, never to data.
 */
import type { RequestState } from '../request.js';
import type { MoveKind, MoverRole, Side } from './moves.js';

export interface Transition {
  readonly move: MoveKind;
  readonly side: Side;
  readonly roles: readonly MoverRole[];
  readonly from: readonly RequestState[];
  /** SAME: a notice, the state stays. */
  readonly to: RequestState | 'SAME';
}

/** States in which a case ends: nothing moves it any more. */
export const TERMINAL_STATES = ['WITHDRAWN', 'CLOSED'] as const satisfies readonly RequestState[];

/** States that wait for the requesting side. Silence is no consent: nothing but its own move, or a refusal, ends them. */
export const WAITING_STATES = [
  'CONFIRMATION_REQUESTED',
  'INFO_REQUESTED',
  'CONFIDENTIALITY_NOT_ASSURED',
] as const satisfies readonly RequestState[];

const WORK = ['RECEIVED', 'INFO_REQUESTED', 'POSTPONED', 'IN_EXECUTION'] as const;
const CONCLUDED = ['ANSWERED', 'PARTLY_REFUSED'] as const;
const DOUBT = ['CONFIRMATION_REQUESTED', 'CONFIDENTIALITY_NOT_ASSURED'] as const;

const EXECUTING = ['EXECUTING_OFFICER', 'COORDINATOR'] as const;
/** What a machine may begin, because it opens nothing: a doubt about a signature, a list of what is missing. */
const ASKING = [...EXECUTING, 'GATEWAY'] as const;
const SIGNING = ['SIGNATORY'] as const;
const DRAFTING = ['REQUESTING_ANALYST', 'SIGNATORY'] as const;

const requesting = (row: Omit<Transition, 'side'>): Transition => ({ ...row, side: 'REQUESTING' });
const requested = (row: Omit<Transition, 'side'>): Transition => ({ ...row, side: 'REQUESTED' });

export const TRANSITIONS: readonly Transition[] = [
  requesting({ move: 'SIGN', roles: SIGNING, from: ['DRAFT'], to: 'SIGNED' }),
  requesting({ move: 'SEND', roles: DRAFTING, from: ['SIGNED'], to: 'SENT' }),
  requesting({ move: 'WITHDRAW', roles: DRAFTING, from: ['DRAFT', 'SIGNED'], to: 'WITHDRAWN' }),
  requesting({
    move: 'WITHDRAW',
    roles: SIGNING,
    from: ['SENT', ...WORK, ...DOUBT],
    to: 'WITHDRAWN',
  }),
  requesting({ move: 'CONFIRM', roles: SIGNING, from: ['CONFIRMATION_REQUESTED'], to: 'RECEIVED' }),
  requesting({ move: 'INFORM', roles: DRAFTING, from: ['INFO_REQUESTED'], to: 'RECEIVED' }),
  // What comes after the question lapsed is kept all the same (9(2): any other useful information).
  requesting({
    move: 'INFORM',
    roles: DRAFTING,
    from: ['RECEIVED', 'POSTPONED', 'IN_EXECUTION'],
    to: 'SAME',
  }),
  requesting({
    move: 'PROCEED',
    roles: SIGNING,
    from: ['CONFIDENTIALITY_NOT_ASSURED'],
    to: 'RECEIVED',
  }),
  requesting({ move: 'CLOSE', roles: DRAFTING, from: [...CONCLUDED, 'REFUSED'], to: 'CLOSED' }),

  requested({ move: 'RECEIVE', roles: ASKING, from: ['SENT'], to: 'RECEIVED' }),
  // Doubt closes also what was answered.
  requested({
    move: 'ASK_CONFIRMATION',
    roles: ASKING,
    from: [...WORK, ...CONCLUDED],
    to: 'CONFIRMATION_REQUESTED',
  }),
  requested({
    move: 'ASK_INFORMATION',
    roles: ASKING,
    from: ['RECEIVED', 'POSTPONED', 'IN_EXECUTION'],
    to: 'INFO_REQUESTED',
  }),
  requested({ move: 'TELL_DELAY', roles: EXECUTING, from: [...WORK, ...DOUBT], to: 'SAME' }),
  requested({ move: 'POSTPONE', roles: EXECUTING, from: WORK, to: 'POSTPONED' }),
  requested({ move: 'RESUME', roles: EXECUTING, from: ['POSTPONED'], to: 'RECEIVED' }),
  requested({
    move: 'TELL_NOT_CONFIDENTIAL',
    roles: EXECUTING,
    from: WORK,
    to: 'CONFIDENTIALITY_NOT_ASSURED',
  }),
  // A question of 10(1) binds nobody to wait: it lapses when the request is accepted without its answer.
  requested({
    move: 'ACCEPT',
    roles: ['EXECUTING_OFFICER'],
    from: ['RECEIVED', 'INFO_REQUESTED'],
    to: 'IN_EXECUTION',
  }),
  requested({ move: 'ANSWER', roles: EXECUTING, from: ['IN_EXECUTION'], to: 'ANSWERED' }),
  requested({
    move: 'PARTLY_REFUSE',
    roles: EXECUTING,
    from: ['IN_EXECUTION'],
    to: 'PARTLY_REFUSED',
  }),
  requested({ move: 'REFUSE', roles: EXECUTING, from: [...WORK, ...DOUBT], to: 'REFUSED' }),
  // By the requested side only once the grant has ended: closing must not cut a granted reading short.
  requested({ move: 'CLOSE', roles: ASKING, from: [...CONCLUDED, 'REFUSED'], to: 'CLOSED' }),
];
