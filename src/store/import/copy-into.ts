/** COPY through postgres.js, whose stream ends before the server has answered, and never ends where it refuses. */
import type { Writable } from 'node:stream';
import type { Session } from './session.js';

const SLICE_BYTES = 256 * 1024;

/**
 * Sends rows to a `copy ... from stdin`; returns once the server took them. Rejects with the error of the database, or
 * with 25P02 where it refused the rows at their end: what is inside a transaction cannot be committed then.
 */
export async function copyInto(session: Session, statement: string, text: Buffer): Promise<void> {
  if (text.length === 0) return;
  const stream = await session.sql.unsafe(statement).writable();
  // An error is told by the callback of the write it meets, or by the statement below.
  stream.on('error', () => undefined);
  for (let at = 0; at < text.length; at += SLICE_BYTES) {
    await write(stream, text.subarray(at, at + SLICE_BYTES));
  }
  if (stream.errored) throw stream.errored;
  stream.end();
  // Queued behind the COPY: answered when that is over, rejected when it failed or the connection is lost.
  await session.sql`select`;
}

function write(stream: Writable, slice: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(slice, (error) => (error ? reject(stream.errored ?? error) : resolve()));
  });
}
