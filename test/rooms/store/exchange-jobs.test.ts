/** Durable jobs on real PostgreSQL: sent once it may be, tried again, taken over from the dead, and stopped in order. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import { openWorkerGround } from '../../../src/store/exchange/worker.js';
import {
  type JobEvent,
  type Jobs,
  type JobTasks,
  type Outbox,
  openCases,
  openJobs,
  openOutbox,
} from '../../../src/store/index.js';
import { mailTo, openTestExchange, receivedFile, type TestExchange } from './exchange-fixtures.js';

let exchange: TestExchange;
let outbox: Outbox;
let opened: Jobs[];
let told: JobEvent[];

beforeEach(async () => {
  exchange = await openTestExchange();
  outbox = openOutbox(exchange);
  opened = [];
  told = [];
});
afterEach(async () => {
  for (const jobs of opened) await jobs.close();
  await exchange.close();
});

async function open(tasks: Partial<JobTasks>): Promise<Jobs> {
  const jobs = await openJobs({
    url: exchange.urls.exchange,
    sql: exchange.sql,
    tasks: { send: async () => 'SENT', watch: async () => undefined, ...tasks },
    tell: (event) => told.push(event),
    pollMs: 20,
  });
  opened.push(jobs);
  return jobs;
}

/** Keeps so much mail, which may go. */
async function sealed(count: number): Promise<readonly string[]> {
  const id = randomUUID();
  const mail = Array.from({ length: count }, () => mailTo('KZ-MIA', '{"name":"CANARY"}'));
  const kept = { file: receivedFile(id), request: null, mail, result: null };
  await openCases(exchange).change(id, () => kept);
  return mail.map((one) => one.id);
}

interface JobRow {
  readonly key: string | null;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly pause: number;
  readonly locked: boolean;
}
const sendJobs = () => exchange.admin<JobRow[]>`
  select j.key, attempts, last_error, locked_at is not null as locked,
    extract(epoch from run_at - now())::float8 as pause
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'send'`;

/** Lets jobs that wait for another attempt run now. */
const hurry = () => exchange.admin`
  update graphile_worker._private_jobs set run_at = now() where locked_at is null`;

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  // Each look is a round trip to the database, so this gives way to the worker.
  while (!(await holds())) await exchange.admin`select 1`;
}
const untilDone = () => until(async () => (await sendJobs()).length === 0);

describe('sending', () => {
  test('each sealed mail is sent, what was sealed before the start too, and its job is gone', async () => {
    const sent: string[] = [];
    const before = await sealed(3);
    await open({
      send: async (id) => {
        sent.push(id);
        return 'SENT';
      },
    });
    const after = await sealed(3);
    await untilDone();
    // This sender writes nothing down, so that the look at the start may find one that is just through, and send it again.
    expect([...new Set(sent)].sort()).toEqual([...before, ...after].sort());
    expect(told).toEqual([]);
  });

  test('a failed attempt is made again after growing pauses, and says nothing but a constant', async () => {
    const [mail = ''] = await sealed(1);
    let attempts = 0;
    await open({
      send: async (id) => {
        attempts += 1;
        if (attempts === 1) throw new Error('CANARY');
        if (attempts === 2) throw new Refusal('UNAVAILABLE');
        return attempts > 4 ? 'SENT' : outbox.failed(id, { code: 'TIMEOUT', final: false });
      },
    });
    const pauses: number[] = [];
    for (const attempt of [1, 2, 3, 4]) {
      await until(async () =>
        (await sendJobs()).some((job) => job.attempts === attempt && !job.locked),
      );
      const [job] = await sendJobs();
      pauses.push(job?.pause ?? 0);
      expect(job?.last_error).toBe(['INTERNAL', 'UNAVAILABLE', 'AGAIN', 'AGAIN'][attempt - 1]);
      await hurry();
    }
    await untilDone();
    pauses.forEach((pause, at) => {
      const longest = Math.exp(at + 1);
      expect(pause).toBeGreaterThan(longest - 2);
      expect(pause).toBeLessThanOrEqual(longest);
    });
    expect(told).toEqual([
      { kind: 'SEND_FAILED', mail, code: 'INTERNAL' },
      { kind: 'SEND_FAILED', mail, code: 'UNAVAILABLE' },
      { kind: 'AGAIN', mail },
      { kind: 'AGAIN', mail },
    ]);
  });

  test('a dead letter is told of and tried no more, until an operator says so', async () => {
    const [mail = ''] = await sealed(1);
    let attempts = 0;
    await open({
      send: async (id) => {
        attempts += 1;
        if (attempts === 1) return outbox.failed(id, { code: 'REFUSED', final: true });
        await outbox.sent(id, 'receipt');
        return 'SENT';
      },
    });
    await untilDone();
    expect(told).toEqual([{ kind: 'DEAD', mail }]);
    expect(await outbox.dead(10)).toMatchObject([{ id: mail, code: 'REFUSED' }]);
    await outbox.again(mail);
    await until(() => attempts === 2);
    await untilDone();
    expect(await outbox.load(mail)).toMatchObject({ sent: true });
  });

  test('payloads and errors of jobs hold ids and constants alone', async () => {
    await sealed(1);
    await open({ send: () => Promise.reject(new Error('CANARY')) });
    await until(() => told.length > 0);
    await until(async () => (await sendJobs()).every((job) => !job.locked));
    const [row] = await exchange.admin<{ all: string }[]>`
      select string_agg(j::text, ' ') as all from graphile_worker._private_jobs j`;
    expect(row?.all).toContain('INTERNAL');
    expect(row?.all).not.toContain('CANARY');
  });
});

