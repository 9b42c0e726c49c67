/**
 * Notices of change (2, 9(4)): those this gateway sent, with what the partner answered, and those it got, with the
 * receipt it gave. A notice of one's own wakes the gateway, which alone seals. What they say stands in the registers over time; here stands that it was said, by whom, and when.
 */
import type { Clock } from '../../base/index.js';
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';
import type { Mail } from './case-file.js';
import { instantOf, millisOf } from './instants.js';

/** A notice as it is kept. Instants in milliseconds since the epoch. */
export interface KeptNotice {
  /** UUID version 4. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** SHA-256 of the notice in canonical form, hexadecimal. */
  readonly digest: string;
  /** Digest of the sender's list with its changes. */
  readonly list: string;
  readonly writtenAt: number;
  readonly effectiveFrom: number;
  readonly recordedAt: number;
  /** The signatory's JWS. */
  readonly document: string;
  /** The receipt as JSON text; null while there is none. */
  readonly receipt: string | null;
}

/** A notice in a list, with what became of its mail. */
export interface ListedNotice extends Omit<KeptNotice, 'document'> {
  /** Null for one that came. */
  readonly mail: 'WAITING' | 'GOING' | 'SENT' | 'DEAD' | null;
  /** What the last attempt failed by; null where none did. */
  readonly failure: string | null;
}

/** A notice that was kept and does not stand in the ledger yet. */
export interface UnsealedNotice extends KeptNotice {
  readonly mail: string;
  readonly envelope: string;
}

export interface Notices {
  /** Keeps a notice of one's own with its mail, or one that came with its receipt; false where its id is taken. */
  keep(notice: KeptNotice, mail: Mail | null): Promise<boolean>;
  load(notice: { readonly id: string; readonly from: string }): Promise<KeptNotice | undefined>;
  /** When the last notice that came from an authority was written; null where none came. */
  lastFrom(authority: string): Promise<number | null>;
  /** Own notices that may be sealed now: to each partner the oldest, and only when the one before it was judged. */
  unsealed(first: number): Promise<readonly UnsealedNotice[]>;
  /** It stands in the ledger. */
  sealed(id: string, from: string): Promise<void>;
  /** What the partner answered to one's own notice; the first receipt stands. */
  answered(notice: { readonly id: string; readonly from: string }, receipt: string): Promise<void>;
  /** The newest first. */
  list(first: number): Promise<readonly ListedNotice[]>;
}

/** Opens them on the exchange's pool. */
export function openNotices({ sql, clock }: { readonly sql: Sql; readonly clock: Clock }): Notices {
  const ask = <Row extends object>(text: string, parameters: (string | number)[]) =>
    orUnavailable(async () => [...(await sql.unsafe<Row[]>(text, parameters, { prepare: true }))]);
  return {
    keep: async (notice, mail) => {
      const row = {
        ...notice,
        ...{ mail, at: instantOf(clock.now()) },
        writtenAt: instantOf(notice.writtenAt),
        effectiveFrom: instantOf(notice.effectiveFrom),
        recordedAt: instantOf(notice.recordedAt),
      };
      return (await ask(KEEP, [JSON.stringify(row)])).length === 1;
    },
    load: async ({ id, from }) =>
      (
        await ask<KeptNotice>(`${SELECT} where n.sender = $1::text and n.id = $2::text::uuid`, [
          from,
          id,
        ])
      )[0],
    async lastFrom(authority) {
      const [row] = await ask<{ at: number | null }>(LAST, [authority]);
      return row?.at ?? null;
    },
    unsealed: (first) => ask<UnsealedNotice>(UNSEALED, [first]),
    sealed: async (id, from) => {
      await ask(SEALED, [id, from, instantOf(clock.now()) ?? '']);
    },
    answered: async ({ id, from }, receipt) => {
      await ask(ANSWERED, [id, from, receipt]);
    },
    list: (first) => ask<ListedNotice>(LIST, [first]),
  };
}

const COLUMNS = `n.id::text as id, n.sender as from, n.addressee as to, n.digest, n.list,
    ${millisOf('n.written_at')} as "writtenAt", ${millisOf('n.effective_from')} as "effectiveFrom",
    ${millisOf('n.recorded_at')} as "recordedAt", n.receipt`;
const SELECT = `select ${COLUMNS}, n.document from exchange.notice n`;

const KEEP = `with sent as (select $1::text::jsonb as d),
  kept as (
    insert into exchange.notice (sender, id, addressee, digest, list, written_at, effective_from, recorded_at, document, receipt)
    select d->>'from', (d->>'id')::uuid, d->>'to', d->>'digest', d->>'list', (d->>'writtenAt')::timestamptz,
      (d->>'effectiveFrom')::timestamptz, (d->>'recordedAt')::timestamptz, d->>'document', d->>'receipt'
    from sent on conflict do nothing returning id),
  letters as (
    insert into exchange.mail (id, notice_id, addressee, envelope, kept_at)
    select (d->'mail'->>'id')::uuid, kept.id, d->'mail'->>'to', d->'mail'->>'envelope', (d->>'at')::timestamptz
    from kept, sent where jsonb_typeof(d->'mail') = 'object' returning id)
  select kept.id, woken.job from kept left join lateral (
    select graphile_worker.add_job('watch', job_key => 'watch')::text as job from letters) as woken on true`;

const LAST = `
  select ${millisOf('max(written_at)')} as at from exchange.notice n
  where sender = $1::text and not exists (select from exchange.mail m where m.notice_id = n.id)`;

// The list that a notice speaks of holds the changes of those before it: they go one after the other.
const UNSEALED = `
  select distinct on (n.addressee) ${COLUMNS}, n.document, m.id::text as mail, m.envelope
  from exchange.notice n join exchange.mail m on m.notice_id = n.id
  where m.sealed_at is null and not exists (
    select from exchange.mail b join exchange.notice e on e.id = b.notice_id
    where b.addressee = m.addressee and b.sealed_at is not null and b.sent_at is null and b.dead_at is null)
  order by n.addressee, n.written_at, n.id limit $1::int`;

const SEALED = `
  update exchange.notice set sealed_at = coalesce(sealed_at, $3::text::timestamptz)
  where id = $1::text::uuid and sender = $2::text`;

const ANSWERED = `
  update exchange.notice set receipt = coalesce(receipt, $3::text)
  where id = $1::text::uuid and sender = $2::text`;

const LIST = `
  select ${COLUMNS}, m.failure, case
      when m.id is null then null when m.sent_at is not null then 'SENT' when m.dead_at is not null then 'DEAD'
      when m.sealed_at is not null then 'GOING' else 'WAITING' end as mail
  from exchange.notice n left join exchange.mail m on m.notice_id = n.id
  order by n.recorded_at desc, n.id limit $1::int`;
