/** The rig in small: `explain` and the answer agree on every grant, and where a build does not, it is found. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILDS } from './builds.js';
import { type Ground, openGround } from './ground.js';
import { runExplain } from './run.js';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
}, 120_000);
afterAll(() => ground?.close());

test('explain says of each coordinate what the operation then does', async () => {
  ground.become('honest');
  const { tried, disclosed, withheld, forms, faults } = await runExplain({
    ...{ ground, operations: 200, seed: 2019 },
  });
  expect(faults).toEqual([]);
  expect(tried).toBe(200);
  expect(Math.min(disclosed, withheld)).toBeGreaterThan(100);
  expect(Math.min(...forms.values())).toBeGreaterThan(20);
  expect(forms.size).toBe(7);
}, 120_000);

test.each(BUILDS.filter((build) => build !== 'honest'))(
  '%s is found',
  async (build) => {
    ground.become(build);
    const { faults } = await runExplain({ ground, operations: 200, seed: 1, untilFault: true });
    expect(faults.length).toBeGreaterThan(0);
  },
  120_000,
);
