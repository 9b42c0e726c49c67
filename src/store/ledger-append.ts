/**
 * A batch as one statement. Arrays travel as array literals (postgres.js sends Buffer[] as one bytea); hashes, which are
 * all of one length, as one run of bytes that PostgreSQL cuts. Text is joined by a character that it cannot hold:
 * canonical JSON has no raw newline, a signed note no control character but newlines.
 */
import { type Batch, TicketsSpent } from '../ledger/index.js';
import type { Sql } from './connect.js';
import { StoreFault } from './fault.js';
import type { FrameRow, KeptEntry } from './ledger-frames.js';

const HASH = 32;
const TAG = 16;
/** Of no length that is taken. */
const NO_SALT = new Uint8Array();

/** By what a session knows its writer, and which batch it committed last: a new batch stands on that one. */
export interface Place {
  readonly writer: string;
  readonly after: string;
  readonly batch: string;
}

/** A batch with its entries as they are stored, and the frames that are new. */
export interface KeptBatch extends Omit<Batch, 'entries'> {
  readonly entries: readonly KeptEntry[];
  readonly frames: readonly FrameRow[];
}

/**
 * Inserts all rows and then, behind the entries, consumes their tickets, if the session is that writer's and committed
 * `after` last. Throws a StoreFault if not, and rejects where a ticket is not there: nothing is written.
 */
export async function appendBatch(sql: Sql, place: Place, batch: KeptBatch): Promise<void> {
  const { logs, frames, entries, subjects, nodes, checkpoints, tickets } = batch;
  // Taken back with the rows, should they not be committed.
  const [done] = await sql<{ held: boolean }[]>`
    with own as (
      select current_setting('sorgu.writer', true) = ${place.writer}
        and current_setting('sorgu.batch', true) = ${place.after} as held
    ), log_rows as (
      insert into ledger.log (log_id, origin)
      select new.* from own, unnest(
        ${numbers(logs, (row) => row.logId)}::text::smallint[],
        string_to_array(${texts(logs, '\n', (row) => row.origin)}, chr(10))) as new
      where own.held returning 1
    ), frame_rows as (
      insert into ledger.frame (id, text)
      select new.* from own, unnest(
        ${numbers(frames, (row) => row.id)}::text::int[],
        string_to_array(${texts(frames, '\n', (row) => row.text)}, chr(10))) as new
      where own.held
    ), entry_rows as (
      insert into ledger.entry (log_id, seq, frame, leaf, leaf_hash, salt)
      select log_id, seq, frame, leaf,
        substring(${run(entries, HASH, (row) => row.leafHash)}::bytea, nth::int * 32 - 31, 32),
        substring(${run(entries, HASH, (row) => row.salt ?? NO_SALT)}::bytea, nth::int * 32 - 31, 32)
      from own, unnest(
        ${numbers(entries, (row) => row.logId)}::text::smallint[],
        ${numbers(entries, (row) => row.seq)}::text::bigint[],
        ${numbers(entries, (row) => row.frame)}::text::int[],
        string_to_array(${texts(entries, '\n', (row) => row.leaf)}, chr(10)))
        with ordinality as new (log_id, seq, frame, leaf, nth)
      where own.held returning 1
    ), subject_rows as (
      insert into ledger.entry_subject (log_id, seq, n, tag, coordinates)
      select log_id, seq, n,
        substring(${run(subjects, TAG, (row) => row.tag)}::bytea, nth::int * 16 - 15, 16), coordinates
      from own, unnest(
        ${numbers(subjects, (row) => row.logId)}::text::smallint[],
        ${numbers(subjects, (row) => row.seq)}::text::bigint[],
        ${numbers(subjects, (row) => row.n)}::text::smallint[],
        ${byteStrings(subjects, (row) => row.coordinates)}::text::bytea[])
        with ordinality as new (log_id, seq, n, coordinates, nth)
      where own.held
    ), node_rows as (
      insert into ledger.node (log_id, level, index, hash)
      select log_id, level, index,
        substring(${run(nodes, HASH, (row) => row.hash)}::bytea, nth::int * 32 - 31, 32)
      from own, unnest(
        ${numbers(nodes, (row) => row.logId)}::text::smallint[],
        ${numbers(nodes, (row) => row.level)}::text::smallint[],
        ${numbers(nodes, (row) => row.index)}::text::bigint[])
        with ordinality as new (log_id, level, index, nth)
      where own.held
    ), checkpoint_rows as (
      insert into ledger.checkpoint (log_id, size, root, note)
      select new.* from own, unnest(
        ${numbers(checkpoints, (row) => row.logId)}::text::smallint[],
        ${numbers(checkpoints, (row) => row.size)}::text::bigint[],
        ${byteStrings(checkpoints, (row) => row.root)}::text::bytea[],
        string_to_array(${texts(checkpoints, '\x1e', (row) => row.note)}, chr(30))) as new
      where own.held
    )
    select case when held and granted.consume(${`{${tickets.join(',')}}`}::text::text[]) then set_config('sorgu.batch', ${place.batch}, false) is not null
      else false end as held
    from own, (select count(*) from log_rows) logged, (select count(*) from entry_rows) entered`.catch(
    (error: unknown) => Promise.reject(spentIn(error)),
  );
  if (done?.held !== true) throw new StoreFault('ledger: the right to write was lost');
}

/** What `granted.consume` raises names its tickets: whose reading has no entry to come. */
function spentIn(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'SG001')) return error;
  const detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : '';
  return new TicketsSpent(new Set(detail.split(' ')));
}

const numbers = <R>(rows: readonly R[], of: (row: R) => number | null): string =>
  `{${rows.map((row) => of(row) ?? 'NULL').join(',')}}`;

const texts = <R>(rows: readonly R[], between: string, of: (row: R) => string): string =>
  rows.map(of).join(between);

const byteStrings = <R>(rows: readonly R[], of: (row: R) => Uint8Array): string =>
  `{${rows.map((row) => `\\\\x${hex(of(row))}`).join(',')}}`;

const hex = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('hex');

/** Bytes of one length, one after the other. */
function run<R>(rows: readonly R[], length: number, of: (row: R) => Uint8Array): Buffer {
  const parts = rows.map(of);
  // One of another length would shift all that follow.
  if (!parts.every((part) => part.length === length)) {
    throw new StoreFault('ledger: a hash or a salt is not as long as one');
  }
  return Buffer.concat(parts);
}
