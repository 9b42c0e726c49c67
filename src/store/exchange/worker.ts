/**
 * What graphile-worker is told at each of its starts, and its schema. It is loaded where it is used: it looks for
 * settings of its own, in files and in the environment, when it is.
 */
import type { SharedOptions } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { closePool, openOwner } from '../connect.js';

/** Its own way into the database: node-postgres, beside postgres.js. */
const settings = {
  // Reads `sslmode` as postgres.js does.
  uselibpqcompat: 'true',
  application_name: 'sorgu jobs',
  query_timeout: '15000',
  // Losing that a job was taken or done means doing it again, and every task may be done again.
  options: '-c synchronous_commit=off -c idle_in_transaction_session_timeout=60000',
} as const;

/** What every use of graphile-worker is handed. It logs nothing: what it says may quote a value. */
export interface WorkerGround extends SharedOptions {
  readonly pgPool: Pool;
}

/**
 * Opens the ground of a worker; its pool is ended by who opened it. A pool of graphile-worker's own stops listening
 * before its connections are closed: a database that went away in between would end this process.
 */
export async function openWorkerGround(url: string, connections: number): Promise<WorkerGround> {
  const [{ Logger }, { Pool }] = await Promise.all([import('graphile-worker'), import('pg')]);
  class Connections extends Pool {
    override connect(): Promise<PoolClient>;
    override connect(taken: Taken): void;
    override connect(taken?: Taken): Promise<PoolClient> | undefined {
      if (taken === undefined) return super.connect();
      super.connect((error, client, giveBack) => taken(error, client, once(giveBack)));
      return undefined;
    }
  }
  const pgPool = new Connections({ connectionString: withSettings(url), max: connections });
  // What befell a connection is told by the next statement over it.
  pgPool.on('error', () => undefined);
  pgPool.on('connect', (client) => client.on('error', () => undefined));
  return { pgPool, schema: 'graphile_worker', logger: new Logger(() => () => undefined) };
}

type GiveBack = (release?: Error | boolean) => void;
type Taken = (error: Error | undefined, client: PoolClient | undefined, done: GiveBack) => void;

/** A worker that closes while its connection to listen on is lost gives it back twice, and hears no refusal of the second. */
function once(giveBack: GiveBack): GiveBack {
  let isBack = false;
  return (release) => {
    if (!isBack) giveBack(release);
    isBack = true;
  };
}

function withSettings(url: string): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(settings)) address.searchParams.set(name, value);
  // node-postgres takes a plus sign for itself.
  return address.href.replaceAll('+', '%20');
}

/**
 * Makes graphile-worker's schema with the owner's role. Its tables have row security without a policy, so that only
 * their owner sees a row: the exchange's role gets one, and no other role a privilege. Idempotent.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const { runMigrations } = await import('graphile-worker');
  const ground = await openWorkerGround(ownerUrl, 1);
  try {
    await runMigrations(ground);
  } finally {
    await ground.pgPool.end();
  }
  const sql = openOwner(ownerUrl);
  try {
    await sql.unsafe(GRANTS);
  } finally {
    await closePool(sql);
  }
}

const GRANTS = `
  grant usage on schema graphile_worker to sorgu_exchange;
  grant select on graphile_worker.migrations to sorgu_exchange;
  grant select, insert, update, delete on graphile_worker._private_jobs to sorgu_exchange;
  grant select, insert, update on graphile_worker._private_job_queues, graphile_worker._private_tasks,
    graphile_worker._private_known_crontabs to sorgu_exchange;
  do $$
  declare
    guarded name;
  begin
    for guarded in
      select relname from pg_class
      where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity and not exists (
        select from pg_policy where polrelid = pg_class.oid and polname = 'sorgu_exchange')
    loop
      execute format(
        'create policy sorgu_exchange on graphile_worker.%I to sorgu_exchange using (true) with check (true)', guarded);
    end loop;
  end
  $$;`;
