/** The monitoring view (memorandum, paragraph 5): what this authority and another exchanged, quarter by quarter. */
import {
  areJoined,
  cellsOf,
  countedIn,
  type Execution,
  guarded,
  isTold,
  type Monitored,
  type MonitoredCount,
  type MonitoredCounts,
  type MonitoredSpan,
  type Participant,
  type Quarter,
  quartersIn,
  requestFigures,
  type Sight,
  sightOf,
  timelinessOf,
} from '../../cooperation/index.js';
import type { MonitoredFigure, MonitoredPeriod, MonitoringAnswer } from '../../graph/index.js';
import { contactPointsAt } from '../../requests/index.js';
import type { Day, Instrument } from '../../treaty/index.js';
import type { CooperationRooms } from './rooms.js';

export interface MonitoringAsked {
  readonly instrument: string;
  readonly from: Day;
  readonly until: Day;
}

const no = (fault: Extract<MonitoringAnswer, { periods: null }>['fault']): MonitoringAnswer => ({
  ...{ periods: null, fault },
});

/** Counts for a participant: with this authority's partners each, or, for a partner's, with itself alone. */
export async function monitor(
  rooms: CooperationRooms,
  who: Participant,
  asked: MonitoringAsked,
): Promise<MonitoringAnswer> {
  const sight = sightOf(who, await isContact(rooms, who));
  if (sight === 'NONE') return no('NOT_THIS_ROLE');
  const instrument = rooms.instruments.get(asked.instrument);
  if (instrument === undefined) return no('INSTRUMENT_UNKNOWN');
  const quarters = quartersIn(asked.from, asked.until);
  if (!Array.isArray(quarters)) return no(quarters as Extract<typeof quarters, string>);
  const periods: MonitoredPeriod[] = [];
  for (const authority of othersOf(rooms, who, instrument)) {
    periods.push(
      ...(await periodsWith(rooms, { authority, quarters, sight, instrument: instrument.id })),
    );
  }
  return { periods };
}

/** Whether the officer is of the unit that is a contact point for monitoring now. */
async function isContact(
  { standings, clock }: CooperationRooms,
  { authority, unit }: Participant,
): Promise<boolean> {
  const now = clock.now();
  const points = contactPointsAt(await standings.all(), authority, { validAt: now, knownAt: now });
  return (
    unit !== null &&
    points.some((point) => point.unit === unit && point.duties.includes('MONITORING'))
  );
}

function othersOf(
  { head: { ownAuthority: own } }: CooperationRooms,
  { isOwn, authority }: Participant,
  instrument: Instrument,
): readonly string[] {
  const all = instrument.parties.flatMap(({ authorities }): readonly string[] => authorities);
  return all.filter((other) => areJoined(instrument, own, other) && (isOwn || other === authority));
}

interface With {
  readonly instrument: string;
  readonly authority: string;
  readonly quarters: readonly Quarter[];
  readonly sight: Sight;
}

async function periodsWith(rooms: CooperationRooms, asked: With): Promise<MonitoredPeriod[]> {
  const { instrument, authority, quarters, sight } = asked;
  const spans = quarters.map(({ from, until }) => ({
    ...{ instrument, authority, from: Date.parse(from), until: Date.parse(until) },
  }));
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const executions = await rooms.executions({ ...first, until: last.until });
  const counts = await Promise.all(
    rooms.monitored.map(async (source) => ({ source, counts: await source.count(spans) })),
  );
  return quarters.map((quarter, n) => {
    const span = spans[n] ?? first;
    const now = rooms.clock.now();
    const isOver = span.until <= now;
    const mayTell = (cells: readonly number[]): boolean =>
      sight === 'EXACT' || (isOver && isTold(cells));
    // Of a quarter that has not ended, as it stands now.
    const soFar = { ...span, until: Math.min(span.until, now + 1) };
    const requests = requestsIn(executions, { span: soFar, sight, mayTell });
    const told = counts.map(({ source, counts: all }) => figuresOf(source, all[n] ?? [], mayTell));
    return {
      ...quarter,
      authority,
      timeliness: requests.timeliness,
      figures: [requests, ...told].flatMap(({ figures }) => figures),
      untold: [requests, ...told].flatMap(({ untold }) => untold),
    };
  });
}

interface Told {
  readonly figures: readonly MonitoredFigure[];
  readonly untold: readonly Monitored[];
}

interface Telling {
  readonly span: MonitoredSpan;
  readonly sight: Sight;
  readonly mayTell: (cells: readonly number[]) => boolean;
}

// Told as a whole or not at all: with one figure left out, others would give it away.
function requestsIn(all: readonly Execution[], { span, sight, mayTell }: Telling) {
  const executions = countedIn(all, span);
  if (!mayTell(cellsOf(executions, span))) {
    return { figures: [], untold: ['REQUESTS'], timeliness: null } as const;
  }
  const timeliness = timelinessOf(executions, span);
  return {
    figures: figured('REQUESTS', requestFigures(executions, span)),
    untold: [],
    // From what was open before and after, the few that were withdrawn could be told.
    timeliness: sight === 'EXACT' ? timeliness : guarded(timeliness),
  };
}

function figuresOf(
  { what, isConfidential }: MonitoredCounts,
  counts: readonly MonitoredCount[],
  mayTell: Telling['mayTell'],
): Told {
  const isOpen = !isConfidential || mayTell(counts.map(({ count }) => count));
  return isOpen ? { figures: figured(what, counts), untold: [] } : { figures: [], untold: [what] };
}

const figured = (what: Monitored, counts: readonly MonitoredCount[]): readonly MonitoredFigure[] =>
  counts.map((one) => ({ what, ...one }));
