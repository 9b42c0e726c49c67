/** Work on the register that keeps every other such work out: an import, a removal, the destruction of subject keys. */
import { StoreFault } from '../fault.js';
import { type Session, withSession } from './session.js';

/** Any number that no other lock of this database has. */
const IMPORT_LOCK = 0x50_45_4f_50;

/** Runs on a connection of its own, under the lock. Rejects with a StoreFault where another holds it. */
export function alone<T>(url: string, work: (session: Session) => Promise<T>): Promise<T> {
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
