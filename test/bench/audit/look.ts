/** Loads a log of many disclosures with the requests they stand on, and looks for persons in it. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Line } from '../report.js';
import { overRounds } from '../statistics.js';
import { courseOf, type Ground, MIXED } from './ground.js';
import { loadLog } from './load-log.js';
import { loadGround } from './load-requests.js';
import { one } from './one.js';
import { at, type Round } from './turns.js';
import { weigh } from './weigh.js';
import { measureWhoSaw } from './who-saw.js';

const TIMES_OF_LOOKUP = 20;
const ROUNDS = 5;
const LOOKS = 1_000;

/** The figures of "who saw this person" among so many disclosed fields. */
export async function lookForPersons(ground: Ground, fields: number): Promise<readonly Line[]> {
  const { stage, say, shapes } = ground;
  const course = courseOf(fields, { shapes, sizes: MIXED });
  const { answers, people } = course.plan;
  const urls = await stage.makeDatabase('searched');
  const keys = join(stage.dir, 'who-saw-keys');
  await mkdir(keys, { mode: 0o700 });
  const began = performance.now();
  await loadGround({ urls, course, dir: stage.dir, keys });
  say(`${course.requests} requests about ${people} persons are loaded`);
  const said = (done: number) => {
    if (done % 200_000 === 0) say(`${done} of ${answers} answers`);
  };
  await loadLog({ ...ground, url: urls.admin, course, answers, dir: stage.dir, said });
  const seconds = (performance.now() - began) / 1000;
  const { log, nodes, byTable } = await weigh(urls.admin);
  say(`loaded in ${seconds.toFixed(0)} s: ${JSON.stringify(byTable)}`);
  const measured = await measureWhoSaw({ urls, keys, course }, { rounds: ROUNDS, looks: LOOKS });
  await stage.dropDatabase('searched');
  await rm(keys, { recursive: true });
  return [
    ...linesOf(measured, fields),
    { name: 'loading the log', measured: one(seconds), unit: 's' },
    { name: 'the log weighs', measured: one((log + nodes) / 2 ** 30), unit: 'GiB' },
  ];
}

function linesOf(measured: readonly Round[], fields: number): readonly Line[] {
  const ms = (name: string, list: 'looks' | 'lookups', share: number): Line => ({
    name,
    measured: overRounds(measured, (round) => at(round[list], share)),
    unit: 'ms',
  });
  return [
    {
      name: `who saw a person, ${fields} fields: p99 / p99 of one lookup`,
      measured: overRounds(measured, ({ looks, lookups }) => at(looks, 0.99) / at(lookups, 0.99)),
      unit: 'x',
      goal: { at: 'most', value: TIMES_OF_LOOKUP },
    },
    ms('who saw a person, p50', 'looks', 0.5),
    ms('who saw a person, p99', 'looks', 0.99),
    ms('one indexed lookup, p50', 'lookups', 0.5),
    ms('one indexed lookup, p99', 'lookups', 0.99),
    { name: 'accesses told of', measured: overRounds(measured, ({ told }) => told), unit: '' },
  ];
}
