/** Requests as the gateway holds them: one is loaded for an operation, all of an authority for the personas. */
import type { Json } from '../base/index.js';
import type { HeldRequest, Request } from '../requests/index.js';
import type { Item } from '../treaty/index.js';
import type { Sql } from './connect.js';
import { PURPOSES, SUBJECTS, VERSION } from './request-version.js';
import { orUnavailable } from './unavailable.js';

/** What a request document holds beside what opens a grant (9(2), 9(3)). */
export interface RequestDetails {
  readonly substance: string;
  readonly otherInformation: string | null;
  readonly itemsWanted: readonly Item[];
  /** The version of the letterhead sample. */
  readonly letterhead: string | null;
  readonly signedBy: string | null;
  /** Milliseconds since the epoch. */
  readonly signedAt: number | null;
  /** Milliseconds since the epoch: the first verified delivery (10(3)). */
  readonly receivedAt: number | null;
  /** What each subject is to be identified by, by its number. */
  readonly identifications: Readonly<Record<number, Json>>;
}

/** A request to be written; what its document does not hold is left out. */
export type NewRequest = Request & Partial<RequestDetails>;

export interface Requests {
  /**
   * The request of this id, or undefined. `id` may be anything; the work is the same for one that is unknown,
   * somebody else's or no UUID at all (11(1)). Rejects with Refusal(UNAVAILABLE).
   */
  load(id: string): Promise<HeldRequest | undefined>;
  /** Requests that the authority sent or was sent, by id; for the development personas. Rejects with Refusal(UNAVAILABLE). */
  listFor(authority: string): Promise<readonly Request[]>;
  /** Writes a request as a whole, once: an id that stands already stays as it is. Needs the owner's connection. */
  insert(request: NewRequest): Promise<void>;
}

// One spelling alone, the one in which the ledger names a request.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
// RFC 9562 5.9: no request carries it.
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** A stated id, or one that nothing carries where it is none: an unknown one costs the same work (11(1)). */
export const idOrNone = (id: string): string => (uuid.test(id) ? id : NIL_UUID);

/** A name as PostgreSQL takes it, or that of nothing: what has other characters is called so nowhere. */
export const nameOrNone = (name: string): string => (/^[\x20-\x7e]{1,200}$/.test(name) ? name : '');

/** Opens the requests on a pool: the application's to read, the owner's to insert. */
export function openRequests(sql: Sql): Requests {
  const select = (text: string, parameter: string): Promise<HeldRequest[]> =>
    orUnavailable(
      async () => await sql.unsafe<HeldRequest[]>(text, [parameter], { prepare: true }),
    );
  return {
    load: async (id) => (await select(LOAD, idOrNone(id)))[0],
    listFor: async (authority) => await select(LIST, authority),
    insert: async (request) => {
      const parameters = [JSON.stringify(requestParameters(request))];
      await orUnavailable(async () => await sql.unsafe(INSERT, parameters));
    },
  };
}

const instant = (column: string, name: string): string =>
  `floor(extract(epoch from r.${column}) * 1000)::float8 as "${name}"`;

const SELECT = `
  select r.id::text as id, ${VERSION} as version, r.digest, r.instrument, r.requesting_authority as "requestingAuthority",
    r.requested_authority as "requestedAuthority", r.aim, r.state,
    ${instant('as_of', 'asOf')}, ${instant('received_at', 'receivedAt')}, ${instant('grant_until', 'grantUntil')},
    ${PURPOSES} as purposes, ${SUBJECTS} as subjects
  from exchange.request r`;
const LOAD = `${SELECT} where r.id = $1::text::uuid`;
const LIST = `${SELECT} where r.requesting_authority = $1::text or r.requested_authority = $1::text order by r.id`;

// One statement, so that a request stands as a whole or not at all without a transaction of the pool's.
const INSERT = `
  with document as (select $1::text::jsonb as d),
  request as (
    insert into exchange.request (id, digest, instrument, requesting_authority, requested_authority, aim, state,
      as_of, grant_until, substance, other_information, items_wanted, letterhead, signed_by, signed_at, received_at)
    select (d->>'id')::uuid, d->>'digest', d->>'instrument', d->>'requestingAuthority', d->>'requestedAuthority',
      d->>'aim', d->>'state', (d->>'asOf')::timestamptz, (d->>'grantUntil')::timestamptz, d->>'substance',
      d->>'otherInformation', array(select jsonb_array_elements_text(d->'itemsWanted')), d->>'letterhead',
      d->>'signedBy', (d->>'signedAt')::timestamptz, (d->>'receivedAt')::timestamptz
    from document on conflict do nothing returning id),
  purposes as (
    insert into exchange.request_purpose (request_id, ordinal, purpose, basis, justification)
    select request.id, p.ordinal - 1, p.value->>'purpose', p.value->>'basis', p.value->>'justification'
    from request, document, jsonb_array_elements(d->'purposes') with ordinality as p(value, ordinal))
  insert into exchange.request_subject (request_id, n, identification, person_key, items, child, coordinator_decision)
  select request.id, (s->>'n')::int, s->'identification', s->>'person',
    case when s->>'items' is null then null else array(select jsonb_array_elements_text(s->'items')) end,
    (s->>'child')::boolean, (s->>'coordinatorDecision')::boolean
  from request, document, jsonb_array_elements(d->'subjects') as s`;

/** A request as the JSON that a statement writes its tables from. */
export function requestParameters({ identifications = {}, ...request }: NewRequest): object {
  const { substance = '', itemsWanted = [], signedAt = null, receivedAt = null } = request;
  return {
    ...request,
    substance,
    itemsWanted,
    asOf: instantOf(request.asOf),
    grantUntil: instantOf(request.grantUntil),
    signedAt: instantOf(signedAt),
    receivedAt: instantOf(receivedAt),
    subjects: request.subjects.map((subject) => ({
      ...subject,
      identification: identifications[subject.n] ?? {},
    })),
  };
}

const instantOf = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();
