/**
 * Scanning a report against reading it, in one run: `npm run bench:scan -- --pages 100`. Reading is what has to be done
 * with a report anyway: its bytes from a file, decoded from UTF-8 to a string, and their SHA-256. Both are measured in
 * processor time of this process, by turns; a page is 2,500 characters of the corpus of reports.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from '../../src/scan/index.js';
import { readCorpus } from '../corpora/scan-corpus.js';

const PAGE = 2_500;
const ROUNDS = 15;
const given = process.argv.indexOf('--pages');
const pages = given === -1 ? 100 : Number(process.argv[given + 1]);
if (!Number.isInteger(pages) || pages < 1) throw new RangeError('--pages takes 1 or more');

/** As many pages of a list of texts. */
function reportOf(texts: readonly string[]): string {
  let report = '';
  for (let at = 0; report.length < pages * PAGE; at += 1)
    report += `${texts[at % texts.length]}\n\n`;
  return report.slice(0, pages * PAGE);
}

/** Milliseconds of processor time. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function measure(name: string, report: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'sorgu-scan-'));
  const file = join(folder, 'report.txt');
  writeFileSync(file, report);
  const readings: number[] = [];
  const scans: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let text = '';
    readings.push(
      cost(() => {
        const bytes = readFileSync(file);
        text = new TextDecoder().decode(bytes);
        createHash('sha256').update(bytes).digest();
      }),
    );
    scans.push(
      cost(() => {
        found = inspect(text).length;
      }),
    );
  }
  rmSync(folder, { recursive: true });
  const [reading, scanning] = [median(readings), median(scans)];
  const share = (reading / scanning).toFixed(3);
  process.stdout.write(
    `${name}: ${pages} pages, read in ${reading.toFixed(2)} ms, scanned in ${scanning.toFixed(2)} ms (first time ${(scans[0] ?? 0).toFixed(0)} ms), ${found} findings: scanning at ${share} of the speed of reading (goal: at least 0.1)\n`,
  );
}

const { clean, planted } = readCorpus('reports');
// Again, as in a process that has run for a while: what compiles the scanner takes processor time too, most of it at first.
for (const time of ['', ', again']) {
  measure(`clean${time}`, reportOf(clean.map(({ text }) => text)));
  measure(`planted${time}`, reportOf(planted.map(({ text }) => text)));
}
