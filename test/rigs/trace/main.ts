/**
 * The rig of injected faults: under gateways that 16 callers ask, a seeded call of the gateway's process, of PostgreSQL's
 * process for the ledger, or of its walwriter (write, writev, sendto, pwrite64, fdatasync) fails with EIO or ENOSPC, or
 * its process dies there by SIGKILL. What is left must serve again, or the next gateway on it.
 *
 *     npm run rig:trace -- --trials 60 [--seed 1]                   exit 1 on any fault, 3 where nothing can be traced
 *     npm run rig:trace -- --trials 12 --build swallowed-errors     of a planted build: exit 0 when it is found out
 */
import { BUILDS } from '../planted.js';
import { runRig } from '../rig.js';
import { lackOf } from './injection.js';
import { runTraced } from './run.js';

/** What is planted in the database is not planted in a process of its own. */
const ELSEWHERE: readonly string[] = ['async-commit', 'no-fsync', 'begin-on-pool'];

await runRig({
  trials: 60,
  builds: BUILDS.filter((build) => !ELSEWHERE.includes(build)),
  lack: await lackOf(),
  run: runTraced,
});
