/**
 * What goes to other gateways. The mail of a case or a provision is kept and let go together with it (letters.ts). That
 * of a notice, which an operator's command keeps, waits until the gateway has sealed it: `seal` makes its job then.
 *
 * `seal` and `sent` are committed without waiting for the disk: lost with the power, the notice is found unsealed and
 * sealed again, or the mail sent again and answered with the receipt given then.
 */
import type { Clock } from '../../base/index.js';
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';
import type { Mail } from './case-file.js';
import { instantOf, millisOf } from './instants.js';
import { LAZILY } from './lazily.js';
import { JOB } from './letters.js';

/** What a mail is about, and its id. */
export interface MailAbout {
  readonly about: 'CASE' | 'PROVISION' | 'NOTICE' | 'CUSTODY';
  readonly of: string;
}

export interface KeptMail extends Mail, MailAbout {
  /** Milliseconds since the epoch. */
  readonly keptAt: number;
  readonly sealed: boolean;
  readonly sent: boolean;
  readonly dead: boolean;
  /** The other gateway's signed receipt. */
  readonly receipt: string | null;
}

/** Mail that is not tried any more: an operator decides. Nothing in it is personal. */
export interface DeadLetter extends MailAbout {
  readonly id: string;
  readonly to: string;
  readonly attempts: number;
  /** What the last attempt failed by. */
  readonly code: string;
  readonly keptAt: number;
  readonly diedAt: number;
}

/** A failed attempt. */
export interface Failure {
  /** A constant: no word of what was sent or answered. */
  readonly code: string;
  /** Trying again cannot help. */
  readonly final: boolean;
}

export interface Outbox {
  load(id: string): Promise<KeptMail | undefined>;
  /** The notice's entry stands in the ledger: the mail may go. What was sealed before stays as it is. */
  seal(id: string): Promise<void>;
  sent(id: string, receipt: string): Promise<void>;
  /** Counts a failed attempt. DEAD: it is not tried again. */
  failed(id: string, failure: Failure): Promise<'AGAIN' | 'DEAD'>;
  /** The newest first. */
  dead(first: number): Promise<readonly DeadLetter[]>;
  /** An operator has a dead letter tried again, from the first attempt. False where it is none. */
  again(id: string): Promise<boolean>;
}

/** With pauses growing to six hours (`jobs.ts`) these are about four days: a partner may be down over a weekend. */
const mostAttempts = 25;

/** Opens the outbox on the exchange's pool. */
export function openOutbox({ sql, clock }: { readonly sql: Sql; readonly clock: Clock }): Outbox {
  const ask = <Row extends object>(text: string, parameters: (string | number)[]) =>
    orUnavailable(async () => [...(await sql.unsafe<Row[]>(text, parameters, { prepare: true }))]);
  const now = () => instantOf(clock.now()) ?? '';
  return {
    load: async (id) => (await ask<KeptMail>(`${SELECT} where id = $1::text::uuid`, [id]))[0],
    seal: async (id) => {
      await ask(SEAL, [id, now()]);
    },
    sent: async (id, receipt) => {
      await ask(SENT, [id, receipt, now()]);
    },
    failed: async (id, { code, final }) => {
      const [row] = await ask<{ dead: boolean }>(FAILED, [
        id,
        code,
        now(),
        final ? 0 : mostAttempts,
      ]);
      return row?.dead === false ? 'AGAIN' : 'DEAD';
    },
    dead: (first) => ask<DeadLetter>(DEAD, [first]),
    again: async (id) => (await ask(AGAIN, [id])).length === 1,
  };
}

const ABOUT = `coalesce(case_id, provision_id, notice_id, custody_about)::text as of, case when case_id is not null then 'CASE'
    when provision_id is not null then 'PROVISION' when notice_id is not null then 'NOTICE' else 'CUSTODY' end as about`;

const SELECT = `
  select id::text as id, ${ABOUT}, addressee as to, envelope, ${millisOf('kept_at')} as "keptAt",
    sealed_at is not null as sealed, sent_at is not null as sent, dead_at is not null as dead, receipt
  from exchange.mail`;

const SEAL = `with ${LAZILY},
  sealed as (
    update exchange.mail set sealed_at = $2::text::timestamptz from lazily
    where id = $1::text::uuid and sealed_at is null returning id)
  select ${JOB} from sealed`;

const SENT = `with ${LAZILY}
  update exchange.mail set sent_at = $3::text::timestamptz, receipt = $2::text from lazily
  where id = $1::text::uuid and sent_at is null`;

const FAILED = `
  update exchange.mail
  set attempts = attempts + 1, failure = $2::text,
    dead_at = case when attempts + 1 >= $4::int then $3::text::timestamptz end
  where id = $1::text::uuid and sent_at is null and dead_at is null
  returning dead_at is not null as dead`;

const DEAD = `
  select id::text as id, ${ABOUT}, addressee as to, attempts, failure as code,
    ${millisOf('kept_at')} as "keptAt", ${millisOf('dead_at')} as "diedAt"
  from exchange.mail where dead_at is not null order by dead_at desc limit $1::int`;

const AGAIN = `with revived as (
    update exchange.mail set dead_at = null, attempts = 0
    where id = $1::text::uuid and dead_at is not null returning id)
  select ${JOB} from revived`;
