/**
 * Power fails at random instants under a gateway that callers ask. The computer itself goes on; of each failure the
 * image is taken that it would have left. It is mounted, PostgreSQL recovers on it, the gateway starts on it, and every
 * answer that had arrived before is looked for in its ledger.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomOf } from '../../../src/register/sample/random.js';
import { makeDataDir } from '../../support/data-dir.js';
import { openSite, type Site, serveOn } from '../../support/site.js';
import { type Judgement, judge, sum } from '../judge.js';
import type { Received } from '../kill/load.js';
import { optionsOf } from '../planted.js';
import type { RigPlan } from '../rig.js';
import { runTrial } from '../under-load.js';
import { type Disk, mountImage, openDisk } from './machine.js';
import { startServer } from './server.js';

/** Fails the power so many times. */
export async function runPowerFailures(plan: RigPlan): Promise<Judgement> {
  const directory = await makeDataDir();
  const disk = await openDisk(directory);
  try {
    return await onDisk(plan, { directory, disk });
  } finally {
    await disk.close();
    await rm(directory, { recursive: true, force: true });
  }
}

interface Place {
  readonly directory: string;
  readonly disk: Disk;
}

async function onDisk(plan: RigPlan, place: Place): Promise<Judgement> {
  const dataDir = join(place.disk.mounted, DATA);
  await mkdir(dataDir, { mode: 0o711 });
  const site = await openSite(dataDir);
  try {
    if (plan.build !== 'no-fsync') return await failAgainAndAgain(plan, site, place);
    await site.stopDatabase();
    const server = await startServer(dataDir, ['fsync=off']);
    try {
      return await failAgainAndAgain(plan, { ...site, urls: server.urls }, place);
    } finally {
      await server.close();
    }
  } finally {
    await site.close();
  }
}

const DATA = 'data';

async function failAgainAndAgain(plan: RigPlan, site: Site, place: Place): Promise<Judgement> {
  const served = await serveOn(site, optionsOf(plan.build, site.urls));
  const judgements: Judgement[] = [];
  const all: Received[] = [];
  try {
    for (let number = 0; number < plan.trials; number += 1) {
      const random = randomOf(plan.seed, number);
      const image = join(place.directory, 'cut');
      const before: Received[] = [];
      const harm = async (received: readonly Received[]) => {
        before.push(...all, ...received);
        await place.disk.cut(image, plan.seed * 1_000 + number);
      };
      const trial = { site, served, prefix: `P-${number}`, random, harm };
      all.push(...(await runTrial(trial)).received);
      judgements.push(await judgeCut(image, { ...site, before, directory: place.directory }));
      plan.onTrial(number + 1);
    }
  } finally {
    await served.close();
  }
  return sum(judgements);
}

interface Cut extends Site {
  readonly directory: string;
  /** What had arrived when the power failed. */
  readonly before: readonly Received[];
}

async function judgeCut(image: string, { directory, before, ...site }: Cut): Promise<Judgement> {
  const mount = await mountImage(image, join(directory, 'left'));
  const dataDir = join(mount.mounted, DATA);
  // The number of the process that had it: by now it may be anybody's.
  await rm(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), { force: true });
  try {
    const server = await startServer(dataDir).catch(() => undefined);
    if (server === undefined)
      return { ...nothingLeft(before), damage: ['PostgreSQL does not start'] };
    try {
      const { urls } = server;
      const judgement = await judge({ ...site, dataDir, urls }, before);
      return {
        ...judgement,
        damage: [...judgement.damage, ...(await whyNotServing(dataDir, urls))],
      };
    } finally {
      await server.close();
    }
  } finally {
    await mount.close();
    await rm(image);
  }
}

async function whyNotServing(dataDir: string, urls: Site['urls']): Promise<readonly string[]> {
  try {
    const served = await serveOn({ dataDir, urls });
    await served.close();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

const nothingLeft = (before: readonly Received[]) => ({
  answers: before.length,
  away: 0,
  withoutEntry: before.length,
  otherwise: 0,
  entries: 0,
});