describe('watching', () => {
  test('begins with the start, is planned for every minute, and a failure is told', async () => {
    let watched = 0;
    await open({
      watch: async () => {
        watched += 1;
        throw new Error('CANARY');
      },
    });
    await until(() => told.length > 0);
    expect(watched).toBe(1);
    expect(told).toEqual([{ kind: 'WATCH_FAILED', code: 'INTERNAL' }]);
    await until(
      async () =>
        (await exchange.admin`select from graphile_worker._private_known_crontabs`).length === 1,
    );
    const [cron] =
      await exchange.admin`select identifier from graphile_worker._private_known_crontabs`;
    expect(cron).toEqual({ identifier: 'watch' });
  });
});

describe('a process that died', () => {
  test('its jobs are taken over at the next start', async () => {
    const [mail = ''] = await sealed(1);
    await exchange.admin`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead', attempts = 1`;
    const sent: string[] = [];
    await open({
      send: async (id) => {
        sent.push(id);
        return 'SENT';
      },
    });
    await untilDone();
    expect(sent).toEqual([mail]);
  });

  test('beside one that lives, after ten minutes', async () => {
    let watched = 0;
    const sent: string[] = [];
    await open({
      watch: async () => {
        watched += 1;
      },
      send: async (id) => {
        sent.push(id);
        return 'SENT';
      },
    });
    await until(() => watched === 1);
    const [old = ''] = await lockedFor('11 minutes');
    const [young = ''] = await lockedFor('9 minutes');
    await exchange.admin`select graphile_worker.add_job('watch')`;
    await until(async () => watched === 2 && (await sendJobs()).length === 1);
    expect(sent).toEqual([old]);
    expect(await sendJobs()).toMatchObject([{ key: young, locked: true }]);
  });

  /** Mail whose job somebody took so long ago. */
  async function lockedFor(time: string): Promise<readonly string[]> {
    const id = randomUUID();
    const key = randomUUID();
    const kept = { file: receivedFile(id), request: null, mail: [], result: null };
    await openCases(exchange).change(id, () => kept);
    await exchange.admin.begin(async (sql) => {
      await sql`
        insert into exchange.mail (id, case_id, addressee, envelope, kept_at, sealed_at)
        values (${key}, ${id}, 'KZ-MIA', '{}', now(), now())`;
      await sql`select graphile_worker.add_job('send', json_build_object('id', ${key}::text), job_key => ${key})`;
      await sql`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - ${time}::interval
        where key = ${key}`;
    });
    return [key];
  }
});

