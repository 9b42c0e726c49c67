/**
 * every table, every role, every privilege, as PostgreSQL itself answers. A table that is added is judged by
 * the same rule: the application reads what is not the register, the ledger's writer inserts into the ledger, and nothing
 * else. What the application reads of the register, as the role of a purpose, is wall.test.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkRoles,
  closePool,
  openOwner,
  openPool,
  openPools,
  type Sql,
  StoreFault,
} from '../../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';

const privileges = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'TRUNCATE',
  'REFERENCES',
  'TRIGGER',
] as const;
const roles = ['sorgu_app', 'sorgu_ledger'] as const;

/** What each role may do with a table, or with every table of a schema. */
const allowed: Record<(typeof roles)[number], Record<string, readonly string[]>> = {
  sorgu_app: {
    // What a grant is weighed from: neither cases with their documents, nor mail, nor what is held.
    'exchange.request': ['SELECT'],
    'exchange.request_purpose': ['SELECT'],
    'exchange.request_subject': ['SELECT'],
    'exchange.provision': ['SELECT'],
    // Which law is in force is read from what is recorded of the instruments.
    'exchange.instrument_record': ['SELECT'],
    ledger: ['SELECT'],
    drizzle: ['SELECT'],
    'granted.ticket': ['SELECT'],
    'granted.spent': ['SELECT'],
    'granted.form': ['SELECT'],
    // What is shown, and nothing that is held back.
    'publication.shown': ['SELECT'],
    'publication.reading': ['SELECT'],
    'publication.reading_body': ['SELECT'],
    'publication.reading_file': ['SELECT'],
    'publication.reading_version': ['SELECT'],
  },
  sorgu_ledger: { ledger: ['INSERT'], drizzle: ['SELECT'], 'granted.form': ['SELECT'] },
};

let database: TestDatabase;
let owner: Sql;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
});
afterAll(async () => {
  await closePool(owner);
  await database.drop();
});

interface Cell {
  readonly schema: string;
  readonly table: string;
  readonly role: (typeof roles)[number];
  readonly privilege: string;
  readonly granted: boolean;
}

/** Also privileges on single columns count: `has_any_column_privilege` where a table has columns. */
const readCells = () => owner<Cell[]>`
  select nspname as schema, relname as table, role, privilege,
    has_table_privilege(role, c.oid, privilege)
      or (privilege in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
        and has_any_column_privilege(role, c.oid, privilege)) as granted
  from pg_class c
  join pg_namespace n on n.oid = relnamespace
  cross join unnest(${[...roles]}::text[]) as role
  cross join unnest(${[...privileges]}::text[]) as privilege
  where relkind in ('r', 'p', 'v', 'm', 'f') and nspname !~ '^pg_' and nspname <> 'information_schema'
  order by 1, 2, 3, 4`;

const wrong = (cells: readonly Cell[]) =>
  cells.filter(
    ({ schema, table, role, privilege, granted }) =>
      granted !==
      (allowed[role][`${schema}.${table}`] ?? allowed[role][schema] ?? []).includes(privilege),
  );

test('A-11.4 every table x role x privilege is as listed', async () => {
  const cells = await readCells();
  const tables = new Set(cells.map(({ schema, table }) => `${schema}.${table}`));
  expect(tables.size).toBeGreaterThan(20);
  expect(cells).toHaveLength(tables.size * roles.length * privileges.length);
  expect(wrong(cells)).toEqual([]);
});

test('A-11.4 a table that is added later is covered, and one that is opened too far is seen', async () => {
  await owner`create table ledger.later (n int)`;
  await owner`create table register.later (n int)`;
  expect(wrong(await readCells())).toEqual([]);
  await owner`grant update (n) on register.later to sorgu_app`;
  expect(wrong(await readCells())).toMatchObject([
    { schema: 'register', table: 'later', role: 'sorgu_app', privilege: 'UPDATE' },
  ]);
  await owner`drop table ledger.later, register.later`;
});

test('A-11.4 neither role owns, makes, or administers anything', async () => {
  const found = await owner`
    select rolname::text as role, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
      (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns,
      (select count(*)::int from pg_roles other where other.oid <> pg_roles.oid and pg_has_role(pg_roles.oid, other.oid, 'USAGE')) as groups,
      (select count(*)::int from pg_auth_members where member = pg_roles.oid and admin_option) as administers,
      (select count(*)::int from pg_namespace where has_schema_privilege(pg_roles.oid, pg_namespace.oid, 'CREATE')) as schemas,
      has_database_privilege(pg_roles.oid, current_database(), 'CREATE, TEMP') as makes,
      (select count(*)::int from pg_sequence where has_sequence_privilege(pg_roles.oid, seqrelid, 'USAGE, UPDATE')) as sequences
    from pg_roles where rolname in ('sorgu_app', 'sorgu_ledger') order by 1`;
  const nothing = {
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolbypassrls: false,
    rolreplication: false,
    owns: 0,
    groups: 0,
    administers: 0,
    schemas: 0,
    makes: false,
    sequences: 0,
  };
  expect(found).toEqual(roles.map((role) => ({ role, ...nothing })));
});

describe('A-11.4 the server itself refuses', () => {
  test.each([
    ['app', 'insert into ledger.log (log_id, origin) values (1, $$x$$)'],
    ['app', 'insert into register.mark (sample) values (false)'],
    ['app', 'select 1 from register.person'],
    ['app', 'select 1 from register.mark'],
    ['app', 'update register.person set protected = false'],
    ['app', 'delete from ledger.entry'],
    ['app', 'truncate ledger.entry'],
    ['app', 'create temporary table t (n int)'],
    ['app', 'create table public.t (n int)'],
    ['app', 'set role sorgu_owner'],
    ['ledger', 'select leaf from ledger.entry'],
    ['ledger', 'update ledger.entry set leaf = $$x$$'],
    ['ledger', 'delete from ledger.entry'],
    ['ledger', 'truncate ledger.entry'],
    ['ledger', 'drop table ledger.entry'],
    ['ledger', 'select 1 from register.person'],
    ['ledger', 'select 1 from exchange.request'],
  ] as const)('%s: %s', async (role, statement) => {
    const pools = openPools(database.urls);
    await expect(pools[role].unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    await pools.close();
  });
});

test('A-11.4 serving with a role that may do more than its work is refused', async () => {
  const pools = openPools(database.urls);
  await checkRoles(pools);
  const options = { name: 'test', max: 1, statementMs: 0, silenceMs: 0 };
  const tooMuch = openPool(database.urls.owner, options);
  await expect(checkRoles({ ...pools, app: tooMuch })).rejects.toThrow(
    'DATABASE_URL logs in as sorgu_owner, which may do more than its work',
  );
  await expect(checkRoles({ ...pools, ledger: tooMuch })).rejects.toBeInstanceOf(StoreFault);
  await owner`grant select (sex) on register.person to sorgu_app`;
  await expect(checkRoles(pools)).rejects.toThrow('DATABASE_URL logs in as sorgu_app');
  await owner`revoke select (sex) on register.person from sorgu_app`;
  await closePool(tooMuch);
  await pools.close();
});
