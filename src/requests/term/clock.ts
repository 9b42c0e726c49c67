/**
 * The legal clock of a case: its term under both readings of a silent text, and what an officer is to be told.
 *
 * Question 3: whether a doubt (9(5)), a question (10(1)) or the handshake of 11(1) stops the 30 days. Question 4:
 * whether a postponement (10(2)) may exceed them. Both are switches of the instrument's
 * configuration (`clock-reading.ts`); the defaults are those of docs/open-questions.md.
 */
import type { ClockReading } from '../../treaty/index.js';
import { REQUEST_STATES, type RequestState } from '../request.js';
import { calendarDay, daysBetween } from './calendar.js';
import { type Pause, type Term, type TermQuestion, termOf } from './term.js';

/** A state that a case came into, and when; milliseconds since the epoch, in order. */
export interface StateSince {
  readonly state: RequestState;
  readonly since: number;
}

export interface ClockQuestion extends Omit<TermQuestion, 'pauses'> {
  readonly history: readonly StateSince[];
  /** Review date of the postponement in force; null where there is none. */
  readonly reviewAt: number | null;
  /** Whether a notice of delay (10(1)) was given. */
  readonly delayTold: boolean;
  readonly reading: ClockReading;
  /** Calendar days before the last one from which on the officer is warned. */
  readonly warnDays: number;
}

/** Notices, not states. */
export const CLOCK_NOTICES = [
  /** The last day is near. */
  'NEARLY_DUE',
  /** Today is the last day. */
  'DUE',
  'OVERDUE',
  /** Near, due or overdue, and the other side was told nothing (10(1)). */
  'DELAY_NOT_TOLD',
  /** The review date of a postponement has come. */
  'REVIEW_DUE',
] as const;
export type ClockNotice = (typeof CLOCK_NOTICES)[number];

export interface Clocks {
  /** The term by the reading in force. */
  readonly term: Term;
  /** Both readings of question 3, so that each side sees what the other may hold. */
  readonly readings: { readonly runs: Term; readonly stops: Term };
  /** Calendar days to the last day; negative once it is past. Null where the case has ended. */
  readonly daysLeft: number | null;
  readonly notices: readonly ClockNotice[];
}

const ASKED: ReadonlySet<RequestState> = new Set<RequestState>([
  'CONFIRMATION_REQUESTED',
  'INFO_REQUESTED',
  'CONFIDENTIALITY_NOT_ASSURED',
]);
const ENDED: ReadonlySet<RequestState> = new Set<RequestState>([
  'ANSWERED',
  'PARTLY_REFUSED',
  'REFUSED',
  'WITHDRAWN',
  'CLOSED',
]);

/** The states in which the clock has anything to say. */
export const CLOCK_STATES: readonly RequestState[] = REQUEST_STATES.filter(
  (state) => !ENDED.has(state),
);

/** The clock of a case at `now`. */
export function clockOf(question: ClockQuestion, now: number): Clocks {
  const { reading } = question;
  const runs = termUnder(question, { ...reading, questions: 'RUNS' }, now);
  const stops = termUnder(question, { ...reading, questions: 'STOPS' }, now);
  const term = reading.questions === 'RUNS' ? runs : stops;
  const state = question.history.at(-1)?.state;
  const isEnded = state !== undefined && ENDED.has(state);
  const left = daysBetween(calendarDay(now, question.seats.requested), term.dueOn);
  return {
    term,
    readings: { runs, stops },
    daysLeft: isEnded ? null : left,
    notices: isEnded ? [] : [...termNotices(question, term, left), ...reviewNotices(question, now)],
  };
}

/** Whether a notice given at an instant came after the term (10(1)): it is marked late, not refused. */
export function isLate({ dueBefore }: Term, at: number): boolean {
  return at >= dueBefore;
}

function termNotices(question: ClockQuestion, term: Term, left: number): readonly ClockNotice[] {
  if (term.paused || left > question.warnDays) return [];
  const told: readonly ClockNotice[] = question.delayTold ? [] : ['DELAY_NOT_TOLD'];
  if (left < 0) return ['OVERDUE', ...told];
  return [left === 0 ? 'DUE' : 'NEARLY_DUE', ...told];
}

function reviewNotices({ reviewAt, history }: ClockQuestion, now: number): readonly ClockNotice[] {
  const isPostponed = history.at(-1)?.state === 'POSTPONED';
  return isPostponed && reviewAt !== null && now >= reviewAt ? ['REVIEW_DUE'] : [];
}

function termUnder(question: ClockQuestion, reading: ClockReading, now: number): Term {
  const isPause = (state: RequestState): boolean =>
    (ASKED.has(state) && reading.questions === 'STOPS') ||
    (state === 'POSTPONED' && reading.postponement === 'MAY_EXCEED');
  return termOf({ ...question, pauses: pausesOf(question.history, isPause) }, now);
}

/** The stretches spent in such states; neighbours are one, so that no day is counted twice. */
function pausesOf(
  history: readonly StateSince[],
  isPause: (state: RequestState) => boolean,
): readonly Pause[] {
  const pauses: Pause[] = [];
  let from: number | undefined;
  for (const { state, since } of history) {
    if (isPause(state)) from ??= since;
    else if (from !== undefined) {
      pauses.push({ from, until: since });
      from = undefined;
    }
  }
  return from === undefined ? pauses : [...pauses, { from, until: null }];
}
