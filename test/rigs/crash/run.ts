/** Crashes PostgreSQL under a gateway that callers ask, again and again on what the last crash left. */
import { makeMemoryDir } from '../../support/data-dir.js';
import { openSite } from '../../support/site.js';
import type { Judgement } from '../judge.js';
import type { RigPlan } from '../rig.js';
import { runTrial, runTrials } from '../under-load.js';
import { CRASHES, crash } from './crash.js';

/** Every kind of crash in turn; then weighs all that was answered. */
export async function runCrashes(plan: RigPlan): Promise<Judgement> {
  const site = await openSite(await makeMemoryDir());
  try {
    return await runTrials(plan, site, ({ number, random, ...trial }) => {
      const kind = CRASHES[number % CRASHES.length] ?? 'postmaster';
      return runTrial({ ...trial, random, harm: () => crash(kind, site, random) });
    });
  } finally {
    await site.close();
  }
}
