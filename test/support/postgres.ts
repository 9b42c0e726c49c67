/**
 * A fresh, migrated, empty database for a test file or a single test, on the cluster of the run. It costs some 30 ms:
 *
 *     let database: TestDatabase;
 *     beforeAll(async () => { database = await openTestDatabase(); });
 *     afterAll(() => database.drop());
 *     // database.urls.app, .ledger, .exchange, .owner (and .admin, the superuser, to look behind the walls)
 *     const pools = openPools(database.urls);      // src/store: close them before drop()
 *     const owner = openOwner(database.urls.owner);
 *
 * Test files run in parallel, each with databases of its own.
 */
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type BundledUrls, closePool, openOwner } from '../../src/store/index.js';

export interface TestDatabase {
  readonly urls: BundledUrls;
  /** Removes the database; whoever is still connected is cut off. */
  drop(): Promise<void>;
}

/** Makes a database with all tables and no rows. */
export const openTestDatabase = (): Promise<TestDatabase> => openCopy('sorgu');

/** Makes a database with nothing in it, not even migrated. */
export const openEmptyDatabase = (): Promise<TestDatabase> => openCopy('template1');

async function openCopy(original: string): Promise<TestDatabase> {
  const template = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(template, [
    `create database ${name} template ${original} owner sorgu_owner`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to sorgu_app, sorgu_ledger, sorgu_exchange`,
  ]);
  const url = (given: string) => given.replace('/sorgu?', `/${name}?`);
  const urls = {
    admin: url(template.admin),
    owner: url(template.owner),
    app: url(template.app),
    ledger: url(template.ledger),
    exchange: url(template.exchange),
  };
  return { urls, drop: () => asAdmin(template, [`drop database ${name} with (force)`]) };
}

/** Runs statements one by one beside the template, so that nobody is connected to it. */
async function asAdmin(template: BundledUrls, statements: readonly string[]): Promise<void> {
  const sql = openOwner(template.admin.replace('/sorgu?', '/postgres?'));
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await closePool(sql);
  }
}
