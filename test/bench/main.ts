/** `npm run bench`: the figures of docs and issues, measured here and now. `-- --small`, `-- --import-memory`. */
import { measureImportMemory } from './import-memory.js';
import { FULL, SMALL } from './plan.js';
import { printTable, writeJson } from './report.js';
import { run } from './run.js';

const say = (text: string): void => {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
};

if (process.argv.includes('--import-memory')) {
  printTable(await measureImportMemory(say));
} else {
  const plan = process.argv.includes('--small') ? SMALL : FULL;
  const lines = await run(plan, say);
  printTable(lines);
  writeJson('bench.json', lines, plan);
}
