/** What the ledger has of the steps of a report: read with the application's role, found by the report's id. */
import type { Sql } from '../connect.js';
import { idOrNone } from '../requests.js';
import { requestIn } from '../schema/ledger.js';
import { orUnavailable } from '../unavailable.js';

export interface SealedSteps {
  /** The leaf of the last step of a report in a log, by its origin; undefined where there is none. */
  last(report: string, origin: string): Promise<string | undefined>;
}

/** Opens the reading on the application's pool. */
export function openSealedSteps(sql: Sql): SealedSteps {
  return {
    async last(report, origin) {
      const parameters = [idOrNone(report), origin];
      const [row] = await orUnavailable(
        async () => await sql.unsafe<{ leaf: string }[]>(LAST, parameters, { prepare: true }),
      );
      return row?.leaf;
    },
  };
}

// In canonical JSON no text holds an unescaped quote, so the member is found as text.
const LAST = `
  select e.leaf from ledger.leaf e join ledger.log l using (log_id)
  where ${requestIn('e.stored')} = $1::text::uuid::text || '"' and l.origin = $2::text
    and strpos(e.leaf, '"outcome":"REPORT_MOVED"') > 0
  order by e.seq desc limit 1`;
