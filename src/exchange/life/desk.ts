/**
 * The desk of the life of an instrument (Articles 12, 13, 16, 17; memorandum, paragraphs 6 to 8): each act is weighed
 * against all that is recorded, sealed in the ledger, kept, and only then part of the law in force.
 */
import type { CaseOfficer, LifeAnswer, LifeHallDesk, StatedAct } from '../../graph/index.js';
import { lifeRecordEntry } from '../../journal/index.js';
import {
  type DisputedRule,
  dayOf,
  type LifeRecord,
  partyOf,
  whyNotRecorded,
} from '../../treaty/index.js';
import type { LifeRooms } from './rooms.js';
import { costNotes, showLife } from './show.js';

/** Opens the desk. */
export function openLifeDesk(rooms: LifeRooms): LifeHallDesk {
  return {
    record: (officer, stated) => record(rooms, officer, stated),
    show: (reader, instrument) => showLife(rooms, reader, instrument),
    costNotes: (reader, request) => costNotes(rooms, reader, request),
  };
}

const no = (fault: Extract<LifeAnswer, { record: null }>['fault']): LifeAnswer => ({
  record: null,
  fault,
});

async function record(
  rooms: LifeRooms,
  officer: CaseOfficer,
  stated: StatedAct,
): Promise<LifeAnswer> {
  if (officer.role !== 'COORDINATOR') return no('NOT_THIS_ROLE');
  const records = await rooms.records.list();
  const known = records.find(({ id }) => id === stated.id);
  if (known !== undefined) {
    if (!isSame(known, stated)) return no('CONFLICT');
    // It was kept, and its answer lost: perhaps before it took effect here.
    await rooms.takeEffect();
    return { record: known };
  }
  const fault = (await whyNoCase(rooms, stated)) ?? whyNot(rooms, stated, records);
  if (fault !== undefined) return no(fault);
  const now = rooms.clock.now();
  // A clock that was set back does not put a record before those that stand.
  const recordedAt = Math.max(now, records.at(-1)?.recordedAt ?? now);
  const made: LifeRecord = { ...stated, officer: officer.officer, recordedAt };
  await rooms.ledger.seal(lifeRecordEntry(rooms.head, made), Buffer.from(made.digest));
  // Another was kept meanwhile: what was weighed may be so no longer.
  if (!(await rooms.records.add(made, records.length))) return record(rooms, officer, stated);
  await rooms.takeEffect();
  return { record: made };
}

function whyNot(
  { known, settings, head, clock }: LifeRooms,
  { instrument: id, act, party }: StatedAct,
  records: readonly LifeRecord[],
) {
  const instrument = known.get(id);
  const isOurs = instrument !== undefined && partyOf(instrument, head.ownAuthority) !== undefined;
  if (instrument !== undefined && !isOurs) return 'NOT_A_PARTY';
  const now = clock.now();
  const ground = {
    ...{ instrument, settings: settings.get(id) ?? {}, now, today: dayOf(now) },
    records: records.filter((one) => one.instrument === id),
  };
  return whyNotRecorded(ground, { act, party });
}

/** A request that is named is one of this authority's, under this instrument. */
async function whyNoCase({ cases }: LifeRooms, { act, instrument }: StatedAct) {
  for (const request of requestsIn(act)) {
    const file = await cases.load(request);
    if (file?.instrument !== instrument) return 'NO_CASE';
  }
  return undefined;
}

function requestsIn(act: LifeRecord['act']): readonly string[] {
  if (act.kind === 'COST_NOTE') return [act.request];
  return act.kind === 'DISAGREEMENT' ? act.requests : [];
}

const isSame = (known: LifeRecord, { id: _, ...stated }: StatedAct): boolean =>
  known.instrument === stated.instrument &&
  known.party === stated.party &&
  known.reference === stated.reference &&
  known.digest === stated.digest &&
  textOf(known.act) === textOf(stated.act);

/** Members in one order: the same act is the same text. */
function textOf(act: LifeRecord['act']): string {
  const sorted = Object.entries(act).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted, (_, value: unknown) =>
    isRule(value) ? [value.purpose, value.item] : value,
  );
}

const isRule = (value: unknown): value is DisputedRule =>
  typeof value === 'object' && value !== null && 'purpose' in value && 'item' in value;
