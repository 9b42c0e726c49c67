/**
 * the second wall, tried as one who holds the application's login and runs what SQL he likes. Nothing is read
 * without a ticket of this transaction, and a ticket opens the subjects, the items and the instant of its own request alone.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Request } from '../../../src/requests/index.js';
import {
  closePool,
  openOwner,
  openPool,
  openRequests,
  type Sql,
} from '../../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { openRawReading, type RawAsked, type RawReading } from '../../support/raw-reading.js';
import { putPerson } from '../../support/register-rows.js';
import { NOW, sampleRequest } from '../../support/requests.js';
import { standAt } from '../../support/wall.js';

const DAY = 86_400_000;
const DETECTION = 'PERSON_DETECTION';
const NAMES = 'select surname from register.name_latin';
const FACTS = 'select date_of_birth from granted.person order by record_id';

let database: TestDatabase;
let owner: Sql;
let raw: RawReading;

const PERSON = (surname: string) => ({
  rows: {
    name_latin: [{ surname }],
    photograph: [{ media_type: 'image/png' }],
    registration: [{ place: 'Baku', kind: 'STAY' }],
  },
});

beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
  raw = openRawReading(database.urls.app);
  await standAt(owner, NOW);
  for (const key of ['one', 'two', 'other']) await putPerson(owner, { key, ...PERSON(key) });
  await putPerson(owner, { key: 'safe', person: { protected: true }, ...PERSON('safe') });
});
afterEach(() => raw.end());
afterAll(async () => {
  await raw.close();
  await closePool(owner);
  await database.drop();
});

async function put(plan: Partial<Parameters<typeof sampleRequest>[0]> = {}): Promise<Request> {
  const request = sampleRequest({ purpose: DETECTION, people: ['one', 'two'], ...plan });
  await openRequests(owner).insert(request);
  return request;
}

const asked = (request: Request, change: Partial<RawAsked> = {}): RawAsked => ({
  ...{ request: request.id, purpose: DETECTION, asOf: request.asOf ?? 0 },
  ...{ numbers: request.subjects.map(({ n }) => n), ...change },
});

/** Begins, becomes the purpose's role and is given a ticket. */
async function admitted(request: Request, change: Partial<RawAsked> = {}) {
  await raw.begin(change.purpose ?? DETECTION);
  return raw.admit(asked(request, change));
}

describe('A-8.1 without a ticket', () => {
  test.each([
    'select 1 from register.person',
    'select 1 from register.name_latin',
    'select 1 from register.search_name',
    'select 1 from register.subject_key',
    'select 1 from register.mark',
    'select 1 from granted.person',
    "select 1 from granted.names_alike('{a}', '{a}')",
    'select granted.consume(array[]::text[])',
    "insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records) select pg_current_xact_id(), 1, now(), 'sorgu_az_kz_2019_person_detection', 'REQUEST', gen_random_uuid(), '', '', '{}', '{}', '{}'",
    'delete from granted.ticket',
    'update granted.ticket set items = items',
    "update granted.opening set items = '{}'",
    'set role sorgu_owner',
    'set session authorization sorgu_owner',
    'set row_security = off; select 1 from register.name_latin',
    'create temporary table t (n int)',
    'create function public.f() returns int language sql as $$select 1$$',
  ])('the login role is refused: %s', async (statement) => {
    expect(await raw.read(statement)).toBe('42501');
  });

  test('a purpose becomes its role, and reads nobody', async () => {
    await put();
    await raw.begin(DETECTION);
    expect(await raw.read(NAMES)).toEqual([]);
    expect(await raw.read(FACTS)).toEqual([]);
    expect(await raw.read('select 1 from granted.subject')).toEqual([]);
  });

  test('a setting of the session opens nothing', async () => {
    await raw.begin(DETECTION);
    for (const name of ['granted.ticket', 'sorgu.writer', 'sorgu.ticket']) {
      await raw.read(`select set_config('${name}', '1', true)`);
    }
    expect(await raw.read(NAMES)).toEqual([]);
    await raw.end();
    await raw.begin(DETECTION);
    expect(await raw.read('set local row_security = off')).toEqual([]);
    expect(await raw.read(NAMES)).toBe('42501');
  });

  test.each(['sorgu_ledger', 'sorgu_exchange'] as const)(
    '%s reaches no reader and no row',
    async (role) => {
      const url = role === 'sorgu_ledger' ? database.urls.ledger : database.urls.exchange;
      const sql = openPool(url, { name: 'test', max: 1, statementMs: 0, silenceMs: 0 });
      await expect(sql`select 1 from register.person`).rejects.toMatchObject({ code: '42501' });
      await expect(sql`set role sorgu_search`).rejects.toMatchObject({ code: '42501' });
      await expect(
        sql`select * from granted.find(gen_random_uuid(), '', now(), '{}')`,
      ).rejects.toMatchObject({ code: '42501' });
      await closePool(sql);
    },
  );
});

