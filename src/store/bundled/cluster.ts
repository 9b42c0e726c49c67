/**
 * A cluster made by `initdb`, together with the passwords of its roles. Made in a draft directory and moved into its
 * place at once: a start that is killed in between leaves no half-made cluster.
 *
 * Passwords (SCRAM) rather than trust: the three URLs then part the roles here exactly as they do on a server of the
 * operator's own, and another service of the account `postgres` or `nobody` is not let in by its name.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StoreFault } from '../fault.js';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { isAlive } from './postmaster.js';

const run = promisify(execFile);

/** `admin` is the superuser: it makes the roles and the database, and restores; nothing else. */
export const roleNames = [
  'sorgu_admin',
  'sorgu_owner',
  'sorgu_app',
  'sorgu_ledger',
  'sorgu_exchange',
] as const;
export type RoleName = (typeof roleNames)[number];
export type Passwords = Readonly<Record<RoleName, string>>;

export interface Cluster {
  /** PostgreSQL's data directory. */
  readonly data: string;
  readonly passwords: Passwords;
}

export interface ClusterOptions {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
}

/** Opens the cluster of a place; makes it the first time. */
export async function openCluster(place: string, options: ClusterOptions): Promise<Cluster> {
  const data = join(place, 'cluster');
  if (!existsSync(join(data, 'PG_VERSION'))) await makeCluster(place, options);
  await dropDrafts(place);
  await checkVersion(data, options.binaries);
  return { data, passwords: await readPasswords(join(place, 'roles.json')) };
}

async function makeCluster(place: string, options: ClusterOptions): Promise<void> {
  const draft = `${place}.draft-${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(join(draft, 'cluster'), { recursive: true, mode: 0o711 });
  const passwords = newPasswords();
  await writeDurably(join(draft, 'roles.json'), JSON.stringify(passwords));
  await initialise(draft, passwords.sorgu_admin, options);
  // Of two first starts one wins; the other finds the place filled and uses it.
  await rename(draft, place).then(
    () => flush(dirname(place)),
    () => rm(draft, { recursive: true, force: true }),
  );
}

async function initialise(draft: string, password: string, options: ClusterOptions): Promise<void> {
  const { binaries, account } = options;
  const data = join(draft, 'cluster');
  const secret = join(draft, 'secret');
  await writeFile(secret, password, { mode: 0o600 });
  if (account !== undefined)
    for (const path of [data, secret]) await chown(path, account.uid, account.gid);
  const common = [
    '-D',
    data,
    '-U',
    'sorgu_admin',
    '-E',
    'UTF8',
    '--data-checksums',
    '--no-instructions',
  ];
  const access = ['--auth=scram-sha-256', `--pwfile=${secret}`];
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  try {
    await run(binaries.initdb, [...common, ...access, ...locale(binaries)], {
      ...account,
      cwd: '/',
      env,
    });
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw new StoreFault(`initdb failed in ${dirname(draft)}: ${lastLine(error)}`);
  } finally {
    await rm(secret, { force: true });
  }
  await writeDurably(join(data, 'pg_hba.conf'), 'local all all scram-sha-256\n');
}

/** Code point order and Unicode case rules, the same on every machine. */
function locale({ major }: Binaries): string[] {
  return major >= 17
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8'];
}

function newPasswords(): Passwords {
  const secret = () => randomBytes(32).toString('hex');
  return {
    sorgu_admin: secret(),
    sorgu_owner: secret(),
    sorgu_app: secret(),
    sorgu_ledger: secret(),
    sorgu_exchange: secret(),
  };
}

/** The passwords; a role that came after the cluster was made gets its own now. */
async function readPasswords(file: string): Promise<Passwords> {
  const kept = await readKeptPasswords(file);
  const passwords = { ...newPasswords(), ...kept };
  if (Object.keys(passwords).length > Object.keys(kept).length) {
    const draft = `${file}.${process.pid}`;
    await writeDurably(draft, JSON.stringify(passwords));
    await rename(draft, file);
    await flush(dirname(file));
  }
  return passwords;
}

async function readKeptPasswords(file: string): Promise<Partial<Passwords>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Passwords>;
  } catch {
    throw new StoreFault(
      `${file} with the database passwords cannot be read: restore it from the backup of the data`,
    );
  }
}

/** Writes a file that a power failure leaves whole: what a ledger is entered with must outlive what is entered into it. */
async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Flushes a directory: the names in it. */
async function flush(directory: string): Promise<void> {
  const opened = await open(directory, 'r');
  await opened.sync().finally(() => opened.close());
}

async function checkVersion(data: string, { major }: Binaries): Promise<void> {
  const made = Number.parseInt(await readFile(join(data, 'PG_VERSION'), 'utf8'), 10);
  if (made === major) return;
  throw new StoreFault(
    `${data} was made by PostgreSQL ${made}, found is ${major}: install ${made}, or dump and restore`,
  );
}

/** Drafts of starts that were killed. */
async function dropDrafts(place: string): Promise<void> {
  const prefix = `${basename(place)}.draft-`;
  for (const name of await readdir(dirname(place)))
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10)))
      await rm(join(dirname(place), name), { recursive: true, force: true });
}

function lastLine(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return output.trim().split('\n').at(-1) ?? '';
}
