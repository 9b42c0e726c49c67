/**
 * Durable jobs on graphile-worker: `send` takes one mail to its gateway, `watch` runs every minute and at each start.
 * What a job is about stands in the tables; its payload is an id. It fails by a constant, since what it fails by is
 * stored: the words of an error could quote a value.
 *
 * Pauses between attempts are graphile-worker's: e, e^2, e^3 ... seconds, from the tenth on six hours.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Runner, TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { Refusal } from '../../base/index.js';
import type { Sql } from '../connect.js';
import { StoreFault } from '../fault.js';
import { orUnavailable, unavailableIf } from '../unavailable.js';
import { openWorkerGround, type WorkerGround } from './worker.js';

/** The work, handed in. Each may be begun again after it was done: a process can end before that is noted. */
export interface JobTasks {
  /** One attempt to send a mail, noted in the outbox. SENT and DEAD are the end of it; AGAIN and a rejection are not. */
  send(id: string): Promise<'SENT' | 'AGAIN' | 'DEAD'>;
  /** Looks after what time brings: cases that woke, mail kept and never sealed, nonces that are over. */
  watch(): Promise<void>;
}

/** What an operator is told. Ids and constants alone. */
export type JobEvent =
  | { readonly kind: 'AGAIN' | 'DEAD'; readonly mail: string }
  | { readonly kind: 'SEND_FAILED'; readonly mail: string; readonly code: string }
  | { readonly kind: 'WATCH_FAILED'; readonly code: string }
  /** The worker ended by itself and is started again. */
  | { readonly kind: 'WORKER_ENDED' };

export interface JobsOptions {
  /** The exchange's role. */
  readonly url: string;
  /** The exchange's pool. */
  readonly sql: Sql;
  readonly tasks: JobTasks;
  readonly tell: (event: JobEvent) => void;
  /** Milliseconds between looks for jobs whose time has come, and between starts; new jobs are announced at once. */
  readonly pollMs?: number;
}

export interface Jobs {
  /** Lets running jobs end, ten seconds at most; what is cut off is done again by the next start. */
  close(): Promise<void>;
}

const sideBySide = 4;
const closeMs = 10_000;
const usualPollMs = 2_000;

/** Starts the jobs. Rejects with Refusal(UNAVAILABLE), or a StoreFault that says what to do. */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { tell, pollMs = usualPollMs } = options;
  const ending = new AbortController();
  const { signal } = ending;
  let working = await start(options);
  const supervised = supervise();
  return {
    async close() {
      ending.abort();
      await stop(working);
      await supervised;
    },
  };

  /** A worker that could not note what it did ends itself. */
  async function supervise(): Promise<void> {
    for (;;) {
      await working.runner.promise.catch(() => undefined);
      if (signal.aborted) return;
      endPool(working.pool);
      tell({ kind: 'WORKER_ENDED' });
      const next = await startAgain();
      if (next === undefined) return;
      working = next;
    }
  }

  async function startAgain(): Promise<Working | undefined> {
    while (!signal.aborted) {
      await pause(pollMs, undefined, { signal }).catch(() => undefined);
      const started = await start(options).catch(() => undefined);
      if (started === undefined) continue;
      if (!signal.aborted) return started;
      await stop(started);
    }
    return undefined;
  }
}

/** A worker at work, and its connections. */
interface Working {
  readonly runner: Runner;
  readonly pool: Pool;
}

async function start(options: JobsOptions): Promise<Working> {
  const working = await open(options);
  try {
    await orUnavailable(async () => {
      // A worker that was killed left jobs locked, for four hours by graphile-worker's own measure. Should it live, a
      // job is done twice, which every task allows.
      await options.sql.unsafe(UNLOCK_ALL);
      await options.sql.unsafe(WATCH_NOW);
    });
    return working;
  } catch (error) {
    await stop(working);
    throw error;
  }
}

async function open(options: JobsOptions): Promise<Working> {
  const ground = await openWorkerGround(options.url, sideBySide + 2);
  try {
    return { runner: await run(options, ground), pool: ground.pgPool };
  } catch (error) {
    endPool(ground.pgPool);
    throw error;
  }
}

async function run(options: JobsOptions, ground: WorkerGround): Promise<Runner> {
  const worker = await import('graphile-worker');
  const { pollMs: pollInterval = usualPollMs } = options;
  try {
    return await worker.run({
      ...ground,
      taskList: tasksOf(options),
      crontab: '* * * * * watch ?jobKey=watch',
      noHandleSignals: true,
      preset: {
        worker: {
          concurrentJobs: sideBySide,
          pollInterval,
          // Without these two, noting what was done over a lost connection is a rejection that nobody can catch, and
          // ends the process. With them it ends the worker, which is started again.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
    });
  } catch (error) {
    const known = unavailableIf(error);
    throw known instanceof StoreFault
      ? new StoreFault('jobs: the database is not migrated: run sorgu migrate')
      : known;
  }
}

async function stop({ runner, pool }: Working): Promise<void> {
  const late = new AbortController();
  const forced = pause(closeMs, undefined, { signal: late.signal })
    .then(() => runner.kill())
    .catch(() => undefined);
  await Promise.race([runner.stop().catch(() => undefined), forced]);
  late.abort();
  endPool(pool);
}

// Not waited for: a job that was cut off still holds its connection.
function endPool(pool: Pool): void {
  if (!pool.ending) pool.end().catch(() => undefined);
}

function tasksOf({ sql, tasks, tell }: JobsOptions): TaskList {
  return {
    async send(payload) {
      const mail = idIn(payload);
      const became = await tasks.send(mail).catch((error: unknown) => {
        const code = codeOf(error);
        tell({ kind: 'SEND_FAILED', mail, code });
        throw new JobFault(code);
      });
      if (became === 'SENT') return;
      tell({ kind: became, mail });
      if (became === 'AGAIN') throw new JobFault(became);
    },
    // Never fails: the next one comes within a minute.
    async watch() {
      try {
        await orUnavailable(() => sql.unsafe(TIDY).then(() => undefined));
        await tasks.watch();
      } catch (error) {
        tell({ kind: 'WATCH_FAILED', code: codeOf(error) });
      }
    },
  };
}

class JobFault extends Error {
  override readonly name = 'JobFault';
}

const codeOf = (error: unknown): string => (error instanceof Refusal ? error.code : 'INTERNAL');

// Jobs are made by this room alone.
const idIn = (payload: unknown): string => (payload as { readonly id: string }).id;

const WATCH_NOW = `select graphile_worker.add_job('watch', job_key => 'watch')`;

const UNLOCK_ALL = `
  select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`;

// No job runs for ten minutes; and one that was replaced while it ran is left behind without attempts.
const TIDY = `
  with left_behind as (
    delete from graphile_worker._private_jobs where locked_at is null and attempts >= max_attempts)
  update graphile_worker._private_jobs set locked_at = null, locked_by = null
  where locked_at < now() - interval '10 minutes'`;
