/**
 * The power rig: a disk with a volatile cache (its own, in user space), ext4 on it, PostgreSQL and DATA_DIR on that.
 * At random instants the image is taken that a failure of power would leave: of what was written since the last flush
 * some sectors, in any order; of what no file system had written yet, nothing.
 *
 *     npm run rig:power -- --trials 50 [--seed 1]              exit 1 on any fault; needs root on Linux, loop and FUSE
 *     npm run rig:power -- --trials 5 --build async-commit     of a planted build: exit 0 when it is found out
 */
import { BUILDS } from '../planted.js';
import { runRig } from '../rig.js';
import { lackOf } from './machine.js';
import { runPowerFailures } from './run.js';

await runRig({
  trials: 50,
  builds: BUILDS.filter((build) => build !== 'begin-on-pool'),
  lack: await lackOf(),
  run: runPowerFailures,
});
