/** What the resolvers of one operation see of cooperation without personal data: to whoever takes no part there is none. */
import { type Participant, participantOf } from '../../cooperation/index.js';
import type { Day } from '../../treaty/index.js';
import type { CaseGround } from '../cases/case-reading.js';
import type { AskingOfficer } from '../cases/officer.js';
import type {
  ContactPoint,
  ContactPointAnswer,
  ContactPointInput,
  Monitoring,
} from './contact-types.js';
import type {
  ActivityDeskAnswer,
  ActivityStep,
  ContactDeskAnswer,
  ContactWish,
  CooperationHallDesk,
} from './desk.js';
import type { CooperationInputFault } from './faults.js';
import type {
  Activity,
  ActivityAnswer,
  ActivityDetailsInput,
  ActivityPage,
  ActivityPlanInput,
} from './types.js';
import { activityView, contactView, periodView } from './view.js';
import { contactFrom, detailsFrom, noteFaults, planFrom, saidFaults } from './written.js';

export interface ActivitiesQuery {
  readonly instrument: string | null;
  readonly after: string | null;
  readonly first: number;
}

export interface ContactQuery {
  readonly authority: string | null;
  /** Milliseconds since the epoch, NaN for what is none; null is now. */
  readonly validAt: number | null;
  readonly knownAt: number | null;
}

export interface MonitoringQuery {
  readonly instrument: string;
  readonly from: string;
  readonly until: string;
}

/** The texts of a step on an activity. */
export interface Said {
  readonly text: string;
  readonly cleared: string | null;
}

export interface CooperationReading {
  /** Whether there is any for the caller. */
  readonly isOpen: boolean;
  page(query: ActivitiesQuery): Promise<ActivityPage>;
  one(id: string): Promise<Activity | null>;
  propose(plan: ActivityPlanInput, cleared: string | null): Promise<ActivityAnswer>;
  change(
    activity: string,
    details: ActivityDetailsInput,
    cleared: string | null,
  ): Promise<ActivityAnswer>;
  agree(activity: string, version: number): Promise<ActivityAnswer>;
  record(activity: string, kind: Recorded, said: Said): Promise<ActivityAnswer>;
  contacts(query: ContactQuery): Promise<readonly ContactPoint[]>;
  contactHistory(authority: string): Promise<readonly ContactPoint[]>;
  recordContact(point: ContactPointInput, when: When): Promise<ContactPointAnswer>;
  endContact(id: string, when: When): Promise<ContactPointAnswer>;
  monitoring(query: MonitoringQuery): Promise<Monitoring>;
}

type Recorded = 'HELD' | 'POSTPONED' | 'CANCELLED';
type When = Pick<ContactWish, 'from' | 'note'>;

/** What a resolver takes from the context. */
export interface WithCooperation {
  readonly cooperation: CooperationReading;
}

const nothing = async (): Promise<ActivityAnswer> =>
  undone([{ code: 'NO_ACTIVITY', at: 'activity' }]);
const NOT_THIS_ROLE: readonly CooperationInputFault[] = [{ code: 'NOT_THIS_ROLE', at: 'id' }];

/** For whoever takes no part, and where the gateway keeps none: the same answers, whatever is in the store. */
export const NO_COOPERATION: CooperationReading = {
  isOpen: false,
  page: async () => ({ nodes: [], hasNextPage: false }),
  one: async () => null,
  propose: nothing,
  change: nothing,
  agree: nothing,
  record: nothing,
  contacts: async () => [],
  contactHistory: async () => [],
  recordContact: async () => ({ contactPoint: null, faults: NOT_THIS_ROLE }),
  endContact: async () => ({ contactPoint: null, faults: NOT_THIS_ROLE }),
  monitoring: async () => unmonitored({ code: 'NOT_THIS_ROLE', at: 'instrument' }),
};

