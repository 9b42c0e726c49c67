/** The statements on publications. Texts reach them as parameters alone. */

const COLUMNS = `serial::float8 as serial, state, content, reason, names,
    floor(extract(epoch from first_at) * 1000)::float8 as "firstAt",
    floor(extract(epoch from recorded_at) * 1000)::float8 as "recordedAt"`;

/** With its longer texts; of a withdrawn one there are none. */
export const ONE = `
  select ${COLUMNS}, (select body from publication.reading_body b where b.id = r.id) as body
  from publication.reading r where id = $1::text`;

export const BODIES = `
  select id, body from publication.reading_body
  where id = any(string_to_array($1::text, ' '))`;

const SHOWN = `select ${COLUMNS} from publication.reading`;

/** Nothing is looked for: the order of changes, walked from its newest end. */
export const NEWEST = `${SHOWN}
  where serial < coalesce($1::bigint, 9223372036854775807)
    and ($2::text is null or kind = $2)
    and ($3::text is null or instrument = $3)
    and ($4::text is null or $4 = any(languages))
    and ($5::text is null or recorded_at >= $5::timestamptz)
  order by serial desc limit $6::int`;

/** Words are looked for: \`publication.search\` of the migration. */
export const SEARCH = `${SHOWN}
  where serial in (select publication.search($1::text::jsonb)) order by serial desc`;

export const ATTACHMENT = `
  select name, content from publication.reading_file where id = $1::text and name = $2::text`;

export const VERSIONS = `
  select state, floor(extract(epoch from recorded_at) * 1000)::float8 as "recordedAt"
  from publication.reading_version where id = $1::text order by version`;

const KEPT = `
  select v.publication as id, v.version, v.state, v.content, v.body, v.reason, v.findings, v.recorded_by as "recordedBy",
    floor(extract(epoch from v.recorded_at) * 1000)::float8 as "recordedAt",
    coalesce((select json_agg(json_build_object('name', name, 'content', a.content) order by ordinal)
      from publication.attachment a
      where a.publication = v.publication and a.version = v.version), '[]') as attachments
  from publication.version v`;

/** The newest of each, held ones too. */
export const CURRENT = `${KEPT}
  join unnest(string_to_array($1::text, ' ')) as asked(id) on v.publication = asked.id
  where v.version = (select max(version) from publication.version w where w.publication = asked.id)`;

export const HELD = `${KEPT}
  where v.state = 'HELD' and v.publication > $1::text and not exists (
    select from publication.version w where w.publication = v.publication and w.version > v.version)
  order by v.publication limit $2::int`;

/** Versions, their attachments and what is shown of them: of each all, or nothing where the version is there already. */
export const KEEP = `
  with sent as (
    select d, place, d->>'id' as id, (d->>'version')::int as version
    from jsonb_array_elements($1::text::jsonb) with ordinality as s(d, place)),
  kept as (
    insert into publication.version
      (publication, version, state, content, body, recorded_at, recorded_by, reason, findings)
    select id, version, d->>'state', d->>'content', d->>'body', (d->>'at')::timestamptz, d->>'by', d->>'reason',
      d->>'findings'
    from sent order by place
    on conflict do nothing
    returning publication, version, state, recorded_at),
  placed as (
    select kept.*, d from kept join sent on id = publication and sent.version = kept.version order by place),
  files as (
    insert into publication.attachment (publication, version, name, ordinal, content)
    select publication, version, file->>'name', at - 1, file->>'content'
    from placed, jsonb_array_elements(d->'attachments') with ordinality as f(file, at)),
  seen as (
    select placed.*, nextval('publication.serial') as serial from placed where state <> 'HELD'),
  published as (
    insert into publication.shown
      (id, version, state, serial, kind, languages, instrument, first_at, recorded_at, words)
    select publication, version, state, serial, d->>'kind', string_to_array(d->>'languages', ' '), d->>'instrument',
      recorded_at, recorded_at, publication.words(d->'words', serial)
    from seen where state = 'PUBLISHED'
    on conflict (id) do update set version = excluded.version, state = excluded.state, serial = excluded.serial,
      kind = excluded.kind, languages = excluded.languages, instrument = excluded.instrument,
      recorded_at = excluded.recorded_at, words = excluded.words),
  withdrawn as (
    update publication.shown s
    set version = p.version, state = p.state, serial = p.serial, recorded_at = p.recorded_at,
      words = publication.words(p.d->'words', p.serial)
    from seen p where s.id = p.publication and p.state = 'WITHDRAWN')
  select publication as id, version from kept`;
