/**
 * How long a page of an officer's inbox takes among many open cases: its 99th percentile in multiples of the median of
 * one lookup by primary key in the same round. `npm run bench:inbox -- --cases 100000`
 */
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import {
  type BundledUrls,
  type CaseQuery,
  closePool,
  openCases,
  openExchangePool,
  openOwner,
} from '../../src/store/index.js';
import { receivedFile } from '../rooms/store/exchange-fixtures.js';
import { printTable } from './report.js';
import { openStage } from './stage.js';
import { overRounds } from './statistics.js';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    samples: { type: 'string', default: '3000' },
  },
});
const cases = Number(values.cases);
const samples = Number(values.samples);

const firstDue = Date.UTC(2026, 9, 1);
const MINUTE = 60_000;
const ROUNDS = 5;
/** Lookups that a page may take. */
const MOST = 20;
const officers = { busy: 'AZ/1', one: 'AZ/2' } as const;

/** Open cases, all of them before the busy officer, every thousandth before the other. */
async function fill(urls: BundledUrls): Promise<void> {
  const content = JSON.stringify(receivedFile(randomUUID(), { officers: Object.values(officers) }));
  const owner = openOwner(urls.owner);
  await owner`
    insert into exchange.case_file (id, box, state, due_before, version, content)
    select gen_random_uuid(), 'INBOX', (array['RECEIVED', 'IN_EXECUTION', 'INFO_REQUESTED'])[1 + n % 3],
      to_timestamp(${firstDue / 1000}::float8 + n * 60), 1, ${content}
    from generate_series(1, ${cases}) n`;
  await owner`
    insert into exchange.case_officer (case_id, officer, box, state, due_before)
    select id, ${officers.busy}, box, state, due_before from exchange.case_file`;
  await owner`
    insert into exchange.case_officer (case_id, officer, box, state, due_before)
    select id, ${officers.one}, box, state, due_before from exchange.case_file
    where extract(epoch from due_before)::bigint / 60 % 1000 = 0`;
  await owner`vacuum analyze exchange.case_file, exchange.case_officer`;
  await closePool(owner);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

const stage = await openStage();
try {
  const urls = await stage.makeDatabase('inbox');
  await fill(urls);
  const sql = openExchangePool(urls.exchange);
  const shelf = openCases({ sql, clock: { now: () => firstDue } });
  const ids = await sql<{ id: string }[]>`select id from exchange.case_file limit 1000`;
  const page = (officer: string | null): Promise<unknown> => {
    const dueBefore = firstDue + Math.floor(Math.random() * cases) * MINUTE;
    const query: CaseQuery = {
      box: 'INBOX',
      officer,
      states: null,
      dueBefore: null,
      after: { dueBefore, id: randomUUID() },
      first: 50,
    };
    return shelf.list(query);
  };
  const lookup = () =>
    sql`select content from exchange.case_file where id = ${ids[Math.floor(Math.random() * ids.length)]?.id ?? ''}`;
  const pages: Readonly<Record<string, () => Promise<unknown>>> = {
    'an officer on all': () => page(officers.busy),
    'an officer on 1 of 1000': () => page(officers.one),
    'an officer on none': () => page('AZ/3'),
    'the auditor': () => page(null),
  };
  const ways = [lookup, ...Object.values(pages)];
  // In turns, so that what else the machine does meets all of them.
  const round = async (turns: number): Promise<readonly (readonly number[])[]> => {
    const took: number[][] = ways.map(() => []);
    for (let turn = 0; turn < turns; turn += 1) {
      for (const [way, work] of ways.entries()) took[way]?.push(await timed(work));
    }
    return took.map((times) => times.sort((a, b) => a - b));
  };
  await round(200);
  const rounds: (readonly (readonly number[])[])[] = [];
  for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round(Math.ceil(samples / ROUNDS)));
  const partOf = (way: number, part: number) => (times: readonly (readonly number[])[]) =>
    at(times[way] ?? [], part);
  printTable([
    ...Object.keys(pages).map((name, page) => ({
      name: `inbox of ${name}, ${cases} open cases: p99 / one lookup`,
      measured: overRounds(
        rounds,
        (times) => partOf(page + 1, 0.99)(times) / partOf(0, 0.5)(times),
      ),
      unit: 'x',
      goal: { at: 'most', value: MOST } as const,
    })),
    ...Object.keys(pages).map((name, page) => ({
      name: `inbox of ${name}: p99`,
      measured: overRounds(rounds, partOf(page + 1, 0.99)),
      unit: 'ms',
    })),
    { name: 'one lookup: p50', measured: overRounds(rounds, partOf(0, 0.5)), unit: 'ms' },
    { name: 'one lookup: p99', measured: overRounds(rounds, partOf(0, 0.99)), unit: 'ms' },
  ]);
  await closePool(sql);
} finally {
  await stage.close();
}
