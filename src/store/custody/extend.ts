/** An end that is put off (11(5)): every key of the holding is wrapped anew, bound to its new end. */
import type { Holding } from '../../custody/index.js';
import { instantOf, millisOf } from '../exchange/instants.js';
import { orUnavailable } from '../unavailable.js';
import { type CustodyGround, epochFor } from './epochs.js';
import { unwrapKey, type WrappedKey, wrapKey } from './value-key.js';

/**
 * Puts it off; false where the holding is no longer as it was found, a key of it does not open, or its own end, to which it
 * is bound, is another or has come: whoever writes a later one into the holding's row opens nothing again.
 */
export async function extendHolding(
  ground: CustodyGround,
  { case: id, source, purpose, endsAt }: Holding,
  until: number,
): Promise<boolean> {
  const { sql, keys, clock } = ground;
  const epoch = await epochFor(ground, until);
  const rows = await orUnavailable(
    () => sql<WrappedKey[]>`
      select id::text as id, epoch::text as epoch, wrapped, ${sql.unsafe(millisOf('ends_at'))} as "endsAt"
      from exchange.held_value where case_id = ${id} and source = ${source} and purpose = ${purpose}`,
  );
  const moved: { readonly id: string; readonly from: string; readonly wrapped: string }[] = [];
  for (const row of rows) {
    if (row.endsAt !== endsAt || row.endsAt <= clock.now()) return false;
    const epochKey = await keys.find(row.epoch);
    const key = epochKey && unwrapKey(epochKey, row);
    if (key === undefined) return false;
    const where = { id: row.id, epoch: epoch.id, endsAt: until };
    const wrapped = wrapKey(epoch.key, key, where).toString('base64');
    moved.push({ id: row.id, from: row.epoch, wrapped });
  }
  const sent = {
    ...{ case: id, source, purpose, epoch: epoch.id, moved },
    from: instantOf(endsAt),
    until: instantOf(until),
  };
  const kept = await orUnavailable(
    async () => await sql.unsafe(EXTEND, [JSON.stringify(sent)], { prepare: true }),
  );
  return kept.length === 1;
}

// All of its values or none: one that was recalled, or whose epoch is being retired, holds it back.
const EXTEND = `with sent as (select $1::text::jsonb as d),
  epoch as (
    select e.id from exchange.custody_epoch e, sent
    where e.id = (d->>'epoch')::uuid and e.state = 'OPEN' for share of e),
  moved as (
    select (m->>'id')::uuid as id, (m->>'from')::uuid as from, m->>'wrapped' as wrapped
    from sent, jsonb_array_elements(d->'moved') as m),
  past as (
    select e.id from exchange.custody_epoch e
    where e.id in (select moved.from from moved) and e.state = 'OPEN' for share of e),
  there as (
    select v.id from exchange.held_value v join moved on v.id = moved.id and v.epoch = moved.from
    join past on past.id = v.epoch where v.recalled_at is null for update of v),
  kept as (
    update exchange.holding h set ends_at = (d->>'until')::timestamptz from sent, epoch
    where h.case_id = (d->>'case')::uuid and h.source = d->>'source' and h.purpose = d->>'purpose'
      and h.ends_at = (d->>'from')::timestamptz
      and (select count(*) from there) = (select count(*) from moved)
    returning h.case_id),
  rewrapped as (
    update exchange.held_value v
    set epoch = epoch.id, past_epochs = array_append(v.past_epochs, v.epoch), wrapped = decode(moved.wrapped, 'base64'),
      ends_at = (d->>'until')::timestamptz
    from moved, sent, epoch, kept where v.id = moved.id)
  select case_id from kept`;
