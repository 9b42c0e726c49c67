/**
 * A connection of one's own: a transaction on it meets nobody else's statements. postgres.js ends the process with an
 * uncaught TypeError when a reserved connection that is already gone is asked or given back, so nobody does.
 */
import type { ReservedSql } from 'postgres';
import { Refusal } from '../../base/index.js';
import { closePool, openPool } from '../connect.js';
import { orUnavailable } from '../unavailable.js';

export interface Session {
  /** The connection; throws Refusal(UNAVAILABLE) once it is lost. Take it anew for every statement. */
  readonly sql: ReservedSql;
  readonly lost: boolean;
  /**
   * Waits for an answer that postgres.js may never give once the connection is lost, seen for every kind of statement;
   * rejects with Refusal(UNAVAILABLE) then.
   */
  unlessLost<T>(work: PromiseLike<T>): Promise<T>;
}

/** Opens a session with this URL for the work, and closes it. Errors leave as `unavailableIf` tells. */
export function withSession<T>(url: string, work: (session: Session) => Promise<T>): Promise<T> {
  return orUnavailable(async () => {
    // Set once it is open: attempts that failed before are told as closed too.
    let onClosed = (): void => undefined;
    const settings = { name: 'sorgu import', max: 1, statementMs: 0, silenceMs: 0, arrays: true };
    const pool = openPool(url, { ...settings, closed: () => onClosed() });
    let given: (() => void) | undefined;
    try {
      const connection = await pool.reserve();
      const { session, lose } = sessionOn(connection);
      onClosed = lose;
      given = () => {
        if (!session.lost) connection.release();
      };
      return await work(session);
    } finally {
      given?.();
      await closePool(pool);
    }
  });
}

function sessionOn(connection: ReservedSql): { session: Session; lose: () => void } {
  let lost = false;
  // Not a promise that all race against: it would remember every one of them until the session ends.
  const waiting = new Set<() => void>();
  const session: Session = {
    get sql() {
      if (lost) throw new Refusal('UNAVAILABLE');
      return connection;
    },
    get lost() {
      return lost;
    },
    unlessLost: <T>(work: PromiseLike<T>) =>
      new Promise<T>((resolve, reject) => {
        const leave = (): void => reject(new Refusal('UNAVAILABLE'));
        if (lost) leave();
        else waiting.add(leave);
        Promise.resolve(work)
          .then(resolve, reject)
          .finally(() => waiting.delete(leave));
      }),
  };
  const lose = (): void => {
    lost = true;
    for (const leave of waiting) leave();
    waiting.clear();
  };
  return { session, lose };
}
