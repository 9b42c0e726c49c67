/**
 * What the auditor's bench reads: with the application's role, by index, a page at a time. Nothing here is a personal
 * value but the register's own key of a person, with which the auditor asks.
 */
import type { Sql } from '../connect.js';
import { millisOf } from '../exchange/instants.js';
import { textArray } from '../register/statement.js';
import { idOrNone } from '../requests.js';
import { requestIn, tagHead } from '../schema/ledger.js';
import { orUnavailable } from '../unavailable.js';
import { openSpans, type Spans } from './spans.js';

/** A subject's row of an entry, with the entry's leaf. */
export interface FoundRow {
  readonly origin: string;
  readonly index: number;
  readonly leaf: string;
  /** Released, then withheld. */
  readonly coordinates: Uint8Array;
  /** Hexadecimal. */
  readonly tag: string;
}

/** An entry as it is stored, with its salt. */
export interface StoredEntry {
  readonly origin: string;
  readonly index: number;
  readonly leaf: string;
  readonly salt: Uint8Array;
}

/** A request about a person, or a provision: milliseconds since the epoch, null where it is open. */
export interface AboutPerson {
  readonly person: string;
  readonly id: string;
  readonly n: number;
  /** The other authority. */
  readonly authority: string;
  readonly from: number | null;
  readonly until: number | null;
}

export interface SearchedUnder {
  readonly id: string;
  readonly authority: string;
}

export interface Page {
  readonly first: number;
  /** The last row of the page before. */
  readonly after: { readonly origin: string; readonly index: number } | null;
}

export interface AuditShelf extends Spans {
  /** The key of a person's tags, as the register keeps it. */
  keyOf(person: string): Promise<Uint8Array | undefined>;
  /** The person that a subject of a request was matched to. */
  personOf(request: string, n: number): Promise<string | undefined>;
  /** What is about these persons, requests and provisions. */
  about(persons: readonly string[]): Promise<readonly AboutPerson[]>;
  /**
   * The requests and provisions under which somebody of these tags (hexadecimal) was found by a search, each with every
   * authority that has a log here: whose it is, a table says that can be changed.
   */
  searchedUnder(tags: readonly string[]): Promise<readonly SearchedUnder[]>;
  /** Who the subjects of these requests were matched to, each with the key of his tags. */
  matchedIn(
    requests: readonly string[],
  ): Promise<readonly { readonly person: string; readonly key: Uint8Array }[]>;
  /** Rows with one of these tags (hexadecimal), by log and index. */
  tagged(tags: readonly string[], page: Page): Promise<readonly FoundRow[]>;
  /** Entries that name a request, by log and index. */
  ofRequest(request: string, page: Page): Promise<readonly StoredEntry[]>;
  /** Why the request was made for its purpose, in the words of its signatory; undefined where there is none. */
  justification(request: string, purpose: string): Promise<string | undefined>;
}

/** Opens the shelf on the application's pool; `own` is the authority whose logs they are. */
export function openAuditShelf(sql: Sql, own: string): AuditShelf {
  const ask = <T extends object>(text: string, parameters: readonly string[]): Promise<T[]> =>
    orUnavailable(async () => await sql.unsafe<T[]>(text, [...parameters], { prepare: true }));
  return {
    ...openSpans(ask),
    keyOf: async (person) => (await ask<{ key: Uint8Array }>(KEY, [person]))[0]?.key,
    personOf: async (request, n) =>
      (await ask<{ person: string }>(PERSON, [idOrNone(request), String(n)]))[0]?.person,
    about: (persons) => ask<AboutPerson>(ABOUT, [textArray(persons), own]),
    searchedUnder: (tags) => ask<SearchedUnder>(SEARCHED, [tags.join(',')]),
    matchedIn: (requests) => ask(MATCHED, [textArray(requests)]),
    tagged: (tags, page) => ask<FoundRow>(TAGGED, [tags.join(','), ...placeOf(page)]),
    ofRequest: (request, page) =>
      ask<StoredEntry>(OF_REQUEST, [idOrNone(request), ...placeOf(page)]),
    justification: async (request, purpose) =>
      (await ask<{ words: string }>(WORDS, [idOrNone(request), purpose]))[0]?.words,
  };
}

const placeOf = ({ first, after }: Page): readonly string[] => [
  after?.origin ?? '',
  String(after?.index ?? -1),
  String(first),
];

const KEY = 'select key from granted.tag_keys(array[$1::text])';
const PERSON = `select person_key as person from exchange.request_subject
  where request_id = $1::text::uuid and n = $2::text::int and person_key is not null`;
const MATCHED = `select person, key
  from granted.tag_keys(array(
    select distinct s.person_key
    from unnest($1::text::uuid[]) as asked (id)
    join exchange.request_subject s on s.request_id = asked.id
    where s.person_key is not null))`;
const WORDS = `select justification as words from exchange.request_purpose
  where request_id = $1::text::uuid and purpose = $2::text`;

// A provision's matches stand in its content: there are few, and they are read through.
const ABOUT = `
  select s.person_key as person, r.id::text as id, s.n,
    case when r.requesting_authority = $2::text
      then r.requested_authority else r.requesting_authority end as authority,
    ${millisOf('r.received_at')} as "from", ${millisOf('greatest(r.grant_until, r.as_of)')} as until
  from exchange.request_subject s join exchange.request r on r.id = s.request_id
  where s.person_key = any($1::text::text[])
  union all
  select m.value, p.id::text, m.key::int, p.content::jsonb->'provision'->>'recipient', null, null
  from exchange.provision p
  cross join lateral jsonb_each_text(coalesce(p.content::jsonb->'sheet'->'matches', '{}')) m
  where p.side = 'PROVIDER' and m.value = any($1::text::text[])`;

// The array is made once, so that each tag is one descent of the index.
const TAGS = `(select decode(t, 'hex') as tag from unnest(string_to_array($1::text, ',')) t) asked`;
const TAG_IN = `${tagHead('s.tag')} = any(array(select ${tagHead('asked.tag')} from ${TAGS}))
    and s.tag = any(array(select asked.tag from ${TAGS}))`;

const TAGGED = `
  select l.origin, s.seq::float8 as index, e.leaf, s.coordinates, encode(s.tag, 'hex') as tag
  from ledger.entry_subject s
  join ledger.log l using (log_id)
  join ledger.leaf e using (log_id, seq)
  where ${TAG_IN}
    and (l.origin, s.seq) > ($2::text, $3::text::bigint)
  order by l.origin, s.seq, s.n limit $4::text::int`;

const OF_REQUEST = `
  select l.origin, e.seq::float8 as index, e.leaf, e.salt
  from ledger.leaf e
  join ledger.log l using (log_id)
  where ${requestIn('e.stored')} = $1::text::uuid::text || '"'
    and (l.origin, e.seq) > ($2::text, $3::text::bigint)
  order by l.origin, e.seq limit $4::text::int`;

const SEARCHED = `
  select distinct left(${requestIn('e.stored')}, 36) as id, split_part(l.origin, '/', 3) as authority
  from ledger.entry_subject s join ledger.leaf e using (log_id, seq) cross join ledger.log l
  where ${TAG_IN} and ${requestIn('e.stored')} is not null`;
