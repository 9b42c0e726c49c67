/** Cases between two authorities, for the figures of the monitoring view: what their chains say of time, and their bases. */
import { decodeBase64url } from '../../base/index.js';
import type { Sql } from '../connect.js';
import type { ListedCase } from '../exchange/case-file.js';
import { listedCase } from '../exchange/case-rows.js';
import { instantOf } from '../exchange/instants.js';
import { orUnavailable } from '../unavailable.js';

export interface CountedCase {
  readonly file: ListedCase;
  /** The clauses on which the request rests its purposes, each once. */
  readonly bases: readonly string[];
}

export interface CasesBetween {
  readonly instrument: string;
  readonly authorities: readonly [string, string];
  /** Cases whose term ended before are left out. */
  readonly dueFrom: number;
}

const PAGE = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface Row {
  readonly id: string;
  readonly content: string;
  readonly bases: string | null;
  readonly signed: string | null;
}

/** Reads them a page at a time, so that nobody waits for all of them. */
export async function* casesBetween(
  sql: Sql,
  { instrument, authorities: [one, other], dueFrom }: CasesBetween,
): AsyncGenerator<CountedCase> {
  for (let after = FIRST_ID; ; ) {
    const parameters = [instrument, one, other, instantOf(dueFrom), after, PAGE];
    const rows = await orUnavailable(
      async () => await sql.unsafe<Row[]>(PAGE_OF_CASES, parameters, { prepare: true }),
    );
    for (const row of rows) yield { file: listedCase(row.content), bases: basesOf(row) };
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id ?? FIRST_ID;
  }
}

// The requested side has them in the grant's tables; the requesting side in what its signatory signed.
function basesOf({ bases, signed }: Row): readonly string[] {
  if (bases !== null) return bases.split(',');
  const payload = signed === null ? undefined : decodeBase64url(signed);
  if (payload === undefined) return [];
  // It was read as a request before it was kept.
  const { purposes } = JSON.parse(Buffer.from(payload).toString()) as {
    readonly purposes: readonly { readonly basis: string }[];
  };
  return [...new Set(purposes.map(({ basis }) => basis))];
}

const PAGE_OF_CASES = `
  select c.id::text as id, c.content,
    (select string_agg(distinct p.basis, ',') from exchange.request_purpose p where p.request_id = c.id) as bases,
    case when c.box = 'OUTBOX' then split_part(c.document, '.', 2) end as signed
  from exchange.case_file c, lateral (select c.content::jsonb as d) as read
  where c.box in ('INBOX', 'OUTBOX') and c.due_before >= $4::text::timestamptz and c.id > $5::text::uuid
    and d->>'instrument' = $1::text
    and array[d->>'requestingAuthority', d->>'requestedAuthority'] @> array[$2::text, $3::text]
  order by c.id limit $6::int`;
