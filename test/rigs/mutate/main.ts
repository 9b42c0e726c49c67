/**
 * The mutation rig: logs changed by one who may write the database, and by one who also holds the signing key and may
 * write the files beside it; and honest logs, of which nothing may be said.
 *
 *     npm run rig:mutate -- --trials 100000 --honest 1000 [--seed 1]     exit 1 on a miss or a false alarm
 */
import { parseArgs } from 'node:util';
import { runMutations } from './run.js';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '100000' },
    honest: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const began = Date.now();
const [trials, honest, seed] = [values.trials, values.honest, values.seed].map(Number);
const tally = await runMutations({ trials: trials ?? 0, honest: honest ?? 0, seed: seed ?? 1 });
for (const [name, { tried, foundAlone, foundTogether }] of tally.counts) {
  process.stdout.write(
    `${name}: ${tried}, found alone ${foundAlone}, with receipts ${foundTogether}\n`,
  );
}
const { missed, falseAlarms } = tally;
const seconds = ((Date.now() - began) / 1000).toFixed(0);
process.stdout.write(`${missed.length} missed, ${falseAlarms.length} false alarms, ${seconds} s\n`);
for (const line of [...missed, ...falseAlarms].slice(0, 20)) process.stdout.write(`${line}\n`);
process.exitCode = missed.length + falseAlarms.length === 0 ? 0 : 1;
