/**
 * Custody: what was received, encrypted before it is written, and what is held of it. A holding comes with all its
 * values or not at all, and never without an end.
 */
import { randomUUID } from 'node:crypto';
import { canonicalJson, Refusal } from '../../base/index.js';
import type { Holding, ValuePlace } from '../../custody/index.js';
import { placeOf } from '../../custody/index.js';
import { instantOf, millisOf } from '../exchange/instants.js';
import { textArray } from '../register/statement.js';
import { idOrNone } from '../requests.js';
import { orUnavailable } from '../unavailable.js';
import { type CustodyGround, epochFor, type OpenEpoch } from './epochs.js';
import { extendHolding } from './extend.js';
import { makeValueKey, sealValue, wrapKey } from './value-key.js';
import { type FoundValue, findValues, type HeldFrom, type Places } from './values.js';

/** A value to be held: its text, at its place. */
export interface NewValue extends Pick<ValuePlace, 'n' | 'group'> {
  readonly text: string;
}

export interface NewHolding {
  readonly holding: Holding;
  readonly values: readonly NewValue[];
}

export interface Custody {
  /** The time by which ends are judged; milliseconds since the epoch. It never goes back: what has ended is not read again. */
  now(): number;
  /**
   * Keeps what came with one answer or provision: all of it, encrypted, or nothing. What is held already stays as it is.
   * Rejects with Refusal(UNAVAILABLE).
   */
  keep(holdings: readonly NewHolding[]): Promise<void>;
  /** What is held of a request or provision, also what has been destroyed since. `id` may be anything. */
  holdings(id: string): Promise<readonly Holding[]>;
  /** The values of a holding in these places that may be read now; what has ended or was destroyed is not among them. */
  find(
    holding: Pick<Holding, 'case' | 'source' | 'purpose' | 'provider'>,
    places: Places,
  ): Promise<readonly FoundValue[]>;
  /** As `find`, of several sources at once: each value says which brought it. */
  findFrom(from: HeldFrom, places: Places): Promise<readonly FoundValue[]>;
  /** Puts off the end of a holding, from one instant to another; false where it is no longer as it was found. */
  extend(holding: Holding, until: number): Promise<boolean>;
  /** Marks values of a subject as taken back: unreadable from now on, destroyed by the next run. */
  recall(holding: Holding, values: readonly Pick<ValuePlace, 'n' | 'group'>[]): Promise<void>;
}

/** Epochs that were retired between choosing and using one. */
const ATTEMPTS = 8;

/** Opens custody on the exchange's pool, by a clock that does not go back. */
export function openCustody(ground: CustodyGround): Custody {
  const { sql, clock } = ground;
  return {
    now: () => clock.now(),
    async keep(holdings) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        if (await keepOnce(ground, holdings)) return;
      }
      throw new Refusal('UNAVAILABLE', { retryAfter: 1 });
    },
    holdings: (id) =>
      orUnavailable(async () => {
        const rows = await sql<{ content: string; endsAt: number }[]>`
          select content, ${sql.unsafe(millisOf('ends_at'))} as "endsAt" from exchange.holding
          where case_id = ${idOrNone(id)}::text::uuid order by purpose, source`;
        // Written by `contentOf` alone.
        return rows.map(({ content, endsAt }) => ({ ...JSON.parse(content), endsAt }) as Holding);
      }),
    find: (holding, places) => {
      const { case: id, source, purpose, provider } = holding;
      return findValues(ground, { case: id, sources: [source], purpose, provider }, places);
    },
    findFrom: (from, places) => findValues(ground, from, places),
    extend: (holding, until) => extendHolding(ground, holding, until),
    recall: (holding, values) =>
      orUnavailable(async () => {
        const { case: id, source, purpose } = holding;
        const places = values.map(({ n, group }) => `${n} ${group}`);
        await sql`
          update exchange.held_value set recalled_at = ${instantOf(clock.now())}
          where case_id = ${id} and source = ${source} and purpose = ${purpose} and recalled_at is null
            and n || ' ' || item_group = any(${textArray(places)}::text::text[])`;
      }),
  };
}

async function keepOnce(ground: CustodyGround, given: readonly NewHolding[]): Promise<boolean> {
  const epochs = new Map<number, OpenEpoch>();
  for (const { holding } of given) {
    epochs.set(holding.endsAt, await epochFor(ground, holding.endsAt));
  }
  const sent = {
    epochs: [...new Set([...epochs.values()].map(({ id }) => id))],
    holdings: given.map(({ holding }) => ({
      ...{ case: holding.case, source: holding.source, purpose: holding.purpose },
      endsAt: instantOf(holding.endsAt),
      content: contentOf(holding),
    })),
    values: given.flatMap(({ holding, values }) =>
      values.map((value) => sealed(holding, value, epochs.get(holding.endsAt))),
    ),
  };
  const rows = await orUnavailable(
    async () =>
      await ground.sql.unsafe<{ fits: boolean }[]>(KEEP, [JSON.stringify(sent)], { prepare: true }),
  );
  return rows[0]?.fits === true;
}

function contentOf({ endsAt: _, ...rest }: Holding): string {
  // Undefined members of the clauses cannot be: they come from JSON.
  return canonicalJson(rest as Parameters<typeof canonicalJson>[0]);
}

function sealed(holding: Holding, { n, group, text }: NewValue, epoch: OpenEpoch | undefined) {
  if (epoch === undefined) throw new Error('a holding without its epoch');
  const key = makeValueKey();
  const { case: id, source, purpose, endsAt } = holding;
  const value = randomUUID();
  const where = { id: value, epoch: epoch.id, endsAt };
  return {
    ...{ id: value, case: id, source, purpose, n, group, epoch: epoch.id },
    endsAt: instantOf(endsAt),
    wrapped: wrapKey(epoch.key, key, where).toString('base64'),
    sealed: sealValue(key, text, placeOf(holding, n, group)).toString('base64'),
  };
}

// An epoch that is being retired takes nothing new: its key is erased once what it wraps was moved.
const KEEP = `with sent as (select $1::text::jsonb as d),
  epochs as (
    select e.id from exchange.custody_epoch e, sent
    where sent.d->'epochs' ? e.id::text and e.state = 'OPEN' for share of e),
  fit as (select (select count(*) from epochs) = jsonb_array_length(d->'epochs') as fits from sent),
  kept as (
    insert into exchange.holding (case_id, source, purpose, ends_at, content)
    select (h->>'case')::uuid, h->>'source', h->>'purpose', (h->>'endsAt')::timestamptz, h->>'content'
    from sent, fit, jsonb_array_elements(sent.d->'holdings') as h where fit.fits
    on conflict do nothing returning case_id, source, purpose),
  filled as (
    insert into exchange.held_value (id, case_id, source, purpose, n, item_group, epoch, past_epochs, wrapped, sealed, ends_at)
    select (v->>'id')::uuid, kept.case_id, kept.source, kept.purpose, (v->>'n')::int, v->>'group', (v->>'epoch')::uuid,
      '{}', decode(v->>'wrapped', 'base64'), decode(v->>'sealed', 'base64'), (v->>'endsAt')::timestamptz
    from sent, jsonb_array_elements(sent.d->'values') as v
    join kept on kept.case_id = (v->>'case')::uuid and kept.source = v->>'source' and kept.purpose = v->>'purpose')
  select fits from fit`;
