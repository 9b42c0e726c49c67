/** Faults that the kernel tells, or a death, at a seeded call of a process: by strace, which is attached to it. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Random } from '../../../src/register/sample/random.js';

const run = promisify(execFile);

export const TARGETS = ['gateway', 'ledger', 'walwriter'] as const;
/** The gateway; PostgreSQL's process for the ledger's connection; the one that writes its log in the background. */
export type Target = (typeof TARGETS)[number];

export interface Injection {
  readonly target: Target;
  readonly call: string;
  readonly fault: 'error=EIO' | 'error=ENOSPC' | 'signal=SIGKILL';
  /** At which call of a thread, from 1. */
  readonly at: number;
}

interface Call {
  readonly call: string;
  /** A thread makes so many in a trial. */
  readonly often: number;
}

/** Calls that a target makes while it serves: to sockets, to its files, and the flush. */
const CALLS: Readonly<Record<Target, readonly [Call, ...Call[]]>> = {
  gateway: [
    { call: 'write', often: 40 },
    { call: 'writev', often: 20 },
    { call: 'pwrite64', often: 10 },
    { call: 'fdatasync', often: 1 },
  ],
  ledger: [
    { call: 'sendto', often: 20 },
    { call: 'pwrite64', often: 10 },
    { call: 'fdatasync', often: 10 },
  ],
  walwriter: [
    { call: 'pwrite64', often: 1 },
    { call: 'fdatasync', often: 1 },
  ],
};
const FAULTS: readonly [Injection['fault'], ...Injection['fault'][]] = [
  'error=EIO',
  'error=ENOSPC',
  'signal=SIGKILL',
];

/** What trial number `number` injects. */
export function injectionOf(number: number, random: Random): Injection {
  const target = TARGETS[number % TARGETS.length] ?? 'gateway';
  const { call, often } = random.pick(CALLS[target]);
  return { target, call, fault: random.pick(FAULTS), at: 1 + random.below(often) };
}

/** What this machine lacks for it; undefined if it has it all. */
export async function lackOf(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'root on Linux';
  const args = ['-o', '/dev/null', '-e', 'inject=close:error=EIO:when=9999', 'true'];
  return run('strace', args).then(
    () => undefined,
    () => 'strace, or the right to trace',
  );
}

export interface Tracer {
  /** Lets the process go; whether anything was injected. */
  detach(): Promise<boolean>;
}

/** Attaches to a process and all its threads; resolves once it is. */
export async function attach(pid: number, { call, fault, at }: Injection): Promise<Tracer> {
  const directory = await mkdtemp(join(tmpdir(), 'sorgu-rig-'));
  const told = join(directory, 'told');
  // A later call of a thread that lives longer is let through.
  const inject = `inject=${call}:${fault}:when=${at}`;
  const args = ['-f', '-p', String(pid), '-o', told, '-e', `trace=${call}`, '-e', inject];
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = once(strace, 'exit');
  // It says that it is attached, or why not.
  await Promise.race([once(strace.stderr, 'data'), gone]);
  return {
    async detach() {
      strace.kill('SIGTERM');
      await gone;
      const text = await readFile(told, 'utf8').catch(() => '');
      await rm(directory, { recursive: true });
      return text.includes('INJECTED') || text.includes('killed by SIGKILL');
    },
  };
}
