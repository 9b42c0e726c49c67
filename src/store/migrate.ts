/**
 * Brings a database to the newest form: the SQL files of `drizzle/` in order, each once, the jobs', the second wall as the
 * policy now has it, and the roles' privileges.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { DatabaseUrls } from './bundled/roles.js';
import { closePool, openOwner, type Sql } from './connect.js';
import { installJobs } from './exchange/worker.js';
import { StoreFault } from './fault.js';
import { grantToLogins } from './roles.js';
import { checkServer } from './server-version.js';
import { databaseCode } from './unavailable.js';

const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'drizzle');
/** Any number of our own: two migrations at once wait for each other. */
const lockKey = 7_367_617;

/**
 * Migrates the database as its owner, and gives the roles named in the application's and the ledger's URLs what they
 * need. Idempotent. Rejects with a StoreFault that says what to do.
 */
export async function migrate(urls: DatabaseUrls): Promise<void> {
  const sql = openOwner(urls.owner);
  try {
    await checkServer(sql);
    await sql`select pg_advisory_lock(${lockKey})`;
    await applyMigrations(drizzle(sql), { migrationsFolder });
    await installJobs(urls.owner);
    await raiseWall(sql);
    await grantToLogins(sql, urls);
  } catch (error) {
    throw readable(error);
  } finally {
    await closePool(sql);
  }
}

/** Whether every migration that this version knows is applied; asked with any role of ours. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  const [table] = await sql<{ made: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as made`;
  if (table?.made !== true) return false;
  const [last] = await sql<{ at: string | null }[]>`
    select max(created_at)::text as at from drizzle.__drizzle_migrations`;
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  return Number(last?.at ?? 0) >= Math.max(...known) && (await isWallNewest(sql));
}

const wallFile = (name: string): string => readFileSync(join(migrationsFolder, name), 'utf8');
const wallDigest = (): string => createHash('sha256').update(wallFile('wall.sql')).digest('hex');

/** Applies the generated wall anew: no numbered migration, for it follows the policy. Whole or not at all. */
async function raiseWall(sql: Sql): Promise<void> {
  await sql.unsafe(wallFile('wall-roles.sql'));
  // Texts of our own; one message of several statements is one transaction.
  await sql.unsafe(
    `${wallFile('wall.sql')}
    insert into granted.form (digest) values ('${wallDigest()}')
      on conflict (one) do update set digest = excluded.digest;`,
  );
}

/** Whether the wall is the one that this version was emitted with: a policy that was narrowed since must be applied. */
async function isWallNewest(sql: Sql): Promise<boolean> {
  const [stands] = await sql<{ digest: string }[]>`select digest from granted.form`;
  return stands?.digest === wallDigest();
}

function readable(error: unknown): unknown {
  const code = databaseCode(error);
  if (code === undefined) return error;
  if (code === '42501')
    return new StoreFault(
      'the owner may not migrate: as administrator, create role sorgu_app nologin; create role sorgu_ledger nologin; create role sorgu_exchange nologin; run drizzle/wall-roles.sql; and make the owner of DATABASE_OWNER_URL the owner of the database',
    );
  return new StoreFault(`the database cannot be migrated (${code}): check DATABASE_OWNER_URL`);
}
