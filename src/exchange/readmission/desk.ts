/**
 * The desk of readmission. Under the memorandum it tells channels and free windows; a case, its interviews and what the two
 * sides write to each other exist under the live readmission request alone, for the two authorities of that request.
 */
import type { AskedReadmission, ReadmissionDone, ReadmissionHallDesk } from '../../graph/index.js';
import { readReadmissionEntry } from '../../journal/index.js';
import {
  type CaseStep,
  DEFAULT_RETENTION,
  isCaseRole,
  isWorking,
  mayBeOffered,
  mayStep,
  READMISSION,
  stepCase,
  whyNotBeside,
} from '../../readmission/index.js';
import { calendarDay, zoneOf } from '../../requests/index.js';
import { book, cancel, conclude } from './interviews.js';
import type { ReadmissionRooms } from './rooms.js';
import { done, type Making, no, seal, toldNow } from './seal-step.js';
import { type ReadmissionCaller, type Stands, standIn } from './stand-in.js';

/** Opens the desk. */
export function openReadmissionDesk(rooms: ReadmissionRooms): ReadmissionHallDesk {
  const { shelf } = rooms;
  return {
    async channels(caller) {
      const offered = offeredTo(rooms, caller);
      return offered === undefined ? [] : shelf.interviews.channels(offered);
    },
    async windows(caller, { from, until }) {
      const offered = offeredTo(rooms, caller);
      if (offered === undefined) return [];
      const ahead = Math.max(from, rooms.clock.now() + 1);
      return shelf.interviews.free(offered, { from: ahead, until });
    },
    async underGrant({ request, purpose, standsOn, held }) {
      if (purpose !== READMISSION || standsOn !== 'REQUEST' || held !== undefined) return undefined;
      const file = await shelf.cases.load(request);
      return file && toldNow(rooms, file);
    },
    async read(caller, request) {
      const stands = await standIn(rooms, caller, request);
      if (stands?.actor.side !== 'REQUESTED') return undefined;
      const file = await shelf.cases.load(request);
      if (file === undefined) return undefined;
      const told = await toldNow(rooms, file);
      await sealReading(rooms, stands, { coordinate: 'Query.readmission', told });
      return told;
    },
    async notes(caller, request) {
      const stands = await standIn(rooms, caller, request);
      if (stands?.actor.side !== 'REQUESTED' || !isWorking(caller.role)) return [];
      if (await shelf.cases.hasEnded(request)) return [];
      const notes = await shelf.notes.list(request);
      await sealReading(rooms, stands, { coordinate: 'Query.humanitarianNotes', told: notes });
      return notes;
    },
    async step(caller, asked) {
      const stands = await standIn(rooms, caller, asked.request);
      if (stands === null || (await shelf.cases.hasEnded(asked.request))) {
        return no('NO_READMISSION');
      }
      if (!mayStep(stands.actor, asked.step.kind)) return no('NOT_THIS_ROLE');
      return make(rooms, { stands, id: asked.id }, asked.step);
    },
  };
}

/** The authority whose windows the caller is told; null for all of them, undefined for none. */
function offeredTo(
  { head, instruments, status, clock }: ReadmissionRooms,
  { authority, role }: ReadmissionCaller,
): string | null | undefined {
  const own = head.ownAuthority;
  if (authority === own) return isCaseRole(role) ? null : undefined;
  const laws = { instruments, status, now: clock.now() };
  const isOffered = role === 'PARTNER_GATEWAY' && mayBeOffered(authority, own, laws);
  return isOffered ? authority : undefined;
}

interface ReadingMade {
  readonly coordinate: Parameters<typeof readReadmissionEntry>[1]['coordinate'];
  readonly told: object;
}

async function sealReading(
  { ledger, head, keyOf }: ReadmissionRooms,
  { ground, asking, requestDigest, basis, persons }: Stands,
  { coordinate, told }: ReadingMade,
): Promise<void> {
  const { request, instrument } = ground;
  const keys = await Promise.all(persons.map(keyOf));
  const entry = readReadmissionEntry(head, {
    ...{ asking, request, requestDigest, instrument, basis, coordinate },
    persons: keys.filter((key) => key !== undefined),
  });
  await ledger.seal(entry, Buffer.from(JSON.stringify(told)));
}

async function make(
  rooms: ReadmissionRooms,
  making: Making,
  step: AskedReadmission['step'],
): Promise<ReadmissionDone> {
  switch (step.kind) {
    case 'BOOK':
      return besideCase(rooms, making, step);
    case 'CANCEL':
      return cancel(rooms, making, step);
    case 'OUTCOME':
      return conclude(rooms, making, step);
    case 'NOTE':
      return besideCase(rooms, making, step);
    default:
      return change(rooms, making, step);
  }
}

/** A booking or a note, where the case takes one. */
async function besideCase(
  rooms: ReadmissionRooms,
  making: Making,
  step: Extract<AskedReadmission['step'], { kind: 'BOOK' | 'NOTE' }>,
): Promise<ReadmissionDone> {
  const why = whyNotBeside(await rooms.shelf.cases.load(making.stands.ground.request), step.kind);
  if (why !== undefined) return no(why);
  return step.kind === 'BOOK' ? book(rooms, making, step) : writeNote(rooms, making, step);
}

async function writeNote(
  rooms: ReadmissionRooms,
  making: Making,
  step: Extract<AskedReadmission['step'], { kind: 'NOTE' }>,
): Promise<ReadmissionDone> {
  const { ground, actor } = making.stands;
  await seal(rooms, making, step);
  const isWritten = await rooms.shelf.notes.write({
    ...{ id: making.id, request: ground.request, officer: actor.officer },
    ...{ note: step.note, at: rooms.clock.now() },
  });
  return isWritten ? done(rooms, making) : no('CONFLICT');
}

async function change(
  rooms: ReadmissionRooms,
  making: Making,
  step: CaseStep,
): Promise<ReadmissionDone> {
  const { ground, actor, requestDigest: digest, basis } = making.stands;
  const { inspect, clock, shelf, settings } = rooms;
  const retention = settings.get(ground.instrument)?.retention ?? DEFAULT_RETENTION;
  const under = { digest, basis };
  const left = await shelf.cases.change(ground.request, async (file) => {
    const now = clock.now();
    const today = calendarDay(now, zoneOf(ground.requested));
    const asked = { file, ground, actor, id: making.id, step, now, today, inspect, retention };
    const stepped = stepCase(asked);
    if (stepped.outcome !== 'MADE') return { file: null, under, result: stepped };
    await seal(rooms, making, step);
    return { file: stepped.file, under, result: stepped };
  });
  return left.outcome === 'REFUSED' ? no(left.fault) : done(rooms, making, left);
}
