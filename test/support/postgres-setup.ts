/**
 * Starts one PostgreSQL cluster for a whole run of vitest, and migrates one database that every test's own database
 * is a copy of. Named in vitest.config.ts as `globalSetup`; tests use `openTestDatabase` (postgres.ts) alone.
 */
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findPostmaster, stopPostmaster } from '../../src/store/bundled/postmaster.js';
import {
  type BundledUrls,
  closePool,
  migrate,
  openBundledPostgres,
  openOwner,
} from '../../src/store/index.js';
import { dataDirPrefix, makeDataDir } from './data-dir.js';
import { standAt } from './wall.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URLs of the migrated database `sorgu`: the template. Nobody connects to it. */
    readonly postgres: BundledUrls;
  }
}

/** Returns what ends the cluster and removes it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const dataDir = await makeDataDir();
  const cluster = await openBundledPostgres({ dataDir, log: () => undefined });
  const close = async () => {
    await cluster.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(cluster.urls);
    await stand(cluster.urls);
    project.provide('postgres', cluster.urls);
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Clocks of tests stand at some day: the database's stands before all of them, so that it ends nothing they hold open. */
async function stand(urls: BundledUrls): Promise<void> {
  const owner = openOwner(urls.owner);
  await standAt(owner, Date.UTC(2000, 0, 1));
  await closePool(owner);
}

/** Ends clusters of runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(dataDirPrefix)) continue;
    const cluster = join(tmpdir(), name, 'postgres', 'cluster');
    const found = await findPostmaster(cluster);
    if (found === undefined || found.owned) continue;
    await stopPostmaster(cluster, found.pid);
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}
