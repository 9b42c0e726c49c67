/** What is counted from what this gateway keeps: activities, what was given unasked, and how requests were executed. */
import {
  type Activity,
  counted,
  type Execution,
  LOOKING_BACK,
  type MonitoredCounts,
  type MonitoredSpan,
} from '../../cooperation/index.js';
import { chainHistory, type RequestState } from '../../requests/index.js';
import type { Activities, CountedCase, ProvisionsBetween } from '../../store/index.js';
import { clocksOf } from '../file.js';
import type { ExchangeRooms } from '../rooms.js';

/** Activities that were to begin in a span, or did, by clause and state. */
export function countActivities(activities: Activities, own: string): MonitoredCounts {
  return {
    what: 'ACTIVITIES',
    // Each authority that takes part sees every one of them.
    isConfidential: false,
    count: (spans) =>
      Promise.all(
        spans.map(async ({ instrument, authority, from, until }) => {
          const authorities = [own, authority] as const;
          const found = await activities.between({ instrument, authorities, before: until });
          const isIn = ({ plan }: Activity): boolean => {
            const begins = Date.parse(plan.from);
            return from <= begins && begins < until;
          };
          return counted(
            found.filter(isIn).map(({ plan, state }) => ({ clause: plan.clause, state })),
          );
        }),
      ),
  };
}

/** Provisions (8(2)) by the state in which each stood at the end of the span in which it was written. */
export function countProvisions(find: ProvisionsBetween, own: string): MonitoredCounts {
  return {
    what: 'PROVISIONS',
    isConfidential: true,
    count: async (spans) => {
      const [first] = spans;
      if (first === undefined) return [];
      const { instrument, authority } = first;
      const found = await find({ instrument, authorities: [own, authority] });
      return spans.map(({ from, until }) =>
        counted(
          found.flatMap(({ motions }) => {
            const left = motions.find(({ move }) => move === 'SEND' || move === 'RECEIVE')?.at;
            const isIn = left !== undefined && from <= left && left < until;
            return isIn ? [{ clause: '8(2)', state: 'GIVEN' }] : [];
          }),
        ),
      );
    },
  };
}

const CONCLUDED: ReadonlySet<RequestState> = new Set<RequestState>([
  'ANSWERED',
  'PARTLY_REFUSED',
  'REFUSED',
]);
const ENDED: ReadonlySet<RequestState> = new Set<RequestState>([
  ...CONCLUDED,
  'WITHDRAWN',
  'CLOSED',
]);

type FindCases = (asked: {
  readonly instrument: string;
  readonly authorities: readonly [string, string];
  readonly dueFrom: number;
}) => AsyncIterable<CountedCase>;

/** The executions of requests between this authority and another. */
export function openExecutions(
  rooms: Pick<ExchangeRooms, 'zoneOf' | 'instruments' | 'status'>,
  { find, own }: { readonly find: FindCases; readonly own: string },
): (span: MonitoredSpan) => Promise<readonly Execution[]> {
  return async ({ instrument, authority, from, until }) => {
    const found: Execution[] = [];
    const asked = {
      instrument,
      authorities: [own, authority],
      dueFrom: from - LOOKING_BACK,
    } as const;
    for await (const one of find(asked)) found.push(...executionOf(rooms, one, until));
    return found;
  };
}

function executionOf(
  rooms: Parameters<typeof clocksOf>[1],
  { file, bases }: CountedCase,
  until: number,
): readonly Execution[] {
  const { receivedAt, states } = chainHistory(file.case.chain);
  if (receivedAt === null || receivedAt >= until) return [];
  const since = (wanted: ReadonlySet<RequestState>): number | null =>
    states.find(({ state }) => wanted.has(state))?.since ?? null;
  return [
    {
      executing: file.requestedAuthority,
      receivedAt,
      dueBefore: (at) => clocksOf(file, rooms, at)?.term.dueBefore ?? Number.POSITIVE_INFINITY,
      concludedAt: since(CONCLUDED),
      endedAt: since(ENDED),
      ...{ bases, states },
    },
  ];
}
