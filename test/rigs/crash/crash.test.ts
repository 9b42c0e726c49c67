/** The crash rig in small: nothing of the product, and a build that swallows errors is found out. */
import { expect, test } from 'vitest';
import { isAsExpected } from '../judge.js';
import { runCrashes } from './run.js';

const onTrial = () => undefined;
/** A server that comes back on a busy machine takes its time. */
const LONG = 180_000;

test(
  'A-11.4 PostgreSQL crashes under load: no answer without its entry',
  async () => {
    const judgement = await runCrashes({ build: 'honest', trials: 2, seed: 1, onTrial });
    expect(judgement).toMatchObject({ withoutEntry: 0, otherwise: 0, damage: [] });
    expect(isAsExpected('honest', judgement)).toBe(true);
  },
  LONG,
);

test(
  'a build that answers although it could not seal is found out',
  async () => {
    const judgement = await runCrashes({ build: 'swallowed-errors', trials: 2, seed: 1, onTrial });
    expect(isAsExpected('swallowed-errors', judgement)).toBe(true);
  },
  LONG,
);
