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
}

/** Opens a session with this URL for the work, and closes it. Errors leave as `unavailableIf` tells. */
export function withSession<T>(url: string, work: (session: Session) => Promise<T>): Promise<T> {
  return orUnavailable(async () => {
    let lost = false;
    const closed = () => {
      lost = true;
    };
    const pool = openPool(url, {
      name: 'sorgu import',
      max: 1,
      statementMs: 0,
      silenceMs: 0,
      closed,
    });
    let reserved: ReservedSql | undefined;
    try {
      const connection = await pool.reserve();
      reserved = connection;
      // Attempts that failed before it was open were told as closed too.
      lost = false;
      return await work({
        get sql() {
          if (lost) throw new Refusal('UNAVAILABLE');
          return connection;
        },
        get lost() {
          return lost;
        },
      });
    } finally {
      if (!lost) reserved?.release();
      await closePool(pool);
    }
  });
}
