/**
 * The ledger on PostgreSQL. The writer's role may only INSERT, so what it needs to know is read with the application's.
 *
 * Durable means: the statement's promise resolves at ReadyForQuery, after the commit record is flushed (fsync and
 * synchronous_commit are checked and forced on). A batch is one statement outside any transaction block: it is
 * committed whole or not at all, in one round trip. Two fences keep a second writer out: a session's advisory lock,
 * whose holder each statement asks for, and the primary keys.
 */
import { randomUUID } from 'node:crypto';
import type { Batch, LedgerStore } from '../ledger/index.js';
import type { Pools, Sql } from './connect.js';
import { StoreFault } from './fault.js';
import { openLedgerReader } from './ledger-store-reader.js';
import { orUnavailable, unavailableIf } from './unavailable.js';

/** Any number of our own: one writer per database. */
const lockKey = 7_367_618;
/** Longer, and the server hangs: the caller is told before the answer is known. */
const answerMs = 15_000;

/** Opens the ledger's store. `pools.ledger` is one connection, used by nobody else. */
export function openLedgerStore(pools: Pick<Pools, 'app' | 'ledger'>): LedgerStore {
  const { app, ledger } = pools;
  // Names our session: a connection that postgres.js replaced does not carry it, and may not write.
  const token = randomUUID();
  const soon = <T>(work: () => Promise<T>): Promise<T> => orUnavailable(() => inTime(work()));
  return {
    ...openLedgerReader(app),
    // Once more: the first query after a session was ended can still meet its dead connection.
    acquire: () => soon(() => acquire(ledger, token).catch(() => acquire(ledger, token))),
    append: (batch) => soon(() => append(ledger, token, batch)),
    close: () => soon(() => release(ledger, token)),
  };
}

type Right = 'TAKEN' | 'HELD' | 'BUSY';

async function acquire(sql: Sql, token: string): Promise<Right> {
  // One statement: a lock taken on one connection must not be marked on the next. CASE asks in this order.
  const [found] = await sql<{ right: Right | 'UNSAFE' }[]>`
    select case
      when 'off' in (current_setting('fsync'), current_setting('full_page_writes')) then 'UNSAFE'
      when current_setting('sorgu.writer', true) = ${token} then 'HELD'
      when not pg_try_advisory_lock(${lockKey}) then 'BUSY'
      when set_config('sorgu.writer', ${token}, false) is null then 'BUSY'
      when set_config('synchronous_commit', 'on', false) is null then 'BUSY'
      else 'TAKEN'
    end as right`;
  if (found?.right === 'UNSAFE') {
    throw new StoreFault(
      'PostgreSQL does not keep what it commits: set fsync and full_page_writes on',
    );
  }
  return found?.right ?? 'BUSY';
}

async function release(sql: Sql, token: string): Promise<void> {
  await sql`
    select case when current_setting('sorgu.writer', true) = ${token}
      then set_config('sorgu.writer', '', false) end, pg_advisory_unlock_all()`;
}

async function append(sql: Sql, token: string, batch: Batch): Promise<void> {
  const { logs, entries, subjects, salts, nodes, checkpoints } = batch;
  const [done] = await sql<{ held: boolean }[]>`
    with own as (
      select current_setting('sorgu.writer', true) = ${token} as held
    ), log_rows as (
      insert into ledger.log (log_id, origin)
      select new.* from own, unnest(
        ${numbers(logs.map((row) => row.logId))}::text::smallint[],
        string_to_array(${logs.map((row) => row.origin).join('\n')}, chr(10))) as new
      where own.held
    ), entry_rows as (
      insert into ledger.entry (log_id, seq, leaf, leaf_hash)
      select new.* from own, unnest(
        ${numbers(entries.map((row) => row.logId))}::text::smallint[],
        ${numbers(entries.map((row) => row.seq))}::text::bigint[],
        string_to_array(${entries.map((row) => row.leaf).join('\n')}, chr(10)),
        ${byteStrings(entries.map((row) => row.leafHash))}::text::bytea[]) as new
      where own.held
    ), subject_rows as (
      insert into ledger.entry_subject (log_id, seq, n, tag, coordinates)
      select new.* from own, unnest(
        ${numbers(subjects.map((row) => row.logId))}::text::smallint[],
        ${numbers(subjects.map((row) => row.seq))}::text::bigint[],
        ${numbers(subjects.map((row) => row.n))}::text::smallint[],
        ${byteStrings(subjects.map((row) => row.tag))}::text::bytea[],
        ${byteStrings(subjects.map((row) => row.coordinates))}::text::bytea[]) as new
      where own.held
    ), salt_rows as (
      insert into ledger.salt (log_id, seq, salt)
      select new.* from own, unnest(
        ${numbers(salts.map((row) => row.logId))}::text::smallint[],
        ${numbers(salts.map((row) => row.seq))}::text::bigint[],
        ${byteStrings(salts.map((row) => row.salt))}::text::bytea[]) as new
      where own.held
    ), node_rows as (
      insert into ledger.node (log_id, level, index, hash)
      select new.* from own, unnest(
        ${numbers(nodes.map((row) => row.logId))}::text::smallint[],
        ${numbers(nodes.map((row) => row.level))}::text::smallint[],
        ${numbers(nodes.map((row) => row.index))}::text::bigint[],
        ${byteStrings(nodes.map((row) => row.hash))}::text::bytea[]) as new
      where own.held
    ), checkpoint_rows as (
      insert into ledger.checkpoint (log_id, size, root, note)
      select new.* from own, unnest(
        ${numbers(checkpoints.map((row) => row.logId))}::text::smallint[],
        ${numbers(checkpoints.map((row) => row.size))}::text::bigint[],
        ${byteStrings(checkpoints.map((row) => row.root))}::text::bytea[],
        string_to_array(${checkpoints.map((row) => row.note).join('\x1e')}, chr(30))) as new
      where own.held
    )
    select held from own`;
  if (done?.held !== true) throw new StoreFault('ledger: the right to write was lost');
}

// Arrays travel as array literals: postgres.js sends Buffer[] as one bytea. Text is joined by a character that it
// cannot hold: canonical JSON has no raw newline, a signed note no control character but newlines.
const numbers = (list: readonly number[]): string => `{${list.join(',')}}`;

const byteStrings = (list: readonly Uint8Array[]): string =>
  `{${list.map((bytes) => `\\\\x${Buffer.from(bytes).toString('hex')}`).join(',')}}`;

/** Rejects when an answer takes too long; the statement may still be carried out. */
function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('ledger: no answer'), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(unavailableIf(error)), answerMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
