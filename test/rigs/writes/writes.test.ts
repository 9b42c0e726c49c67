/** The rig of writes in small: every concurrency and every queue once. */
import { expect, test } from 'vitest';
import { isAsExpected } from '../judge.js';
import { runWrites } from './run.js';

const onTrial = () => undefined;
/** A server that comes back on a busy machine takes its time. */
const LONG = 180_000;

test(
  'A-11.4 what the ledger acknowledges is committed, 1 to 1,000 at once and behind 99 queued',
  async () => {
    const judgement = await runWrites({ build: 'honest', trials: 1, seed: 1, onTrial });
    expect(judgement).toMatchObject({ withoutEntry: 0, otherwise: 0, damage: [] });
    expect(isAsExpected('honest', judgement)).toBe(true);
  },
  LONG,
);

test(
  'a build whose commits do not wait for the disk is found out',
  async () => {
    const judgement = await runWrites({ build: 'async-commit', trials: 1, seed: 1, onTrial });
    expect(isAsExpected('async-commit', judgement)).toBe(true);
  },
  LONG,
);
