/**
 * Who runs a cluster now, as `postmaster.pid` and the process itself tell, and whether the gateway that started it
 * still lives. No lock file of our own: a crash leaves nothing that could be wrong.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StoreFault } from '../fault.js';

const run = promisify(execFile);
const pollMs = 20;
const stopMs = { SIGINT: 20_000, SIGQUIT: 10_000, SIGKILL: 5_000 } as const;

export interface Postmaster {
  readonly pid: number;
  readonly socketDir: string;
  /** It accepts connections. */
  readonly ready: boolean;
  /** The gateway that started it lives and is still its parent; otherwise it is an orphan. */
  readonly owned: boolean;
}

/** The server that runs on this data directory, or undefined. Removes what a dead one left in our way. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = join(cluster, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => '');
  // Lines: pid, data directory, start time, port, socket directory, listen address, shared memory, status.
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  const { parent, command } = await describe(pid);
  // After a reboot, or in another container, a stranger may have the number: PostgreSQL would refuse to start. Only a
  // program that is certainly not PostgreSQL is a stranger: two servers on one directory would ruin it.
  if (!command.includes('postgres')) await rm(file, { force: true });
  if (!command.includes(cluster)) return undefined;
  const owner = Number(/sorgu\.owner=(\d+)/.exec(command)?.[1]);
  return {
    pid,
    socketDir: lines[4] ?? '',
    ready: lines[7] === 'ready',
    owned: owner === parent,
  };
}

/** Ends a server: its clients are cut off, what they committed is kept. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!send(pid, signal)) return;
    if (await waitUntil(() => !isAlive(pid), stopMs[signal])) return;
  }
  throw new StoreFault(
    `PostgreSQL (process ${pid}) on ${cluster} does not stop: end it and start again`,
  );
}

/** Waits until a condition holds; false if it does not within the time (milliseconds). */
export async function waitUntil(
  holds: () => boolean | Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) return false;
    await pause(pollMs);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPERM')
      throw new StoreFault(
        `PostgreSQL (process ${pid}) belongs to another account: end it there, or set another DATA_DIR`,
      );
    return false;
  }
}

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Ended, and never fetched by its parent: the first process of a container often fetches none. */
function isZombie(pid: number): boolean {
  try {
    return fields(readFileSync(`/proc/${pid}/stat`, 'utf8'))[0] === 'Z';
  } catch {
    return false;
  }
}

/** State, parent and so on. The field before them, the program's name in brackets, may hold spaces and brackets. */
const fields = (stat: string): readonly string[] =>
  stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** Parent and command line of a process. A container may lack `ps`, macOS lacks `/proc`. */
async function describe(pid: number): Promise<{ parent: number; command: string }> {
  if (existsSync('/proc/self/stat')) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return { parent: Number(fields(stat)[1]), command };
  }
  const { stdout } = await run('ps', ['-o', 'ppid=,args=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return { parent: Number.parseInt(stdout, 10), command: stdout };
}
