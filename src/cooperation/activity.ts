/**
 * The life of an activity as one table (Article 7; memorandum, paragraphs 1 and 3): proposed by one authority, agreed by
 * every authority that takes part, then held, postponed or cancelled. It is the sum of its changes, and each is kept.
 */
import type { Day } from '../treaty/index.js';
import type { ActivityPlan } from './plan.js';

export const ACTIVITY_STATES = ['PROPOSED', 'AGREED', 'HELD', 'POSTPONED', 'CANCELLED'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

/** A step, with what it has to say. `version` is the version of the plan that is agreed to. */
export type ActivityMove =
  | { readonly kind: 'PROPOSE'; readonly plan: ActivityPlan }
  | { readonly kind: 'CHANGE'; readonly plan: ActivityPlan }
  | { readonly kind: 'AGREE'; readonly version: number }
  /** What came of it; said again, it takes the place of what was said before. */
  | { readonly kind: 'HOLD'; readonly text: string }
  | { readonly kind: 'POSTPONE'; readonly text: string }
  | { readonly kind: 'CANCEL'; readonly text: string };

/** Who makes it: an officer, by service number and authority. */
export type Maker = {
  readonly authority: string;
  readonly role: string;
  readonly officer: string;
};

export type ActivityChange = {
  readonly activity: string;
  /** From 1, without a gap. */
  readonly n: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: Maker;
  readonly move: ActivityMove;
  /** Why a text that looked like a person's data is none, in the coordinator's words; null where none did. */
  readonly cleared: string | null;
};

export interface Activity {
  readonly id: string;
  readonly state: ActivityState;
  readonly plan: ActivityPlan;
  /** Grows with every change of the plan: what is agreed to is one version. */
  readonly version: number;
  /** Authorities that agreed to this version. */
  readonly agreedBy: readonly string[];
  /** What came of it, or why it was postponed or cancelled. */
  readonly text: string | null;
  readonly changes: readonly ActivityChange[];
}

type Later = Exclude<ActivityMove['kind'], 'PROPOSE'>;

/** The states from which each step is made. What is not here cannot happen. */
export const ACTIVITY_MOVES: Readonly<Record<Later, readonly ActivityState[]>> = {
  CHANGE: ['PROPOSED', 'AGREED', 'POSTPONED'],
  AGREE: ['PROPOSED'],
  HOLD: ['AGREED', 'HELD'],
  POSTPONE: ['AGREED'],
  CANCEL: ['PROPOSED', 'AGREED', 'POSTPONED'],
};

export const STEP_FAULTS = [
  'NOT_IN_THIS_STATE',
  'AGREED_ALREADY',
  'OTHER_VERSION',
  'NOT_BEGUN',
  'TOO_MANY',
] as const;
export type StepFault = (typeof STEP_FAULTS)[number];

/** More is not written anew in one activity: all of its changes are read with it. */
export const MOST_CHANGES = 40;

/** Why a step cannot be made now; undefined where it can. */
export function whyNotMoved(
  { state, version, agreedBy, plan, changes }: Activity,
  { move, by }: Pick<ActivityChange, 'move' | 'by'>,
  today: Day,
): StepFault | undefined {
  if (move.kind === 'PROPOSE') return 'NOT_IN_THIS_STATE';
  if (move.kind === 'AGREE' && agreedBy.includes(by.authority)) return 'AGREED_ALREADY';
  if (!ACTIVITY_MOVES[move.kind].includes(state)) return 'NOT_IN_THIS_STATE';
  if (move.kind === 'AGREE' && move.version !== version) return 'OTHER_VERSION';
  if (isWrittenAnew(move, state) && changes.length >= MOST_CHANGES) return 'TOO_MANY';
  return move.kind === 'HOLD' && today < plan.from ? 'NOT_BEGUN' : undefined;
}

// It can always come to its end.
const isWrittenAnew = ({ kind }: ActivityMove, state: ActivityState): boolean =>
  kind === 'CHANGE' || (kind === 'HOLD' && state === 'HELD');

/** The activity that changes come to; undefined where one of them is missing, and of none. */
export function activityOf(changes: readonly ActivityChange[]): Activity | undefined {
  const [first, ...later] = changes;
  if (first?.move.kind !== 'PROPOSE' || changes.some(({ n }, at) => n !== at + 1)) return undefined;
  const proposed: Activity = {
    ...{ id: first.activity, state: 'PROPOSED', plan: first.move.plan, version: 1 },
    ...{ agreedBy: [first.by.authority], text: null, changes: [first] },
  };
  return later.reduce(moved, proposed);
}

function moved(found: Activity, change: ActivityChange): Activity {
  const { move, by } = change;
  const next = { ...found, changes: [...found.changes, change] };
  switch (move.kind) {
    case 'PROPOSE':
    case 'CHANGE':
      return {
        ...{ ...next, state: 'PROPOSED', plan: move.plan, version: found.version + 1 },
        ...{ agreedBy: [by.authority], text: null },
      };
    case 'AGREE':
      return agreed(next, by.authority);
    case 'HOLD':
      return { ...next, state: 'HELD', text: move.text };
    case 'POSTPONE':
      return { ...next, state: 'POSTPONED', text: move.text };
    case 'CANCEL':
      return { ...next, state: 'CANCELLED', text: move.text };
  }
}

// The words of one authority bind no other: it is agreed when all of them have said so.
function agreed(found: Activity, authority: string): Activity {
  const agreedBy = [...found.agreedBy, authority];
  const isWhole = found.plan.authorities.every((code) => agreedBy.includes(code));
  return { ...found, agreedBy, state: isWhole ? 'AGREED' : 'PROPOSED' };
}
