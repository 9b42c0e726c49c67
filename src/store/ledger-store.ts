/**
 * The ledger on PostgreSQL. The writer's role may only INSERT, so what it needs to know is read with the application's.
 *
 * Durable means: the statement's promise resolves at ReadyForQuery, after the commit record is flushed (fsync and
 * synchronous_commit are checked and forced on). A batch is one statement outside any transaction block: it is
 * committed whole or not at all, in one round trip. Two fences keep a second writer out: a session's advisory lock,
 * whose holder each statement asks for, and the primary keys. A batch sent behind another finds out whether that was
 * committed: the session's note of its last batch is written, and taken back, with the batch itself.
 */
import { randomUUID } from 'node:crypto';
import type { Batch, LedgerStore } from '../ledger/index.js';
import type { Sql } from './connect.js';
import { StoreFault } from './fault.js';
import { appendBatch } from './ledger-append.js';
import { type FrameRow, Frames } from './ledger-frames.js';
import { openLedgerReader } from './ledger-store-reader.js';
import type { Pools } from './pools.js';
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
  let batches = 0;
  let last = NO_BATCH;
  const take = () => {
    last = NO_BATCH;
    return acquire(ledger, token);
  };
  const frames = new Frames();
  // Apart from taking the right: were that asked for again, it would be HELD, and the caller not look at the logs anew.
  let asked = 0;
  let isNew = false;
  const learn = async (right: Right): Promise<Right> => {
    if (right === 'BUSY') return right;
    asked += 1;
    const mine = asked;
    if (right === 'TAKEN') {
      frames.forget();
      isNew = true;
    }
    const rows = await framesSince(app, frames.committed);
    // Who came too late was given up, and others have learnt since.
    if (mine === asked) frames.learn(rows);
    const told = isNew ? 'TAKEN' : right;
    isNew = false;
    return told;
  };
  const append = (batch: Batch) => {
    batches += 1;
    const place = { writer: token, after: last, batch: String(batches) };
    last = place.batch;
    const { stored, made } = frames.store(batch.entries);
    return appendBatch(ledger, place, { ...batch, entries: stored, frames: made });
  };
  const soon = <T>(work: () => Promise<T>): Promise<T> => orUnavailable(() => inTime(work()));
  return {
    ...openLedgerReader(app),
    // Once more: the first query after a session was ended can still meet its dead connection.
    acquire: () => soon(() => take().catch(take).then(learn)),
    append: (batch) => soon(() => append(batch)),
    close: () => soon(() => release(ledger, token)),
  };
}

/** What a session has committed since it took the right, or was asked for it. */
const NO_BATCH = 'none';

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
    end as right, set_config('sorgu.batch', ${NO_BATCH}, false)`;
  if (found?.right === 'UNSAFE') {
    throw new StoreFault(
      'PostgreSQL does not keep what it commits: set fsync and full_page_writes on',
    );
  }
  return found?.right ?? 'BUSY';
}

/** The newest of the frames that came after one: enough for what is being sealed. */
const framesSince = (sql: Sql, id: number) => sql<FrameRow[]>`
  select id, text from ledger.frame where id > ${id} order by id desc limit 1000`;

async function release(sql: Sql, token: string): Promise<void> {
  await sql`
    select case when current_setting('sorgu.writer', true) = ${token}
      then set_config('sorgu.writer', '', false) end, pg_advisory_unlock_all()`;
}

/** Rejects when an answer takes too long; the statement may still be carried out. */
function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('ledger: no answer'), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(unavailableIf(error)), answerMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
