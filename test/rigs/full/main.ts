/**
 * The rig of full disks: under a gateway that 16 callers ask, the file system of its database, or the one of its
 * checkpoints and of the receipts of its own officers, has no more room, until some were told that it is away; then
 * room is made, and it must serve again. In half of the runs PostgreSQL needs a new file of its write-ahead log at once.
 *
 *     npm run rig:full -- --runs 20 [--seed 1]                      exit 1 on any fault, 3 where it cannot mount
 *     npm run rig:full -- --runs 4 --build swallowed-errors         of a planted build: exit 0 when it is found out
 */
import { BUILDS } from '../planted.js';
import { runRig } from '../rig.js';
import { runFull } from './run.js';
import { lackOf } from './small-disk.js';

await runRig({
  unit: 'runs',
  trials: 20,
  builds: BUILDS.filter((build) => build !== 'no-fsync' && build !== 'begin-on-pool'),
  lack: await lackOf(),
  run: runFull,
});
