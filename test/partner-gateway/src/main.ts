/** Starts the router of the example: `main.ts SETTINGS TOKEN CASE-FILES`, three files. Prints `ready URL`; ends on SIGTERM. */
import { readFileSync } from 'node:fs';
import { openCaseFiles } from './case-files.js';
import { openRouter } from './router.js';
import { readSettings } from './settings.js';

const [settings = '', token = '', files = ''] = process.argv.slice(2);
const router = await openRouter(readSettings(settings), {
  token: readFileSync(token, 'utf8').trim(),
  caseFiles: openCaseFiles(JSON.parse(readFileSync(files, 'utf8'))),
});
process.once('SIGTERM', () => {
  void router.close();
});
process.stdout.write(`ready ${router.url}\n`);
