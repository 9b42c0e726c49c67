/**
 * What an activity is to be (Article 7 and 1(2); memorandum, paragraphs 1 and 3): its clause, its kind, who takes part.
 * Nothing in it is about a person: places are counted, and nobody who takes one is named. Plain JSON.
 */
import type { Language } from '../base/index.js';
import {
  type ActivityKind,
  type BodyKind,
  type Day,
  type Instrument,
  type InstrumentStatus,
  isClause,
  isInForce,
  partyOf,
} from '../treaty/index.js';

/** A body that takes part and is no competent authority: a third party, of which the name is all that is kept (11(3)). */
export type Body = { readonly kind: BodyKind; readonly name: string };

export type ActivityPlan = {
  readonly instrument: string;
  readonly clause: string;
  readonly kind: ActivityKind;
  /** The competent authorities that take part. */
  readonly authorities: readonly string[];
  readonly title: Readonly<Partial<Record<Language, string>>>;
  readonly bodies: readonly Body[];
  readonly place: string;
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
  /** How many may come; null where nobody counts. */
  readonly places: number | null;
};

/** What can be changed of a plan. The rest stays as it was proposed: with another, it is another activity. */
export type PlanDetails = Omit<ActivityPlan, 'instrument' | 'clause' | 'kind' | 'authorities'>;

export const PLAN_FAULTS = [
  'INSTRUMENT_UNKNOWN',
  'INSTRUMENT_NOT_IN_FORCE',
  'CLAUSE_NOT_FOR_ACTIVITY',
  'AUTHORITY_NOT_COMPETENT',
  'AUTHORITIES_OF_ONE_PARTY',
  'AUTHORITY_TAKES_NO_PART',
  'BODY_MISSING',
  'TITLE_MISSING',
  'ENDS_BEFORE_IT_BEGINS',
] as const;
export type PlanFault = {
  readonly code: (typeof PLAN_FAULTS)[number];
  /** The member of the plan. */
  readonly at: keyof ActivityPlan;
};

/** What a plan is weighed by. */
export interface PlanGround {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly today: Day;
  /** Who puts it forward, and whose register it stands in: both take part. */
  readonly taking: readonly string[];
}

/** Every reason why a plan cannot be put forward; none where it can. */
export function planFaults(plan: ActivityPlan, ground: PlanGround): readonly PlanFault[] {
  const instrument = ground.instruments.get(plan.instrument);
  if (instrument === undefined) return [{ code: 'INSTRUMENT_UNKNOWN', at: 'instrument' }];
  return [
    ...forceFaults(instrument, ground),
    ...clauseFaults(plan, instrument),
    ...authorityFaults(plan, instrument, ground.taking),
    ...textFaults(plan, instrument),
  ];
}

/** Whether the instrument binds on the day. */
export function forceFaults(
  instrument: Instrument,
  { status, today }: Pick<PlanGround, 'status' | 'today'>,
): readonly PlanFault[] {
  return isInForce(instrument, status.get(instrument.id) ?? {}, today)
    ? []
    : [{ code: 'INSTRUMENT_NOT_IN_FORCE', at: 'instrument' }];
}

function clauseFaults(plan: ActivityPlan, { cooperation }: Instrument): readonly PlanFault[] {
  const form = isClause(plan.clause) ? cooperation?.activities[plan.clause] : undefined;
  if (form?.kinds.includes(plan.kind) !== true) {
    return [{ code: 'CLAUSE_NOT_FOR_ACTIVITY', at: 'clause' }];
  }
  const isJoined =
    form.joinedBy === undefined || plan.bodies.some(({ kind }) => kind === form.joinedBy);
  return isJoined ? [] : [{ code: 'BODY_MISSING', at: 'bodies' }];
}

function authorityFaults(
  { authorities }: ActivityPlan,
  instrument: Instrument,
  taking: readonly string[],
): readonly PlanFault[] {
  const states = authorities.map((code) => partyOf(instrument, code));
  const isTaken = taking.every((code) => authorities.includes(code));
  const codes: readonly PlanFault['code'][] = [
    ...(states.includes(undefined) ? (['AUTHORITY_NOT_COMPETENT'] as const) : []),
    ...(new Set(states).size < 2 ? (['AUTHORITIES_OF_ONE_PARTY'] as const) : []),
    ...(isTaken ? [] : (['AUTHORITY_TAKES_NO_PART'] as const)),
  ];
  return codes.map((code) => ({ code, at: 'authorities' }));
}

// Both sides read the working language (15).
function textFaults(
  { title, from, until }: ActivityPlan,
  { workingLanguage }: Instrument,
): readonly PlanFault[] {
  return [
    ...(title[workingLanguage] === undefined
      ? [{ code: 'TITLE_MISSING', at: 'title' } as const]
      : []),
    ...(until < from ? [{ code: 'ENDS_BEFORE_IT_BEGINS', at: 'until' } as const] : []),
  ];
}
