/** Writes to a ledger at every concurrency, harms its database, and weighs every acknowledged write after each burst. */
import { randomOf } from '../../../src/register/sample/random.js';
import { damageOf, type Judgement, sum, weighAll } from '../judge.js';
import type { Outcome, RigPlan } from '../rig.js';
import { runBurst } from './burst.js';
import { aimAt } from './harm.js';
import { openOnlooker } from './onlooker.js';
import { type Desk, openDesk } from './place.js';
import { type Burst, burstsOf } from './plan.js';

/** Writes until so many are acknowledged. */
export async function runWrites({ build, trials, seed, onTrial }: RigPlan): Promise<Outcome> {
  const desk = await openDesk(build);
  const tally = new Tally();
  try {
    for (const each of burstsOf(trials, seed)) {
      // A session that ends takes this build's process with it (postgres.js): what it loses, it loses without.
      const burst: Burst = build === 'begin-on-pool' ? { ...each, harm: 'none' } : each;
      tally.add(burst, await tryBurst(burst, desk, seed));
      onTrial(tally.acknowledged);
      if (tally.isOver) break;
    }
    return { ...tally.judgement(await damageOf(desk.place)), figures: tally.figures() };
  } finally {
    await desk.close();
  }
}

interface Tried extends Judgement {
  readonly refused: number;
  readonly ahead: number;
}

async function tryBurst(burst: Burst, desk: Desk, seed: number): Promise<Tried> {
  const onlooker = openOnlooker(desk.place.urls.app);
  try {
    // Those of earlier bursts are not looked for again.
    await onlooker.skip();
    const random = randomOf(seed, burst.number);
    const harm = await aimAt(desk.place, { harm: burst.harm, random });
    const { received, refused, ahead, isBack } = await runBurst(burst, { desk, onlooker, harm });
    const weighed = weighAll(received, await onlooker.news(), desk.place);
    return { ...weighed, refused, ahead, damage: isBack ? [] : ['the ledger did not come back'] };
  } finally {
    await onlooker.close();
  }
}

/** What came of all bursts. */
class Tally {
  readonly #judgements: Judgement[] = [];
  #refused = 0;
  #most = 0;
  #queued = 0;
  readonly #harms = { none: 0, session: 0, crash: 0 };

  add({ harm, queued, concurrency }: Burst, { refused, ahead, ...judgement }: Tried): void {
    this.#judgements.push({ ...judgement, withoutEntry: judgement.withoutEntry + ahead });
    this.#refused += refused;
    this.#harms[harm] += 1;
    this.#queued += queued === 99 ? 1 : 0;
    this.#most = Math.max(this.#most, concurrency);
  }

  get acknowledged(): number {
    return sum(this.#judgements).answers;
  }

  get isOver(): boolean {
    return this.#judgements.some(({ damage }) => damage.length > 0);
  }

  judgement(damage: readonly string[]): Judgement {
    const all = sum(this.#judgements);
    return { ...all, damage: [...all.damage, ...damage] };
  }

  figures(): string {
    const { answers, withoutEntry } = sum(this.#judgements);
    const { session, crash: crashes } = this.#harms;
    return `${answers} acknowledged, ${withoutEntry} of them not committed; up to ${this.#most} at once, ${this.#queued} bursts behind 99 queued, ${session} sessions ended, ${crashes} crashes, ${this.#refused} refused`;
  }
}
