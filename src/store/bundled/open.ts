/**
 * Our own supervisor for the bundled PostgreSQL: finds a place and programs, makes the cluster the first time, ends
 * what a killed gateway left running, starts the server, starts it again should it die, stops it with us.
 */
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreFault } from '../fault.js';
import { type Account, chooseAccount } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { type Cluster, openCluster } from './cluster.js';
import { findPlace, type Log } from './place.js';
import { findPostmaster, type Postmaster, stopPostmaster, waitUntil } from './postmaster.js';
import { type BundledUrls, ensureDatabase, urlsOf } from './roles.js';
import { dropSocketDir, type Server, startServer } from './server.js';
import { watchServer } from './watch.js';

const attempts = 3;
const pauseMs = 300;
const joinMs = 60_000;

export interface BundledOptions {
  /** Where data are kept between starts; made if missing. */
  readonly dataDir: string;
  readonly log: Log;
}

export interface BundledPostgres {
  readonly urls: BundledUrls;
  /** Another process of ours runs the server; `close` leaves it running. */
  readonly joined: boolean;
  /** Stops the server; what was committed is kept. */
  close(): Promise<void>;
}

interface Site {
  readonly account: Account | undefined;
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly logFile: string;
  readonly log: Log;
}

/**
 * Opens the bundled PostgreSQL of a data directory: starts it, or joins the one that another process of ours runs
 * (so `sorgu import` works beside `sorgu serve`). Rejects with a StoreFault that says what to do.
 */
export async function openBundledPostgres({
  dataDir,
  log,
}: BundledOptions): Promise<BundledPostgres> {
  const account = await chooseAccount();
  const place = await findPlace(dataDir, { account, log });
  const binaries = await findBinaries({ account, spare: dirname(place) });
  const cluster = await openCluster(place, { binaries, account });
  const site = { account, binaries, cluster, logFile: join(place, 'postgres.log'), log };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOrJoin(site);
    } catch (error) {
      if (attempt === attempts || !(error instanceof StoreFault)) throw error;
      // Two starts at once, or memory of a killed server not yet given back: look again.
      await pause(pauseMs);
    }
  }
}

async function startOrJoin(site: Site): Promise<BundledPostgres> {
  const { cluster, log } = site;
  const running = await findPostmaster(cluster.data);
  if (running?.owned) return joinServer(site, running);
  if (running !== undefined) {
    log(`ending PostgreSQL (process ${running.pid}) that a killed gateway left`);
    await stopPostmaster(cluster.data, running.pid);
  }
  return ownServer(site, await start(site));
}

const start = ({ binaries, cluster, logFile, account }: Site): Promise<Server> =>
  startServer({ program: binaries.postgres, data: cluster.data, logFile, account });

async function ownServer(site: Site, server: Server): Promise<BundledPostgres> {
  const { cluster, log } = site;
  const watch = watchServer({ server, restart: () => start(site), log });
  const stop = async () => {
    const { socketDir } = await watch.release();
    const running = await findPostmaster(cluster.data);
    if (running !== undefined) await stopPostmaster(cluster.data, running.pid);
    await dropSocketDir(socketDir);
  };
  let stopping: Promise<void> | undefined;
  const close = () => {
    stopping ??= stop();
    return stopping;
  };
  try {
    await ensureDatabase(server.socketDir, cluster.passwords);
  } catch (error) {
    await close();
    throw error;
  }
  return { urls: urlsOf(server.socketDir, cluster.passwords), joined: false, close };
}

async function joinServer({ cluster }: Site, { pid }: Postmaster): Promise<BundledPostgres> {
  await waitUntil(async () => (await findPostmaster(cluster.data))?.ready ?? true, joinMs);
  const found = await findPostmaster(cluster.data);
  if (!found?.ready)
    throw new StoreFault(
      `PostgreSQL (process ${pid}) on ${cluster.data} is busy: try again in a minute`,
    );
  const urls = urlsOf(found.socketDir, cluster.passwords);
  return { urls, joined: true, close: () => Promise.resolve() };
}
