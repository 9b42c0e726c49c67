/**
 * What the running gateway sends to PostgreSQL to read, from PostgreSQL's own log: the whole text of every statement
 * of the application's role on the test's database.
 */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { closePool, openOwner, type Sql } from '../../src/store/index.js';
import type { TestGateway } from './gateway.js';

export interface Statements {
  /** Texts sent while `work` ran. */
  during(work: () => Promise<unknown>): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Turns the log on for the gateway's database. Connections that were open are ended: the pool opens others. */
export async function openStatements({ urls }: Pick<TestGateway, 'urls'>): Promise<Statements> {
  const admin = openOwner(urls.admin);
  const [server] = await admin<{ name: string; data: string }[]>`
    select current_database() as name, current_setting('data_directory') as data`;
  if (server === undefined) throw new Error('no server');
  await admin`alter database ${admin(server.name)} set log_statement = 'all'`;
  await admin`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and usename = 'sorgu_app'`;
  const log = resolve(server.data, '..', 'postgres.log');
  return {
    async during(work) {
      const { size } = await stat(log);
      await work();
      const written = (await readFile(log)).subarray(size).toString();
      return textsIn(written, await readersOf(admin));
    },
    close: () => closePool(admin),
  };
}

/** Processes that serve the application's role on this database. */
async function readersOf(admin: Sql): Promise<ReadonlySet<string>> {
  const rows = await admin<{ pid: string }[]>`select pid::text from pg_stat_activity
    where datname = current_database() and usename = 'sorgu_app'`;
  return new Set(rows.map(({ pid }) => pid));
}

// `<time> [<pid>] LOG:  execute <name>: <text>`; further lines of a text begin with a tab.
const sent = /^\S+ \S+ \S+ \[(\d+)\] LOG: {2}(?:execute [^:]*|statement): (.*)$/s;

function textsIn(written: string, pids: ReadonlySet<string>): readonly string[] {
  return written.split(/\n(?!\t)/).flatMap((line) => {
    const [, pid = '', text = ''] = sent.exec(line) ?? [];
    return pids.has(pid) ? [text] : [];
  });
}
