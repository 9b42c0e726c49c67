/**
 * The rig of writes: the ledger over PostgreSQL, written by 1 to 1,000 at once, also behind 98 to 100 queries queued on
 * its own connection, while its session is ended and its server crashes. A second connection counts all the while:
 * a write that is acknowledged and not committed is a fault.
 *
 *     npm run rig:writes -- --writes 1000000 [--seed 1]     exit 1 on any fault
 *     npm run rig:writes -- --writes 10000 --build BUILD    of a planted build: exit 0 when it is found out
 */
import { BUILDS } from '../planted.js';
import { runRig } from '../rig.js';
import { runWrites } from './run.js';

await runRig({
  unit: 'writes',
  trials: 1_000_000,
  builds: BUILDS.filter((build) => build !== 'no-fsync'),
  run: runWrites,
});