test('a restart of the database costs nothing but time: what is kept after it is sent', async () => {
  const sent: string[] = [];
  await open({
    send: async (id) => {
      sent.push(id);
      return 'SENT';
    },
  });
  const [first = ''] = await sealed(1);
  await untilDone();
  await exchange.cut();
  const [second = ''] = await sealed(1);
  await untilDone();
  await exchange.cut();
  await exchange.cut();
  const [third = ''] = await sealed(1);
  await untilDone();
  expect(sent).toEqual([first, second, third]);
});

test('a database that is away when mail was sent ends no process: the worker starts again, and the job with it', async () => {
  const [{ name } = { name: '' }] = await exchange.admin<
    { name: string }[]
  >`select current_database() as name`;
  const sent: string[] = [];
  await open({
    send: async (id) => {
      sent.push(id);
      if (sent.length > 2) return 'SENT';
      await exchange.admin.unsafe(`revoke connect on database ${name} from sorgu_exchange`);
      await exchange.cut();
      return 'SENT';
    },
  });
  // A watch that the cut met is told of too.
  const ends = () => told.filter(({ kind }) => kind === 'WORKER_ENDED').length;
  const [mail = ''] = await sealed(1);
  for (const ended of [1, 2]) {
    await until(() => ends() === ended);
    expect(await sendJobs()).toMatchObject([{ key: mail, locked: true }]);
    await exchange.admin.unsafe(`grant connect on database ${name} to sorgu_exchange`);
  }
  await untilDone();
  expect(ends()).toBe(2);
  expect(sent).toEqual([mail, mail, mail]);
});

test('closing lets what runs end, and begins nothing more', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const order: string[] = [];
  const jobs = await open({
    send: async (id) => {
      order.push(`begins ${id}`);
      await held;
      order.push(`ends ${id}`);
      return 'SENT';
    },
  });
  const [first = ''] = await sealed(1);
  await until(() => order.length === 1);
  const closed = jobs.close().then(() => order.push('closed'));
  opened = [];
  release();
  await closed;
  const [second = ''] = await sealed(1);
  expect(order).toEqual([`begins ${first}`, `ends ${first}`, 'closed']);
  expect(await sendJobs()).toMatchObject([{ key: second, attempts: 0, locked: false }]);
});

test('without a database, or without migration, it does not start', async () => {
  await exchange.admin`drop schema graphile_worker cascade`;
  await expect(open({})).rejects.toThrow('jobs: the database is not migrated: run sorgu migrate');
  const away = await openTestExchange();
  await away.close();
  const { urls, sql } = away;
  const tasks: JobTasks = { send: async () => 'SENT', watch: async () => undefined };
  const gone = openJobs({ url: urls.exchange, sql, tasks, tell: () => undefined });
  await expect(gone).rejects.toBeInstanceOf(Error);
});

test('a database that goes away while the jobs close ends nothing but their connections', async () => {
  const loose: unknown[] = [];
  const catchLoose = (error: unknown) => loose.push(error);
  process.on('uncaughtExceptionMonitor', catchLoose);
  for (let round = 0; round < 8; round += 1) {
    let isClosed = false;
    const closing = (await open({})).close().then(() => {
      isClosed = true;
    });
    await until(async () => {
      const left = await exchange.admin`
        select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sorgu jobs'`;
      return isClosed && left.length === 0;
    });
    await closing;
  }
  process.off('uncaughtExceptionMonitor', catchLoose);
  expect(loose).toEqual([]);
});

test('a connection that a worker gives back twice is given back once', async () => {
  const { pgPool } = await openWorkerGround(exchange.urls.exchange, 1);
  const giveBack = await new Promise<() => void>((resolve) => {
    pgPool.connect((_error, _client, done) => resolve(() => done()));
  });
  giveBack();
  expect(giveBack).not.toThrow();
  expect([pgPool.totalCount, pgPool.idleCount]).toEqual([1, 1]);
  await pgPool.end();
});
