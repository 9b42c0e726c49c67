/** The desk of cooperation without personal data, as the graph is handed it: what exists for whom, it decides. */
import {
  type Activity,
  type ActivityPlan,
  type Monitored,
  type MonitoredCount,
  type Participant,
  PLAN_FAULTS,
  type PlanDetails,
  type SpanFault,
  STEP_FAULTS,
  type Timeliness,
} from '../../cooperation/index.js';
import type { ContactPointFact, Moment, Recorded } from '../../requests/index.js';
import type { Day } from '../../treaty/index.js';

/** Codes of this desk that no other has; their words stand under COOPERATION. */
export const COOPERATION_CODES = [
  'CLAUSE_NOT_FOR_ACTIVITY',
  'AUTHORITY_TAKES_NO_PART',
  'BODY_MISSING',
  'TITLE_MISSING',
  'ENDS_BEFORE_IT_BEGINS',
  'AGREED_ALREADY',
  'OTHER_VERSION',
  'NOT_BEGUN',
  'TEXT_HELD',
  'NO_ACTIVITY',
  'NO_CONTACT_POINT',
  'WRONG_SPAN',
  'SPAN_TOO_WIDE',
] as const;

/** Every code of the desk: its own, and those that mean here what they mean of a case. */
export const COOPERATION_DESK_FAULTS = [
  ...new Set([...COOPERATION_CODES, ...PLAN_FAULTS, ...STEP_FAULTS, 'NOT_THIS_ROLE'] as const),
] as const;
export type CooperationDeskFault = (typeof COOPERATION_DESK_FAULTS)[number];

export interface CooperationFault {
  readonly code: CooperationDeskFault;
  /** The argument it is about, and the place in it. */
  readonly at: string;
}

export type ActivityDeskAnswer =
  | { readonly activity: Activity }
  | { readonly activity: null; readonly faults: readonly CooperationFault[] };

/** `cleared`: why a text that looks like a person's data is none; the coordinator of this authority may say so. */
export interface Cleared {
  readonly cleared: string | null;
}

/** A step on an activity. */
export type ActivityStep = Cleared & { readonly activity: string } & (
    | { readonly kind: 'CHANGE'; readonly details: PlanDetails }
    | { readonly kind: 'AGREE'; readonly version: number }
    | { readonly kind: 'HOLD' | 'POSTPONE' | 'CANCEL'; readonly text: string }
  );

export type ContactPoint = Omit<ContactPointFact, 'register'>;

/** An office that is a contact point, of the officer's own authority. */
export interface ContactWish extends Omit<ContactPoint, 'authority'> {
  /** From when it holds; milliseconds since the epoch. */
  readonly from: number;
  /** What the change rests on: a note, a letter. */
  readonly note: string;
}

export type ContactDeskAnswer =
  | { readonly point: Recorded<ContactPoint> | null }
  | { readonly point: null; readonly faults: readonly CooperationFault[] };

export interface MonitoredFigure extends MonitoredCount {
  readonly what: Monitored;
}

/** What was exchanged with one authority in one quarter. */
export interface MonitoredPeriod {
  readonly from: Day;
  readonly until: Day;
  readonly authority: string;
  readonly figures: readonly MonitoredFigure[];
  /** Null where it is not told. */
  readonly timeliness: readonly Timeliness[] | null;
  /** What is not told, because single cases could be. */
  readonly untold: readonly Monitored[];
}

export type MonitoringAnswer =
  | { readonly periods: readonly MonitoredPeriod[] }
  | {
      readonly periods: null;
      readonly fault: SpanFault | 'NOT_THIS_ROLE' | 'INSTRUMENT_UNKNOWN';
    };

export interface CooperationHallDesk {
  propose(who: Participant, plan: ActivityPlan, how: Cleared): Promise<ActivityDeskAnswer>;
  move(who: Participant, step: ActivityStep): Promise<ActivityDeskAnswer>;
  /** The activity, where it exists for this participant. `id` may be anything. */
  show(who: Participant, id: string): Promise<Activity | undefined>;
  list(
    who: Participant,
    query: {
      readonly instrument: string | null;
      readonly after: string | null;
      readonly first: number;
    },
  ): Promise<{ readonly activities: readonly Activity[]; readonly more: boolean }>;
  /** Contact points at a moment, of an authority, or of all that this participant deals with. */
  contactPoints(
    who: Participant,
    query: Moment & { readonly authority: string | null },
  ): Promise<readonly Recorded<ContactPoint>[]>;
  /** Every version of them, what was withdrawn since too, by when it was recorded. */
  contactHistory(who: Participant, authority: string): Promise<readonly Recorded<ContactPoint>[]>;
  recordContact(who: Participant, wish: ContactWish): Promise<ContactDeskAnswer>;
  endContact(
    who: Participant,
    wish: Pick<ContactWish, 'id' | 'from' | 'note'>,
  ): Promise<ContactDeskAnswer>;
  monitoring(
    who: Participant,
    asked: { readonly instrument: string; readonly from: Day; readonly until: Day },
  ): Promise<MonitoringAnswer>;
}
