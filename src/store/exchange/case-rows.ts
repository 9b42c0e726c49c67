/**
 * One statement that keeps a changed case, the grant's tables and its mail: committed as a whole or not at all, in one
 * round trip, without a transaction that a lost connection could leave half done. It changes nothing unless the case
 * stands as it did when the step read it.
 */
import { type NewRequest, requestParameters } from '../requests.js';
import {
  boxOf,
  type CaseFile,
  type ListedCase,
  type Mail,
  type Scan,
  type StepReceipt,
} from './case-file.js';
import type { Found } from './changing.js';
import { contentText } from './content.js';
import { instantOf, NEVER } from './instants.js';
import { LET_GO, lettersAbout } from './letters.js';

export type FoundCase = Found<CaseFile>;

export interface CaseRow {
  readonly content: string;
  readonly document: string | null;
  readonly answer: string | null;
  readonly version: number;
}

export const SELECT_CASE = `
  select content, document, answer, version from exchange.case_file where id = $1::text::uuid`;

export function foundCase({ content, document, answer, version }: CaseRow): FoundCase {
  return { file: { ...listedCase(content), document, answer }, version };
}

// Written by `contentOf` alone; a case that was kept before there were notices, or enclosures, has none yet.
export const listedCase = (content: string): ListedCase =>
  ({ notices: [], enclosures: [], ...JSON.parse(content) }) as ListedCase;

/** What one change writes. */
export interface Change {
  readonly found: FoundCase | undefined;
  readonly file: CaseFile;
  readonly request: NewRequest | null;
  readonly mail: readonly Mail[];
  readonly scan?: Scan | null;
  readonly receipt?: StepReceipt | null;
  readonly now: number;
}

/** The statement of a change and its parameters; it gives one row if the change was kept, none if it came too late. */
export function keeping(change: Change): { readonly text: string; readonly parameters: string[] } {
  const { found, file, request, mail, scan = null, receipt = null, now } = change;
  const { document, answer } = file;
  const row = {
    id: file.case.head.id,
    box: boxOf(file.case),
    state: file.case.state,
    due: instantOf(file.dueBefore) ?? NEVER,
    wake: instantOf(file.wakeAt),
    version: found?.version ?? null,
    officers: [...new Set(file.officers)],
    // A long text that did not change is not written again.
    sameDocument: document === (found?.file.document ?? null),
    sameAnswer: answer === (found?.file.answer ?? null),
    noDocument: document === null,
    noAnswer: answer === null,
    mail,
    at: instantOf(now),
    request: request === null ? null : requestParameters(request),
    scan: scan?.sha256 ?? null,
    receipt,
  };
  const content = scan === null ? [] : [Buffer.from(scan.content).toString('base64')];
  return {
    text: `${HEAD} ${found === undefined ? INSERTED : UPDATED}, ${BESIDE} ${partsOf(change)} ${LET_GO}`,
    parameters: [JSON.stringify(row), contentOf(file), document ?? '', answer ?? '', ...content],
  };
}

const partsOf = ({ request, scan, receipt }: Change): string =>
  [request && REQUEST, scan && SCAN, receipt && RECEIPT].join('');

const contentOf = ({ document: _, answer: __, ...listed }: CaseFile): string => contentText(listed);

const HEAD = `with sent as (select $1::text::jsonb as d),
  row as (
    select (d->>'id')::uuid as id, d->>'box' as box, d->>'state' as state, (d->>'due')::timestamptz as due_before,
      (d->>'wake')::timestamptz as wake_at, (d->>'version')::int as version, (d->>'at')::timestamptz as at,
      case when not (d->>'noDocument')::boolean then $3::text end as document, (d->>'sameDocument')::boolean as same_document,
      case when not (d->>'noAnswer')::boolean then $4::text end as answer, (d->>'sameAnswer')::boolean as same_answer
    from sent),`;

const INSERTED = `kept as (
    insert into exchange.case_file (id, box, state, due_before, wake_at, version, content, document, answer)
    select id, box, state, due_before, wake_at, 1, $2::text, document, answer from row
    on conflict do nothing returning id)`;

const UPDATED = `kept as (
    update exchange.case_file c
    set box = row.box, state = row.state, due_before = row.due_before, wake_at = row.wake_at, version = c.version + 1,
      content = $2::text,
      document = case when row.same_document then c.document else row.document end,
      answer = case when row.same_answer then c.answer else row.answer end
    from row where c.id = row.id and c.version = row.version returning c.id)`;

