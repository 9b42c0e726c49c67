/** How long "who saw this person" takes among many disclosures, asked in turn with one indexed lookup. */
import { accessesOf, seek } from '../../../src/auditor/person.js';
import { systemIds } from '../../../src/base/index.js';
import type { JournalHead } from '../../../src/journal/index.js';
import {
  type BundledUrls,
  openAuditShelf,
  openPools,
  openSubjectKeys,
} from '../../../src/store/index.js';
import { COURSE, type Course } from './course.js';
import { AUTHORITY } from './load-log.js';
import { personName } from './load-requests.js';

export interface WhoSawRound {
  /** Milliseconds, ascending. */
  readonly looks: readonly number[];
  readonly lookups: readonly number[];
  /** Accesses that a look told of, on the average. */
  readonly told: number;
}

const FIRST = 100;

/** Rounds of so many looks each, the first of them only warming. */
export async function measureWhoSaw(
  {
    urls,
    keys,
    course,
  }: { readonly urls: BundledUrls; readonly keys: string; readonly course: Course },
  { rounds, looks }: { readonly rounds: number; readonly looks: number },
): Promise<readonly WhoSawRound[]> {
  const pools = openPools(urls);
  const shelf = openAuditShelf(pools.app, AUTHORITY);
  const ring = openSubjectKeys({ directory: keys, ids: systemIds });
  const head: JournalHead = { ownAuthority: AUTHORITY, policy: '', schema: '' };
  const logs = await pools.app<{ logId: number; size: number }[]>`
    select log_id as "logId", max(size)::float8 as size from ledger.checkpoint group by log_id`;
  const lookup = async () => {
    const { logId, size } = logs[random(logs.length)] ?? { logId: 1, size: 1 };
    await pools.app`select leaf from ledger.entry where log_id = ${logId} and seq = ${random(size)}`;
  };
  const look = async (): Promise<number> => {
    const sought = await seek({ shelf, keys: ring }, personName(random(course.plan.people)));
    if ('fault' in sought) throw new Error(sought.fault);
    const asked = { ...COURSE, first: FIRST, after: null };
    return (await accessesOf({ shelf, head }, sought, asked)).accesses.length;
  };
  try {
    const measured: WhoSawRound[] = [];
    for (let at = 0; at <= rounds; at += 1) measured.push(await oneRound({ look, lookup }, looks));
    return measured.slice(1);
  } finally {
    await pools.close();
  }
}

async function oneRound(
  ways: { readonly look: () => Promise<number>; readonly lookup: () => Promise<void> },
  count: number,
): Promise<WhoSawRound> {
  const [looks, lookups]: [number[], number[]] = [[], []];
  let told = 0;
  for (let n = 0; n < count; n += 1) {
    lookups.push((await timed(ways.lookup)).ms);
    const { ms, value } = await timed(ways.look);
    looks.push(ms);
    told += value;
  }
  const ascending = (list: number[]) => list.sort((a, b) => a - b);
  return { looks: ascending(looks), lookups: ascending(lookups), told: told / count };
}

async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

const random = (below: number): number => Math.floor(Math.random() * below);
