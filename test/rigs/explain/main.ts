/**
 * Whether `explain` agrees with what then happens: generated operations on every grant, through the whole gateway.
 *
 *     npm run rig:explain -- --operations 10000 --seed 1             exit 1 on any disagreement
 *     npm run rig:explain -- --operations 500 --build explain-opens  a planted one: exit 0 when it is found
 */
import { parseArgs } from 'node:util';
import { BUILDS } from './builds.js';
import { openGround } from './ground.js';
import { type ExplainTally, runExplain } from './run.js';

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    build: { type: 'string', default: 'honest' },
  },
});
const out = (text: string): void => void process.stdout.write(`${text}\n`);
const build = BUILDS.find((one) => one === values.build);
const [operations, seed] = [values.operations, values.seed].map(Number);
if (build === undefined || !Number.isSafeInteger(operations) || !Number.isSafeInteger(seed)) {
  process.stderr.write(`--operations and --seed are whole numbers, --build ${BUILDS.join(', ')}\n`);
  process.exitCode = 2;
} else {
  const began = Date.now();
  const ground = await openGround();
  ground.become(build);
  const tally = await runExplain({
    ground,
    operations: operations ?? 0,
    seed: seed ?? 0,
    onOperation,
  });
  await ground.close();
  report(tally, (Date.now() - began) / 1000);
  const isGood = build === 'honest' ? tally.faults.length === 0 : tally.faults.length > 0;
  process.exitCode = isGood && tally.tried === operations ? 0 : 1;
}

function onOperation(number: number): void {
  if (number % 1_000 === 0) process.stderr.write(`${number} operations\n`);
}

function report(
  { tried, disclosed, withheld, forms, faults }: ExplainTally,
  seconds: number,
): void {
  for (const fault of faults.slice(0, 20)) out(fault);
  for (const [form, count] of forms) out(`${form.padEnd(20)}${count}`);
  out(`${build}: ${tried} operations, seed ${seed}, ${seconds.toFixed(0)} s`);
  out(`${disclosed} coordinates DISCLOSE, ${withheld} WITHHOLD; ${faults.length} disagreements`);
}
