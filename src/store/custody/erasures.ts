/**
 * Runs of the destruction, as the database and the folder of keys keep them. A run is planned in one statement, which
 * also retires the epochs whose keys it will erase; from then on each step may be done again. One run at a time.
 */
import { canonicalJson, type Json } from '../../base/index.js';
import type { Holding, ValuePlace } from '../../custody/index.js';
import { instantOf, millisOf } from '../exchange/instants.js';
import { orUnavailable } from '../unavailable.js';
import type { CustodyGround } from './epochs.js';
import { findLost } from './lost-keys.js';
import { moveSurvivors } from './survivors.js';

/** How far a run has come. */
export type ErasureStep = 'PLANNED' | 'SEALED' | 'REWRAPPED' | 'ERASED' | 'DONE';

/** A value that is to go. `commitment`: SHA-256 of its ciphertext, hexadecimal. */
export interface DueValue extends Pick<ValuePlace, 'n' | 'group'> {
  readonly id: string;
  readonly commitment: string;
  readonly recalled: boolean;
  readonly holding: Holding;
}

/** A run as it is kept; `plan` is the caller's own JSON. */
export interface Erasure {
  readonly id: string;
  readonly step: ErasureStep;
  /** Ids of the values that go. */
  readonly values: readonly string[];
  /** Epochs whose keys are erased. */
  readonly epochs: readonly string[];
  readonly plan: Json;
}

export interface NewCertificate {
  readonly case: string;
  readonly source: string;
  readonly ground: string;
  readonly provider: string;
  /** Compact JWS. */
  readonly certificate: string;
}

export interface Erasures {
  /** The run that was left; undefined where none was. */
  unfinished(): Promise<Erasure | undefined>;
  /** Values whose end has come or that were recalled, the longest over first. */
  due(first: number): Promise<readonly DueValue[]>;
  /** Epochs that may go: those that ever wrapped one of the values, and those of days that are over. */
  epochsOf(values: readonly string[]): Promise<readonly string[]>;
  /** Plans a run; false where another one is planned already. */
  plan(run: Omit<Erasure, 'step'>): Promise<boolean>;
  /** It is done up to this step. */
  note(id: string, step: ErasureStep): Promise<void>;
  /** Wraps what stays by keys of new epochs, and removes what goes. */
  rewrap(run: Erasure): Promise<void>;
  /** Destroys the keys of the run's epochs. */
  eraseKeys(run: Erasure): Promise<void>;
  /** Keeps what the providers are told; the run is done. */
  certify(id: string, certificates: readonly NewCertificate[]): Promise<void>;
  /** The certificates of a request or provision, the oldest first. */
  certificates(id: string): Promise<readonly NewCertificate[]>;
}

interface ErasureRow {
  readonly id: string;
  readonly step: ErasureStep;
  readonly content: string;
}

interface DueRow extends Omit<DueValue, 'holding'> {
  readonly content: string;
  readonly endsAt: number;
}

/** Opens them on the exchange's pool. */
export function openErasures(ground: CustodyGround): Erasures {
  const { sql, keys, clock } = ground;
  const ask = <Row extends object>(text: string, parameters: string[]) =>
    orUnavailable(async () => [...(await sql.unsafe<Row[]>(text, parameters, { prepare: true }))]);
  const now = () => instantOf(clock.now()) ?? '';
  return {
    async unfinished() {
      const [row] = await ask<ErasureRow>(UNFINISHED, []);
      // Written by `plan` alone.
      return row && { id: row.id, step: row.step, ...JSON.parse(row.content) };
    },
    async due(first) {
      const lost = (await findLost(ground)).map(({ epoch }) => epoch);
      const rows = await ask<DueRow>(DUE, [now(), String(first), `{${lost.join(',')}}`]);
      return rows.map(({ content, endsAt, ...row }) => ({
        ...row,
        holding: { ...JSON.parse(content), endsAt },
      }));
    },
    epochsOf: async (values) =>
      (await ask<{ id: string }>(EPOCHS, [`{${values.join(',')}}`, now()])).map(({ id }) => id),
    async plan({ id, values, epochs, plan }) {
      const content = canonicalJson({ values, epochs, plan });
      return (await ask(PLAN, [id, now(), content, `{${epochs.join(',')}}`])).length === 1;
    },
    note: async (id, step) => {
      await ask(NOTE, [id, step]);
    },
    async rewrap(run) {
      for (const epoch of run.epochs) await moveSurvivors(ground, epoch, run.values);
      await ask(REMOVE, [`{${run.values.join(',')}}`]);
    },
    async eraseKeys({ epochs }) {
      for (const epoch of epochs) await keys.erase(epoch);
      await ask(ERASED, [`{${epochs.join(',')}}`, now()]);
    },
    certify: async (id, certificates) => {
      await ask(CERTIFY, [id, now(), JSON.stringify(certificates)]);
    },
    certificates: (id) => ask<NewCertificate>(CERTIFICATES, [id]),
  };
}

