/** Imports into the register: people from a file of lines, and ids to delete. One at a time for a database. */
import type { Clock, Ids } from '../../base/index.js';
import { StoreFault } from '../fault.js';
import {
  type Batch,
  type BatchLimits,
  gatherBatches,
  gatherIds,
  type RejectedLine,
} from './batches.js';
import { type BatchOutcome, loadBatch } from './load-batch.js';
import { readLines } from './read-lines.js';
import { openRows } from './rows.js';
import { type Session, withSession } from './session.js';

/** Lines of a file so far: read, and what became of each. Blank lines are not counted. */
export interface ImportCounts extends BatchOutcome {
  readonly read: number;
  readonly rejected: number;
}

interface ImportWish {
  /** The file, in chunks of any size: one person a line (JSON), UTF-8. */
  readonly lines: AsyncIterable<Uint8Array>;
  /** Takes each line that was not loaded, in the order of the file; awaited. */
  readonly reject: (line: RejectedLine) => Promise<void> | void;
  /** Told after each batch. */
  readonly progress?: (counts: ImportCounts) => void;
}

/** Ids of a file: how many, and how many of them were people of the register. */
interface DeleteCounts {
  readonly read: number;
  readonly deleted: number;
}

export interface Importer {
  /**
   * Loads people batch by batch, each batch as a whole. Rejects with Refusal(UNAVAILABLE) or StoreFault where the
   * database fails: the batches before stay, and the same file can be imported again.
   */
  load(wish: ImportWish): Promise<ImportCounts>;
  /**
   * Removes people by id, one a line, with every record of them, superseded ones too. Their ledger keys stay, so
   * that what was disclosed about them can still be accounted for.
   */
  remove(lines: AsyncIterable<Uint8Array>): Promise<DeleteCounts>;
}

interface ImporterOptions {
  /** URL of the owner's role; a connection is opened for each import and closed after it. */
  readonly url: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly batch?: BatchLimits;
}

// Some 10 MB of rows a batch at most: memory does not grow with the file, and little of it outlives a collection.
const BATCH: BatchLimits = { people: 1_000, bytes: 4 * 1024 * 1024 };
/** Any number that no other lock of this database has. */
const IMPORT_LOCK = 0x50_45_4f_50;

/** Opens the importer; nothing is connected yet. */
export function openImporter(options: ImporterOptions): Importer {
  return {
    load: (wish) => alone(options.url, (session) => loadPeople(options, wish, session)),
    remove: (lines) => alone(options.url, (session) => removePeople(session, lines)),
  };
}

async function loadPeople(
  { clock, ids, batch: limits = BATCH }: ImporterOptions,
  { lines, reject, progress }: ImportWish,
  session: Session,
): Promise<ImportCounts> {
  const rows = openRows();
  let counts: ImportCounts = { read: 0, loaded: 0, changed: 0, unchanged: 0, rejected: 0 };
  let recordedAt = 0;
  // PostgreSQL takes one batch while the next is read and judged: two are in memory, never more.
  let loading = Promise.resolve();
  const loadNext = async (batch: Batch) => {
    for (const line of batch.rejected) await reject(line);
    recordedAt = Math.max(clock.now(), recordedAt + 1);
    counts = add(counts, batch, await loadBatch({ session, rows, ids, recordedAt }, batch.people));
    progress?.(counts);
  };
  try {
    for await (const batch of gatherBatches(readLines(lines), limits)) {
      await loading;
      loading = loadNext(batch);
      // Awaited above or below; until then its failure must not end the process.
      loading.catch(() => undefined);
    }
  } finally {
    await loading;
  }
  return counts;
}

function add(
  counts: ImportCounts,
  { people, rejected }: Batch,
  outcome: BatchOutcome,
): ImportCounts {
  return {
    read: counts.read + people.length + rejected.length,
    loaded: counts.loaded + outcome.loaded,
    changed: counts.changed + outcome.changed,
    unchanged: counts.unchanged + outcome.unchanged,
    rejected: counts.rejected + rejected.length,
  };
}

async function removePeople(
  session: Session,
  lines: AsyncIterable<Uint8Array>,
): Promise<DeleteCounts> {
  let read = 0;
  let deleted = 0;
  for await (const ids of gatherIds(readLines(lines), BATCH.people)) {
    // One statement, so whole or not at all; the records of every kind follow the person's.
    const removed = await session.unlessLost(session.sql<{ people: number }[]>`
      with gone as (delete from register.person where person_key = any(${ids}::text[]) returning person_key)
      select count(distinct person_key)::integer as people from gone`);
    read += ids.length;
    deleted += removed[0]?.people ?? 0;
  }
  return { read, deleted };
}

/** Runs an import on a connection of its own, under the lock that keeps a second one out. */
function alone<T>(url: string, work: (session: Session) => Promise<T>): Promise<T> {
  return withSession(url, async (session) => {
    const [lock] = await session.unlessLost(session.sql<{ held: boolean }[]>`
      select pg_try_advisory_lock(${IMPORT_LOCK}::bigint) as held`);
    if (lock?.held !== true) {
      throw new StoreFault('another import is running: start this one when it has ended');
    }
    try {
      return await work(session);
    } finally {
      // A lost connection has lost its locks too.
      if (!session.lost) await unlock(session);
    }
  });
}

const unlock = (session: Session): Promise<unknown> =>
  session.unlessLost(session.sql`select pg_advisory_unlock(${IMPORT_LOCK}::bigint)`);
