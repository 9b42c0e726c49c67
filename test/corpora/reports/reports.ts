/** Reads the corpus of reports: 600 texts with something personal in them, and 600 without. */
import { readFileSync } from 'node:fs';
import type { Half, Report } from './make-reports.js';

/** One half of the corpus, in the order of its file. */
export function readReports(half: Half): readonly Report[] {
  const text = readFileSync(new URL(`${half}.ndjson`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line): Report => JSON.parse(line));
}
