/** What the second wall asks of the database, as a test needs it: its clock, and the request that a grant stands on. */
import type { Grant } from '../../src/requests/index.js';
import {
  type NewRequest,
  openRequests,
  type SearchQuestion,
  type Sql,
} from '../../src/store/index.js';
import { readerRoles } from '../../src/store/wall/readers.js';
import { RELATIONS, readName } from '../../src/store/wall/relations.js';
import { ITEMS } from '../../src/treaty/index.js';
import { sampleRequest } from './requests.js';

/** Lets the database's own clock of grants stand. Done as the owner: nobody else could. */
export async function standAt(owner: Sql, instant: number): Promise<void> {
  const at = new Date(instant).toISOString();
  await owner.unsafe(
    `create or replace function granted.clock() returns timestamptz
    language sql stable as 'select timestamptz ''${at}'''`,
  );
}

/** Opens the second wall's columns to a purpose, whatever the policy says: for tests of what stands before it. */
export async function openWide(owner: Sql): Promise<void> {
  const columns = RELATIONS.map(({ table, columns: all }) => {
    const names = all.map(({ name }) => name).join(', ');
    return `grant select (${names}) on ${readName(table)} to ${readerRoles().join(', ')};`;
  });
  const items = ITEMS.map((item) => `'${item}'`).join(', ');
  await owner.unsafe(`${columns.join('')} update granted.opening set items = array[${items}]`);
}

const YEAR = 366 * 86_400_000;

/** The request that opens exactly this grant, as the database finds it. */
function requestOf(grant: Grant): NewRequest {
  const { instrument, purpose, basis, statedBy, authority, asOf, subjects } = grant;
  const isOwn = statedBy === 'requested';
  const other = instrument.parties.flatMap(({ authorities }) => authorities);
  const partner = other.find((code) => code !== 'AZ-SMS') ?? '';
  return {
    id: grant.request,
    digest: grant.requestDigest,
    instrument: instrument.id,
    requestingAuthority: isOwn ? partner : authority,
    requestedAuthority: 'AZ-SMS',
    aim: 'PREVENTION',
    purposes: isOwn ? [] : [{ purpose, basis, justification: 'test' }],
    state: isOwn ? 'IN_EXECUTION' : 'ANSWERED',
    asOf,
    grantUntil: asOf + YEAR,
    subjects: subjects.map(({ n, person, items, childItems }) => ({
      ...{ n, person, items: [...items], child: false, coordinatorDecision: childItems },
    })),
  };
}

/** Writes the request of a grant, in the place of one that stood under its id. */
export async function putGrant(owner: Sql, grant: Grant): Promise<void> {
  await owner`delete from exchange.request where id = ${grant.request}`;
  await openRequests(owner).insert(requestOf(grant));
}

/** A request in execution, for a search. */
export async function putExecution(owner: Sql): Promise<SearchQuestion['under']> {
  const request = sampleRequest({ purpose: 'REQUEST_EXECUTION', people: [null] });
  await openRequests(owner).insert(request);
  return { kind: 'REQUEST', id: request.id };
}
