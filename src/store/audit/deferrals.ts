/** Decisions on what of a request is told to whom it is about (11(1)): added to, never changed. */
import type { Sql } from '../connect.js';
import { instantOf, millisOf } from '../exchange/instants.js';
import { textArray } from '../register/statement.js';
import { orUnavailable } from '../unavailable.js';

export interface KeptDeferral {
  readonly request: string;
  readonly decision: 'DEFER' | 'TELL';
  readonly reason: string;
  /** Milliseconds since the epoch; null where it is told. */
  readonly reviewAt: number | null;
}

export interface ReportDeferrals {
  /** Keeps a decision; it holds from now on. */
  decide(made: KeptDeferral & { readonly officer: string; readonly at: number }): Promise<void>;
  /** The newest decision of each of these requests that has one. */
  list(requests: readonly string[]): Promise<readonly KeptDeferral[]>;
  /** Decisions whose review is due, the longest due first. */
  due(now: number, first: number): Promise<readonly KeptDeferral[]>;
}

const COLUMNS = `request_id::text as request, decision, reason, ${millisOf('review_at')} as "reviewAt"`;
const NEWEST = `select distinct on (request_id) * from exchange.report_decision
  order by request_id, id desc`;

/** Opens them on a pool of the exchange's role. */
export function openDeferrals(sql: Sql): ReportDeferrals {
  const ask = (text: string, parameters: readonly (string | null)[]): Promise<KeptDeferral[]> =>
    orUnavailable(async () => await sql.unsafe<KeptDeferral[]>(text, [...parameters]));
  return {
    async decide({ request, decision, reason, reviewAt, officer, at }) {
      await ask(
        `insert into exchange.report_decision (request_id, decision, reason, review_at, officer, decided_at)
         values ($1::text::uuid, $2::text, $3::text, $4::text::timestamptz, $5::text, $6::text::timestamptz)`,
        [request, decision, reason, instantOf(reviewAt), officer, instantOf(at)],
      );
    },
    list: (requests) =>
      ask(`select ${COLUMNS} from (${NEWEST}) d where request_id = any($1::text::uuid[])`, [
        textArray(requests),
      ]),
    due: (now, first) =>
      ask(
        `select ${COLUMNS} from (${NEWEST}) d where decision = 'DEFER' and review_at <= $1::text::timestamptz
         order by review_at, request_id limit $2::text::int`,
        [instantOf(now), String(first)],
      ),
  };
}
