/** Of which of some persons the ledger has a tag in a span of time. */
import { originOf, type TaggedRequest, tagOf, tagScopes } from '../../ledger/index.js';
import type { Session } from '../import/session.js';
import { tagHead } from '../schema/ledger.js';

export interface Judged {
  readonly person: string;
  /** Unwrapped. */
  readonly key: Uint8Array;
}

interface AboutRow {
  readonly person: string;
  readonly id: string;
  readonly authority: string;
  readonly since: Date | null;
  readonly until: Date | null;
}

/** The persons of whom something was sealed from `from` until `until`. */
export async function isTagged(
  session: Session,
  judged: readonly Judged[],
  span: { readonly authority: string; readonly from: number; readonly until: number },
): Promise<ReadonlySet<string>> {
  const { authority, from, until } = span;
  const domestic = originOf(authority, 'DOMESTIC');
  const about = await requestsAbout(session, judged, authority);
  const personOf = new Map<string, string>();
  for (const { person, key } of judged) {
    const requests = (about.get(person) ?? []).map((row) => taggedOf(row, span));
    for (const scope of tagScopes(requests, { from, until, domestic })) {
      personOf.set(tagOf(key, scope).toString('hex'), person);
    }
  }
  const found = await session.unlessLost(session.sql<{ tag: string }[]>`
    select distinct encode(s.tag, 'hex') as tag
    from unnest(${[...personOf.keys()]}::text[]) asked (tag)
    join ledger.entry_subject s on ${session.sql.unsafe(tagHead('s.tag'))}
        = ${session.sql.unsafe(tagHead("decode(asked.tag, 'hex')"))}
      and s.tag = decode(asked.tag, 'hex')`);
  return new Set(found.flatMap(({ tag }) => personOf.get(tag) ?? []));
}

function taggedOf(
  { id, authority: other, since, until }: AboutRow,
  span: { readonly authority: string; readonly from: number; readonly until: number },
): TaggedRequest {
  return {
    id,
    origins: [originOf(span.authority, other), originOf(span.authority, 'DOMESTIC')],
    from: since?.getTime() ?? span.from,
    until: until?.getTime() ?? span.until,
  };
}

// What was given unasked (8(2)) is tagged by the provision as by a request; its matches stand in its content.
async function requestsAbout(
  session: Session,
  judged: readonly Judged[],
  authority: string,
): Promise<ReadonlyMap<string, readonly AboutRow[]>> {
  const persons = judged.map(({ person }) => person);
  const rows = await session.unlessLost(session.sql<AboutRow[]>`
    select s.person_key as person, r.id::text as id, r.received_at as since,
      greatest(r.grant_until, r.as_of) as until,
      case when r.requesting_authority = ${authority}
        then r.requested_authority else r.requesting_authority end as authority
    from exchange.request_subject s join exchange.request r on r.id = s.request_id
    where s.person_key = any(${persons}::text[])
    union all
    select m.value, p.id::text, null, null, p.content::jsonb->'provision'->>'recipient'
    from exchange.provision p
    cross join lateral jsonb_each_text(coalesce(p.content::jsonb->'sheet'->'matches', '{}')) m
    where p.side = 'PROVIDER' and m.value = any(${persons}::text[])`);
  const about = new Map<string, AboutRow[]>();
  for (const row of rows) about.set(row.person, [...(about.get(row.person) ?? []), row]);
  return about;
}
