/**
 * The monitoring view of contact points and coordinators (memorandum, paragraph 5): what two authorities exchanged under
 * which clause, and how timely. Counted by calendar quarters (UTC), each as it stood when it ended, so that no two
 * questions overlap and none can be taken from the other. Nothing in it is about a person.
 */
import { type Day, dayOf } from '../treaty/index.js';
import { mayAssign, type Participant } from './participant.js';

/** What is counted. A room that keeps one of them hands in its source. */
export const MONITORED = [
  'REQUESTS',
  'PROVISIONS',
  'ACTIVITIES',
  'PUBLICATIONS',
  'STATISTICS',
  'REPORTS',
  'INTERVIEWS',
  'READMISSIONS',
] as const;
export type Monitored = (typeof MONITORED)[number];

/** A stretch of time between this authority and another; milliseconds since the epoch, `until` no longer in it. */
export interface MonitoredSpan {
  readonly instrument: string;
  /** The other authority: nothing of a third one's is counted (11(1)). */
  readonly authority: string;
  readonly from: number;
  readonly until: number;
}

export interface MonitoredCount {
  readonly clause: string;
  /** Where what is counted stood at the end of the span, in the words of its own room. */
  readonly state: string;
  readonly count: number;
}

/** A room that keeps what is counted hands this in. */
export interface MonitoredCounts {
  readonly what: Monitored;
  /** Whether that there is one is itself confidential (11(1)). */
  readonly isConfidential: boolean;
  /** What fell into each span, in the order of the spans: those of one question, in one reading. */
  count(spans: readonly MonitoredSpan[]): Promise<readonly (readonly MonitoredCount[])[]>;
}

/** A calendar quarter: its first day, and the first day after it. */
export interface Quarter {
  readonly from: Day;
  readonly until: Day;
}

const MOST_QUARTERS = 8;
const QUARTER_MONTHS = 3;

export type SpanFault = 'WRONG_SPAN' | 'SPAN_TOO_WIDE';

/** The quarters from one day to another, both the first of a quarter. */
export function quartersIn(from: Day, until: Day): readonly Quarter[] | SpanFault {
  if (!isQuarterDay(from) || !isQuarterDay(until) || until <= from) return 'WRONG_SPAN';
  const quarters: Quarter[] = [];
  for (let day = from; day < until; ) {
    if (quarters.length === MOST_QUARTERS) return 'SPAN_TOO_WIDE';
    const next = quarterAfter(day);
    quarters.push({ from: day, until: next });
    day = next;
  }
  return quarters;
}

const isQuarterDay = (day: Day): boolean => /-(01|04|07|10)-01$/.test(day);

function quarterAfter(day: Day): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return dayOf(Date.UTC(year, month - 1 + QUARTER_MONTHS, 1));
}

/** What a reader of the figures may be told. */
export type Sight =
  /** Every case of the authority exists for this officer, so that no figure tells of a new one. */
  | 'EXACT'
  /** A contact point: no figure by which a single case could be told. */
  | 'GUARDED'
  | 'NONE';

/** What the figures of a gateway are to a participant. `isContact`: of the unit of a contact point for monitoring. */
export function sightOf(participant: Participant, isContact: boolean): Sight {
  if (mayAssign(participant) || (participant.isOwn && participant.role === 'AUDITOR')) {
    return 'EXACT';
  }
  return isContact ? 'GUARDED' : 'NONE';
}

/** Fewer than so many cases could be told one by one. */
export const FEW = 5;

/**
 * Whether a table of confidential figures may be told as a whole: with one figure left out, others would give it away. One in
 * which nothing was is not told either: else what is not told would say that there was something.
 */
export const isTold = (figures: readonly number[]): boolean =>
  figures.some((figure) => figure > 0) && figures.every((figure) => figure === 0 || figure >= FEW);
