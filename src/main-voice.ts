/** Where the commands speak. */
import type { Voice } from './cli/index.js';

/** The terminal: stdout for what was asked, stderr for the rest. */
export const voice: Voice = {
  out: (text) => void process.stdout.write(text),
  say: (line) => void process.stderr.write(`${line}\n`),
};
