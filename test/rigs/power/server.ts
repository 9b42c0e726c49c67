/** PostgreSQL on a directory, with settings that the product would not give it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseAccount } from '../../../src/store/bundled/account.js';
import { findBinaries } from '../../../src/store/bundled/binaries.js';
import { openCluster } from '../../../src/store/bundled/cluster.js';
import { findPostmaster, waitUntil } from '../../../src/store/bundled/postmaster.js';
import { urlsOf } from '../../../src/store/bundled/roles.js';
import type { BundledUrls } from '../../../src/store/index.js';

export interface RigServer {
  readonly urls: BundledUrls;
  close(): Promise<void>;
}

const START_MS = 30_000;

/** Starts the server of a data directory; rejects where it does not start. */
export async function startServer(
  dataDir: string,
  settings: readonly string[] = [],
): Promise<RigServer> {
  const account = await chooseAccount();
  const place = join(dataDir, 'postgres');
  const binaries = await findBinaries({ account, spare: dataDir });
  const { data, passwords } = await openCluster(place, { binaries, account });
  const socketDir = await mkdtemp('/tmp/sorgu-rig-');
  if (account !== undefined) await chown(socketDir, account.uid, account.gid);
  const all = ['listen_addresses=', `unix_socket_directories=${socketDir}`, ...settings];
  const child = spawn(binaries.postgres, ['-D', data, ...all.flatMap((one) => ['-c', one])], {
    ...account,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const isReady = async () => (await findPostmaster(data))?.ready === true;
  await waitUntil(async () => isGone() || (await isReady()), START_MS);
  const close = async () => {
    child.kill('SIGINT');
    if (!isGone()) await exited;
    await rm(socketDir, { recursive: true, force: true });
  };
  if (isGone() || !(await isReady())) {
    await close();
    throw new Error('PostgreSQL does not start on what the power failure left');
  }
  return { urls: urlsOf(socketDir, passwords), close };
}
