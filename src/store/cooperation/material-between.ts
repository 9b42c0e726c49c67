/** Publications, interviews and readmission cases between two authorities, for the figures of the monitoring view. */
import type { MonitoredCount, MonitoredSpan } from '../../cooperation/index.js';
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';

/** By clause and state, what of one kind fell into a span. */
export type CountIn = (span: MonitoredSpan) => Promise<readonly MonitoredCount[]>;

export interface MaterialBetween {
  /** First shown in the span by either of the two, as each stood when it ended. */
  publications(own: string): CountIn;
  statistics(own: string): CountIn;
  /** Windows offered to the other authority that begin in the span, by the clause that they are offered under. */
  windows(clause: string): CountIn;
}

const instantOf = (at: number): string => new Date(at).toISOString();

/** Reads counts alone. */
export function openMaterialBetween(sql: Sql): MaterialBetween {
  const ask = (text: string, parameters: string[]) =>
    orUnavailable(async () => [
      ...(await sql.unsafe<MonitoredCount[]>(text, parameters, { prepare: true })),
    ]);
  const published =
    (isStatistics: boolean) =>
    (own: string): CountIn =>
    ({ instrument, authority, from, until }) =>
      ask(PUBLISHED, [
        ...[instrument, own, authority, instantOf(from), instantOf(until)],
        String(isStatistics),
      ]);
  return {
    publications: published(false),
    statistics: published(true),
    windows:
      (clause) =>
      ({ authority, from, until }) =>
        ask(WINDOWS, [clause, authority, instantOf(from), instantOf(until)]),
  };
}

// As the feed tells it: of a version that is held nothing is told, nor of what was withdrawn before it was ever shown.
const PUBLISHED = `
  select d->>'clause' as clause, state, count(*)::int as count
  from (
    select distinct on (publication) state, content::jsonb as d,
      min(recorded_at) filter (where state = 'PUBLISHED') over (partition by publication) as since
    from publication.version
    where recorded_at < $5::text::timestamptz and state <> 'HELD'
    order by publication, version desc) as newest
  where d->>'instrument' = $1::text and d->>'publisher' in ($2::text, $3::text)
    and since >= $4::text::timestamptz
    and (d->>'kind' = 'STATISTICS') = $6::text::boolean
  group by 1, 2 order by 1, 2`;

// Which of them were withdrawn is not told: who saw them go would know how many of the others are booked (4(b)).
const WINDOWS = `
  select $1::text as clause, 'OFFERED' as state, count(*)::int as count
  from exchange.interview_window w join exchange.interview_channel c on c.code = w.channel
  where c.offered_to = $2::text and starts_at >= $3::text::timestamptz and starts_at < $4::text::timestamptz
  having count(*) > 0`;