const UNFINISHED = `select id::text as id, step, content from exchange.erasure where step <> 'DONE'`;

// A lost key may come back until its day is over: to destroy it now would destroy what it wraps beside.
const DUE = `
  select v.id::text as id, v.n, v.item_group as "group", encode(sha256(v.sealed), 'hex') as commitment,
    v.recalled_at is not null and v.ends_at > $1::text::timestamptz as recalled, h.content, ${millisOf('h.ends_at')} as "endsAt"
  from exchange.held_value v join exchange.holding h using (case_id, source, purpose)
  where (v.ends_at <= $1::text::timestamptz or v.recalled_at is not null) and v.epoch <> all($3::text::uuid[])
  order by v.ends_at, v.case_id, v.source, v.purpose, v.n, v.item_group limit $2::text::int`;

// A key that was wrapped by several epochs is gone when all of them are: a backup may hold any of its wrappings.
const EPOCHS = `
  select e.id::text as id from exchange.custody_epoch e
  where e.state <> 'ERASED' and (e.day < ($2::text::timestamptz at time zone 'UTC')::date or e.id in (
    select v.epoch from exchange.held_value v where v.id = any($1::text::uuid[])
    union select unnest(v.past_epochs) from exchange.held_value v where v.id = any($1::text::uuid[])))
  order by e.id`;

const PLAN = `with planned as (
    insert into exchange.erasure (id, step, planned_at, content)
    values ($1::text::uuid, 'PLANNED', $2::text::timestamptz, $3::text) on conflict do nothing returning id),
  retired as (
    update exchange.custody_epoch e set state = 'RETIRING' from planned
    where e.id = any($4::text::uuid[]) and e.state = 'OPEN')
  select id from planned`;

const NOTE = `update exchange.erasure set step = $2::text where id = $1::text::uuid and step <> 'DONE'`;
// A case whose key goes has nothing left that could be read: its rows go with it.
const REMOVE = `with gone as (
    delete from exchange.held_value where id = any($1::text::uuid[]) returning case_id, item_group)
  delete from exchange.readmission_case c using gone where c.request_id = gone.case_id and gone.item_group = 'CASE_KEY'`;
const ERASED = `
  update exchange.custody_epoch set state = 'ERASED', erased_at = $2::text::timestamptz
  where id = any($1::text::uuid[]) and state <> 'ERASED'`;

const CERTIFY = `with kept as (
    insert into exchange.destruction_certificate (erasure_id, case_id, source, ground, provider, certificate, made_at)
    select $1::text::uuid, (c->>'case')::uuid, c->>'source', c->>'ground', c->>'provider', c->>'certificate', $2::text::timestamptz
    from jsonb_array_elements($3::text::jsonb) as c on conflict do nothing)
  update exchange.erasure set step = 'DONE', done_at = $2::text::timestamptz where id = $1::text::uuid and step <> 'DONE'`;

const CERTIFICATES = `
  select case_id::text as case, source, ground, provider, certificate from exchange.destruction_certificate
  where case_id::text = $1::text order by made_at, erasure_id`;
