/** `npm run bench`: the figures of docs and issues, measured here and now. */
import { parseArgs } from 'node:util';
import { measureImportMemory } from './import-memory.js';
import { FULL, PART, SMALL } from './plan.js';
import { printTable, writeJson } from './report.js';
import { run, runLedger, runWall } from './run.js';

const USAGE = `npm run bench [-- OPTION]
  (none)           every figure, on a register of ${FULL.people} people: a quarter of an hour on two cores
  --small          the same on few people: shows that the bench works, its figures say nothing
  --wall           what the second wall costs one person's query, alone: a minute
  --ledger         the ledger's writer, alone: two minutes
  --import-memory  memory of an import of 10,000 and of 1,000,000 lines
  --profile        with a CPU profile of the process under measurement, in .data/bench
`;

const say = (text: string): void => {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
};

const flag = { type: 'boolean', default: false } as const;

function asked() {
  try {
    const parts = { wall: flag, ledger: flag, 'import-memory': flag };
    return parseArgs({ options: { small: flag, ...parts, profile: flag, help: flag } }).values;
  } catch {
    process.stderr.write(USAGE);
    process.exit(2);
  }
}

const { small, wall, ledger, help, 'import-memory': importMemory } = asked();
if (help) {
  process.stdout.write(USAGE);
} else if (importMemory) {
  printTable(await measureImportMemory(say));
} else if (wall) {
  printTable(await runWall(PART, say));
} else if (ledger) {
  printTable(await runLedger(PART, say));
} else {
  const plan = small ? SMALL : FULL;
  const lines = await run(plan, say);
  printTable(lines);
  writeJson('bench.json', lines, plan);
}
