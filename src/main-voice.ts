/** Where the commands speak. */
import { languageAsked, type Voice } from './cli/index.js';
import { languageOfProcess } from './config.js';

/** The terminal: stdout for what was asked, stderr for the rest. */
export const voice: Voice = {
  language: languageAsked(process.argv) ?? languageOfProcess(),
  out: (text) => void process.stdout.write(text),
  say: (line) => void process.stderr.write(`${line}\n`),
};
