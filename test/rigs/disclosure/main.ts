/**
 * Whether published tables give a hidden cell away: generated sets of tables, attacked by linear programming.
 *
 *     npm run rig:disclosure -- --sets 1000 --seed 1                exit 1 where a hidden cell is learnt
 *     npm run rig:disclosure -- --sets 50 --build primary-only      a planted one: exit 0 when it is found
 */
import { parseArgs } from 'node:util';
import { BUILDS, type DisclosureTally, runDisclosure } from './run.js';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    build: { type: 'string', default: 'honest' },
  },
});
const out = (text: string): void => void process.stdout.write(`${text}\n`);
const build = BUILDS.find((one) => one === values.build);
const [sets = 0, seed = 0] = [values.sets, values.seed].map(Number);
if (build === undefined || !Number.isSafeInteger(sets) || !Number.isSafeInteger(seed)) {
  process.stderr.write(`--sets and --seed are whole numbers, --build ${BUILDS.join(', ')}\n`);
  process.exitCode = 2;
} else {
  const began = Date.now();
  const tally = runDisclosure({ build, sets, seed, onSet });
  report(tally, (Date.now() - began) / 1000);
  process.exitCode = (tally.recovered === 0) === (build === 'honest') ? 0 : 1;
}

function onSet(number: number, recovered: number): void {
  if (number % 50 === 0) process.stderr.write(`${number} sets, ${recovered} cells learnt\n`);
}

function report(tally: DisclosureTally, seconds: number): void {
  const { broken, recovered, published, refused, cells, small, hidden } = tally;
  for (const line of broken.slice(0, 10)) out(line);
  out(`${build}: ${sets} sets, seed ${seed}, ${seconds.toFixed(0)} s`);
  out(
    `${published} tables published, ${refused} refused; ${cells} cells, ${small} small, ${hidden} hidden`,
  );
  out(`${recovered} hidden cells learnt, in ${broken.length} sets`);
}
