/** The strategic reports of this authority. Changed as cases are: whole or not at all. */
import { canonicalJson, type Json } from '../../base/index.js';
import type { ReportFile, Sight } from '../../reports/index.js';
import type { Sql } from '../connect.js';
import { type Found, openChanging } from '../exchange/changing.js';
import { idOrNone } from '../requests.js';
import { orUnavailable } from '../unavailable.js';

interface NewState<T> {
  readonly file: ReportFile;
  /** What it is to each authority for which it exists. */
  readonly sights: ReadonlyMap<string, Exclude<Sight, 'NONE'>>;
  /** The bytes of the attachments of a new version, in their order; null where the version is the same. */
  readonly attachments: readonly Uint8Array[] | null;
  readonly result: T;
}

/** What a step leaves: all of it is kept, or nothing. */
export type KeptReport<T> = NewState<T> | { readonly file: null; readonly result: T };

export interface ReportQuery {
  readonly authority: string;
  readonly sight: Exclude<Sight, 'NONE'>;
  /** The last id of the page before. */
  readonly after: string | null;
  readonly first: number;
}

export interface Reports {
  /** The report, where it exists for this authority. `id` may be anything. */
  load(id: string, authority: string): Promise<ReportFile | undefined>;
  /** Runs a step on a report and keeps what it leaves; one that another changed meanwhile is read anew. */
  change<T>(
    id: string,
    step: (found: ReportFile | undefined) => KeptReport<T> | Promise<KeptReport<T>>,
  ): Promise<T>;
  /** One page, by id, and whether there is more. */
  list(
    query: ReportQuery,
  ): Promise<{ readonly files: readonly ReportFile[]; readonly more: boolean }>;
  /** The bytes of a version's attachments, in their order. */
  attachments(id: string, version: number): Promise<readonly Uint8Array[]>;
}

// Written by `keep` alone; whether somebody changed it since, its steps say.
const fileIn = (content: string): ReportFile => JSON.parse(content) as ReportFile;

/** Opens them on a pool of the exchange's role. */
export function openReports(sql: Sql): Reports {
  const ask = <Row extends object>(text: string, parameters: (string | number)[]) =>
    orUnavailable(async () => [...(await sql.unsafe<Row[]>(text, parameters, { prepare: true }))]);
  const find = async (id: string): Promise<Found<ReportFile> | undefined> => {
    const [row] = await ask<{ content: string; revision: number }>(SELECT, [idOrNone(id)]);
    return row && { file: fileIn(row.content), version: row.revision };
  };
  const keep = async (
    found: Found<ReportFile> | undefined,
    left: KeptReport<unknown>,
  ): Promise<boolean> => {
    if (left.file === null) return true;
    const parameters = parametersOf(left, found?.version ?? 0);
    return (await ask(found === undefined ? INSERT : UPDATE, parameters)).length === 1;
  };
  const change = openChanging<ReportFile, KeptReport<unknown>>({ find, keep });
  return {
    change,
    load: async (id, authority) => {
      const [row] = await ask<{ content: string }>(SEEN, [idOrNone(id), authority]);
      return row && fileIn(row.content);
    },
    async list({ authority, sight, after, first }) {
      const place = [authority, sight, idOrNone(after ?? ''), first + 1];
      const rows = await ask<{ content: string }>(LIST, place);
      return {
        files: rows.slice(0, first).map(({ content }) => fileIn(content)),
        more: rows.length > first,
      };
    },
    attachments: async (id, version) =>
      (await ask<{ content: Uint8Array }>(ATTACHMENTS, [idOrNone(id), version])).map(
        ({ content }) => content,
      ),
  };
}

function parametersOf(
  { file, sights, attachments }: NewState<unknown>,
  revision: number,
): (string | number)[] {
  const { document } = file;
  const given = {
    ...{ id: document.id, version: document.version, revision, isNew: attachments !== null },
    sights: [...sights].map(([authority, sight]) => ({ authority, sight })),
    attachments: (attachments ?? []).map((one, at) => ({
      n: at + 1,
      content: Buffer.from(one).toString('base64'),
    })),
  };
  // Everything in it is plain JSON; the interface does not say so to the compiler.
  const content: { readonly [name: string]: Json } = { ...file };
  return [JSON.stringify(given), canonicalJson(content), canonicalJson(document)];
}

const SELECT = `
  select content, revision from exchange.strategic_report where id = $1::text::uuid`;
const SEEN = `
  select r.content from exchange.strategic_report_sight s
  join exchange.strategic_report r on r.id = s.report_id
  where s.report_id = $1::text::uuid and s.authority = $2::text`;
const LIST = `
  select r.content from exchange.strategic_report_sight s
  join exchange.strategic_report r on r.id = s.report_id
  where s.authority = $1::text and s.sight = $2::text and s.report_id > $3::text::uuid
  order by s.report_id limit $4::int`;
const ATTACHMENTS = `
  select content from exchange.strategic_report_attachment
  where report_id = $1::text::uuid and version = $2::int order by n`;

const GIVEN = `with given as (select $1::text::jsonb as d),`;
const BESIDE = `sights_gone as (
    delete from exchange.strategic_report_sight s using kept, given
    where s.report_id = kept.id and not exists (
      select from jsonb_array_elements(given.d->'sights') g
      where g->>'authority' = s.authority and g->>'sight' = s.sight)),
  sights as (
    insert into exchange.strategic_report_sight (report_id, authority, sight)
    select kept.id, g->>'authority', g->>'sight' from kept, given, jsonb_array_elements(given.d->'sights') g
    on conflict do nothing),
  versions as (
    insert into exchange.strategic_report_version (report_id, version, document)
    select kept.id, (d->>'version')::int, $3::text from kept, given where (d->>'isNew')::boolean),
  attachments as (
    insert into exchange.strategic_report_attachment (report_id, version, n, content)
    select kept.id, (given.d->>'version')::int, (a->>'n')::int, decode(a->>'content', 'base64')
    from kept, given, jsonb_array_elements(given.d->'attachments') a)
  select id from kept`;
const INSERT = `${GIVEN} kept as (
    insert into exchange.strategic_report (id, revision, content)
    select (d->>'id')::uuid, 1, $2::text from given on conflict do nothing returning id),
  ${BESIDE}`;
const UPDATE = `${GIVEN} kept as (
    update exchange.strategic_report r set revision = r.revision + 1, content = $2::text
    from given where r.id = (d->>'id')::uuid and r.revision = (d->>'revision')::int returning r.id),
  ${BESIDE}`;
