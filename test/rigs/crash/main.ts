/**
 * The crash rig: PostgreSQL ends in every way it does not expect, under a gateway that 16 callers ask: kill -9 of the
 * server, of any process under it, of the one that serves the ledger, and an immediate shutdown.
 *
 *     npm run rig:crash -- --trials 100 [--seed 1]        exit 1 on any fault
 *     npm run rig:crash -- --trials 8 --build BUILD       of a planted build: exit 0 when it is found out
 */
import { BUILDS } from '../planted.js';
import { runRig } from '../rig.js';
import { runCrashes } from './run.js';

await runRig({
  trials: 100,
  builds: BUILDS.filter((build) => build !== 'no-fsync' && build !== 'begin-on-pool'),
  run: runCrashes,
});
