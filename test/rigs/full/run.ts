/**
 * A disk fills under a gateway that callers ask, and room is made again: in turn the one that PostgreSQL stands on, and
 * the one on which the gateway keeps its checkpoints and tells the receipts of its own officers.
 */

import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ledgerFolder } from '../../../src/data-folder.js';
import { closePool, openOwner } from '../../../src/store/index.js';
import { configOf } from '../../support/config-of.js';
import { makeDataDir } from '../../support/data-dir.js';
import { openSite, type Site } from '../../support/site.js';
import { type Judgement, sum } from '../judge.js';
import type { Received } from '../kill/load.js';
import type { Outcome, RigPlan } from '../rig.js';
import { type Begun, runTrial, runTrials } from '../under-load.js';
import { mountSmall, type SmallDisk } from './small-disk.js';
import { countUnclear } from './told.js';

/** Bytes: a cluster with its write-ahead log, and what the answers of a hundred runs leave there; the ballast takes the rest. */
const DATABASE_DISK = 1024 * 2 ** 20;
const FOLDER_DISK = 32 * 2 ** 20;

/** Fills each disk in turn; then weighs all that was answered. */
export async function runFull(plan: RigPlan): Promise<Outcome> {
  const ofFolder = Math.floor(plan.trials / 2);
  const ofDatabase = plan.trials - ofFolder;
  const database = await onSmallDisk({ ...plan, trials: ofDatabase }, 'database');
  if (ofFolder === 0) return { ...database, figures: `${ofDatabase} times the database's` };
  const folder = await onSmallDisk({ ...plan, trials: ofFolder }, 'folder');
  const figures = `${ofDatabase} times the database's disk, ${ofFolder} times the one of checkpoints and receipts`;
  return { ...sum([database, folder]), figures };
}

async function onSmallDisk(plan: RigPlan, which: 'database' | 'folder'): Promise<Judgement> {
  const root = await makeDataDir();
  const small = join(root, 'small');
  const disk = await mountSmall(small, which === 'database' ? DATABASE_DISK : FOLDER_DISK);
  const dataDir = join(which === 'database' ? small : root, 'data');
  await mkdir(dataDir, { mode: 0o711 });
  if (which === 'folder') await symlink(small, ledgerFolder(dataDir));
  try {
    return await onSite(plan, { dataDir, disk, domesticReceipts: join(small, 'told') });
  } finally {
    await disk.close();
    await rm(root, { recursive: true, force: true });
  }
}

interface Ground {
  readonly dataDir: string;
  readonly disk: SmallDisk;
  readonly domesticReceipts: string;
}

async function onSite(plan: RigPlan, { dataDir, disk, domesticReceipts }: Ground) {
  const site = await openSite(dataDir);
  const config = { ...configOf(dataDir), domesticReceipts };
  let unclear = 0;
  try {
    const run = async (begun: Begun) => {
      const harm = (received: readonly Received[]) => fillFor(begun, { disk, received });
      const tried = await runTrial({ ...begun, harm });
      unclear += countUnclear(tried.received);
      return tried;
    };
    const judgement = await runTrials({ ...plan, options: { config } }, site, run);
    return { ...judgement, otherwise: judgement.otherwise + unclear };
  } finally {
    await site.close();
  }
}

interface Filling {
  readonly disk: SmallDisk;
  readonly received: readonly Received[];
}

/** Told so often that it is away, or milliseconds after which nobody is: room is made again. */
const ENOUGH = 20;
const LONGEST = 4_000;
const POLL = 10;

async function fillFor({ random, site }: Begun, { disk, received }: Filling): Promise<void> {
  const before = countAway(received);
  const end = performance.now() + LONGEST;
  // Room for some pages more: what fails first differs.
  await disk.fill(random.below(3) * random.below(65_536));
  // The next batch needs a new file of the write-ahead log: PostgreSQL ends where it cannot have it.
  if (random.chance(50)) await switchLog(site).catch(() => undefined);
  while (countAway(received) - before < ENOUGH && performance.now() < end) await pause(POLL);
  await disk.clear();
}

const countAway = (received: readonly Received[]): number =>
  received.filter(({ status }) => status === 503).length;

async function switchLog({ urls }: Site): Promise<void> {
  const admin = openOwner(urls.admin);
  try {
    await admin`select pg_switch_wal()`;
  } finally {
    await closePool(admin);
  }
}
