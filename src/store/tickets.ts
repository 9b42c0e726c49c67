/** Tickets whose reading has no entry: what was read, and never committed to the ledger. */
import type { Sql } from './connect.js';
import { orUnavailable } from './unavailable.js';

export interface OpenTickets {
  readonly count: number;
  /** ISO 8601, UTC: when the first of them was given; null where there is none. */
  readonly since: string | null;
}

/** Older than a minute: what is younger may still be on its way. Asked with the application's role; rejects with Refusal(UNAVAILABLE). */
export function listOpenTickets(sql: Sql): Promise<OpenTickets> {
  return orUnavailable(async () => {
    const [found] = await sql<{ count: number; since: string | null }[]>`
      select count(distinct xid)::int as count,
        to_char(min(opened_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
      from granted.ticket where opened_at < now() - interval '1 minute'`;
    return { count: found?.count ?? 0, since: found?.since ?? null };
  });
}
