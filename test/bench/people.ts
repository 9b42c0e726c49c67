/** The invented register as a file, and the people that the requests of the bench are about. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HARD_CASES, type PersonRecord, samplePeople } from '../../src/register/index.js';
import { dayOf } from '../../src/treaty/index.js';
import { SUBJECTS } from './plan.js';

const SEED = 2019;
const PARTIES: ReadonlySet<string> = new Set(['AZE', 'KAZ']);

/** The people of the register, one by one. */
export const people = (count: number): Iterable<PersonRecord> =>
  samplePeople({ seed: SEED, count, today: dayOf(Date.now()) });

/** People as lines of an import file. */
export function* lines(count: number): Generator<Buffer> {
  for (const person of people(count)) yield Buffer.from(`${JSON.stringify(person)}\n`);
}

/** Writes the file of an import. */
export async function writePeople(path: string, count: number): Promise<void> {
  await pipeline(Readable.from(lines(count)), createWriteStream(path));
}

/**
 * Register keys of a hundred ordinary nationals of the Parties, spread over the register: found under every purpose,
 * so that all ways answer about the same people.
 */
export function chooseSubjects(count: number): readonly string[] {
  const apart = Math.floor(count / (SUBJECTS * 2));
  const hardCases = Object.keys(HARD_CASES).length;
  const chosen: string[] = [];
  let at = 0;
  for (const person of people(count)) {
    at += 1;
    if (at <= hardCases || at < chosen.length * apart) continue;
    if (isOfParties(person) && person.protected !== true) chosen.push(person.id);
    if (chosen.length === SUBJECTS) return chosen;
  }
  throw new Error('the register has too few people to ask about');
}

const isOfParties = ({ citizenships }: PersonRecord): boolean =>
  (citizenships ?? []).some(({ country }) => typeof country === 'string' && PARTIES.has(country));
