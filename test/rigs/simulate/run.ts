/** Runs seeds one after another. */
import type { Protocol } from './protocol.js';
import { simulate } from './simulate.js';
import { openTally } from './tally.js';

export interface Failure {
  readonly seed: number;
  readonly faults: readonly string[];
}

export interface SeedPlan {
  readonly first: number;
  readonly runs: number;
  readonly protocol: Protocol;
  /** Stops after so many failures. */
  readonly most: number;
}

export interface SeedReport {
  readonly failures: readonly Failure[];
  readonly tried: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Runs the seeds from the first on. */
export function runSeeds({ first, runs, protocol, most }: SeedPlan): SeedReport {
  const tally = openTally();
  const failures: Failure[] = [];
  let tried = 0;
  while (tried < runs && failures.length < most) {
    const seed = first + tried;
    const faults = [...new Set(simulate({ seed, protocol, tally }))];
    if (faults.length > 0) failures.push({ seed, faults });
    tried += 1;
  }
  return { failures, tried, counts: tally.counts };
}
