/** An activity's step: weighed by its table, its texts looked through, sealed in the ledger, and only then kept. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../base/index.js';
import {
  type Activity,
  type ActivityChange,
  type ActivityMove,
  type ActivityPlan,
  activityOf,
  forceFaults,
  maySpeak,
  type Participant,
  planFaults,
  whyNotMoved,
} from '../../cooperation/index.js';
import type {
  ActivityDeskAnswer,
  ActivityStep,
  Cleared,
  CooperationFault,
} from '../../graph/index.js';
import { movedCooperationEntry } from '../../journal/index.js';
import type { KeptActivity } from '../../store/index.js';
import { dayOf } from '../../treaty/index.js';
import { inspectTexts, type Texts } from './inspected.js';
import type { CooperationRooms } from './rooms.js';

type Kept = KeptActivity<ActivityDeskAnswer>;

const no = (...faults: readonly CooperationFault[]): Kept => ({
  change: null,
  result: { activity: null, faults },
});
const UNKNOWN: CooperationFault = { code: 'NO_ACTIVITY', at: 'activity' };

/** Whether the activity exists for a participant: to whoever takes no part it does not. */
export const takesPart = ({ plan }: Activity, { authority }: Participant): boolean =>
  plan.authorities.includes(authority);

/** Puts an activity forward. */
export function proposeActivity(
  rooms: CooperationRooms,
  who: Participant,
  { plan, cleared }: Cleared & { readonly plan: ActivityPlan },
): Promise<ActivityDeskAnswer> {
  // An id is never the caller's own: so nobody learns by choosing one whether it is taken.
  const id = rooms.ids.uuid();
  return rooms.activities.change<ActivityDeskAnswer>(id, async () => {
    if (!maySpeak(who)) return no({ code: 'NOT_THIS_ROLE', at: 'plan' });
    const faults = faultsOf(rooms, who, plan);
    if (faults.length > 0) return no(...faults);
    const move = { kind: 'PROPOSE', plan } as const;
    return keep(rooms, { id, who, found: undefined, move, cleared, texts: textsOf(plan) });
  });
}

/** Makes a step on an activity in which the participant takes part. */
export function moveActivity(
  rooms: CooperationRooms,
  who: Participant,
  step: ActivityStep,
): Promise<ActivityDeskAnswer> {
  return rooms.activities.change<ActivityDeskAnswer>(step.activity, async (found) => {
    if (found === undefined || !takesPart(found, who)) return no(UNKNOWN);
    const move = moveOf(found, step);
    const faults = whyNot(rooms, who, { found, move });
    if (faults.length > 0) return no(...faults);
    const texts = movedTexts(move);
    return keep(rooms, { id: found.id, who, found, move, texts, cleared: step.cleared });
  });
}

/** What stands against a step: the role, the table, then the text of the instrument. */
function whyNot(
  rooms: CooperationRooms,
  who: Participant,
  { found, move }: Weighed,
): readonly CooperationFault[] {
  if (!maySpeak(who)) return [{ code: 'NOT_THIS_ROLE', at: 'activity' }];
  const why = whyNotMoved(found, { move, by: makerOf(who) }, dayOf(rooms.clock.now()));
  if (why === undefined) return lawFaults(rooms, who, { found, move });
  return [{ code: why, at: why === 'OTHER_VERSION' ? 'version' : 'activity' }];
}

function movedTexts(move: ActivityMove): Texts {
  if ('plan' in move) return textsOf(move.plan);
  return 'text' in move ? { text: move.text } : {};
}

// What is fixed stays as it was proposed.
function moveOf({ plan }: Activity, step: ActivityStep): ActivityMove {
  switch (step.kind) {
    case 'CHANGE':
      return { kind: 'CHANGE', plan: { ...plan, ...step.details } };
    case 'AGREE':
      return { kind: 'AGREE', version: step.version };
    case 'HOLD':
    case 'POSTPONE':
    case 'CANCEL':
      return { kind: step.kind, text: step.text };
  }
}

function faultsOf(
  { instruments, status, clock, head }: CooperationRooms,
  who: Participant,
  plan: ActivityPlan,
): readonly CooperationFault[] {
  const taking = [who.authority, head.ownAuthority];
  const ground = { instruments, status, taking, today: dayOf(clock.now()) };
  return planFaults(plan, ground).map(({ code, at }) => ({ code, at: `plan.${at}` }));
}

interface Weighed {
  readonly found: Activity;
  readonly move: ActivityMove;
}

/** What the text of the instrument says against it: what was agreed may be told of and called off whenever. */
function lawFaults(
  rooms: CooperationRooms,
  who: Participant,
  { found, move }: Weighed,
): readonly CooperationFault[] {
  if ('plan' in move) return faultsOf(rooms, who, move.plan);
  const instrument = rooms.instruments.get(found.plan.instrument);
  if (move.kind !== 'AGREE' || instrument === undefined) return [];
  const today = dayOf(rooms.clock.now());
  return forceFaults(instrument, { status: rooms.status, today }).map(({ code }) => ({
    ...{ code, at: 'activity' },
  }));
}

const textsOf = ({ title, place, bodies }: ActivityPlan): Texts => ({
  ...Object.fromEntries(
    Object.entries(title).map(([language, text]) => [`plan.title.${language}`, text]),
  ),
  ...Object.fromEntries(bodies.map(({ name }, n) => [`plan.bodies[${n}].name`, name])),
  'plan.place': place,
});

const makerOf = ({ authority, role, officer }: Participant) => ({ authority, role, officer });

interface Making {
  readonly id: string;
  readonly who: Participant;
  readonly found: Activity | undefined;
  readonly move: ActivityMove;
  readonly texts: Texts;
  readonly cleared: string | null;
}

async function keep(rooms: CooperationRooms, making: Making): Promise<Kept> {
  const { id, who, found, move, texts, cleared } = making;
  const inspected = inspectTexts(rooms, who, { texts, cleared });
  if ('faults' in inspected) return no(...inspected.faults);
  const change: ActivityChange = {
    activity: id,
    n: (found?.changes.length ?? 0) + 1,
    at: rooms.clock.now(),
    by: makerOf(who),
    move,
    cleared: inspected.cleared,
  };
  const activity = activityOf([...(found?.changes ?? []), change]);
  if (activity === undefined) throw new Error('a change that makes no activity');
  await sealChange(rooms, { who, activity, change });
  return { change, result: { activity } };
}

interface Made {
  readonly who: Participant;
  readonly activity: Activity;
  readonly change: ActivityChange;
}

/** Seals the change in the log of every other authority that takes part: each can show what was agreed with it. */
async function sealChange(rooms: CooperationRooms, { who, activity, change }: Made): Promise<void> {
  const { plan, id } = activity;
  const bytes = Buffer.from(canonicalJson({ ...change }));
  const digest = createHash('sha256').update(bytes).digest('hex');
  const { instrument, clause } = plan;
  const by = { ...makerOf(who), unit: who.unit };
  for (const concerned of plan.authorities) {
    if (concerned === rooms.head.ownAuthority) continue;
    const entry = movedCooperationEntry(
      rooms.head,
      { id, digest, by, instrument, clause },
      concerned,
    );
    await rooms.ledger.seal(entry, bytes);
  }
}
