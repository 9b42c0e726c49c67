/** The PostgreSQL that this stands on: at least 15, before which anybody may make functions in `public`. */
import type { Sql } from './connect.js';
import { StoreFault } from './fault.js';
import { orUnavailable } from './unavailable.js';

/** As PostgreSQL numbers its versions: 15.0 is 150000. */
const OLDEST = 150_000;

/** Whether the second wall stands on a server of this number. */
export const isServerNewEnough = (number: number): boolean => number >= OLDEST;

/** Refuses an older server with a StoreFault, or with Refusal(UNAVAILABLE) where there is none. */
export async function checkServer(sql: Sql): Promise<void> {
  const [found] = await orUnavailable(
    async () =>
      await sql<{ number: number }[]>`
      select current_setting('server_version_num')::int as number`,
  );
  const number = found?.number ?? 0;
  if (isServerNewEnough(number)) return;
  throw new StoreFault(
    `POSTGRES_TOO_OLD: this is PostgreSQL ${Math.floor(number / 10_000)}, and the second wall needs 15 or newer: upgrade the server`,
  );
}
