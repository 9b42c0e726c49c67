/**
 * when PostgreSQL or the ledger is away nothing is released, nobody is told why, and the gateway comes back by
 * itself. Real HTTP, real PostgreSQL; the only bound on time is the contract's: ten seconds after the return.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Served, ServeOptions } from '../../src/serve.js';
import { findPostmaster } from '../../src/store/bundled/postmaster.js';
import { closePool, openLedgerReader, openOwner, type Sql } from '../../src/store/index.js';
import { readRecords, weigh } from '../rigs/kill/weigh.js';
import {
  askSite,
  readiness,
  secretsIn,
  secretsOf,
  type Told,
  UNKNOWN,
} from '../support/ask-site.js';
import { makeDataDir } from '../support/data-dir.js';
import { openTestDatabase, type TestDatabase } from '../support/postgres.js';
import { fillSite, type OwnSite, openSite, type Site, serveOn } from '../support/site.js';

/** Milliseconds in which it serves again once what was away is back. */
const BOUND = 10_000;

/** Asks until it is answered as before. */
async function servesAgain(site: Site, served: Served): Promise<void> {
  await vi.waitFor(async () => {
    expect(await askSite(site, served)).toMatchObject({ status: 200 });
    expect(await readiness(served)).toMatchObject({ status: 200, database: true, ledger: true });
  }, BOUND);
}

/** That it says only that something is away: no data, no receipt, one error, a hint when to come back. */
function expectAway(told: Told, codes: readonly string[]): void {
  expect(told).toMatchObject({ status: 503, receipt: undefined });
  expect(codes).toContain(told.code);
  expect(Number(told.retryAfter)).toBeGreaterThan(0);
  const { errors, ...rest } = JSON.parse(told.text);
  expect(rest).toEqual({});
  expect(errors).toEqual([{ message: expect.any(String), extensions: { code: told.code } }]);
}

const lines: string[] = [];
const served: Served[] = [];
async function start(
  site: Pick<Site, 'dataDir' | 'urls'>,
  options: Partial<ServeOptions> = {},
): Promise<Served> {
  const one = await serveOn(site, { log: (line) => lines.push(line), ...options });
  served.push(one);
  return one;
}
async function closeServed(): Promise<void> {
  for (const one of served.splice(0)) await one.close();
  lines.length = 0;
}

describe('the database gone', () => {
  let site: OwnSite;
  beforeEach(async () => {
    site = await openSite();
  });
  afterEach(async () => {
    await closeServed();
    await site.close();
  });
  const AWAY = ['UNAVAILABLE', 'LEDGER_UNAVAILABLE'];

  test('A-11.4 stopped: 503 to everybody, readyz says so, and it serves again by itself', async () => {
    const gateway = await start(site);
    const before = await askSite(site, gateway);
    expect(before.status).toBe(200);
    await site.stopDatabase();
    const told = [await askSite(site, gateway), await askSite(site, gateway, { isUnknown: true })];
    for (const each of told) expectAway(each, AWAY);
    expect(told[0]?.text).toBe(told[1]?.text);
    expect(await readiness(gateway)).toMatchObject({ status: 503, database: false, ledger: false });
    const secrets = secretsOf(site, before);
    expect(secretsIn([...told.map(({ text }) => text), ...lines], secrets)).toEqual([]);
    await site.startDatabase();
    await servesAgain(site, gateway);
    expect((await askSite(site, gateway, { isUnknown: true })).status).toBe(403);
  });

  test('A-11.4 stopped for good: the gateway closes in good order', async () => {
    const gateway = await start(site);
    expect((await askSite(site, gateway)).status).toBe(200);
    await site.stopDatabase();
    await gateway.close();
    await expect(fetch(gateway.url)).rejects.toThrow('fetch failed');
  });

  test('A-11.4 killed while callers ask: what was answered has its entry, the rest is told that it is away', async () => {
    const gateway = await start(site);
    await askSite(site, gateway);
    const postmaster = await findPostmaster(join(site.dataDir, 'postgres', 'cluster'));
    const asking = Array.from({ length: 48 }, (_, n) =>
      askSite(site, gateway, { isUnknown: n % 3 === 0, officer: `officer-${n}` }),
    );
    await Promise.race(asking);
    process.kill(postmaster?.pid ?? 0, 'SIGKILL');
    const told = await Promise.all(asking);
    for (const each of told.filter(({ status }) => status === 503)) expectAway(each, AWAY);
    await servesAgain(site, gateway);
    const app = openOwner(site.urls.app);
    const records = await readRecords(openLedgerReader(app).rows());
    await closePool(app);
    expect(told.map((each) => weigh(each, records, site.publicKey))).toEqual(
      told.map(() => undefined),
    );
  });
});