describe('A-8.1 a ticket is given where the request stands', () => {
  test('for its purpose, to its authority, over its subjects', async () => {
    const request = await put();
    expect(await admitted(request)).toMatchObject({ standing: 'OPEN', found: [1, 2] });
    expect(await raw.read(`${NAMES} order by 1`)).toEqual(['one', 'two']);
    expect(await raw.read('select place from granted.registration')).toEqual(['Baku', 'Baku']);
  });

  const YEAR_AGO = NOW - 365 * DAY;
  test.each<[string, Partial<Request>, Partial<RawAsked>]>([
    ['no request has the id', {}, { request: '00000000-0000-4000-8000-000000000000' }],
    ["another authority's", {}, { authority: 'KZ-MLSPP' }],
    ['stated by the authority that is asked', {}, { authority: 'AZ-SMS' }],
    ['a purpose that it does not state', {}, { purpose: 'IDENTITY_ESTABLISHMENT' }],
    [
      'a purpose that the other side states',
      {},
      { purpose: 'REQUEST_EXECUTION', authority: 'AZ-SMS' },
    ],
    ['still in execution', { state: 'IN_EXECUTION' }, {}],
    ['in doubt (9(5))', { state: 'CONFIRMATION_REQUESTED' }, {}],
    ['closed', { state: 'CLOSED' }, {}],
    ['refused', { state: 'REFUSED' }, {}],
    ['ended', { grantUntil: NOW }, {}],
    ['never opened', { asOf: null }, { asOf: YEAR_AGO }],
    ['read as of another instant', {}, { asOf: YEAR_AGO }],
    ['read as of a later instant', {}, { asOf: NOW }],
    ['a kind that is none', {}, { kind: 'SEARCH' }],
    ['a provision that is none', {}, { kind: 'PROVISION' }],
  ])('and not: %s', async (_, change, ask) => {
    const request = await put({ change });
    expect(await admitted(request, { asOf: request.asOf ?? 0, ...ask })).toMatchObject({
      ...{ standing: 'CLOSED', found: [] },
      ticket: null,
    });
    expect(await raw.read(NAMES)).toEqual([]);
  });

  test('A-11.1a not under a version that is no longer the request’s', async () => {
    const request = await put();
    const version = '0'.repeat(64);
    expect(await admitted(request, { version })).toMatchObject({ standing: 'OUTDATED', found: [] });
    expect(await raw.read(NAMES)).toEqual([]);
  });

  test('A-11.4 the clock of the database ends it, whatever the caller believes', async () => {
    const request = await put();
    await standAt(owner, NOW + 2 * DAY);
    expect(await admitted(request)).toMatchObject({ standing: 'CLOSED' });
    await raw.end();
    await standAt(owner, NOW);
    expect(await admitted(request)).toMatchObject({ standing: 'OPEN' });
  });
});

