/** Tickets whose reading has no entry: what was read, and never committed to the ledger. Nothing removes them (decision 0023). */
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from './connect.js';
import { orUnavailable } from './unavailable.js';

/** A reading without an entry. Nothing in it is personal. */
export interface OpenTicket {
  /** The id of its transaction. */
  readonly ticket: string;
  /** ISO 8601, UTC: when it was given, as it says. */
  readonly since: string;
  /** The database's role of the purpose. */
  readonly reader: string;
  readonly kind: string;
  /** The request, or the provision (8(2)). */
  readonly request: string;
  /** How many persons it opened; 0 of a search. */
  readonly persons: number;
}

export interface OpenTickets {
  readonly count: number;
  /** The oldest of them. */
  readonly first: readonly OpenTicket[];
  /** Readings whose ticket was taken back with their transaction: of those only the number is left. */
  readonly undone: number;
}

/** As many as are listed. */
const LISTED = 100;

/**
 * Older than a minute, since what is younger may still be on its way, or dated in the future, as no transaction is. Asked
 * with the application's role; rejects with Refusal(UNAVAILABLE).
 */
export function listOpenTickets(sql: Sql): Promise<OpenTickets> {
  return orUnavailable(async () => {
    const rows = await sql<(OpenTicket & { count: number })[]>`
      select xid::text as ticket, min(reader) as reader, min(kind) as kind, min(request::text) as request,
        coalesce(to_char(min(opened_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'never') as since,
        sum(cardinality(numbers))::int as persons, (count(*) over ())::int as count
      from granted.ticket where opened_at < now() - interval '1 minute' or opened_at > now()
      group by xid order by min(opened_at), xid limit ${LISTED}`;
    const first = rows.map(({ count: _, ...ticket }) => ticket);
    return { count: rows[0]?.count ?? 0, first, undone: await countUndone(sql) };
  });
}

/** Milliseconds. */
const [PATIENCE, STEP] = [5_000, 50];

/**
 * How many more tickets were given than there are, in the ledger or left over. What is being read meanwhile was given its
 * ticket and has not committed it: waits until all that was under way has ended, or for as long as no reading takes.
 */
async function countUndone(sql: Sql): Promise<number> {
  const [given] = await sql<{ tickets: number; next: string }[]>`
    select case when is_called then last_value else 0 end::float8 as tickets,
      pg_snapshot_xmax(pg_current_snapshot())::text as next from granted.given`;
  for (let waited = 0; ; waited += STEP) {
    const [known] = await sql<{ tickets: number; ended: boolean }[]>`
      select (tickets + (select count(distinct xid) from granted.ticket))::float8 as tickets,
        pg_snapshot_xmin(pg_current_snapshot()) >= ${given?.next ?? '0'}::text::xid8 as ended
      from granted.spent`;
    const undone = Math.max(0, (given?.tickets ?? 0) - (known?.tickets ?? 0));
    if (undone === 0 || known?.ended === true || waited >= PATIENCE) return undone;
    await pause(STEP);
  }
}
