/** What every rig's command has in common: its size, its seed, its build, and its last word. */
import { parseArgs } from 'node:util';
import { describe, isAsExpected, type Judgement } from './judge.js';
import type { Build } from './planted.js';

/** What a run is told. */
export interface RigPlan {
  readonly build: Build;
  readonly trials: number;
  readonly seed: number;
  readonly onTrial: (number: number) => void;
}

export interface Rig {
  /** Unless told otherwise. */
  readonly trials: number;
  /** Those that this rig can find out, and the honest one. */
  readonly builds: readonly Build[];
  /** What this machine lacks for it. */
  readonly lack?: string | undefined;
  readonly run: (plan: RigPlan) => Promise<Judgement>;
}

/** Runs a rig as its command line says; sets the exit code: 0 as it must be, 1 not, 2 wrong usage. */
export async function runRig({ trials, builds, lack, run }: Rig): Promise<void> {
  const { values } = parseArgs({
    options: {
      trials: { type: 'string', default: String(trials) },
      seed: { type: 'string', default: '1' },
      build: { type: 'string', default: 'honest' },
    },
  });
  const build = builds.find((one) => one === values.build);
  if (build === undefined) {
    process.stderr.write(`--build is one of ${builds.join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  if (lack !== undefined) {
    process.stderr.write(`this machine cannot run it: it lacks ${lack}\n`);
    process.exitCode = 1;
    return;
  }
  const began = Date.now();
  const onTrial = (number: number) => {
    if (number % 10 === 0) process.stderr.write(`${number} trials\n`);
  };
  const plan = { build, trials: Number(values.trials), seed: Number(values.seed), onTrial };
  const judgement = await run(plan);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  process.stdout.write(`${build}: ${plan.trials} trials, seed ${plan.seed}, ${seconds} s\n`);
  process.stdout.write(`${describe(judgement)}\n`);
  const isGood = isAsExpected(build, judgement);
  process.stdout.write(`${lastWord(build, isGood)}\n`);
  process.exitCode = isGood ? 0 : 1;
}

function lastWord(build: Build, isGood: boolean): string {
  if (build === 'honest') return isGood ? 'no fault' : 'FAULTS';
  return isGood ? 'found: this build answers without an entry' : 'NOT found: the rig is blind';
}
