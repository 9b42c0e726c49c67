/** The provisions of this gateway (8(2)): those it gives and those it got. Changed as cases are: whole or not at all. */
import type { Clock } from '../../base/index.js';
import type { Sql } from '../connect.js';
import { idOrNone } from '../requests.js';
import { orUnavailable } from '../unavailable.js';
import type { Mail } from './case-file.js';
import { type Found, openChanging } from './changing.js';
import { contentText } from './content.js';
import { instantOf } from './instants.js';
import { LET_GO, lettersAbout } from './letters.js';
import type {
  KeptProvision,
  ListedProvision,
  ProvisionFile,
  ProvisionQuery,
} from './provision-file.js';

export interface Provisions {
  /** The provision of this id, or undefined. `id` may be anything; the work is the same for one that is unknown (11(1)). */
  load(id: string): Promise<ProvisionFile | undefined>;
  /** As `Cases.change`. */
  change<T>(
    id: string,
    step: (found: ProvisionFile | undefined) => KeptProvision<T> | Promise<KeptProvision<T>>,
  ): Promise<T>;
  /** One page, by id, and whether there is more. */
  list(
    query: ProvisionQuery,
  ): Promise<{ readonly files: readonly ListedProvision[]; readonly more: boolean }>;
  /** Ids of received provisions whose end has come (11(5)), the longest over first. */
  ended(question: { readonly now: number; readonly first: number }): Promise<readonly string[]>;
}

interface ProvisionRow {
  readonly content: string;
  readonly document: string | null;
  readonly package: string | null;
  readonly version: number;
}

// Written by `contentOf` alone.
const listed = (content: string): ListedProvision => JSON.parse(content) as ListedProvision;

/** Opens them on the exchange's pool. */
export function openProvisions({
  sql,
  clock,
}: {
  readonly sql: Sql;
  readonly clock: Clock;
}): Provisions {
  const ask = <Row extends object>(text: string, parameters: (string | number)[]) =>
    orUnavailable(async () => [...(await sql.unsafe<Row[]>(text, parameters, { prepare: true }))]);
  const find = async (id: string): Promise<Found<ProvisionFile> | undefined> => {
    const [row] = await ask<ProvisionRow>(SELECT, [idOrNone(id)]);
    if (row === undefined) return undefined;
    const { content, version, ...texts } = row;
    return { file: { ...listed(content), ...texts }, version };
  };
  const keep = async (
    found: Found<ProvisionFile> | undefined,
    left: KeptProvision<unknown>,
  ): Promise<boolean> => {
    if (left.file === null) return true;
    const { file, mail } = left;
    const rows = await ask(found === undefined ? INSERT : UPDATE, [
      rowOf({ file, mail, version: found?.version ?? null, now: clock.now() }),
      contentOf(file),
      file.document ?? '',
      file.package ?? '',
    ]);
    return rows.length === 1;
  };
  const change = openChanging<ProvisionFile, KeptProvision<unknown>>({ find, keep });
  return {
    load: async (id) => (await find(id))?.file,
    change,
    async list({ side, officer, after, first }) {
      const place = [side, after ?? FIRST_ID, first + 1];
      const rows = await ask<{ content: string }>(
        officer === null ? ALL : OF_OFFICER,
        officer === null ? place : [...place, officer],
      );
      return {
        files: rows.slice(0, first).map(({ content }) => listed(content)),
        more: rows.length > first,
      };
    },
    ended: async ({ now, first }) =>
      (await ask<{ id: string }>(ENDED, [instantOf(now) ?? '', first])).map(({ id }) => id),
  };
}

interface Written {
  readonly file: ProvisionFile;
  readonly mail: readonly Mail[];
  readonly version: number | null;
  readonly now: number;
}

const rowOf = ({ file, mail, version, now }: Written): string =>
  JSON.stringify({
    ...{ id: file.provision.id, side: file.side, state: file.state, version, mail },
    keepUntil: instantOf(file.provision.keepUntil),
    officers: [...new Set(file.officers)],
    at: instantOf(now),
    noDocument: file.document === null,
    noPackage: file.package === null,
  });

const contentOf = ({ document: _, package: __, ...rest }: ProvisionFile): string =>
  contentText(rest);

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const SELECT = `
  select content, document, package, version from exchange.provision where id = $1::text::uuid`;

const ROW = `with sent as (select $1::text::jsonb as d),
  row as (
    select (d->>'id')::uuid as id, d->>'side' as side, d->>'state' as state, (d->>'keepUntil')::timestamptz as keep_until,
      (d->>'version')::int as version, (d->>'at')::timestamptz as at,
      case when not (d->>'noDocument')::boolean then $3::text end as document,
      case when not (d->>'noPackage')::boolean then $4::text end as package
    from sent),`;

const BESIDE = `officers as (
    insert into exchange.provision_officer (provision_id, officer)
    select kept.id, o.officer from kept, sent, jsonb_array_elements_text(sent.d->'officers') as o(officer)
    on conflict do nothing),
  officers_gone as (
    delete from exchange.provision_officer o using kept, sent
    where o.provision_id = kept.id and not sent.d->'officers' ? o.officer),
  ${lettersAbout('provision_id')}
  ${LET_GO}`;

const INSERT = `${ROW} kept as (
    insert into exchange.provision (id, side, state, keep_until, version, content, document, package)
    select id, side, state, keep_until, 1, $2::text, document, package from row
    on conflict do nothing returning id),
  ${BESIDE}`;

const UPDATE = `${ROW} kept as (
    update exchange.provision p
    set side = row.side, state = row.state, keep_until = row.keep_until, version = p.version + 1, content = $2::text,
      document = row.document, package = row.package
    from row where p.id = row.id and p.version = row.version returning p.id),
  ${BESIDE}`;

const ALL = `
  select content from exchange.provision where side = $1::text and id > $2::text::uuid order by id limit $3::int`;
const OF_OFFICER = `
  select p.content from exchange.provision_officer o join exchange.provision p on p.id = o.provision_id
  where o.officer = $4::text and p.side = $1::text and p.id > $2::text::uuid order by p.id limit $3::int`;
const ENDED = `
  select id::text as id from exchange.provision
  where state = 'RECEIVED' and keep_until <= $1::text::timestamptz order by keep_until limit $2::int`;
