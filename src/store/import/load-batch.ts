/**
 * One batch of people into the register, in one transaction: what is the same is left alone, what is other supersedes
 * the current record, what is new is added. Either all of the batch is recorded or nothing of it.
 */
import type { ReadPerson } from './batches.js';
import { copyInto } from './copy-into.js';
import { addPerson } from './person-rows.js';
import type { Rows } from './rows.js';
import type { Session } from './session.js';

/** What became of the people of a batch, in numbers. */
export interface BatchOutcome {
  readonly loaded: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface BatchLoad {
  readonly session: Session;
  /** Empty texts to gather in; empty again afterwards. */
  readonly rows: Rows;
  /** The key of a new person's tags, as the register keeps it. */
  readonly newKey: (person: string) => Uint8Array;
  /** When the batch is recorded: milliseconds since the epoch, later than for the batch before. */
  readonly recordedAt: number;
}

interface Current {
  readonly person_key: string;
  readonly record_id: string;
  readonly digest: Uint8Array;
  readonly recorded_from: Date;
}

/** Loads the people, whose ids are distinct. */
export async function loadBatch(
  load: BatchLoad,
  people: readonly ReadPerson[],
): Promise<BatchOutcome> {
  const current = await currentRecords(load, people);
  const isSame = ({ person, digest }: ReadPerson) => {
    const known = current.get(person.id);
    return known !== undefined && Buffer.compare(known.digest, digest) === 0;
  };
  const fresh = people.filter((read) => !isSame(read));
  const superseded = fresh.flatMap(({ person }) => current.get(person.id) ?? []);
  if (fresh.length > 0) await record(load, fresh, superseded);
  return {
    loaded: fresh.length - superseded.length,
    changed: superseded.length,
    unchanged: people.length - fresh.length,
  };
}

async function currentRecords({ session }: BatchLoad, people: readonly ReadPerson[]) {
  const keys = people.map(({ person }) => person.id);
  const found = await session.unlessLost(session.sql<Current[]>`
    select person_key, record_id::text, digest, recorded_from
    from register.person where recorded_until is null and person_key = any(${keys}::text[])`);
  return new Map(found.map((row) => [row.person_key, row]));
}

async function record(
  load: BatchLoad,
  fresh: readonly ReadPerson[],
  superseded: readonly Current[],
): Promise<void> {
  const { session, rows } = load;
  const at = instantAfter(load.recordedAt, superseded);
  await gatherRows(load, fresh, at);
  await inTransaction(session, async () => {
    await close(session, superseded, at);
    for (const text of Object.values(rows)) await copyInto(session, text.statement, text.take());
  });
}

// A clock set back must not make a record end before it began.
function instantAfter(recordedAt: number, superseded: readonly Current[]): Date {
  const began = superseded.map(({ recorded_from }) => recorded_from.getTime());
  return new Date(began.reduce((at, from) => Math.max(at, from + 1), recordedAt));
}

async function gatherRows(load: BatchLoad, fresh: readonly ReadPerson[], recordedFrom: Date) {
  const { session, rows, newKey } = load;
  const numbers = await session.unlessLost(session.sql<{ id: string }[]>`
    select nextval('register.record_id')::text as id from generate_series(1, ${fresh.length})`);
  const keys = fresh.map(({ person }) => person.id);
  const keyed = await session.unlessLost(session.sql<{ person_key: string }[]>`
    select person_key from register.subject_key where person_key = any(${keys}::text[])`);
  const known = new Set(keyed.map(({ person_key }) => person_key));
  for (const [index, read] of fresh.entries()) {
    const recordId = BigInt(numbers[index]?.id ?? 0);
    addPerson(rows, { ...read, recordId, recordedFrom });
    const personKey = read.person.id;
    if (!known.has(personKey)) {
      rows.subjectKey.add({ personKey, key: newKey(personKey), madeAt: recordedFrom });
    }
  }
}

async function close(session: Session, superseded: readonly Current[], at: Date): Promise<void> {
  if (superseded.length === 0) return;
  const records = superseded.map(({ record_id }) => record_id);
  await session.unlessLost(session.sql`
    update register.person set recorded_until = ${at} where record_id = any(${records}::bigint[])`);
}

async function inTransaction(session: Session, work: () => Promise<void>): Promise<void> {
  await session.unlessLost(session.sql`begin`);
  try {
    await work();
    await session.unlessLost(session.sql`commit`);
  } catch (error) {
    if (!session.lost) await session.unlessLost(session.sql`rollback`);
    throw error;
  }
}
