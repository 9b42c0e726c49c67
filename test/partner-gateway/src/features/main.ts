/**
 * The features of federation behind Hive's runtime: `npm run features`. Our gateway stands in a process of its own and is
 * asked over HTTP by signed hops, on record; a line for each feature, exit code 1 where one does not work.
 */
import { FEDERATION_FEATURES } from '../../../cases/federation-features.js';
import { ROUTER_CASES } from './cases.js';
import { openOwn } from './own.js';
import { runCase } from './run.js';

const out = (line: string): void => void process.stdout.write(`${line}\n`);

const began = performance.now();
const own = await openOwn();
let working = 0;
try {
  for (const one of ROUTER_CASES) {
    const faults = await runCase(own, one);
    if (faults.length === 0) working += 1;
    out(`${faults.length === 0 ? 'works' : 'FAILS'}  ${one.name}`);
    for (const fault of faults) out(`       ${fault}`);
  }
} finally {
  await own.close();
}
const seconds = ((performance.now() - began) / 1_000).toFixed(0);
out(`${working} of ${FEDERATION_FEATURES.length} features work behind the router, ${seconds} s`);
process.exitCode = working === FEDERATION_FEATURES.length ? 0 : 1;
