/** Starts the router of the example: `main.ts SETTINGS TOKEN CASE-FILES`, three files. Prints `ready URL`; ends on SIGTERM. */
import { readFileSync } from 'node:fs';
import { openCaseFiles } from './case-files.js';
import { type HopTrace, openRouter } from './router.js';
import { readSettings } from './settings.js';

const [settings = '', token = '', files = ''] = process.argv.slice(2);
// A denial is made into an error of graphql-js at each step of its way, and nobody reads where.
Error.stackTraceLimit = 0;
const read = readSettings(settings);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const router = await openRouter(read, {
  token: readFileSync(token, 'utf8').trim(),
  caseFiles: openCaseFiles(JSON.parse(readFileSync(files, 'utf8'))),
  ...(read.trace ? { onHop: (hop: HopTrace) => say(JSON.stringify(hop)) } : {}),
});
process.once('SIGTERM', () => {
  void router.close();
});
say(`ready ${router.url}`);
