/** Disks without room in small; only where a file system can be mounted. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileKeeper, readKept } from '../../../src/store/index.js';
import { makeDataDir } from '../../support/data-dir.js';
import { isAsExpected } from '../judge.js';
import { runFull } from './run.js';
import { lackOf, mountSmall } from './small-disk.js';

const lack = await lackOf();
const onTrial = () => undefined;
const LONG = 180_000;

test.skipIf(lack)(
  'A-11.4 a checkpoint for which there is no room is not kept, and spoils no other',
  async () => {
    const root = await makeDataDir();
    const disk = await mountSmall(join(root, 'small'), 2 ** 20);
    const directory = join(root, 'small', 'kept');
    let now = 0;
    const keeper = await openFileKeeper({ directory, clock: { now: () => now } });
    // With its quotes and its end it leaves some hundred bytes of the page.
    const [first, second, third] = ['a'.repeat(3_900), 'b'.repeat(400), 'c'.repeat(400)] as const;
    await keeper.keep('sorgu/A/B', first);
    await disk.fill(0);
    now = 2_000;
    await expect(keeper.keep('sorgu/A/B', second)).rejects.toThrow('the disk has no room');
    expect(await readKept(directory)).toEqual([first]);
    await disk.clear();
    await keeper.keep('sorgu/A/B', third);
    expect(await readKept(directory)).toEqual([first, third]);
    await keeper.close();
    await disk.close();
    await rm(root, { recursive: true });
  },
);

test.skipIf(lack)(
  'A-11.4 the disk fills under load: no answer without its entry',
  async () => {
    const judgement = await runFull({ build: 'honest', trials: 1, seed: 1, onTrial });
    expect(judgement).toMatchObject({ withoutEntry: 0, otherwise: 0, damage: [] });
    expect(judgement.away).toBeGreaterThan(0);
    expect(isAsExpected('honest', judgement)).toBe(true);
  },
  LONG,
);
