/** One run of the PostgreSQL server: its settings, its start, its stop. It listens on a Unix socket alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreFault } from '../fault.js';
import type { Account } from './account.js';
import { findPostmaster, waitUntil } from './postmaster.js';

const readyMs = 60_000;
const logLimit = 1_000_000;
/** Linux takes 107 bytes in a socket's path, macOS 103. */
const longestSocketDir = 103 - '/.s.PGSQL.5432'.length;

export interface ServerOptions {
  readonly program: string;
  readonly data: string;
  /** Where the server writes what happens to it. */
  readonly logFile: string;
  readonly account: Account | undefined;
}

export interface Server {
  readonly child: ChildProcess;
  readonly socketDir: string;
}

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // The text of an error may quote a value ("invalid input syntax for type date: ..."), its detail a passport number,
  // its statement both: nothing that a client causes is written to the server's log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
} as const;

/** Starts the server and waits until it accepts connections. Rejects with the last line of its log. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { program, data, account } = options;
  const socketDir = await makeSocketDir(data, account);
  const owner = { 'sorgu.owner': String(process.pid), unix_socket_directories: socketDir };
  const flags = Object.entries({ ...settings, ...owner }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = await openLog(options.logFile);
  // A group of its own: Ctrl-C ends the gateway first, which still needs the database to finish its answers.
  const child = spawn(program, ['-D', data, ...flags], {
    ...account,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  await log.close();
  child.unref();
  if (await becomesReady(child, data)) return { child, socketDir };
  child.kill('SIGQUIT');
  throw new StoreFault(`PostgreSQL does not start on ${data}: ${await lastLine(options.logFile)}`);
}

async function becomesReady(child: ChildProcess, data: string): Promise<boolean> {
  let failed = false;
  child.once('error', () => {
    failed = true;
  });
  const ended = () => failed || child.exitCode !== null || child.signalCode !== null;
  const ready = async () => {
    const found = await findPostmaster(data);
    return found?.pid === child.pid && found?.ready === true;
  };
  await waitUntil(async () => ended() || (await ready()), readyMs);
  return !ended() && (await ready());
}

async function openLog(file: string) {
  const long = await stat(file).then(
    ({ size }) => size > logLimit,
    () => false,
  );
  return open(file, long ? 'w' : 'a', 0o600);
}

async function lastLine(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).trim().split('\n').at(-1) ?? '';
}

/** The same directory at each start, so that pools find a restarted server again; another if a stranger took the name. */
async function makeSocketDir(data: string, account: Account | undefined): Promise<string> {
  const base =
    [tmpdir(), '/tmp'].find((at) => Buffer.byteLength(at) + 32 <= longestSocketDir) ?? '/tmp';
  const usual = join(base, `sorgu-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`);
  await mkdir(usual, { mode: 0o700 }).then(
    () => give(usual, account),
    () => undefined,
  );
  if (await isOurs(usual, account)) return usual;
  const other = await mkdtemp(join(base, 'sorgu-'));
  await give(other, account);
  return other;
}

async function give(directory: string, account: Account | undefined): Promise<void> {
  if (account !== undefined) await chown(directory, account.uid, account.gid);
}

/** Threat: somebody makes the directory before us, or a link in its stead, to sit between us and the database. */
async function isOurs(directory: string, account: Account | undefined): Promise<boolean> {
  const found = await lstat(directory);
  const owner = account?.uid ?? process.getuid?.();
  return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
}

/** Removes the directory of a stopped server. */
export async function dropSocketDir(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}
