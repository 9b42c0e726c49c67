/** "Who saw this person" as an auditor asks it: over HTTP and GraphQL, each look sealed before it is told. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../../src/base/index.js';
import { keyFolder, ledgerKeyPath } from '../../../src/data-folder.js';
import { openDevelopmentIssuer } from '../../../src/identity/index.js';
import {
  type BundledUrls,
  closePool,
  createKeyFile,
  markSample,
  openKeyFile,
  openOwner,
} from '../../../src/store/index.js';
import { serveOn } from '../../support/site.js';
import type { Line } from '../report.js';
import { overRounds } from '../statistics.js';
import { COURSE, type Course } from './course.js';
import { courseOf, type Ground, MIXED } from './ground.js';
import { AUTHORITY, loadLog } from './load-log.js';
import { loadGround, personName } from './load-requests.js';
import { one } from './one.js';
import { at, openLookup, type Round, random, takeTurns } from './turns.js';

const ROUNDS = 5;
const LOOKS = 300;

/** The figures through a gateway that serves a log of so many disclosed fields. */
export async function lookThroughGraphql(ground: Ground, fields: number): Promise<readonly Line[]> {
  const { stage, shapes, say } = ground;
  const course = courseOf(fields, { shapes, sizes: MIXED });
  const urls = await stage.makeDatabase('served');
  const dataDir = join(stage.dir, 'served');
  await fill(ground, { course, urls, dataDir });
  const began = performance.now();
  const served = await serveOn({ dataDir, urls });
  const startMs = performance.now() - began;
  say(`a gateway serves ${course.plan.answers} answers`);
  const lookup = await openLookup(urls);
  try {
    const look = await openLook(served.url, { dataDir, course });
    const ways = { look, lookup: lookup.ask };
    const rounds = await takeTurns(ways, { rounds: ROUNDS, looks: LOOKS });
    return [
      ...linesOf(rounds, fields),
      { name: '  it started in', measured: one(startMs / 1000), unit: 's' },
    ];
  } finally {
    await lookup.close();
    await served.close();
    await stage.dropDatabase('served');
  }
}

interface Filling {
  readonly course: Course;
  readonly urls: BundledUrls;
  readonly dataDir: string;
}

async function fill({ stage }: Ground, { course, urls, dataDir }: Filling): Promise<void> {
  const keys = keyFolder(dataDir);
  await mkdir(keys, { recursive: true, mode: 0o700 });
  await createKeyFile(ledgerKeyPath(dataDir), 'development');
  const signer = await openKeyFile(ledgerKeyPath(dataDir), 'development');
  await loadGround({ urls, course, dir: stage.dir, keys });
  const { answers } = course.plan;
  await loadLog({ url: urls.admin, course, answers, signer, dir: stage.dir });
  const owner = openOwner(urls.owner);
  await markSample(owner);
  await owner.unsafe('vacuum analyze ledger.entry, ledger.entry_subject');
  await closePool(owner);
}

const QUERY = `query ($person: ID!, $span: AuditSpanInput) {
  auditPerson(person: $person, span: $span, first: 100) {
    nodes { at origin index outcome authority role officer request purpose items } hasNextPage fault } }`;

async function openLook(
  url: string,
  { dataDir, course }: Pick<Filling, 'dataDir' | 'course'>,
): Promise<() => Promise<number>> {
  const { sign } = await openDevelopmentIssuer({ clock: systemClock, dataDir });
  const auditor = { authority: AUTHORITY, unit: null, role: 'AUDITOR', gateway: null } as const;
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${await sign({ ...auditor, officer: 'AZ-SMS-0901' })}`,
  };
  const span = { from: new Date(COURSE.from), until: new Date(COURSE.until) };
  return async () => {
    const variables = { person: personName(random(course.plan.people)), span };
    const body = JSON.stringify({ query: QUERY, variables });
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const { data }: { data?: { auditPerson: { nodes: unknown[]; fault: string | null } } } =
      JSON.parse(await response.text());
    if (data === undefined || data.auditPerson.fault !== null) throw new Error('nothing was told');
    return data.auditPerson.nodes.length;
  };
}

function linesOf(measured: readonly Round[], fields: number): readonly Line[] {
  const part = (share: number) => overRounds(measured, ({ looks }) => at(looks, share));
  return [
    {
      name: `the same by GraphQL and sealed, ${fields} fields: p99 / p99 of one lookup`,
      measured: overRounds(measured, ({ looks, lookups }) => at(looks, 0.99) / at(lookups, 0.99)),
      unit: 'x',
    },
    { name: '  p50', measured: part(0.5), unit: 'ms' },
    { name: '  p99', measured: part(0.99), unit: 'ms' },
    { name: '  accesses told of', measured: overRounds(measured, ({ told }) => told), unit: '' },
  ];
}
