/** The whole run: a register is imported, every way asked in turn, the ledger tried alone. */
import {
  type BundledUrls,
  closePool,
  markSample,
  openOwner,
  openRequests,
} from '../../src/store/index.js';
import { type AloneRound, type LedgerRound, ledgerLines, linesOf } from './figures.js';
import { type Host, openHost } from './host.js';
import { measureAdded } from './measure/alone.js';
import { openDatabaseCpu } from './measure/database-cpu.js';
import { type Course, LOADED, openShots, type Round, runRound, warmUp } from './measure/http.js';
import { type ImportRound, measureImport } from './measure/import.js';
import { checkSameAnswers } from './measure/same-answers.js';
import { measureWall, type WallRound, wallLines } from './measure/wall.js';
import { chooseSubjects } from './people.js';
import { CONNECTIONS, type Plan, SUBJECTS } from './plan.js';
import type { Line } from './report.js';
import { type BenchRequests, makeRequests } from './requests.js';
import { openStage, type Stage } from './stage.js';

export type Say = (text: string) => void;

/** Measures everything; leaves nothing behind. */
export const run = (plan: Plan, say: Say): Promise<readonly Line[]> =>
  onStage(plan, say, async (course, imports) => {
    // First: once the ways are warm their connections are most of what PostgreSQL has.
    const ledger = await measureLedger(course.host, plan, say);
    await warmUp(course);
    return linesOf({ imports, ledger, ...(await measureHttp(course, say)) });
  });

/** Measures what the second wall costs one person's query, and nothing else. */
export const runWall = (plan: Plan, say: Say): Promise<readonly Line[]> =>
  onStage(plan, say, async (course) => {
    const rounds: WallRound[] = [];
    // The first only warms.
    for (let round = 0; round <= plan.rounds; round += 1) {
      rounds.push(await measureWall(course, plan.alonePersons));
      say(`round ${round} of ${plan.rounds}`);
    }
    return wallLines(rounds.slice(1));
  });

/** Measures the ledger's writer, and nothing else. */
export const runLedger = (plan: Plan, say: Say): Promise<readonly Line[]> =>
  onStage(plan, say, async ({ host }) => ledgerLines(await measureLedger(host, plan, say)));

type Work = (course: Course, imports: readonly ImportRound[]) => Promise<readonly Line[]>;

async function onStage(plan: Plan, say: Say, work: Work): Promise<readonly Line[]> {
  const stage = await openStage();
  try {
    say(`importing ${plan.people} people, ${plan.importRounds} times`);
    const { rounds: imports, register } = await measureImport(stage, plan);
    const requests = await prepareRegister(register, plan);
    const host = await openBenchHost(stage, register, requests);
    try {
      const databaseCpu = await openDatabaseCpu(stage.dir);
      const course = { host, databaseCpu, plan, shots: await openShots(host, requests) };
      const { bytes, withheld } = await checkSameAnswers(course.shots, SUBJECTS);
      say(`the list: ${bytes} bytes, the same from every way; half: ${withheld} withheld`);
      return await work(course, imports);
    } finally {
      await host.close();
    }
  } finally {
    await stage.close();
  }
}

async function prepareRegister(urls: BundledUrls, plan: Plan): Promise<BenchRequests> {
  const owner = openOwner(urls.owner);
  await markSample(owner);
  await makeTables(owner);
  // As autovacuum leaves it a minute after an import.
  await owner`vacuum analyze`;
  const requests = makeRequests(chooseSubjects(plan.people));
  for (const request of requests.all) await openRequests(owner).insert(request);
  await closePool(owner);
  return requests;
}

async function makeTables(owner: ReturnType<typeof openOwner>): Promise<void> {
  await owner`create schema bench`;
  await owner`create table bench.operation (id bigserial primary key, at timestamptz not null default now(),
    request text, purpose text, query text, people text)`;
  await owner`create table bench.value (id bigserial primary key, at timestamptz not null default now(),
    request text, coordinate text)`;
  await owner`create table bench.entry (log_id smallint, seq bigint, leaf text, leaf_hash bytea,
    primary key (log_id, seq))`;
  await owner`grant usage on schema bench to sorgu_ledger`;
  await owner`grant insert on bench.entry to sorgu_ledger`;
}

async function openBenchHost(
  stage: Stage,
  urls: BundledUrls,
  { list, one }: BenchRequests,
): Promise<Host> {
  const ledger = await stage.makeDatabase('ledger_alone');
  const owner = openOwner(ledger.owner);
  await makeTables(owner);
  await closePool(owner);
  return openHost({ urls, ledger, dir: stage.dir, list, one });
}

async function measureLedger(host: Host, { rounds, windowMs: ms }: Plan, say: Say) {
  const measured: LedgerRound[] = [];
  await host.ask({ kind: 'seals', ms });
  for (let round = 0; round < rounds; round += 1) {
    measured.push({
      seals: await host.ask({ kind: 'seals', ms }),
      inserts: await host.ask({ kind: 'inserts', ms, through: 'same' }),
      insertsByTen: await host.ask({ kind: 'inserts', ms, through: 'ten' }),
      sealMs: await host.ask({ kind: 'seal', times: 200 }),
      flushMs: await host.ask({ kind: 'flush', times: 200 }),
    });
  }
  say('the ledger alone is measured');
  return measured;
}

async function measureHttp(course: Course, say: Say) {
  const loaded: Round[] = [];
  const alone: AloneRound[] = [];
  const wall: WallRound[] = [];
  for (let round = 0; round < course.plan.rounds; round += 1) {
    loaded.push(await runRound(course, LOADED, { round, connections: CONNECTIONS }));
    alone.push({
      list: await measureAdded(course, { what: 'list', turns: course.plan.aloneLists }),
      one: await measureAdded(course, { what: 'one', turns: course.plan.alonePersons }),
      tightFlushMs: await course.host.ask({ kind: 'flush', times: 200 }),
    });
    wall.push(await measureWall(course, course.plan.alonePersons));
    say(`round ${round + 1} of ${course.plan.rounds}`);
  }
  return { loaded, alone, wall };
}
