/**
 * The auditor's figures: what the log weighs, how fast "who saw this person" is answered, how fast
 * evidence verifies. `npm run bench:audit -- --disclosures 10000000 --who-saw 100000000 --entries 1000000`
 */
import { parseArgs } from 'node:util';
import { measureEvidence } from './audit/evidence.js';
import { courseOf, MIXED, openGround } from './audit/ground.js';
import { lookForPersons } from './audit/look.js';
import { checkSameRows } from './audit/same-rows.js';
import { lookThroughGraphql } from './audit/served.js';
import { weighAll } from './audit/weigh.js';
import { type Line, printTable } from './report.js';

const { values } = parseArgs({
  options: {
    // Disclosed fields of each log that is weighed, and among which a person is looked for; 0 leaves it out.
    disclosures: { type: 'string', default: '200000' },
    'who-saw': { type: 'string', default: '1000000' },
    // The same for a gateway that serves them; it verifies them all when it starts.
    served: { type: 'string', default: '200000' },
    // Entries of the bundle that is verified; 0 leaves it out.
    entries: { type: 'string', default: '20000' },
  },
});

const say = (text: string): void => {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
};

function count(given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 0) throw new RangeError('a whole number is needed');
  return number;
}

const disclosures = count(values.disclosures);
const whoSaw = count(values['who-saw']);
const served = count(values.served);
const entries = count(values.entries);
/** Answers of which the rows are compared. */
const CHECKED = 400;

const ground = await openGround(say);
try {
  const course = courseOf(disclosures, { shapes: ground.shapes, sizes: MIXED });
  const { signer, stage } = ground;
  const rows = await checkSameRows(stage, course, { signer, answers: CHECKED });
  say(`${rows} rows of ${CHECKED} answers are the same by the product and by the loader`);
  const lines: Line[] = [];
  if (disclosures > 0) lines.push(...(await weighAll(ground, disclosures)));
  if (whoSaw > 0) lines.push(...(await lookForPersons(ground, whoSaw)));
  if (served > 0) lines.push(...(await lookThroughGraphql(ground, served)));
  if (entries > 0) lines.push(...(await measureEvidence(ground, entries)));
  printTable(lines);
} finally {
  await ground.stage.close();
}
