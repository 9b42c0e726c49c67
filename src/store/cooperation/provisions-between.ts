/** Provisions (8(2)) between two authorities, for the figures of the monitoring view. */
import type { ProvisionMotion } from '../../requests/index.js';
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';

export type ProvisionsBetween = (asked: {
  readonly instrument: string;
  readonly authorities: readonly [string, string];
}) => Promise<readonly { readonly motions: readonly ProvisionMotion[] }[]>;

/** Reads their steps alone. */
export const openProvisionsBetween =
  (sql: Sql): ProvisionsBetween =>
  ({ instrument, authorities: [one, other] }) =>
    orUnavailable(async () => {
      const rows = await sql.unsafe<{ motions: string }[]>(MOTIONS, [instrument, one, other], {
        prepare: true,
      });
      // Written by the provisions' own store alone.
      return rows.map(({ motions }) => ({ motions: JSON.parse(motions) as ProvisionMotion[] }));
    });

const MOTIONS = `
  select (d->'motions')::text as motions
  from exchange.provision p, lateral (select p.content::jsonb as d) as read
  where d->'provision'->>'instrument' = $1::text
    and array[d->'provision'->>'provider', d->'provision'->>'recipient'] @> array[$2::text, $3::text]`;
