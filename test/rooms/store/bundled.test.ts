/** The supervisor of the bundled PostgreSQL, on clusters of its own: start, stop, crash, and what a kill leaves. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findPostmaster, stopPostmaster } from '../../../src/store/bundled/postmaster.js';
import {
  type BundledPostgres,
  closePool,
  openBundledPostgres,
  openOwner,
} from '../../../src/store/index.js';
import { makeDataDir } from '../../support/data-dir.js';

const copy = promisify(execFile);

/** A cluster made once: most tests begin with a copy of it. */
let seed: string;
let dataDir: string;
let told: string[];
const opened: BundledPostgres[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  seed = await makeDataDir();
  const made = await openBundledPostgres({ dataDir: seed, log: () => undefined });
  await made.close();
});
afterAll(() => rm(seed, { recursive: true }));
beforeEach(async () => {
  dataDir = await makeDataDir();
  await copy('cp', ['-a', `${seed}/.`, dataDir]);
  told = [];
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const postgres of opened.splice(0)) {
    await postgres.close();
    await rm(socketDirOf(postgres), { recursive: true, force: true });
  }
  const left = await findPostmaster(cluster());
  if (left !== undefined) await stopPostmaster(cluster(), left.pid);
  await rm(dataDir, { recursive: true, force: true });
});

async function open(): Promise<BundledPostgres> {
  const postgres = await openBundledPostgres({ dataDir, log: (line) => told.push(line) });
  opened.push(postgres);
  return postgres;
}

async function asOwner(postgres: BundledPostgres, statement: string): Promise<readonly object[]> {
  const sql = openOwner(postgres.urls.owner);
  try {
    return await sql.unsafe(statement);
  } finally {
    await closePool(sql);
  }
}

/** Another process that holds the cluster open. */
async function hold(): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '../../support/hold-postgres.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

const cluster = () => join(dataDir, 'postgres', 'cluster');
const socketDirOf = (postgres: BundledPostgres) =>
  new URL(postgres.urls.app).searchParams.get('host') ?? '';

test('a restart keeps the data and the URLs', async () => {
  const first = await open();
  await asOwner(first, 'create table kept as select 7 as n');
  await first.close();
  expect(await findPostmaster(cluster())).toBeUndefined();
  const second = await open();
  expect(await asOwner(second, 'select n from kept')).toEqual([{ n: 7 }]);
  expect(second.urls).toEqual(first.urls);
  await second.close();
});

