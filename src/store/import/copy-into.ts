/** COPY through postgres.js, whose stream ends before the server has answered, and never ends where it refuses. */
import type { Writable } from 'node:stream';
import type { Session } from './session.js';

/**
 * Sends rows to a `copy ... from stdin`; returns once the server took them. Rejects with the error of the database, or
 * with 25P02 where it refused the rows at their end: what is inside a transaction cannot be committed then.
 */
export async function copyInto(
  session: Session,
  statement: string,
  text: readonly Buffer[],
): Promise<void> {
  if (text.length === 0) return;
  const stream = await session.unlessLost(session.sql.unsafe(statement).writable());
  // An error is told by the callback of the write it meets, or by the statement below.
  stream.on('error', () => undefined);
  for (const piece of text) await session.unlessLost(write(stream, piece));
  if (stream.errored) throw stream.errored;
  stream.end();
  // Queued behind the COPY: answered when that is over, rejected when it failed or the connection is lost.
  await session.unlessLost(session.sql`select`);
}

function write(stream: Writable, piece: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(stream.errored ?? error) : resolve()));
  });
}
