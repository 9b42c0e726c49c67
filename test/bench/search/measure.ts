/** Times of the search and of one exact B-tree lookup, asked in turn on one connection each. */
import {
  type BundledUrls,
  closePool,
  openPersonSearch,
  openPool,
  openPools,
  type SearchPersons,
  type SearchQuestion,
  type SearchScope,
  type Sql,
} from '../../../src/store/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { putExecution } from '../../support/wall.js';
import type { Line } from '../report.js';
import { openStage } from '../stage.js';
import { overRounds } from '../statistics.js';
import { type Question, questions } from './questions.js';
import { fillRegister } from './register.js';

const ROUNDS = 5;
const RANK = 5;

interface Round {
  /** Milliseconds, each in ascending order. */
  readonly lookups: readonly number[];
  readonly searches: readonly number[];
  readonly corpus: readonly number[];
  readonly wide: number;
  readonly recall: number;
}

/** Fills a register with so many people and measures; the lines of the table. */
export async function measureSearch(
  people: number,
  say: (text: string) => void,
): Promise<readonly Line[]> {
  const stage = await openStage();
  try {
    const urls = await stage.makeDatabase('searched');
    const began = performance.now();
    const size = await fillRegister(urls, people, say);
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`${size.people} people, ${size.familyNames} family names, in ${seconds} s`);
    return linesOf(await rounds(urls, questions(people), say));
  } finally {
    await stage.close();
  }
}

async function rounds(
  urls: BundledUrls,
  asked: readonly Question[],
  say: (text: string) => void,
): Promise<readonly Round[]> {
  // The lookup is the owner's: behind the wall nobody finds a person by a key alone.
  const sql = openPool(urls.owner, { name: 'search bench', max: 1, statementMs: 0, silenceMs: 0 });
  const pools = openPools(urls);
  try {
    const ground = { sql, search: openPersonSearch(pools.search), under: await putExecution(sql) };
    const found: Round[] = [];
    // The first only warms caches and statements.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const measured = await oneRound(ground, asked);
      say(`round ${round}: recall at ${RANK} ${measured.recall.toFixed(4)}`);
      if (round > 0) found.push(measured);
    }
    return found;
  } finally {
    await pools.close();
    await closePool(sql);
  }
}

interface Ground {
  readonly sql: Sql;
  readonly search: SearchPersons;
  readonly under: SearchQuestion['under'];
}

async function oneRound(
  { sql, search, under }: Ground,
  asked: readonly Question[],
): Promise<Round> {
  const scope = officersScope();
  const lookups: number[] = [];
  const searches: number[] = [];
  const corpus: number[] = [];
  const rows = { all: 0, found: 0, wide: 0 };
  for (const { subject, meant, of } of asked) {
    lookups.push(await timed(() => lookUp(sql, meant)).then(({ ms }) => ms));
    const { ms, value } = await timed(() => search({ scope, under, subject, limit: RANK }));
    searches.push(ms);
    if (value.passes.includes('WIDE')) rows.wide += 1;
    if (of !== 'corpus') continue;
    corpus.push(ms);
    rows.all += 1;
    if (value.candidates.some(({ person }) => person === meant)) rows.found += 1;
  }
  const ascending = (values: number[]) => values.sort((a, b) => a - b);
  return {
    lookups: ascending(lookups),
    searches: ascending(searches),
    corpus: ascending(corpus),
    wide: (rows.wide / asked.length) * 100,
    recall: rows.found / rows.all,
  };
}

function officersScope(): SearchScope {
  const instrument = loadInstruments().get('AZ-KZ-2019');
  if (instrument === undefined) throw new Error('the instrument is missing');
  return { statedBy: 'requested', instrument };
}

/** The measure of everything: a person's record by its key, one descent of one B-tree. */
const lookUp = async (sql: Sql, key: string): Promise<unknown> =>
  await sql`select record_id from register.person where person_key = ${key} and recorded_until is null`;

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

const at = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

function linesOf(measured: readonly Round[]): readonly Line[] {
  const ms = (name: string, list: 'lookups' | 'searches' | 'corpus', share: number): Line => ({
    name,
    measured: overRounds(measured, (round) => at(round[list], share)),
    unit: 'ms',
  });
  // Both against the lookup's middle, which is the stricter reading for the slow end.
  const ratio = (share: number) =>
    overRounds(measured, ({ searches, lookups }) => at(searches, share) / at(lookups, 0.5));
  return [
    {
      name: 'search p50 / lookup p50',
      measured: ratio(0.5),
      unit: 'x',
      goal: { at: 'most', value: 10 },
    },
    {
      name: 'search p99 / lookup p50',
      measured: ratio(0.99),
      unit: 'x',
      goal: { at: 'most', value: 150 },
    },
    {
      name: `corpus: found within the first ${RANK}`,
      measured: overRounds(measured, ({ recall }) => recall * 100),
      unit: '%',
      goal: { at: 'least', value: 98 },
    },
    ms('one exact B-tree lookup, p50', 'lookups', 0.5),
    ms('one exact B-tree lookup, p99', 'lookups', 0.99),
    ms('search, p50', 'searches', 0.5),
    ms('search, p99', 'searches', 0.99),
    ms('search, slowest', 'searches', 1),
    ms('corpus alone, p50', 'corpus', 0.5),
    ms('corpus alone, p99', 'corpus', 0.99),
    {
      name: 'questions that went wide',
      measured: overRounds(measured, ({ wide }) => wide),
      unit: '%',
    },
  ];
}
