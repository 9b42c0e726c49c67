/** What is recorded of an instrument, for those whom it binds; over which requests, for those who have all of them (11(1)). */
import type { AskingOfficer, ShownLife } from '../../graph/index.js';
import type { JournalHead } from '../../journal/index.js';
import {
  type CostNote,
  costNotesOf,
  disagreementsOf,
  type Instrument,
  type LifeRecord,
  partyOf,
  recordsAt,
} from '../../treaty/index.js';
import { isOnCase, type Officer } from '../officer.js';
import type { LifeRooms } from './rooms.js';

/** What is recorded of an instrument, as far as the reader may see it; null for strangers. */
export async function showLife(
  rooms: LifeRooms,
  reader: AskingOfficer,
  id: string,
): Promise<ShownLife | null> {
  const instrument = rooms.known.get(id);
  if (instrument === undefined || !isReader(rooms, reader, instrument)) return null;
  const parties = instrument.parties.map(({ country }) => country);
  const all = (await rooms.records.list()).filter((one) => one.instrument === id);
  const isWhole = seesRequests(reader, rooms.head);
  const disagreements = disagreementsOf(recordsAt(all, rooms.clock.now()), parties);
  return {
    records: isWhole ? all : all.filter(({ act }) => !namesRequest(act, all)).map(withoutRequests),
    disagreements: isWhole
      ? disagreements
      : disagreements
          .filter(({ rules }) => rules.length > 0)
          .map((one) => ({ ...one, requests: [] })),
  };
}

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

/** Whether the record says by itself that there is a request: also one that is about such a record. */
function namesRequest(act: LifeRecord['act'], all: readonly LifeRecord[]): boolean {
  const names = (record: string): boolean =>
    all.some((one) => one.id === record && namesRequest(one.act, all));
  switch (act.kind) {
    case 'COST_NOTE':
      return true;
    case 'DISAGREEMENT':
      return act.rules.length === 0;
    case 'DISAGREEMENT_STEP':
      return names(act.disagreement);
    case 'ANNULMENT':
      return names(act.record);
    case 'NOTIFICATION':
    case 'CONSENT':
    case 'TERMINATION':
      return false;
  }
}

const withoutRequests = (one: LifeRecord): LifeRecord =>
  one.act.kind === 'DISAGREEMENT' ? { ...one, act: { ...one.act, requests: [] } } : one;

/** Costs that both sides signed for a request, for whom it exists. */
export async function costNotes(
  { cases, records, known, head, clock }: LifeRooms,
  reader: AskingOfficer,
  request: string,
): Promise<readonly CostNote[]> {
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
