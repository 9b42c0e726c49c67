/** What the ledger has of the steps of a report: read with the application's role, found by the report's id. */
import type { Sql } from '../connect.js';
import { idOrNone } from '../requests.js';
import { requestIn } from '../schema/ledger.js';
import { orUnavailable } from '../unavailable.js';

/** A step as it stands in a log. */
export interface SealedStep {
  /** Of the log. */
  readonly origin: string;
  readonly leaf: string;
}

export interface SealedSteps {
  /** The steps of a report in all logs, those of one log in their order. */
  of(report: string): Promise<readonly SealedStep[]>;
}

/** Opens the reading on the application's pool. */
export function openSealedSteps(sql: Sql): SealedSteps {
  return {
    of: (report) =>
      orUnavailable(async () => [
        ...(await sql.unsafe<SealedStep[]>(STEPS, [idOrNone(report)], { prepare: true })),
      ]),
  };
}

// In canonical JSON no text holds an unescaped quote, so the member is found as text.
const STEPS = `
  select l.origin, e.leaf from ledger.leaf e join ledger.log l using (log_id)
  where ${requestIn('e.stored')} = $1::text::uuid::text || '"'
    and strpos(e.leaf, '"outcome":"REPORT_MOVED"') > 0
  order by e.log_id, e.seq`;
