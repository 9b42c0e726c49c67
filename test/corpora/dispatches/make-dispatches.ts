import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dispatches } from './compose.js';

/** What the two files hold. */
export function madeFile(half: 'planted' | 'clean'): string {
  return dispatches(half)
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const half of ['planted', 'clean'] as const) {
    writeFileSync(new URL(`${half}.ndjson`, import.meta.url), madeFile(half));
  }
}
