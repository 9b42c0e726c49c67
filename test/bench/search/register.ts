/**
 * The register that is searched: the invented people of the product's own generator, the people of the corpus, and one
 * in twenty more under a family name of its own, so that the dictionary of family names is as large as a real one's.
 */
import { systemClock, systemIds } from '../../../src/base/index.js';
import type { PersonRecord } from '../../../src/register/index.js';
import { type BundledUrls, closePool, openImporter, openOwner } from '../../../src/store/index.js';
import { readCorpus } from '../../corpora/names.js';
import { people } from '../people.js';

const RARE_NAMES_PER_PERSON = 1 / 20;
const ONSETS = 'б в г д ж з к л м н п р с т х ч ш'.split(' ');
const VOWELS = 'а е и о у ы'.split(' ');
const ENDINGS = ['баев', 'беков', 'ов', 'ин', 'улин', 'жанов', 'ский', 'аев'];

/** A family name of its own for each number. */
function rareName(number: number): string {
  let rest = number;
  let name = '';
  for (let at = 0; at < 3; at += 1) {
    name += `${ONSETS[rest % ONSETS.length]}${VOWELS[Math.floor(rest / ONSETS.length) % VOWELS.length]}`;
    rest = Math.floor(rest / (ONSETS.length * VOWELS.length)) + at * 7;
  }
  return name.charAt(0).toUpperCase() + name.slice(1) + (ENDINGS[number % ENDINGS.length] ?? '');
}

function* everybody(count: number): Generator<PersonRecord> {
  for (const { registered } of readCorpus()) yield registered;
  yield* people(count);
  const rare = Math.floor(count * RARE_NAMES_PER_PERSON);
  for (let at = 0; at < rare; at += 1) {
    const birth = `${1950 + (at % 50)}-${String(1 + (at % 12)).padStart(2, '0')}-15`;
    yield {
      id: `R-${at}`,
      nameCyrillic: { surname: rareName(at), givenName: 'Тимур' },
      dateOfBirth: birth,
      citizenships: [{ country: 'KAZ' }],
    };
  }
}

async function* chunks(count: number): AsyncGenerator<Uint8Array> {
  for (const person of everybody(count)) yield Buffer.from(`${JSON.stringify(person)}\n`);
}

export interface RegisterSize {
  readonly people: number;
  readonly familyNames: number;
}

/** Fills the register through the product's importer, and lets PostgreSQL take stock of it. */
export async function fillRegister(
  { owner }: BundledUrls,
  count: number,
  say: (text: string) => void,
): Promise<RegisterSize> {
  const importer = openImporter({ url: owner, clock: systemClock, ids: systemIds });
  const reject = () => {
    throw new Error('a line was faulty');
  };
  const step = Math.max(50_000, count / 10);
  let next = step;
  await importer.load({
    lines: chunks(count),
    reject,
    progress: ({ read }) => {
      if (read < next) return;
      next += step;
      say(`${read} people imported`);
    },
  });
  const sql = openOwner(owner);
  try {
    await sql`vacuum analyze`;
    const [size] = await sql<RegisterSize[]>`
      select (select count(*)::int from register.person) as people,
        (select count(*)::int from register.family_name) as "familyNames"`;
    if (size === undefined) throw new Error('the register cannot be counted');
    return size;
  } finally {
    await closePool(sql);
  }
}