describe('the ledger not writable', () => {
  let database: TestDatabase;
  let site: Site;
  let admin: Sql;
  beforeEach(async () => {
    database = await openTestDatabase();
    site = await fillSite(await makeDataDir(), database.urls);
    admin = openOwner(database.urls.admin);
  });
  afterEach(async () => {
    await closeServed();
    await closePool(admin);
    await database.drop();
    await rm(site.dataDir, { recursive: true, force: true });
  });
  const LEDGER = ['LEDGER_UNAVAILABLE'];
  const TABLES = ['log', 'frame', 'entry', 'entry_subject', 'node', 'checkpoint'];

  async function expectUnsealed(gateway: Served, before: Told): Promise<void> {
    const told = [await askSite(site, gateway), await askSite(site, gateway, { isUnknown: true })];
    for (const each of told) expectAway(each, LEDGER);
    const secrets = secretsOf(site, before);
    expect(secretsIn([...told.map(({ text }) => text), ...lines], secrets)).toEqual([]);
  }

  test.each(TABLES)('A-11.4 the right to insert into %s revoked, and given back', async (table) => {
    const gateway = await start(site);
    const before = await askSite(site, gateway);
    expect(before.status).toBe(200);
    await admin.unsafe(`revoke insert on ledger.${table} from sorgu_ledger`);
    await expectUnsealed(gateway, before);
    await admin.unsafe(`grant insert on ledger.${table} to sorgu_ledger`);
    await servesAgain(site, gateway);
  });

  test('A-11.4 its session ended: not an answer without an entry, and it comes back', async () => {
    const gateway = await start(site);
    expect((await askSite(site, gateway)).status).toBe(200);
    await endSession();
    const told = await Promise.all([
      askSite(site, gateway),
      askSite(site, gateway, { isUnknown: true }),
    ]);
    for (const each of told.filter(({ status }) => status === 503)) expectAway(each, LEDGER);
    await servesAgain(site, gateway);
  });

  const endSession = () => admin`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'sorgu ledger'`;

  test('A-11.4 a second gateway waits, unready, until the first ends', async () => {
    const first = await start(site);
    const before = await askSite(site, first);
    const second = await start(site);
    expect(await readiness(second)).toMatchObject({ status: 503, database: true, ledger: false });
    await expectUnsealed(second, before);
    expect((await askSite(site, first)).status).toBe(200);
    await first.close();
    await servesAgain(site, second);
  });

  test('A-11.4 a gateway whose right another took seals nothing more', async () => {
    const first = await start(site);
    const before = await askSite(site, first);
    const second = await start(site);
    await endSession();
    await servesAgain(site, second);
    expect(await readiness(first)).toMatchObject({ status: 503, ledger: false });
    await expectUnsealed(first, before);
    await second.close();
    await servesAgain(site, first);
  });
});

describe('errors on the way', () => {
  let database: TestDatabase;
  let site: Site;
  beforeEach(async () => {
    database = await openTestDatabase();
    site = await fillSite(await makeDataDir(), database.urls);
  });
  afterEach(async () => {
    await closeServed();
    await database.drop();
    await rm(site.dataDir, { recursive: true, force: true });
  });

  test('A-11.4 an error that quotes a value: 500 on record, and no log repeats it', async () => {
    const fault = () => Promise.reject(new TypeError('CANARY-VALUE of CANARY-OFFICER'));
    const gateway = await start(site, {
      between: (rooms) => ({ ...rooms, graph: { ...rooms.graph, execute: fault } }),
    });
    const told = await askSite(site, gateway);
    expect(told).toMatchObject({ status: 500, code: 'INTERNAL', receipt: undefined });
    expect(lines.some((line) => line.includes('TypeError'))).toBe(true);
    const secrets = ['CANARY', UNKNOWN, ...site.standings.map(({ request }) => request)];
    expect(secretsIn([told.text, ...lines], secrets)).toEqual([]);
  });
});
