/**
 * Contact points (memorandum, paragraph 5): offices and duty addresses over time, in the registers that notices of change
 * write too. An authority's coordinator keeps its own, whichever gateway he asks.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../base/index.js';
import { mayAssign, type Participant } from '../../cooperation/index.js';
import type {
  ContactDeskAnswer,
  ContactPoint,
  ContactWish,
  CooperationFault,
} from '../../graph/index.js';
import { movedCooperationEntry } from '../../journal/index.js';
import {
  type ContactPointFact,
  endFact,
  type Fact,
  historyOf,
  holding,
  keyOf,
  type Moment,
  type Recorded,
  recordFact,
  recordsOf,
  type Standing,
} from '../../requests/index.js';
import { partyOf } from '../../treaty/index.js';
import { heldTexts, type Texts } from './inspected.js';
import type { CooperationRooms } from './rooms.js';

type Point = Recorded<ContactPointFact>;

/** Versions of an authority's offices that are kept by its coordinator's token. */
const MOST_VERSIONS = 500;

const no = (...faults: readonly CooperationFault[]): ContactDeskAnswer => ({ point: null, faults });

// A row that was kept before there were these members has none.
const pointOf = ({ fact, ...times }: Point): Recorded<ContactPoint> => {
  const { unit = null, telephone = null, email = null, register: _, ...office } = fact;
  return { ...times, fact: { ...office, unit, telephone, email } };
};

/** Those that a participant may see: its own, this authority's, and every partner's for this authority's officers. */
const isFor =
  ({ authority, isOwn }: Participant, own: string, of: string | null) =>
  ({ fact }: Point): boolean =>
    (isOwn || [authority, own].includes(fact.authority)) && (of === null || of === fact.authority);

export async function contactsAt(
  { standings, head }: CooperationRooms,
  who: Participant,
  { authority, ...moment }: Moment & { readonly authority: string | null },
): Promise<readonly Recorded<ContactPoint>[]> {
  const records = recordsOf(await standings.all(), 'CONTACT_POINT');
  return holding(records, moment)
    .filter(isFor(who, head.ownAuthority, authority))
    .map(pointOf);
}

/** Every version that was ever thought, by when it was recorded: also what was withdrawn. */
export async function contactHistory(
  { standings, head }: CooperationRooms,
  who: Participant,
  authority: string,
): Promise<readonly Recorded<ContactPoint>[]> {
  return recordsOf(await standings.all(), 'CONTACT_POINT')
    .filter(isFor(who, head.ownAuthority, authority))
    .sort((a, b) => a.recordedAt - b.recordedAt || a.validFrom - b.validFrom)
    .map(pointOf);
}

/** Records an office, or a change of it. */
export async function recordContact(
  rooms: CooperationRooms,
  who: Participant,
  { from, note, ...office }: ContactWish,
): Promise<ContactDeskAnswer> {
  const faults = faultsOf(rooms, who, { name: office.name, address: office.address, note });
  if (faults.length > 0) return no(...faults);
  if (await isFull(rooms, who)) return no({ code: 'TOO_MANY', at: 'id' });
  const fact: ContactPointFact = {
    register: 'CONTACT_POINT',
    ...office,
    authority: who.authority,
  };
  const change = { fact, validFrom: from, recordedAt: rooms.clock.now(), note };
  await sealChange(rooms, who, canonicalJson(change));
  const after = await rooms.standings.change(who.authority, (standing) =>
    recordFact(standing, fact, { ...change, validUntil: null }),
  );
  return { point: knownOf(after, fact, change.recordedAt) };
}

/** Ends an office from an instant on. */
export async function endContact(
  rooms: CooperationRooms,
  who: Participant,
  { id, from, note }: Pick<ContactWish, 'id' | 'from' | 'note'>,
): Promise<ContactDeskAnswer> {
  const faults = faultsOf(rooms, who, { note });
  if (faults.length > 0) return no(...faults);
  const standing = await rooms.standings.all();
  const now = rooms.clock.now();
  const known = historyOf(standing, 'CONTACT_POINT', now).filter(
    ({ fact, validUntil }) =>
      fact.authority === who.authority &&
      fact.id === id &&
      (validUntil === null || validUntil > from),
  );
  const [found] = known;
  if (found === undefined) return no({ code: 'NO_CONTACT_POINT', at: 'id' });
  const thing = { register: 'CONTACT_POINT', key: keyOf(found.fact) } as const;
  const change = { ...thing, validFrom: from, recordedAt: now, note };
  await sealChange(rooms, who, canonicalJson(change));
  const after = await rooms.standings.change(who.authority, (before) =>
    endFact(before, thing, change),
  );
  return { point: knownOf(after, found.fact, now) };
}

// Every message is weighed by the registers: nobody fills them by a token. What is more comes by a notice.
async function isFull({ standings }: CooperationRooms, who: Participant): Promise<boolean> {
  const records = recordsOf(await standings.all(), 'CONTACT_POINT');
  return records.filter(({ fact }) => fact.authority === who.authority).length >= MOST_VERSIONS;
}

function faultsOf(
  rooms: CooperationRooms,
  who: Participant,
  texts: Texts,
): readonly CooperationFault[] {
  return mayAssign(who) ? heldTexts(rooms, texts) : [{ code: 'NOT_THIS_ROLE', at: 'id' }];
}

/** The last version of an office that is known at an instant; null where it ended before it began. */
function knownOf(standing: Standing, fact: Fact, now: number): Recorded<ContactPoint> | null {
  const versions = historyOf(standing, 'CONTACT_POINT', now);
  const last = versions.filter((one) => keyOf(one.fact) === keyOf(fact)).at(-1);
  return last === undefined ? null : pointOf(last);
}

/** In the log of the authority whose office it is; this authority's own in the log of its officers. */
async function sealChange(
  rooms: CooperationRooms,
  { authority, unit, role, officer }: Participant,
  change: string,
): Promise<void> {
  const [text] = [...rooms.instruments.values()].filter(
    (one) => partyOf(one, authority) !== undefined && one.cooperation?.contactPoints !== undefined,
  );
  const bytes = Buffer.from(change);
  const moved = {
    id: rooms.ids.uuid(),
    digest: createHash('sha256').update(bytes).digest('hex'),
    by: { authority, unit, role, officer },
    instrument: text?.id ?? null,
    clause: text?.cooperation?.contactPoints ?? null,
  };
  await rooms.ledger.seal(movedCooperationEntry(rooms.head, moved, authority), bytes);
}