test('after kill -9 of the gateway the next start ends what it left, and keeps the data', async () => {
  const gateway = await hold();
  const joined = await open();
  await asOwner(joined, 'create table kept as select 7 as n');
  gateway.kill('SIGKILL');
  await once(gateway, 'exit');
  const orphan = await findPostmaster(cluster());
  expect(orphan).toMatchObject({ owned: false });
  const next = await open();
  expect(next.joined).toBe(false);
  expect(await asOwner(next, 'select n from kept')).toEqual([{ n: 7 }]);
  expect((await findPostmaster(cluster()))?.pid).not.toBe(orphan?.pid);
  expect(told).toEqual([`ending PostgreSQL (process ${orphan?.pid}) that a killed gateway left`]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s leaves no orphan', async (signal) => {
  const gateway = await hold();
  await open();
  gateway.kill(signal);
  expect(await once(gateway, 'exit')).toEqual([null, signal]);
  await vi.waitFor(async () => expect(await findPostmaster(cluster())).toBeUndefined(), 10_000);
});

test('a second process joins the server that runs, and leaves it running', async () => {
  await hold();
  const second = await open();
  expect(second.joined).toBe(true);
  await second.close();
  expect(await asOwner(second, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('two first starts at once use one cluster', async () => {
  await rm(join(dataDir, 'postgres'), { recursive: true });
  const both = await Promise.all([open(), open()]);
  expect(both.map(({ joined }) => joined).sort()).toEqual([false, true]);
  expect(both[0]?.urls).toEqual(both[1]?.urls);
});

test('a server that dies is started again', async () => {
  const postgres = await open();
  const before = await findPostmaster(cluster());
  process.kill(before?.pid ?? 0, 'SIGKILL');
  await vi.waitFor(async () => {
    const now = await findPostmaster(cluster());
    expect(now).toMatchObject({ ready: true });
    expect(now?.pid).not.toBe(before?.pid);
  }, 10_000);
  expect(await asOwner(postgres, 'select 1 as n')).toEqual([{ n: 1 }]);
  await postgres.close();
  expect(await findPostmaster(cluster())).toBeUndefined();
});

test('a process number that a stranger has since been given does not stand in the way', async () => {
  const stranger = spawn('sleep', ['60']);
  children.push(stranger);
  await writeFile(
    join(cluster(), 'postmaster.pid'),
    `${stranger.pid}\n${cluster()}\n0\n5432\n/tmp\n`,
  );
  const postgres = await open();
  expect(await asOwner(postgres, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect(stranger.exitCode).toBeNull();
});

test('a make of the cluster that was killed half-way is made anew', async () => {
  const killed = spawn('true');
  await once(killed, 'exit');
  const draft = join(dataDir, `postgres.draft-${killed.pid}-0`, 'cluster');
  await mkdir(draft, { recursive: true });
  await open();
  expect(existsSync(draft)).toBe(false);
});

describe('faults are told in one line', () => {
  const refusal = () =>
    open().then(
      () => 'opened',
      (error: Error) => `${error.name}: ${error.message}`,
    );

  test('a data directory that is a file', async () => {
    await rm(dataDir, { recursive: true });
    await writeFile(dataDir, '');
    expect(await refusal()).toBe(
      `StoreFault: the data directory ${dataDir} cannot be made: set DATA_DIR to one we may write`,
    );
  });

  test('data of another PostgreSQL', async () => {
    await writeFile(join(cluster(), 'PG_VERSION'), '12\n');
    expect(await refusal()).toMatch(
      /^StoreFault: \S+ was made by PostgreSQL 12, found is \d+: [^\n]+$/,
    );
  });

  test('a configuration that PostgreSQL refuses', async () => {
    await writeFile(join(cluster(), 'postgresql.conf'), 'no_such_setting = 1\n');
    expect(await refusal()).toMatch(/^StoreFault: PostgreSQL does not start on \S+: [^\n]+$/);
  });

  test('passwords that are lost', async () => {
    await rm(join(dataDir, 'postgres', 'roles.json'));
    expect(await refusal()).toMatch(/^StoreFault: \S+roles\.json with [^\n]+ restore it [^\n]+$/);
  });
});

test('A-11.4 nobody else gets in: a socket in a closed directory, passwords that only we can read', async () => {
  const postgres = await open();
  expect((await stat(socketDirOf(postgres))).mode & 0o777).toBe(0o700);
  expect((await stat(join(dataDir, 'postgres', 'roles.json'))).mode & 0o777).toBe(0o600);
  const [listening] = await asOwner(postgres, 'show listen_addresses');
  expect(listening).toEqual({ listen_addresses: '' });
  const stranger = postgres.urls.app.replace(/:[0-9a-f]{64}@/, ':wrong@');
  await expect(
    asOwner({ ...postgres, urls: { ...postgres.urls, owner: stranger } }, 'select 1'),
  ).rejects.toMatchObject({ code: '28P01' });
});

test('A-11.4 the log of the server holds no value that a statement carried', async () => {
  const postgres = await open();
  await asOwner(
    postgres,
    "create table passport (number text primary key); insert into passport values ('AZE-CANARY')",
  );
  const faulty = [
    "insert into passport values ('AZE-CANARY')",
    "select 'AZE-CANARY'::date",
    "do $$ begin raise warning 'AZE-CANARY'; end $$; select 1/0 as canary",
  ];
  for (const statement of faulty) await asOwner(postgres, statement).catch(() => undefined);
  const log = await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toMatch(/CANARY/i);
});

describe.skipIf(process.getuid?.() !== 0)('run by root', () => {
  test('a data directory that PostgreSQL cannot enter: the data are kept elsewhere, and found again', async () => {
    await rm(join(dataDir, 'postgres'), { recursive: true });
    await chmod(dataDir, 0o700);
    const first = await open();
    const place = (await readFile(join(dataDir, 'postgres.place'), 'utf8')).trim();
    expect(dirname(place)).toBe('/var/lib/sorgu');
    await asOwner(first, 'create table kept as select 7 as n');
    await first.close();
    await chmod(dataDir, 0o711);
    const second = await open();
    expect(await asOwner(second, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.close();
    await rm(place, { recursive: true });
    await expect(open()).rejects.toThrow('is gone: restore it');
  });

  test('data that PostgreSQL can no longer enter are not replaced by none', async () => {
    await chmod(dataDir, 0o700);
    await expect(open()).rejects.toThrow('can no longer enter');
  });

  test('a socket directory that somebody else made is not used', async () => {
    const first = await open();
    const usual = socketDirOf(first);
    await first.close();
    await mkdir(usual, { mode: 0o777 });
    await chown(usual, 12345, 12345);
    const second = await open();
    expect(socketDirOf(second)).not.toBe(usual);
    await second.close();
    await rm(usual, { recursive: true });
  });
});
