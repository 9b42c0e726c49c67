/** Imports into the register: people from a file of lines, and ids to delete. One at a time for a database. */
import type { Clock, Ids } from '../../base/index.js';
import type { SubjectKeys } from '../subject-keys/ring.js';
import { KEY_LENGTH } from '../subject-keys/wrap.js';
import { alone } from './alone.js';
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
import type { Session } from './session.js';

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
  /** Wraps the keys of new people's tags; left out, they stay as they are until the next `sorgu migrate`. */
  readonly keys?: SubjectKeys;
  readonly batch?: BatchLimits;
}

// Some 10 MB of rows a batch at most: memory does not grow with the file, and little of it outlives a collection.
const BATCH: BatchLimits = { people: 1_000, bytes: 4 * 1024 * 1024 };

/** Opens the importer; nothing is connected yet. */
export function openImporter(options: ImporterOptions): Importer {
  return {
    load: (wish) => alone(options.url, (session) => loadPeople(options, wish, session)),
    remove: (lines) => alone(options.url, (session) => removePeople(session, lines)),
  };
}

async function loadPeople(
  { clock, ids, keys, batch: limits = BATCH }: ImporterOptions,
  { lines, reject, progress }: ImportWish,
  session: Session,
): Promise<ImportCounts> {
  // Under the lock: an epoch that was destroyed meanwhile wraps nothing any more.
  keys?.refresh();
  const newKey = (person: string) => keys?.make(person) ?? ids.bytes(KEY_LENGTH);
  const rows = openRows();
  let counts: ImportCounts = { read: 0, loaded: 0, changed: 0, unchanged: 0, rejected: 0 };
  let recordedAt = 0;
  // PostgreSQL takes one batch while the next is read and judged: two are in memory, never more.
  let loading = Promise.resolve();
  const loadNext = async (batch: Batch) => {
    for (const line of batch.rejected) await reject(line);
    recordedAt = Math.max(clock.now(), recordedAt + 1);
    counts = add(
      counts,
      batch,
      await loadBatch({ session, rows, newKey, recordedAt }, batch.people),
    );
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
