/**
 * How long a page of an officer's inbox takes among many open cases, in multiples of one lookup by primary key in the
 * same run. `node --import tsx test/bench/inbox-main.ts --cases 100000`
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
import { openStage } from './stage.js';

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
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    'one lookup by key': () =>
      sql`select content from exchange.case_file where id = ${ids[Math.floor(Math.random() * ids.length)]?.id ?? ''}`,
    'inbox, officer on all': () => page(officers.busy),
    'inbox, officer on 1 of 1000': () => page(officers.one),
    'inbox, officer on none': () => page('AZ/3'),
    'inbox, auditor': () => page(null),
  };
  const times = Object.entries(ways).map(([name, work]) => ({ name, work, took: [] as number[] }));
  // In turns, so that what else the machine does meets all of them.
  for (let sample = -200; sample < samples; sample += 1) {
    for (const { work, took } of times) {
      const ms = await timed(work);
      if (sample >= 0) took.push(ms);
    }
  }
  const [lookup] = times;
  const base = at(
    [...(lookup?.took ?? [])].sort((a, b) => a - b),
    0.99,
  );
  process.stdout.write(`${cases} open cases, pages of 50, ${samples} samples\n`);
  for (const { name, took } of times) {
    const sorted = [...took].sort((a, b) => a - b);
    const [p50, p99] = [at(sorted, 0.5), at(sorted, 0.99)];
    process.stdout.write(
      `${name.padEnd(30)} p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  p99 ${(p99 / base).toFixed(1)}x\n`,
    );
  }
  await closePool(sql);
} finally {
  await stage.close();
}