const BESIDE = `officers as (
    insert into exchange.case_officer (case_id, officer, box, state, due_before)
    select kept.id, o.officer, row.box, row.state, row.due_before
    from kept, row, sent, jsonb_array_elements_text(sent.d->'officers') as o(officer)
    on conflict (case_id, officer) do update
    set box = excluded.box, state = excluded.state, due_before = excluded.due_before),
  officers_gone as (
    delete from exchange.case_officer o using kept, sent
    where o.case_id = kept.id and not sent.d->'officers' ? o.officer),
  ${lettersAbout('case_id')}`;

// The same bytes under one case are kept once.
const SCAN = `, scans as (
    insert into exchange.scan (case_id, sha256, content, kept_at)
    select kept.id, sent.d->>'scan', decode($5::text, 'base64'), row.at from kept, row, sent
    on conflict do nothing)`;

// Of two deliveries at once the first one's stands: the other finds the step made.
const RECEIPT = `, answered as (
    update exchange.inbox i set receipt = coalesce(i.receipt, r->>'receipt')
    from kept, sent, lateral (select sent.d->'receipt' as r) as one
    where i.sender = r->>'from' and i.id = (r->>'id')::uuid)`;

const REQUEST = `, granted as (
    insert into exchange.request (id, digest, instrument, requesting_authority, requested_authority, aim, state,
      as_of, grant_until, substance, other_information, items_wanted, letterhead, signed_by, signed_at, received_at)
    select kept.id, r->>'digest', r->>'instrument', r->>'requestingAuthority', r->>'requestedAuthority',
      r->>'aim', r->>'state', (r->>'asOf')::timestamptz, (r->>'grantUntil')::timestamptz, r->>'substance',
      r->>'otherInformation', array(select jsonb_array_elements_text(r->'itemsWanted')), r->>'letterhead',
      r->>'signedBy', (r->>'signedAt')::timestamptz, (r->>'receivedAt')::timestamptz
    from kept, sent, lateral (select sent.d->'request' as r) as one
    on conflict (id) do update
    set digest = excluded.digest, instrument = excluded.instrument,
      requesting_authority = excluded.requesting_authority, requested_authority = excluded.requested_authority,
      aim = excluded.aim, state = excluded.state, as_of = excluded.as_of, grant_until = excluded.grant_until,
      substance = excluded.substance, other_information = excluded.other_information,
      items_wanted = excluded.items_wanted, letterhead = excluded.letterhead, signed_by = excluded.signed_by,
      signed_at = excluded.signed_at, received_at = excluded.received_at),
  purposes as (
    insert into exchange.request_purpose (request_id, ordinal, purpose, basis, justification)
    select kept.id, p.ordinal - 1, p.value->>'purpose', p.value->>'basis', p.value->>'justification'
    from kept, sent, jsonb_array_elements(sent.d->'request'->'purposes') with ordinality as p(value, ordinal)
    on conflict (request_id, purpose) do update
    set ordinal = excluded.ordinal, basis = excluded.basis, justification = excluded.justification),
  purposes_gone as (
    delete from exchange.request_purpose p using kept, sent
    where p.request_id = kept.id and not exists (
      select from jsonb_array_elements(sent.d->'request'->'purposes') as s where s->>'purpose' = p.purpose)),
  subjects as (
    insert into exchange.request_subject (request_id, n, identification, person_key, items, child, coordinator_decision)
    select kept.id, (s->>'n')::int, s->'identification', s->>'person',
      case when s->>'items' is null then null else array(select jsonb_array_elements_text(s->'items')) end,
      (s->>'child')::boolean, (s->>'coordinatorDecision')::boolean
    from kept, sent, jsonb_array_elements(sent.d->'request'->'subjects') as s
    on conflict (request_id, n) do update
    set identification = excluded.identification, person_key = excluded.person_key, items = excluded.items,
      child = excluded.child, coordinator_decision = excluded.coordinator_decision),
  subjects_gone as (
    delete from exchange.request_subject g using kept, sent
    where g.request_id = kept.id and not exists (
      select from jsonb_array_elements(sent.d->'request'->'subjects') as s where (s->>'n')::int = g.n))`;
