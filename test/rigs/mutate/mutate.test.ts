/** The mutation rig in small. */
import { expect, test } from 'vitest';
import { ATTACKS } from './attacks.js';
import { ATTACKERS, runMutations } from './run.js';

test('A-11.4 every mutation of a log is found once receipts are compared, and no honest log is blamed', async () => {
  const { counts, missed, falseAlarms } = await runMutations({ seed: 1, trials: 800, honest: 50 });
  expect(missed).toEqual([]);
  expect(falseAlarms).toEqual([]);
  expect(counts.size).toBe(ATTACKS.length * ATTACKERS.length);
});

test('A-11.4 what the holder of the key rewrites is not found without what others hold', async () => {
  const { counts } = await runMutations({ seed: 2, trials: 160, honest: 0 });
  expect(counts.get('delete, by key')).toMatchObject({ tried: 10, foundAlone: 0 });
});
