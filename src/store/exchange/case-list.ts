/**
 * One page of a box. Each state's cases are read in their order from the index, at most a page of each, and merged: the
 * work grows with the page and the number of states, never with the number of cases, nor with how rare a match is.
 */
import { REQUEST_STATES } from '../../requests/index.js';
import type { Sql } from '../connect.js';
import type { CasePlace, CaseQuery, ListedCase } from './case-file.js';
import { listedCase } from './case-rows.js';
import { instantOf, NEVER } from './instants.js';

/** The statement of a page; exported so that its plan can be looked at. */
export function pageOf(query: CaseQuery): {
  readonly text: string;
  readonly parameters: (string | number)[];
} {
  const { box, officer, states, dueBefore, after, first } = query;
  const { due, id } = placeOf(after);
  return {
    text: officer === null ? ALL : OF_OFFICER,
    parameters: [
      box,
      `{${(states ?? REQUEST_STATES).join(',')}}`,
      due,
      id,
      // Instants are whole milliseconds: the last one before.
      dueBefore === null ? NEVER : (instantOf(dueBefore - 1) ?? NEVER),
      first + 1,
      ...(officer === null ? [] : [officer]),
    ],
  };
}

/** Reads a page, and one case more to know whether there is more. */
export async function listCases(
  sql: Sql,
  query: CaseQuery,
): Promise<{ readonly files: readonly ListedCase[]; readonly more: boolean }> {
  const { text, parameters } = pageOf(query);
  const rows = await sql.unsafe<{ content: string }[]>(text, parameters, { prepare: true });
  return {
    files: rows.slice(0, query.first).map(({ content }) => listedCase(content)),
    more: rows.length > query.first,
  };
}

function placeOf(after: CasePlace | null): { readonly due: string; readonly id: string } {
  return after === null
    ? { due: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
    : { due: instantOf(after.dueBefore) ?? NEVER, id: after.id };
}

const page = (ofOneState: string): string => `
  select c.content
  from (
    select p.id, p.due_before
    from unnest($2::text::text[]) as wanted(state)
    cross join lateral (${ofOneState}
      and k.due_before <= $5::text::timestamptz
      order by 2, 1 limit $6::int) as p
    order by p.due_before, p.id limit $6::int) as page
  join exchange.case_file c on c.id = page.id
  order by page.due_before, page.id`;

const ALL = page(`
      select k.id, k.due_before from exchange.case_file k
      where k.box = $1::text and k.state = wanted.state
      and (k.due_before, k.id) > ($3::text::timestamptz, $4::text::uuid)`);
const OF_OFFICER = page(`
      select k.case_id as id, k.due_before from exchange.case_officer k
      where k.officer = $7::text and k.box = $1::text and k.state = wanted.state
      and (k.due_before, k.case_id) > ($3::text::timestamptz, $4::text::uuid)`);
