/** What the exchange's role may do, as PostgreSQL itself answers; and that no other role reaches the jobs. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  checkRoles,
  closePool,
  migrate,
  openBundledPostgres,
  openExchangePool,
  openOwner,
  openPools,
  type Sql,
} from '../../../src/store/index.js';
import { makeDataDir } from '../../support/data-dir.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';

let database: TestDatabase;
let admin: Sql;

beforeAll(async () => {
  database = await openTestDatabase();
  admin = openOwner(database.urls.admin);
});
afterAll(async () => {
  await closePool(admin);
  await database.drop();
});

const rights = (role: string, schema: string) => admin<{ table: string; may: string }[]>`
  select relname as table, string_agg(privilege, ' ' order by privilege) as may
  from pg_class c
  cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as privilege
  where relnamespace = ${schema}::regnamespace and relkind in ('r', 'p', 'v')
    and has_table_privilege(${role}, c.oid, privilege)
  group by relname order by relname`;

const listed = async (role: string, schema: string) =>
  Object.fromEntries((await rights(role, schema)).map(({ table, may }) => [table, may]));

test('A-11.4 the exchange writes cases and mail, removes none, and only adds to the registers', async () => {
  expect(await listed('sorgu_exchange', 'exchange')).toEqual({
    activity_authority: 'INSERT SELECT',
    activity_change: 'INSERT SELECT',
    case_file: 'INSERT SELECT UPDATE',
    case_officer: 'DELETE INSERT SELECT UPDATE',
    custody_epoch: 'INSERT SELECT',
    custody_file: 'INSERT SELECT UPDATE',
    destruction_certificate: 'INSERT SELECT',
    erasure: 'INSERT SELECT',
    held_value: 'DELETE INSERT SELECT',
    holding: 'INSERT SELECT',
    humanitarian_note: 'INSERT SELECT',
    inbox: 'INSERT SELECT',
    instrument_record: 'INSERT SELECT',
    interview_booking: 'INSERT SELECT',
    interview_channel: 'INSERT SELECT',
    interview_window: 'INSERT SELECT',
    mail: 'INSERT SELECT',
    nonce: 'DELETE INSERT SELECT',
    notice: 'INSERT SELECT',
    provision: 'INSERT SELECT UPDATE',
    provision_officer: 'DELETE INSERT SELECT',
    public_key: 'INSERT SELECT',
    readmission_case: 'DELETE INSERT SELECT',
    receipt: 'INSERT SELECT',
    report_decision: 'INSERT SELECT',
    request: 'INSERT SELECT UPDATE',
    request_purpose: 'DELETE INSERT SELECT UPDATE',
    request_subject: 'DELETE INSERT SELECT UPDATE',
    scan: 'INSERT SELECT',
    standing: 'INSERT SELECT',
    strategic_report: 'INSERT SELECT',
    strategic_report_attachment: 'INSERT SELECT',
    strategic_report_sight: 'DELETE INSERT SELECT',
    strategic_report_version: 'INSERT',
    witnessed: 'INSERT SELECT',
    witnessed_log: 'INSERT SELECT UPDATE',
  });
  expect(await listed('sorgu_exchange', 'graphile_worker')).toEqual({
    _private_job_queues: 'INSERT SELECT UPDATE',
    _private_jobs: 'DELETE INSERT SELECT UPDATE',
    _private_known_crontabs: 'INSERT SELECT UPDATE',
    _private_tasks: 'INSERT SELECT UPDATE',
    migrations: 'SELECT',
  });
  expect(await listed('sorgu_exchange', 'register')).toEqual({});
  expect(await listed('sorgu_exchange', 'ledger')).toEqual({});
  expect(await listed('sorgu_exchange', 'drizzle')).toEqual({ __drizzle_migrations: 'SELECT' });
});

test('A-11.4 nobody else sees a job', async () => {
  for (const role of ['sorgu_app', 'sorgu_ledger']) {
    expect(await listed(role, 'graphile_worker')).toEqual({});
    const [may] =
      await admin`select has_schema_privilege(${role}, 'graphile_worker', 'USAGE') as usage`;
    expect(may).toEqual({ usage: false });
  }
});

describe('A-11.4 the server itself refuses the exchange', () => {
  test.each([
    'update exchange.mail set envelope = $$x$$',
    'update exchange.mail set addressee = $$x$$',
    'update exchange.notice set document = $$x$$',
    'delete from exchange.notice',
    'delete from exchange.provision',
    'delete from exchange.custody_file',
    'update exchange.mail set custody_about = null',
    'update exchange.inbox set digest = $$x$$',
    'update exchange.standing set note = $$x$$',
    'update exchange.public_key set jwk = $$x$$',
    'delete from exchange.case_file',
    'delete from exchange.mail',
    'update exchange.scan set content = $$x$$',
    'delete from exchange.scan',
    'delete from exchange.standing',
    'truncate exchange.nonce',
    'select 1 from register.person',
    'select 1 from ledger.entry',
    'insert into ledger.log (log_id, origin) values (1, $$x$$)',
    'create table exchange.t (n int)',
    'create temporary table t (n int)',
    'set role sorgu_owner',
  ])('%s', async (statement) => {
    const sql = openExchangePool(database.urls.exchange);
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    await closePool(sql);
  });
});

test('A-11.4 serving with a role for the exchange that may do more than its work is refused', async () => {
  const pools = openPools(database.urls);
  const exchange = openExchangePool(database.urls.exchange);
  await checkRoles({ ...pools, exchange });
  await closePool(exchange);
  for (const url of [database.urls.owner, database.urls.app]) {
    const other = openExchangePool(url);
    await expect(checkRoles({ ...pools, exchange: other })).rejects.toThrow(
      /^DATABASE_EXCHANGE_URL logs in as sorgu_(owner|app), which may do more than its work/,
    );
    await closePool(other);
  }
  await pools.close();
});

test('a cluster that was made before the role gets it at its next start', async () => {
  const dataDir = await makeDataDir();
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const open = () => openBundledPostgres({ dataDir, log: () => undefined });
  const made = await open();
  const root = openOwner(made.urls.admin);
  await root.unsafe('drop owned by sorgu_exchange; drop role sorgu_exchange');
  await closePool(root);
  await made.close();
  const file = join(dataDir, 'postgres', 'roles.json');
  const { sorgu_exchange: _, ...before } = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify(before));

  const opened = await open();
  await migrate(opened.urls);
  const sql = openExchangePool(opened.urls.exchange);
  expect(await sql`select 1 from exchange.case_file`).toHaveLength(0);
  await closePool(sql);
  await opened.close();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject(before);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});