/** Opens it for whoever calls. */
export function openCooperation(
  ground: CaseGround | null,
  caller: AskingOfficer | undefined,
): CooperationReading {
  const desk = ground?.hall.cooperation?.() ?? null;
  if (ground === null || desk === null || caller === undefined) return NO_COOPERATION;
  const { hall, law, clock } = ground;
  const instruments = law.instruments.values();
  const who = participantOf(caller, { own: hall.ownAuthority, instruments });
  return who === null ? NO_COOPERATION : readingOf(desk, who, () => clock.now());
}

/** The step that a record of an activity is. */
const STEP = { HELD: 'HOLD', POSTPONED: 'POSTPONE', CANCELLED: 'CANCEL' } as const;

function readingOf(
  desk: CooperationHallDesk,
  who: Participant,
  now: () => number,
): CooperationReading {
  const told = (answer: ActivityDeskAnswer): ActivityAnswer =>
    answer.activity === null
      ? undone(answer.faults)
      : { activity: activityView(answer.activity, who.authority), faults: [] };
  const move = async (
    faults: readonly CooperationInputFault[],
    step: ActivityStep,
  ): Promise<ActivityAnswer> =>
    faults.length > 0 ? undone(faults) : told(await desk.move(who, step));
  return {
    isOpen: true,
    async page(query) {
      const { activities, more } = await desk.list(who, query);
      const nodes = activities.map((found) => activityView(found, who.authority));
      return { nodes, hasNextPage: more };
    },
    async one(id) {
      const found = await desk.show(who, id);
      return found === undefined ? null : activityView(found, who.authority);
    },
    async propose(plan, cleared) {
      const read = planFrom(plan);
      const faults = [...('faults' in read ? read.faults : []), ...saidFaults({ cleared })];
      if (faults.length > 0 || !('value' in read)) return undone(faults);
      return told(await desk.propose(who, read.value, { cleared }));
    },
    async change(activity, given, cleared) {
      const read = detailsFrom(given);
      const faults = [...('faults' in read ? read.faults : []), ...saidFaults({ cleared })];
      if (!('value' in read)) return undone(faults);
      return move(faults, { kind: 'CHANGE', activity, details: read.value, cleared });
    },
    agree: (activity, version) => move([], { kind: 'AGREE', activity, version, cleared: null }),
    record: (activity, kind, said) =>
      move(saidFaults({ ...said }), { kind: STEP[kind], activity, ...said }),
    async contacts({ authority, validAt, knownAt }) {
      const moment = { validAt: validAt ?? now(), knownAt: knownAt ?? now() };
      return (await desk.contactPoints(who, { authority, ...moment })).map(contactView);
    },
    contactHistory: async (authority) =>
      (await desk.contactHistory(who, authority)).map(contactView),
    async recordContact(given, when) {
      const read = contactFrom(given, when);
      return 'faults' in read
        ? { contactPoint: null, faults: read.faults }
        : contactAnswer(await desk.recordContact(who, read.value));
    },
    async endContact(id, when) {
      const faults = noteFaults(when);
      return faults.length > 0
        ? { contactPoint: null, faults }
        : contactAnswer(await desk.endContact(who, { id, ...when }));
    },
    async monitoring({ instrument, ...span }) {
      // A text that is no day is no first day of a quarter.
      const [from, until] = [span.from as Day, span.until as Day];
      const answer = await desk.monitoring(who, { instrument, from, until });
      return answer.periods === null
        ? unmonitored({ code: answer.fault, at: ABOUT[answer.fault] })
        : { periods: answer.periods.map(periodView), faults: [] };
    },
  };
}

const ABOUT = {
  WRONG_SPAN: 'until',
  SPAN_TOO_WIDE: 'until',
  NOT_THIS_ROLE: 'instrument',
  INSTRUMENT_UNKNOWN: 'instrument',
} as const;

const undone = (faults: readonly CooperationInputFault[]): ActivityAnswer => ({
  ...{ activity: null, faults },
});
const unmonitored = (fault: CooperationInputFault): Monitoring => ({
  ...{ periods: null, faults: [fault] },
});

function contactAnswer(answer: ContactDeskAnswer): ContactPointAnswer {
  return 'faults' in answer
    ? { contactPoint: null, faults: answer.faults }
    : { contactPoint: answer.point && contactView(answer.point), faults: [] };
}
