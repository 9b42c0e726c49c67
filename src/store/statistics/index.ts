/** Statistics on PostgreSQL, as the register's owner: each step by itself, of one moment, whole or not at all. */
import type { Clock } from '../../base/index.js';
import type { Population, Transact } from '../../statistics/index.js';
import { alone } from '../import/alone.js';
import { openBook } from './book.js';

export interface StatisticsOptions {
  /** URL of the owner's role. */
  readonly url: string;
  readonly populations: readonly Population[];
  readonly clock: Clock;
}

/** Rejects with a StoreFault while another of these, or an import, is running. */
export function openStatistics({ url, populations, clock }: StatisticsOptions): Transact {
  return (work) =>
    alone(url, async (session) => {
      await session.unlessLost(session.sql`begin isolation level repeatable read`);
      const book = openBook({ sql: session.sql, populations, clock });
      try {
        const told = await session.unlessLost(work(book));
        await session.unlessLost(told.fault === null ? session.sql`commit` : session.sql`rollback`);
        return told;
      } catch (error) {
        if (!session.lost) await session.unlessLost(session.sql`rollback`);
        throw error;
      }
    });
}
