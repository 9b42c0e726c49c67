/** "Who saw this person" as the bench reads it, without the gateway around it. */
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
import { openLookup, type Round, random, takeTurns } from './turns.js';

const FIRST = 100;

export interface Searched {
  readonly urls: BundledUrls;
  /** The folder of the key that wraps the persons' keys. */
  readonly keys: string;
  readonly course: Course;
}

/** Rounds of so many looks each, for persons at random. */
export async function measureWhoSaw(
  { urls, keys, course }: Searched,
  size: { readonly rounds: number; readonly looks: number },
): Promise<readonly Round[]> {
  const pools = openPools(urls);
  const shelf = openAuditShelf(pools.app, AUTHORITY);
  const ring = openSubjectKeys({ directory: keys, ids: systemIds });
  const head: JournalHead = { ownAuthority: AUTHORITY, policy: '', schema: '' };
  const look = async (): Promise<number> => {
    const sought = await seek({ shelf, keys: ring }, personName(random(course.plan.people)));
    if ('fault' in sought) throw new Error(sought.fault);
    const asked = { ...COURSE, first: FIRST, after: null };
    return (await accessesOf({ shelf, head }, sought, asked)).accesses.length;
  };
  const lookup = await openLookup(urls);
  try {
    return await takeTurns({ look, lookup: lookup.ask }, size);
  } finally {
    await lookup.close();
    await pools.close();
  }
}
