/** A gateway of a build in this process, and callers that ask it while something happens to what it stands on. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Random, randomOf } from '../../src/register/sample/random.js';
import type { Served, ServeOptions } from '../../src/serve.js';
import { type Site, serveOn } from '../support/site.js';
import { type Judgement, judge } from './judge.js';
import { type Received, runLoad } from './kill/load.js';
import { optionsOf } from './planted.js';
import type { RigPlan } from './rig.js';

export interface Trial {
  readonly site: Site;
  readonly served: Pick<Served, 'url'>;
  /** Begins every officer's number: unique in the run. */
  readonly prefix: string;
  readonly random: Random;
  /** Does the harm; resolves when it is done and what was harmed is in order again, or may come back by itself. */
  readonly harm: (received: readonly Received[]) => Promise<void>;
}

/** Milliseconds in which a gateway must answer again. */
const PATIENCE = 30_000;

/** What came of a trial. */
export interface Tried {
  readonly received: readonly Received[];
  /** Whether the gateway answered again. One whose ledger lost what was kept of it must not. */
  readonly isBack: boolean;
}

class NotBack extends Error {
  override readonly name = 'NotBack';
}

/** A trial that is about to begin: its harm is the rig's. */
export interface Begun extends Omit<Trial, 'harm'> {
  /** From 0. */
  readonly number: number;
}

/** Serves a build on a site, tries it so many times, each on what the last left, and weighs all that was answered. */
export async function runTrials(
  { build, trials, seed, onTrial, options }: RigPlan & { readonly options?: Partial<ServeOptions> },
  site: Site,
  run: (begun: Begun) => Promise<Tried>,
): Promise<Judgement> {
  const served = await serveOn(site, { ...optionsOf(build, site.urls), ...options });
  const received: Received[] = [];
  let isBack = true;
  for (let number = 0; number < trials && isBack; number += 1) {
    const trial = { site, served, prefix: `R-${number}`, random: randomOf(seed, number) };
    const tried = await run({ ...trial, number });
    received.push(...tried.received);
    isBack = tried.isBack;
    onTrial(number + 1);
  }
  await served.close();
  const judgement = await judge(site, received);
  const damage = isBack ? [] : ['the gateway did not answer any more'];
  return { ...judgement, damage: [...judgement.damage, ...damage] };
}

/** Callers ask; at a random instant the harm is done; they go on until they are answered as before. */
export async function runTrial(trial: Trial): Promise<Tried> {
  const { site, served, prefix, random, harm } = trial;
  const stop = new AbortController();
  const received: Received[] = [];
  const watch = new Answers();
  const onAnswer = (answer: Received) => {
    received.push(answer);
    watch.count(answer);
  };
  const load = { site, url: served.url, prefix, onFirstByte: () => undefined, onAnswer };
  const running = runLoad({ ...load, until: stop.signal });
  try {
    await watch.more(10 + random.below(80));
    // Somewhere within a batch, not where an answer has just come.
    await pause(random.below(10));
    await harm(received);
    await watch.more(20);
    return { received, isBack: true };
  } catch (error) {
    if (error instanceof NotBack) return { received, isBack: false };
    throw error;
  } finally {
    stop.abort();
    await running;
  }
}

/** Waits for answers of persons. */
class Answers {
  #left = 0;
  #tell: (() => void) | undefined;

  count({ status }: Received): void {
    if (status !== 200) return;
    this.#left -= 1;
    if (this.#left <= 0) this.#tell?.();
  }

  /** Resolves after so many more; rejects with NotBack if they do not come. */
  async more(count: number): Promise<void> {
    this.#left = count;
    const come = new Promise<'come'>((resolve) => {
      this.#tell = () => resolve('come');
    });
    const stop = new AbortController();
    const late = pause(PATIENCE, 'late', { signal: stop.signal });
    late.catch(() => undefined);
    const first = await Promise.race([come, late]);
    stop.abort();
    if (first === 'late') throw new NotBack();
  }
}
