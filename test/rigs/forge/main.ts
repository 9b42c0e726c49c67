/**
 * The forge: messages that are replayed, altered and forged in every way we know, against the verification of messages
 * and documents. One that leads to work is a fault, and so is a genuine one that does not.
 *
 *     npm run rig:forge -- --messages 100000 [--seed 1]        exit 1 on any fault
 *     npm run rig:forge -- --messages 2000 --without-memory    the same on a receiver that forgets: exit 0 when the
 *                                                              forge gets in, 1 when it is blind
 */
import { parseArgs } from 'node:util';
import { ATTACKS } from './attacks.js';
import { type ForgeReport, forge } from './forge.js';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    'without-memory': { type: 'boolean', default: false },
  },
});
const out = (text: string): void => void process.stdout.write(`${text}\n`);

const began = performance.now();
const isHonest = !values['without-memory'];
const report = await forge({
  messages: Number(values.messages),
  seed: Number(values.seed),
  hasMemory: isHonest,
});
print(report);
process.exitCode = isHonest ? judge(report) : Number(report.accepted.length === 0);

function print({ genuine, taken, tried, accepted, faults }: ForgeReport): void {
  out(`genuine messages: ${taken} of ${genuine} taken`);
  out(
    `attacks: ${tried} of ${ATTACKS.length} kinds, seed ${values.seed}; ${accepted.length} accepted`,
  );
  for (const [fault, count] of [...faults].sort(([, a], [, b]) => b - a)) {
    out(`${String(count).padStart(8)} ${fault}`);
  }
  for (const { number, attack } of accepted.slice(0, 20)) out(`ACCEPTED ${number}: ${attack}`);
  out(`${((performance.now() - began) / 1000).toFixed(0)} s`);
}

function judge({ genuine, taken, accepted }: ForgeReport): number {
  const isGood = taken === genuine && accepted.length === 0;
  out(isGood ? 'no fault' : 'FAULTS');
  return isGood ? 0 : 1;
}
