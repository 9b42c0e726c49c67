/** A gateway's database on a cluster of its own and its folder beside it, backups of both, and such a backup restored. */
import { execFile } from 'node:child_process';
import { chown, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type BundledUrls,
  closePool,
  migrate,
  openBundledPostgres,
  openOwner,
} from '../../../src/store/index.js';
import type { Home } from '../../rooms/exchange/stage.js';
import { standAt } from '../../support/wall.js';

const run = promisify(execFile);
/** With owners and modes: PostgreSQL may run as another account. */
const copy = (from: string, to: string) =>
  run('cp', ['-a', from, to], { env: { ...process.env, LC_ALL: 'C' } }).catch((error: unknown) => {
    if (!isOfVanished(error, from)) throw error;
  });

/** What a running server removes meanwhile is in no backup; the rest was copied. */
function isOfVanished(error: unknown, from: string): boolean {
  if (!(error instanceof Error) || !('stderr' in error)) return false;
  const lines = String(error.stderr).trim().split('\n');
  return lines.every(
    (line) =>
      /^cp: cannot (?:stat|open) .*: No such file or directory$/.test(line) &&
      !line.includes(`'${from}'`),
  );
}

/** `base/postgres` is the cluster with its log, `base/gateway` the gateway's folder. */
export interface OwnHome extends Home {
  readonly base: string;
}

/** Opens it in this folder, new or restored. */
export async function openHome(base: string): Promise<OwnHome> {
  const dataDir = join(base, 'gateway');
  await mkdir(dataDir, { recursive: true });
  const { urls, close } = await openBundledPostgres({ dataDir: base, log: () => undefined });
  await migrate(urls);
  return { base, dataDir, urls, close };
}

/**
 * Has the server keep every segment of its WAL, and write every statement with its parameters into its log: an operator
 * may do both. Whatever stands in either was handed to the database as plaintext.
 */
export async function makeTalkative({ urls }: OwnHome): Promise<void> {
  await asAdmin(urls, async (sql) => {
    await standAt(sql, Date.UTC(2000, 0, 1));
    await sql`alter system set wal_keep_size = '64GB'`;
    await sql`alter database sorgu set log_statement = 'all'`;
    await sql`alter database sorgu set log_parameter_max_length = '-1'`;
    await sql`select pg_reload_conf()`;
  });
}

/** Copies the running cluster as PostgreSQL's own online backup does, and the gateway's folder without its custody keys. */
export async function backUp({ urls, base }: OwnHome, to: string): Promise<void> {
  await mkdir(to, { mode: 0o711 });
  const cluster = join(to, 'postgres', 'cluster');
  await asAdmin(urls, async (sql) => {
    await sql`select pg_backup_start('rig', true)`;
    await copy(join(base, 'postgres'), join(to, 'postgres'));
    const [stopped] = await sql<{ label: string }[]>`
      select labelfile as label from pg_backup_stop(false)`;
    // With what was written while it was copied.
    await rm(join(cluster, 'pg_wal'), { recursive: true });
    await copy(join(base, 'postgres', 'cluster', 'pg_wal'), cluster);
    const label = join(cluster, 'backup_label');
    await writeFile(label, stopped?.label ?? '');
    // The server flushes it as its own.
    const { uid, gid } = await stat(cluster);
    await chown(label, uid, gid);
  });
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  await copy(join(base, 'gateway'), to);
  await rm(join(to, 'gateway', 'keys'), { recursive: true, force: true });
}

/** Opens a backup, with the keys of custody as they stand today: they are in no backup. */
export async function restore(backup: string, today: OwnHome): Promise<OwnHome> {
  await copy(join(today.dataDir, 'keys'), join(backup, 'gateway'));
  return openHome(backup);
}

/** On one connection. */
async function asAdmin(
  { admin }: BundledUrls,
  work: (sql: Awaited<ReturnType<ReturnType<typeof openOwner>['reserve']>>) => Promise<void>,
): Promise<void> {
  const pool = openOwner(admin);
  const sql = await pool.reserve();
  try {
    await work(sql);
  } finally {
    sql.release();
    await closePool(pool);
  }
}
