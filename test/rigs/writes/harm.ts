/** What happens to the ledger's connection in a burst; aimed before, so that it falls among the writes. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../src/register/sample/random.js';
import { ledgerBackends } from '../crash/crash.js';
import type { Place } from '../judge.js';
import type { Harm } from './plan.js';

/** Milliseconds from an acknowledged write to the harm, at most. */
const WITHIN = 4;

/** Ends a session in good order, or kills its process: the server then starts all of its processes anew. */
const SIGNALS: Readonly<Record<Exclude<Harm, 'none'>, NodeJS.Signals>> = {
  session: 'SIGTERM',
  crash: 'SIGKILL',
};

/** Gets ready; what it resolves to does the harm. */
export async function aimAt(
  place: Place,
  { harm, random }: { readonly harm: Harm; readonly random: Random },
): Promise<() => Promise<void>> {
  if (harm === 'none') return async () => undefined;
  const targets = await ledgerBackends(place);
  return async () => {
    await pause(random.below(WITHIN));
    for (const pid of targets) process.kill(pid, SIGNALS[harm]);
  };
}
