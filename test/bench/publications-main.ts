/**
 * How long a search of publications takes among many texts: the 95th percentile of a page of 25, in multiples of the
 * B-tree lookup of one text in the same round. `npm run bench:publications -- --texts 100000`
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language, systemClock } from '../../src/base/index.js';
import { readLaw } from '../../src/policy/index.js';
import { openPublicationDesk, type PublicationQuery } from '../../src/publications/index.js';
import {
  type BundledUrls,
  closePool,
  openOwner,
  openPools,
  openPublicationKeeper,
  openPublicationShelf,
} from '../../src/store/index.js';
import { publicationOf, randomOf, wordOf } from './publications/texts.js';
import { printTable } from './report.js';
import { openStage } from './stage.js';
import { overRounds } from './statistics.js';

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '100000' },
    samples: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '1' },
  },
});
const texts = Number(values.texts);
const samples = Number(values.samples);
const random = randomOf(Number(values.seed));
const ROUNDS = 5;
/** Lookups that a search may take. */
const MOST = 5;
const AT_ONCE = 200;

/** Publishes them as an import does. */
async function fill({ owner }: BundledUrls): Promise<void> {
  const sql = openOwner(owner);
  const [index] = await sql<{ definition: string }[]>`
    select pg_get_indexdef('publication.shown_words'::regclass) as definition`;
  await sql`drop index publication.shown_words`;
  const law = readLaw({ settings: new Map(), grantUnconfirmed: false });
  const keeper = openPublicationKeeper(sql);
  const desk = openPublicationDesk({ keeper, law, clock: systemClock });
  for (let from = 0; from < texts; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, texts - from) }, (_, at) => from + at);
    const done = await Promise.all(
      numbers.map((n) => desk.take(publicationOf(n, random), 'bench')),
    );
    const refused = done.find(({ outcome }) => outcome !== 'NEW');
    if (refused !== undefined) throw new Error(JSON.stringify(refused));
  }
  // Built at once: entry by entry it takes most of the time.
  await sql.unsafe(index?.definition ?? '');
  await sql`vacuum analyze publication.shown, publication.version`;
  await closePool(sql);
}

const ALL: Omit<PublicationQuery, 'language' | 'search'> = {
  ...{ first: 25, before: null, kind: null, instrument: null, changedSince: null },
};

/** Ranks of words: what many texts hold, some, and next to none. */
const RANKS = { frequent: [0, 50], typical: [50, 1_000], rare: [5_000, 20_000] } as const;
type Rank = keyof typeof RANKS;

const asked = (language: Language, ...ranks: readonly Rank[]): string =>
  ranks
    .map((rank) => {
      const [from, to] = RANKS[rank];
      return wordOf({ language, random }, from + Math.floor(random() * (to - from)));
    })
    .join(' ');

const WISHES: Readonly<Record<string, readonly Rank[]>> = {
  'a frequent word': ['frequent'],
  'a typical word': ['typical'],
  'a rare word': ['rare'],
  'two frequent words': ['frequent', 'frequent'],
  'two typical words': ['typical', 'typical'],
  'a typical and a rare word': ['typical', 'rare'],
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const partOf = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

const stage = await openStage();
try {
  const urls = await stage.makeDatabase('publications');
  const began = performance.now();
  await fill(urls);
  process.stderr.write(`${texts} texts in ${Math.round((performance.now() - began) / 1000)} s\n`);
  const pools = openPools(urls);
  const shelf = openPublicationShelf(pools.app);
  const lookup = () => shelf.one(`text-${Math.floor(random() * texts)}`);
  const spoken = [...LANGUAGES, null] as const;
  const searches = Object.entries(WISHES).flatMap(([name, ranks]) =>
    spoken.map((language) => ({
      name: `${name}, ${language ?? 'in any language'}`,
      run: () => {
        const words = asked(language ?? LANGUAGES[Math.floor(random() * 4)] ?? 'en', ...ranks);
        return shelf.page({ ...ALL, language, search: words });
      },
    })),
  );
  const ways = [lookup, ...searches.map(({ run }) => run)];
  // In turns, so that what else the machine does meets all of them.
  const round = async (turns: number): Promise<readonly (readonly number[])[]> => {
    const took: number[][] = ways.map(() => []);
    for (let turn = 0; turn < turns; turn += 1) {
      for (const [way, work] of ways.entries()) took[way]?.push(await timed(work));
    }
    return took.map((times) => times.sort((a, b) => a - b));
  };
  await round(20);
  const rounds: (readonly (readonly number[])[])[] = [];
  for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round(Math.ceil(samples / ROUNDS)));
  const every = (times: readonly (readonly number[])[]): readonly number[] =>
    times
      .slice(1)
      .flat()
      .sort((a, b) => a - b);
  const one = (part: number) => (times: readonly (readonly number[])[]) =>
    partOf(times[0] ?? [], part);
  const goal = { at: 'most', value: MOST } as const;
  printTable([
    {
      name: `every search among ${texts} texts: p95 / p95 of one lookup`,
      measured: overRounds(rounds, (times) => partOf(every(times), 0.95) / one(0.95)(times)),
      ...{ unit: 'x', goal },
    },
    {
      name: `every search among ${texts} texts: p95 / p50 of one lookup`,
      measured: overRounds(rounds, (times) => partOf(every(times), 0.95) / one(0.5)(times)),
      ...{ unit: 'x', goal },
    },
    ...searches.map(({ name }, way) => ({
      name: `${name}: p95 / p95 of one lookup`,
      measured: overRounds(
        rounds,
        (times) => partOf(times[way + 1] ?? [], 0.95) / one(0.95)(times),
      ),
      unit: 'x',
    })),
    { name: 'one lookup: p50', measured: overRounds(rounds, one(0.5)), unit: 'ms' },
    { name: 'one lookup: p95', measured: overRounds(rounds, one(0.95)), unit: 'ms' },
  ]);
  await pools.close();
} finally {
  await stage.close();
}
