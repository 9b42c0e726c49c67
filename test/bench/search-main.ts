/**
 * Finding a person: `node --import tsx test/bench/search-main.ts --people 1000000`. Times of the search against one
 * exact B-tree lookup in the same run, and recall over the corpus of names across scripts.
 */
import { printTable } from './report.js';
import { measureSearch } from './search/measure.js';

const say = (text: string): void => {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
};

const given = process.argv.indexOf('--people');
const people = given === -1 ? 100_000 : Number(process.argv[given + 1]);
if (!Number.isInteger(people) || people < 1_000)
  throw new RangeError('--people takes 1000 or more');
printTable(await measureSearch(people, say));
