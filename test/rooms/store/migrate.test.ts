/** Migrating: what it makes, twice, at once, by an owner of the operator's own; and that it is in step with the schema. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, onTestFinished, test } from 'vitest';
import {
  type BundledUrls,
  closePool,
  isMigrated,
  migrate,
  openOwner,
  type Sql,
} from '../../../src/store/index.js';

const run = promisify(execFile);
const repository = join(import.meta.dirname, '../../..');

/** An empty database of an operator's own, with login roles of names of its own. */
async function emptyDatabase(ownerMay: string): Promise<BundledUrls> {
  const template = inject('postgres');
  const name = `own_${randomBytes(4).toString('hex')}`;
  const admin = openOwner(template.admin);
  const roles = [`${name}_owner`, `${name}_app`, `${name}_ledger`, `${name}_exchange`] as const;
  for (const role of roles) await admin.unsafe(`create role ${role} login password 'x'`);
  await admin.unsafe(`create database ${name} owner ${roles[0]}`);
  if (ownerMay !== '') await admin.unsafe(`${ownerMay} to ${roles[0]} with admin option`);
  onTestFinished(async () => {
    await admin.unsafe(`drop database ${name} with (force)`);
    for (const role of [...roles].reverse())
      await admin.unsafe(`drop owned by ${role}; drop role ${role}`);
    await closePool(admin);
  });
  const url = (role: string) => {
    const made = new URL(template.owner);
    made.pathname = `/${name}`;
    made.username = role;
    made.password = 'x';
    return made.href;
  };
  return {
    admin: template.admin,
    owner: url(roles[0]),
    app: url(roles[1]),
    ledger: url(roles[2]),
    exchange: url(roles[3]),
  };
}

async function as<T>(url: string, ask: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = openOwner(url);
  try {
    return await ask(sql);
  } finally {
    await closePool(sql);
  }
}

test('an owner of the operator migrates, and gives logins of other names what they need', async () => {
  const urls = await emptyDatabase('grant sorgu_app, sorgu_ledger, sorgu_exchange');
  expect(await as(urls.app, isMigrated)).toBe(false);
  await migrate(urls);
  await migrate(urls);
  expect(await as(urls.app, isMigrated)).toBe(true);
  expect(await as(urls.ledger, isMigrated)).toBe(true);
  expect(await as(urls.exchange, isMigrated)).toBe(true);
  await as(urls.app, (sql) =>
    sql.unsafe('begin; set local role sorgu_search; select 1 from register.person; commit'),
  );
  await expect(as(urls.app, (sql) => sql`select 1 from register.person`)).rejects.toMatchObject({
    code: '42501',
  });
  await as(urls.ledger, (sql) => sql`insert into ledger.log (log_id, origin) values (1, 'x')`);
  await expect(as(urls.ledger, (sql) => sql`select 1 from ledger.log`)).rejects.toMatchObject({
    code: '42501',
  });
});

test('two migrations at once wait for each other', async () => {
  const urls = await emptyDatabase('grant sorgu_app, sorgu_ledger, sorgu_exchange');
  await Promise.all([migrate(urls), migrate(urls), migrate(urls)]);
  const [applied] = await as(
    urls.owner,
    (sql) => sql<{ n: number }[]>`select count(*)::int as n from drizzle.__drizzle_migrations`,
  );
  const files = (await readdir(join(repository, 'drizzle'))).filter((name) =>
    /^\d{4}_.*\.sql$/.test(name),
  );
  expect(applied?.n).toBe(files.length);
});

test('an owner that may not give the roles is told what the administrator has to do', async () => {
  const urls = await emptyDatabase('');
  await expect(migrate(urls)).rejects.toThrow(
    /^as administrator: grant sorgu_app to "own_[0-9a-f]+_app"/,
  );
});

test('the migrations are in step with the tables in src/store/schema', async () => {
  const out = await mkdtemp(join(tmpdir(), 'sorgu-drizzle-'));
  onTestFinished(() => rm(out, { recursive: true }));
  await cp(join(repository, 'drizzle'), out, { recursive: true });
  const kit = join(repository, 'node_modules/drizzle-kit/bin.cjs');
  const options = [
    'generate',
    '--dialect=postgresql',
    '--schema=./src/store/schema/*.ts',
    // Of an absolute path it says nothing, and exits with 0.
    `--out=${relative(repository, out)}`,
  ];
  const { stdout } = await run(process.execPath, [kit, ...options], { cwd: repository });
  expect(stdout).toContain('No schema changes');
  expect(await readdir(out)).toEqual(await readdir(join(repository, 'drizzle')));
});
