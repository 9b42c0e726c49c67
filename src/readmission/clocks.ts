/**
 * The clocks of a case. The text of EU-AZ-2014 is not at hand, so no number of days stands here: each clock is what the
 * operator has configured, with its clause. Where nothing is configured no clock runs, and the case says so.
 */
import { addDays, calendarDay, type Zone } from '../requests/index.js';
import type { Day } from '../treaty/index.js';
import type { CaseRetention } from './retention.js';

/** What starts and ends clocks. */
export const CASE_EVENTS = ['OPENED', 'INTERVIEWED', 'ANSWERED', 'TRANSFERRED', 'CLOSED'] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

/** Each clock by what it waits for. */
export const CLOCK_ENDS = {
  INTERVIEW: 'INTERVIEWED',
  ANSWER: 'ANSWERED',
  TRANSFER: 'TRANSFERRED',
} as const satisfies Readonly<Record<string, CaseEvent>>;
export type ClockKind = keyof typeof CLOCK_ENDS;

/** A clock as the operator configured it. */
export interface ClockRule {
  readonly clock: ClockKind;
  readonly from: CaseEvent;
  /** Calendar days. */
  readonly days: number;
  /** As the operator read it in the text. */
  readonly clause: string;
}

/** What an operator configured for one instrument. */
export interface ReadmissionSettings {
  /** The legal basis, in the operator's words. */
  readonly basis: string;
  readonly clocks: readonly ClockRule[];
  /** How long a case is kept; the default where nobody has said. */
  readonly retention?: CaseRetention | undefined;
}

export const CLOCK_STATES = ['NOT_STARTED', 'RUNNING', 'OVERDUE', 'MET', 'MET_LATE'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export interface CaseClock extends Pick<ClockRule, 'clock' | 'days' | 'clause'> {
  readonly state: ClockState;
  /** The last day; null before it has started. */
  readonly due: Day | null;
}

export interface ClockQuestion {
  readonly rules: readonly ClockRule[];
  /** Milliseconds since the epoch; of each event that happened. */
  readonly events: Readonly<Partial<Record<CaseEvent, number>>>;
  readonly now: number;
  /** Where the days are counted. */
  readonly zone: Zone;
}

/** The clocks of a case now, in the order in which they are configured. */
export function caseClocks({ rules, events, now, zone }: ClockQuestion): readonly CaseClock[] {
  return rules.map(({ clock, from, days, clause }) => {
    const began = events[from];
    const told = { clock, days, clause };
    if (began === undefined) return { ...told, state: 'NOT_STARTED', due: null };
    const due = addDays(calendarDay(began, zone), days);
    const ended = events[CLOCK_ENDS[clock]];
    const isLate = calendarDay(ended ?? now, zone) > due;
    if (ended === undefined) return { ...told, due, state: isLate ? 'OVERDUE' : 'RUNNING' };
    return { ...told, due, state: isLate ? 'MET_LATE' : 'MET' };
  });
}
