/** what a gateway does not start on. Each refusal is one line that names no value, and leaves nothing open. */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Config } from '../../src/config.js';
import { closePool, openOwner, type Sql } from '../../src/store/index.js';
import { askSite, secretsIn, secretsOf, type Told } from '../support/ask-site.js';
import { configOf } from '../support/config-of.js';
import { makeDataDir } from '../support/data-dir.js';
import { openTestDatabase, type TestDatabase } from '../support/postgres.js';
import { fillSite, type Site, serveOn } from '../support/site.js';

let database: TestDatabase;
let site: Site;
let admin: Sql;
beforeEach(async () => {
  database = await openTestDatabase();
  site = await fillSite(await makeDataDir(), database.urls);
  admin = openOwner(database.urls.admin);
});
afterEach(async () => {
  await closePool(admin);
  await database.drop();
  await rm(site.dataDir, { recursive: true, force: true });
});

/** What a start says; `served` where it starts. */
async function startAs(mode: Config['mode']): Promise<string> {
  const config = { ...configOf(site.dataDir), mode };
  const said = await serveOn(site, { config }).then(
    (served) => served.close().then(() => 'served'),
    (error: Error) => `${error.name}: ${error.message}`,
  );
  await vi.waitFor(async () => {
    const open = await admin`
      select from pg_stat_activity
      where datname = current_database() and application_name in ('sorgu app', 'sorgu ledger')`;
    expect(open).toHaveLength(0);
  }, 10_000);
  return said;
}

describe('a ledger that was edited behind it', () => {
  let answer: Told;
  beforeEach(async () => {
    const served = await serveOn(site);
    answer = await askSite(site, served);
    await askSite(site, served, { isUnknown: true });
    await askSite(site, served);
    await served.close();
  });

  const ALL =
    'ledger.log, ledger.frame, ledger.entry, ledger.entry_subject, ledger.node, ledger.checkpoint';
  const edits = [
    ['nothing', 'select 1', /^served$/],
    [
      'one row of entry',
      `update ledger.entry set leaf = replace(leaf, 'CANARY-OFFICER', 'another-officer') where seq = 1`,
      /^LedgerDamaged: [^\n]+$/,
    ],
    ['the last entry removed', 'delete from ledger.entry where seq = 2', /^LedgerDamaged: [^\n]+$/],
    ['the entries truncated', 'truncate ledger.entry', /^LedgerDamaged: [^\n]+$/],
    ['everything truncated', `truncate ${ALL}`, /^LedgerDamaged: [^\n]+$/],
    [
      'who is responsible for a subject',
      `update ledger.entry_subject set tag = decode(repeat('00', 16), 'hex')`,
      /^LedgerDamaged: [^\n]+$/,
    ],
  ] as const;

  test.each(edits)('A-11.4 %s', async (_, sql, expected) => {
    await admin.unsafe(sql);
    const said = await startAs('development');
    expect(said).toMatch(expected);
    expect(secretsIn([said], secretsOf(site, answer))).toEqual([]);
  });
});

describe('a database that is not the one it should be', () => {
  test('A-11.4 not migrated', async () => {
    await admin`drop schema register, exchange, ledger, drizzle cascade`;
    expect(await startAs('development')).toBe(
      'ServeFault: the database is not migrated: run sorgu migrate',
    );
  });

  test('A-11.4 a migration behind', async () => {
    await admin`
      delete from drizzle.__drizzle_migrations
      where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`;
    expect(await startAs('development')).toMatch(/^ServeFault: the database is not migrated: /);
  });

  test.each(['delete from register.mark', 'update register.mark set sample = false'])(
    'A-11.4 real people in development: %s',
    async (sql) => {
      await admin.unsafe(sql);
      expect(await startAs('development')).toMatch(
        /^ServeFault: the register is not marked as sample: [^\n]+$/,
      );
    },
  );

  test('A-11.4 invented people in production', async () => {
    expect(await startAs('production')).toMatch(/^ServeFault: the register is a sample: [^\n]+$/);
  });
});

describe('a key that is not fit', () => {
  test('A-11.4 a ledger key of development in production', async () => {
    await admin`delete from register.mark`;
    expect(await startAs('production')).toMatch(
      /^StoreFault: a development key stands at [^\n]+: make one with sorgu keys create$/,
    );
  });

  test('A-11.4 no ledger key', async () => {
    await rm(`${site.dataDir}/keys/ledger.pem`);
    expect(await startAs('development')).toMatch(
      /^StoreFault: no key at [^\n]+ledger\.pem \(ENOENT\): put it back from its backup, [^\n]+$/,
    );
  });
});
