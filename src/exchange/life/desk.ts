/**
 * The desk of the life of an instrument (Articles 12, 13, 16, 17; memorandum, paragraphs 6 to 8): each act is weighed
 * against all that is recorded, sealed in the ledger, kept, and only then part of the law in force.
 */
import type { Clock } from '../../base/index.js';
import type {
  AskingOfficer,
  CaseOfficer,
  LifeAnswer,
  LifeHallDesk,
  StatedAct,
} from '../../graph/index.js';
import { type JournalHead, lifeRecordEntry } from '../../journal/index.js';
import type { Ledger } from '../../ledger/index.js';
import type { Cases, InstrumentRecords } from '../../store/index.js';
import {
  costNotesOf,
  type DisputedRule,
  dayOf,
  disagreementsOf,
  type Instrument,
  type InstrumentStatus,
  type LifeRecord,
  partyOf,
  recordsAt,
  whyNotRecorded,
} from '../../treaty/index.js';
import { isOnCase, type Officer } from '../officer.js';

export interface LifeRooms {
  readonly head: JournalHead;
  readonly ledger: Ledger;
  readonly cases: Pick<Cases, 'load'>;
  readonly records: InstrumentRecords;
  /** Every instrument, granted on or not: one that is not in force yet is notified. */
  readonly known: ReadonlyMap<string, Instrument>;
  /** What the operator has set. */
  readonly settings: ReadonlyMap<string, InstrumentStatus>;
  /** Reads the records into the law in force. */
  readonly takeEffect: () => Promise<void>;
  readonly clock: Clock;
}

/** Opens the desk. */
export function openLifeDesk(rooms: LifeRooms): LifeHallDesk {
  return {
    record: (officer, stated) => record(rooms, officer, stated),
    async show(reader, id) {
      const instrument = rooms.known.get(id);
      if (instrument === undefined || !isReader(rooms, reader, instrument)) return null;
      const parties = instrument.parties.map(({ country }) => country);
      const all = (await rooms.records.list()).filter((one) => one.instrument === id);
      const isWhole = seesRequests(reader, rooms.head);
      const disagreements = disagreementsOf(recordsAt(all, rooms.clock.now()), parties);
      return {
        records: isWhole
          ? all
          : all.filter(({ act }) => !namesRequest(act, all)).map(withoutRequests),
        disagreements: isWhole
          ? disagreements
          : disagreements.map((one) => ({ ...one, requests: [] })),
      };
    },
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
  if (known !== undefined) return isSame(known, stated) ? { record: known } : no('CONFLICT');
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

/** Officers of ours, and the gateway of another authority that the instrument names. */
function isReader({ head }: LifeRooms, reader: AskingOfficer, instrument: Instrument): boolean {
  if (partyOf(instrument, reader.authority) === undefined) return false;
  return reader.authority === head.ownAuthority
    ? ownOfficer(reader, head) !== null
    : reader.role === 'PARTNER_GATEWAY';
}

const ROLES = [
  'REQUESTING_ANALYST',
  'SIGNATORY',
  'COORDINATOR',
  'EXECUTING_OFFICER',
  'AUDITOR',
] as const;

function ownOfficer(reader: AskingOfficer, { ownAuthority }: JournalHead): Officer | null {
  const role = ROLES.find((one) => one === reader.role);
  if (role === undefined || reader.authority !== ownAuthority) return null;
  const { officer, authority, unit } = reader;
  return { officer, authority, unit, role };
}

/** That a request exists is confidential (11(1)): who has all of them before him may read which it was. */
function seesRequests(reader: AskingOfficer, head: JournalHead): boolean {
  const officer = ownOfficer(reader, head);
  return officer?.role === 'COORDINATOR' || officer?.role === 'AUDITOR';
}

function namesRequest(act: LifeRecord['act'], all: readonly LifeRecord[]): boolean {
  if (act.kind === 'COST_NOTE') return true;
  if (act.kind !== 'ANNULMENT') return false;
  return all.some(({ id, act: annulled }) => id === act.record && annulled.kind === 'COST_NOTE');
}

const withoutRequests = (one: LifeRecord): LifeRecord =>
  one.act.kind === 'DISAGREEMENT' ? { ...one, act: { ...one.act, requests: [] } } : one;

async function costNotes(
  { cases, records, known, head, clock }: LifeRooms,
  reader: AskingOfficer,
  request: string,
) {
  const file = await cases.load(request);
  const all = await records.list();
  const instrument = file && known.get(file.instrument);
  if (file === undefined || instrument === undefined) return [];
  const officer = ownOfficer(reader, head);
  const isTheirs =
    reader.role === 'PARTNER_GATEWAY' &&
    reader.authority !== head.ownAuthority &&
    [file.requestingAuthority, file.requestedAuthority].includes(reader.authority);
  const mayRead = officer === null ? isTheirs : isOnCase(file, officer);
  const parties = instrument.parties.map(({ country }) => country);
  return mayRead ? costNotesOf(recordsAt(all, clock.now()), request, parties) : [];
}