describe('A-11.2 a ticket opens nothing else', () => {
  test('not another purpose’s role, though the request states it too', async () => {
    const request = await put({
      change: {
        purposes: [DETECTION, 'IDENTITY_ESTABLISHMENT'].map((purpose) => ({
          ...{ purpose, basis: '6' as const, justification: 'test' },
        })),
      },
    });
    expect(await admitted(request)).toMatchObject({ standing: 'OPEN' });
    await raw.read('reset role');
    await raw.read('set local role sorgu_az_kz_2019_identity_establishment');
    expect(await raw.read(NAMES)).toEqual([]);
    expect(await raw.read(FACTS)).toEqual([]);
  });

  test('not its own columns that the purpose does not open', async () => {
    await admitted(await put());
    for (const statement of [
      'select civil_status from granted.person',
      'select content from register.fingerprint_card',
      'select * from granted.person',
      'select protected from register.person',
      'select adult_on from register.person',
    ]) {
      await raw.read('savepoint s');
      expect(await raw.read(statement)).toBe('42501');
      await raw.read('rollback to s');
    }
  });

  test('not another transaction: committed before, or open beside', async () => {
    const request = await put();
    await admitted(request);
    await raw.end('commit');
    await raw.begin(DETECTION);
    expect(await raw.read(NAMES)).toEqual([]);
    await raw.end();

    await admitted(request);
    const beside = openRawReading(database.urls.app);
    await beside.begin(DETECTION);
    expect(await beside.read(NAMES)).toEqual([]);
    await beside.end();
    await beside.close();
  });

  test('not a transaction of the same id in a cluster that was restored', async () => {
    const request = await put();
    await raw.begin(DETECTION);
    const [xid] = (await raw.read('select pg_current_xact_id()::text')) as string[];
    const [record] = await owner<{ id: string }[]>`
      select record_id::text as id from register.person where person_key = 'one'`;
    await owner`insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
      values (${xid ?? ''}::text::xid8, 1, '2020-01-01', 'sorgu_az_kz_2019_person_detection', 'REQUEST', ${request.id}, 'AZ-KZ-2019',
        '2020-01-01', '{NAME_LATIN}', '{1}', array[${record?.id ?? ''}::text::bigint])`;
    expect(await raw.read(NAMES)).toEqual([]);
  });

  test('not after the savepoint it was given in is rolled back', async () => {
    const request = await put();
    await raw.begin(DETECTION);
    await raw.read('savepoint s');
    expect(await raw.admit(asked(request))).toMatchObject({ standing: 'OPEN' });
    expect(await raw.read(NAMES)).toHaveLength(2);
    await raw.read('rollback to s');
    expect(await raw.read(NAMES)).toEqual([]);
  });

  test('not persons of another request, nor beyond the page', async () => {
    await put({ people: ['other'] });
    const request = await put();
    expect(await admitted(request, { first: 1 })).toMatchObject({ found: [1, 2] });
    expect(await raw.read(NAMES)).toEqual(['one']);
    expect(
      await raw.read("select surname from register.name_latin where surname = 'other'"),
    ).toEqual([]);
  });

  test('one transaction holds one ticket', async () => {
    const request = await put();
    await admitted(request);
    expect(await raw.admit(asked(request)).catch((error: { code: string }) => error.code)).toBe(
      '23505',
    );
  });

  test('a statement that was planned for another role reads as the role it runs in', async () => {
    const request = await put();
    await raw.begin('REQUEST_EXECUTION');
    await raw.read('prepare everybody as select surname from register.name_latin');
    await raw.read('prepare cards as select media_type from register.fingerprint_card');
    await raw.end('commit');
    await admitted(request);
    expect(await raw.read('execute everybody')).toHaveLength(2);
    expect(await raw.read('execute cards')).toBe('42501');
    await raw.end();
    await raw.begin(DETECTION);
    expect(await raw.read('execute everybody')).toEqual([]);
  });
});

