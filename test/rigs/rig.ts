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

/** What came of a run: figures of the rig's own come into its last line. */
export type Outcome = Judgement & { readonly figures?: string };

export interface Rig {
  /** What it counts, and its option. */
  readonly unit?: 'trials' | 'writes' | 'runs';
  /** How many, unless told otherwise. */
  readonly trials: number;
  /** Those that this rig can find out, and the honest one. */
  readonly builds: readonly Build[];
  /** What this machine lacks for it. */
  readonly lack?: string | undefined;
  readonly run: (plan: RigPlan) => Promise<Outcome>;
}

/** Milliseconds between two lines of progress. */
const TELL_MS = 10_000;
/** A machine on which the rig cannot run is no success, and no fault either. */
const NOT_RUN = 3;

/** Runs a rig as its command line says; sets the exit code: 0 as it must be, 1 not, 2 wrong usage, 3 not run. */
export async function runRig({ unit = 'trials', trials, builds, lack, run }: Rig): Promise<void> {
  const { values } = parseArgs({
    options: {
      [unit]: { type: 'string', default: String(trials) },
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
    process.stdout.write(`NOT RUN: this machine lacks ${lack}\n`);
    process.exitCode = NOT_RUN;
    return;
  }
  const began = Date.now();
  let told = began;
  const onTrial = (number: number) => {
    if (Date.now() - told < TELL_MS) return;
    told = Date.now();
    process.stderr.write(`${number} ${unit}\n`);
  };
  const plan = { build, trials: Number(values[unit]), seed: Number(values.seed), onTrial };
  const { figures, ...judgement } = await run(plan);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  process.stdout.write(`${build}: ${plan.trials} ${unit}, seed ${plan.seed}, ${seconds} s\n`);
  process.stdout.write(`${describe(judgement)}\n`);
  const isGood = isAsExpected(build, judgement);
  const tail = figures === undefined ? '' : `; ${figures}`;
  process.stdout.write(`${lastWord(build, isGood)}${tail}\n`);
  process.exitCode = isGood ? 0 : 1;
}

function lastWord(build: Build, isGood: boolean): string {
  if (build === 'honest') return isGood ? 'no fault' : 'FAULTS';
  return isGood ? 'found: this build answers without an entry' : 'NOT found: the rig is blind';
}
