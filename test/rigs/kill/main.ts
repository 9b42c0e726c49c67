/**
 * The kill rig: gateways that are killed with SIGKILL at every step of the path of a query while 16 callers ask, each
 * started on what the last one left. An answer that arrived whole without its entry in the ledger is a fault, and so
 * are an entry about other bytes, a receipt that does not check, a start that fails, and a ledger that does not verify.
 *
 *     npm run rig:kill -- --trials 200 [--seed 1]     exit 1 on any fault
 *     npm run rig:kill -- --trials 34 --release-first    the same on a build that answers before it seals: exit 0 when
 *                                                        the rig finds answers without entry, 1 when it is blind
 *     npm run rig:kill -- --trials 34 --fire-and-forget  the same on one that seals without waiting
 *
 * Every step comes once in 17 trials.
 */

import { parseArgs } from 'node:util';
import { verifyLedger } from '../../../src/cli/index.js';
import { ledgerFolder } from '../../../src/data-folder.js';
import { formatVkey } from '../../../src/ledger/index.js';
import { closePool, openLedgerReader, openOwner, readKept } from '../../../src/store/index.js';
import { openSite, type Site } from '../../support/site.js';
import type { Build } from '../planted.js';
import { withChild } from './bundle.js';
import { openProcesses } from './gateway-process.js';
import { countFaults, formatReport } from './report.js';
import { runTrial, type Trial } from './trial.js';
import { readRecords, weigh } from './weigh.js';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    'release-first': { type: 'boolean', default: false },
    'fire-and-forget': { type: 'boolean', default: false },
  },
});
const build = buildOf(values);
const out = (text: string): void => void process.stdout.write(text);

process.exitCode = await run();

async function run(): Promise<number> {
  const began = Date.now();
  out(`${build}: ${values.trials} trials, seed ${values.seed}\n`);
  const site = await openSite();
  try {
    const trials = await withChild((script) => runTrials(site, script));
    const isWhole = await withLedger(site, (ledger) => verify(site, ledger));
    const records = await withLedger(site, ({ rows }) => readRecords(rows()));
    const weighed = trials.map((trial) => ({
      ...trial,
      faults: trial.received.map((each) => weigh(each, records, site.publicKey)),
    }));
    out(formatReport(weighed));
    out(`${records.size} entries; ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
    const answers = weighed.reduce((sum, { received }) => sum + received.length, 0);
    return conclude(countFaults(weighed), isWhole && answers > 0);
  } finally {
    await site.close();
  }
}

async function runTrials(site: Site, script: string): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  const seed = Number(values.seed);
  const processes = openProcesses(script);
  for (let number = 0; number < Number(values.trials); number += 1) {
    const trial = await runTrial({ site, build, seed, number }, processes.next());
    if (trial.startFault !== undefined) out(`${number} ${trial.step}: ${trial.startFault}\n`);
    trials.push(trial);
    if (trials.length % 25 === 0) process.stderr.write(`${trials.length} trials\n`);
  }
  processes.close();
  return trials;
}

type Reader = ReturnType<typeof openLedgerReader>;

async function withLedger<T>({ urls }: Site, work: (reader: Reader) => Promise<T>): Promise<T> {
  const pool = openOwner(urls.app);
  try {
    return await work(openLedgerReader(pool));
  } finally {
    await closePool(pool);
  }
}

/** The product's own verification of all that is stored, against what was kept beside it. */
async function verify({ dataDir, publicKey }: Site, source: Reader): Promise<boolean> {
  const vkey = formatVkey({ name: 'sorgu/AZ-SMS/DOMESTIC', publicKey });
  const kept = await readKept(ledgerFolder(dataDir));
  const voice = { language: 'en' as const, out, say: (line: string) => out(`${line}\n`) };
  return (await verifyLedger({ source, kept, vkey }, voice)) === 0;
}

function conclude(counts: ReturnType<typeof countFaults>, isSound: boolean): number {
  if (build !== 'honest') {
    const found = counts.withoutEntry > 0;
    out(found ? 'found: this build answers without an entry\n' : 'NOT found: the rig is blind\n');
    return found ? 0 : 1;
  }
  const isGood = isSound && Object.values(counts).every((count) => count === 0);
  out(isGood ? 'no fault\n' : 'FAULTS\n');
  return isGood ? 0 : 1;
}

function buildOf(chosen: { 'release-first': boolean; 'fire-and-forget': boolean }): Build {
  if (chosen['release-first']) return 'release-first';
  return chosen['fire-and-forget'] ? 'fire-and-forget' : 'honest';
}