describe('A-10.4 what is open of each subject', () => {
  test('A-10.4a an item refused for one of them is closed for that one alone, in its own table and within a row', async () => {
    const items = ['NAME_LATIN', 'REGISTRATION'] as const;
    const request = await put({ subject: (n) => ({ items: n === 1 ? [...items] : null }) });
    await admitted(request);
    expect(await raw.read('select place from granted.registration order by record_id')).toEqual([
      null,
      'Baku',
    ]);
    expect(await raw.read(FACTS)).toEqual([null, '1990-05-17']);
    expect(await raw.read('select media_type from register.photograph')).toHaveLength(1);
    expect(await raw.read('select documents_known from granted.person order by record_id')).toEqual(
      [false, true],
    );
  });

  test('A-10.4c a protected person is nobody, and an unknown one too', async () => {
    const request = await put({ people: ['safe', 'nobody', null] });
    expect(await admitted(request)).toEqual({ standing: 'OPEN', ticket: null, found: [] });
    expect(await raw.read(NAMES)).toEqual([]);
  });

  test('A-10.4d of a child no photograph without the coordinator’s own decision', async () => {
    await putPerson(owner, {
      key: 'young',
      person: { adult_on: '2030-01-01' },
      ...PERSON('young'),
    });
    const seen = async (subject: object) => {
      await admitted(await put({ people: ['young'], subject: () => subject }));
      const photographs = await raw.read('select media_type from register.photograph');
      await raw.end();
      return photographs;
    };
    expect(await seen({ child: true })).toEqual([]);
    // Recorded as grown, and not so in the register.
    expect(await seen({ child: false })).toEqual([]);
    expect(await seen({ child: true, coordinatorDecision: true })).toHaveLength(1);
  });

  test('A-8.1 the record as it was at the instant of the grant', async () => {
    const changed = new Date(NOW);
    await putPerson(owner, {
      key: 'moved',
      person: { recorded_until: changed },
      ...PERSON('before'),
    });
    await putPerson(owner, {
      key: 'moved',
      person: { recorded_from: changed },
      ...PERSON('after'),
    });
    await admitted(await put({ people: ['moved'] }));
    expect(await raw.read(NAMES)).toEqual(['before']);
  });
});

test('A-11.4 whatever runs with the owner’s rights is known by name, and nobody’s but whose it is', async () => {
  const functions = await owner<{ name: string; who: string[] }[]>`
    select p.oid::regproc::text as name,
      array(select r.rolname::text from pg_roles r where rolname like 'sorgu\_%' and rolname not in ('sorgu_admin', 'sorgu_owner')
        and has_function_privilege(r.oid, p.oid, 'execute') order by 1) as who
    from pg_proc p where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    order by 1`;
  const readers = functions.find(({ name }) => name === 'granted.admit')?.who ?? [];
  expect(readers).toContain('sorgu_az_kz_2019_person_detection');
  expect(readers).not.toContain('sorgu_app');
  expect(Object.fromEntries(functions.map(({ name, who }) => [name, who]))).toEqual({
    'granted.admit': readers,
    'granted.admit_search': ['sorgu_search'],
    'granted.consume': ['sorgu_ledger'],
    'granted.find': ['sorgu_app'],
    'granted.is_sample': ['sorgu_app'],
    'granted.names_alike': ['sorgu_search'],
    'granted.outer_tag_keys': ['sorgu_app'],
    'granted.tag_keys': ['sorgu_app'],
  });
  const views = await owner<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    where relkind in ('v', 'm') and relnamespace in ('register'::regnamespace, 'granted'::regnamespace, 'exchange'::regnamespace, 'public'::regnamespace)
    order by 1`;
  expect(views.map(({ name }) => name)).toEqual([
    'granted.document',
    'granted.entry_ban',
    'granted.person',
    'granted.registration',
    'granted.subject',
  ]);
  const open = await owner`
    select relname from pg_class where relnamespace = 'register'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`;
  expect(open).toEqual([]);
});
