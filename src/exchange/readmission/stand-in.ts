/**
 * Who stands in the case of a request: the requesting authority's gateway under its live grant for READMISSION, an officer of
 * this authority by role and by being on it. Everybody else hears what is heard of an unknown one, for the same work.
 */
import { Refusal } from '../../base/index.js';
import type { EntryDraft } from '../../ledger/index.js';
import {
  type Actor,
  carriesCase,
  type Ground,
  isCaseRole,
  READMISSION,
} from '../../readmission/index.js';
import type { Grant, Request } from '../../requests/index.js';
import { isOnCase, type Officer } from '../officer.js';
import type { ReadmissionRooms } from './rooms.js';

/** Whoever calls, as the token says. */
export interface ReadmissionCaller {
  readonly officer: string;
  readonly authority: string;
  readonly unit: string | null;
  readonly role: string;
  readonly gateway?: string | null;
}

export interface Stands {
  readonly ground: Ground;
  readonly actor: Actor;
  readonly asking: EntryDraft['asking'];
  readonly requestDigest: string;
  readonly basis: string;
  /** The register's keys of the persons of the request. */
  readonly persons: readonly string[];
}

/** Where the caller stands; null for whom there is no such case. `request` may be anything. */
export async function standIn(
  rooms: ReadmissionRooms,
  caller: ReadmissionCaller,
  request: string,
): Promise<Stands | null> {
  return caller.role === 'PARTNER_GATEWAY'
    ? standByGrant(rooms, caller, request)
    : standByRole(rooms, caller, request);
}

async function standByGrant(
  { grants, head }: ReadmissionRooms,
  caller: ReadmissionCaller,
  request: string,
): Promise<Stands | null> {
  try {
    const grant = await grants.open(caller, { request, purpose: READMISSION });
    return standsOf(caller, 'REQUESTING', {
      ...{ ground: groundOf(grant, head.ownAuthority), requestDigest: grant.requestDigest },
      ...{ basis: grant.basis, persons: grant.subjects.flatMap(({ person }) => person ?? []) },
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NO_GRANT') return null;
    throw error;
  }
}

async function standByRole(
  rooms: ReadmissionRooms,
  caller: ReadmissionCaller,
  id: string,
): Promise<Stands | null> {
  const { head, instruments, status, clock } = rooms;
  const [request, file] = await Promise.all([rooms.requests.load(id), rooms.findCase(id)]);
  const officer = ownOfficer(caller, head.ownAuthority);
  if (officer === null || (file !== undefined && !isOnCase(file, officer))) return null;
  const laws = { instruments, status, now: clock.now() };
  if (!carriesCase(request, head.ownAuthority, laws)) return null;
  const items = new Set(instruments.get(request.instrument)?.opens.get(READMISSION)?.keys());
  return standsOf(caller, 'REQUESTED', {
    ground: {
      ...{ request: request.id, instrument: request.instrument, items },
      ...{ requesting: request.requestingAuthority, requested: head.ownAuthority },
      subjects: new Set(request.subjects.map(({ n }) => n)),
    },
    ...{ requestDigest: request.digest, basis: basisOf(request) },
    persons: request.subjects.flatMap(({ person }) => person ?? []),
  });
}

function ownOfficer(caller: ReadmissionCaller, own: string): Officer | null {
  if (caller.authority !== own || !isCaseRole(caller.role)) return null;
  const { authority, officer, unit, role } = caller;
  return { authority, officer, unit, role };
}

const basisOf = ({ purposes }: Request): string =>
  purposes.find(({ purpose }) => purpose === READMISSION)?.basis ?? '';

function groundOf({ request, instrument, authority, subjects, purpose }: Grant, own: string) {
  return {
    ...{ request, instrument: instrument.id, requesting: authority, requested: own },
    items: new Set(instrument.opens.get(purpose)?.keys()),
    subjects: new Set(subjects.map(({ n }) => n)),
  };
}

function standsOf(
  { officer, authority, unit, role, gateway = null }: ReadmissionCaller,
  side: Actor['side'],
  found: Omit<Stands, 'actor' | 'asking'>,
): Stands {
  return {
    ...found,
    actor: { side, authority, officer, role },
    asking: { authority, unit, role, officer, gateway },
  };
}
