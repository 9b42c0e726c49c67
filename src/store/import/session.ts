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
  let tell = (): void => undefined;
  const gone = new Promise<never>((_, reject) => {
    tell = () => reject(new Refusal('UNAVAILABLE'));
  });
  gone.catch(() => undefined);
  const session: Session = {
    get sql() {
      if (lost) throw new Refusal('UNAVAILABLE');
      return connection;
    },
    get lost() {
      return lost;
    },
    unlessLost: (work) => Promise.race([work, gone]),
  };
  const lose = (): void => {
    lost = true;
    tell();
  };
  return { session, lose };
}
