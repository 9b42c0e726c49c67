/**
 * The simulation rig: two gateways run the product's pure protocol under loss, duplication, reordering, delay, crashes
 * and wrong clocks, all drawn from a seed. At the end of a run both sides must hold the same chain, every motion must
 * be recorded once or declined, and nothing may be lost, done twice, or lead to data where the treaty has no way.
 *
 *     node --import tsx test/rigs/simulate/main.ts --runs 10000 --seed 1     exit 1 on any fault; prints its seed
 *     node --import tsx test/rigs/simulate/main.ts --runs 1 --seed 4711      that run again
 *     node --import tsx test/rigs/simulate/main.ts --planted                 each planted bug; exit 1 where one is not found
 */
import { parseArgs } from 'node:util';
import { PLANTED } from './planted.js';
import { honest } from './protocol.js';
import { runSeeds } from './run.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    planted: { type: 'boolean', default: false },
  },
});
const out = (text: string): void => void process.stdout.write(`${text}\n`);
const first = Number(values.seed);
const runs = Number(values.runs);
if (!Number.isSafeInteger(first) || !Number.isSafeInteger(runs) || runs < 1) {
  process.stderr.write('--runs and --seed are whole numbers\n');
  process.exitCode = 2;
} else {
  process.exitCode = values.planted ? findPlanted() : runHonest();
}

function runHonest(): number {
  const began = Date.now();
  const { failures, counts } = runSeeds({ first, runs, protocol: honest, most: runs });
  for (const { seed, faults } of failures) out(`seed ${seed}: ${faults.join('; ')}`);
  for (const [name, count] of [...counts].sort()) out(`${name.padEnd(46)}${count}`);
  out(`${failures.length} of ${runs} runs failed; ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return failures.length === 0 ? 0 : 1;
}

function findPlanted(): number {
  const blind = [...PLANTED].filter(([name, protocol]) => {
    const { failures, tried } = runSeeds({ first, runs, protocol, most: 1 });
    const [found] = failures;
    out(
      found === undefined
        ? `NOT found in ${tried} runs: ${name}`
        : `found in run ${tried}, seed ${found.seed}: ${name} (${found.faults[0]})`,
    );
    return found === undefined;
  });
  out(`${PLANTED.size - blind.length} of ${PLANTED.size} planted bugs found`);
  return blind.length === 0 ? 0 : 1;
}
