/** What a log weighs for each field that it says was disclosed: tables with their indexes, the tree's nodes apart. */
import { closePool, openOwner } from '../../../src/store/index.js';
import type { Line } from '../report.js';
import type { CoursePlan } from './course.js';
import { countIn, courseOf, type Ground, MIXED } from './ground.js';
import { loadLog } from './load-log.js';
import { one } from './one.js';

interface Weighed extends Pick<CoursePlan, 'shapes' | 'sizes'> {
  readonly name: string;
  readonly fields: number;
  /** Bytes that a field may take. */
  readonly most?: number;
}

const BYTES_OF_FIELD = 25;
/** Enough where a log's size has no part in what a field takes. */
const FEW = 1_000_000;

/** Weighs logs of several kinds of answers: how many persons an answer is about decides nearly everything. */
export async function weighAll(ground: Ground, fields: number): Promise<readonly Line[]> {
  const { shapes } = ground;
  const { everything: execution } = shapes;
  const few = Math.min(fields, FEW);
  const kinds: readonly Weighed[] = [
    {
      ...{ name: 'the list of `npm run bench`, 100 persons', fields, most: BYTES_OF_FIELD },
      ...{ shapes: { execution, stated: [] }, sizes: [100] },
    },
    { name: 'operations, 100 persons', fields, shapes, sizes: [100], most: BYTES_OF_FIELD },
    { name: 'operations, 10 persons', fields: few, shapes, sizes: [10] },
    { name: 'operations, one person', fields: few, shapes, sizes: [1] },
    { name: 'operations, mixed', fields, shapes, sizes: MIXED },
  ];
  const lines: Line[] = [];
  for (const kind of kinds) lines.push(...(await weighOne(ground, kind)));
  return lines;
}

async function weighOne(ground: Ground, weighed: Weighed): Promise<readonly Line[]> {
  const { stage, say } = ground;
  const { name, most } = weighed;
  const course = courseOf(weighed.fields, weighed);
  const { answers } = course.plan;
  const urls = await stage.makeDatabase('weighed');
  const began = performance.now();
  await loadLog({ ...ground, url: urls.admin, course, answers, dir: stage.dir });
  const seconds = Math.round((performance.now() - began) / 1000);
  const { log, nodes, byTable } = await weigh(urls.admin);
  await stage.dropDatabase('weighed');
  const { fields, subjects } = countIn(course, answers);
  say(`${name}: ${answers} answers, ${subjects} subjects, ${fields} fields in ${seconds} s`);
  say(`  ${JSON.stringify(byTable)}`);
  const goal = most === undefined ? {} : { goal: { at: 'most', value: most } as const };
  return [
    { name: `${name}: bytes of a field`, measured: one(log / fields), unit: 'B', ...goal },
    { name: '  tree nodes beside it', measured: one(nodes / fields), unit: 'B' },
  ];
}

/** Bytes of tables with their indexes. */
interface Weight {
  /** All but the nodes above the leaves. */
  readonly log: number;
  readonly nodes: number;
  readonly byTable: Readonly<Record<string, number>>;
}

/** Weighs a database's log after a vacuum, as it stands a minute later. */
export async function weigh(url: string): Promise<Weight> {
  const sql = openOwner(url);
  try {
    await sql.unsafe(
      `vacuum analyze ledger.entry, ledger.entry_subject, ledger.node, ledger.checkpoint`,
    );
    const rows = await sql<{ name: string; bytes: number }[]>`
      select c.relname as name, pg_total_relation_size(c.oid)::float8 as bytes
      from pg_class c where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r'`;
    const byTable = Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes]));
    const { node: nodes = 0, ...rest } = byTable;
    return { log: Object.values(rest).reduce((sum, bytes) => sum + bytes, 0), nodes, byTable };
  } finally {
    await closePool(sql);
  }
}
