/**
 * What the legal clock tells of the cases (10(1) to 10(3)), as figures and as a list. Looked for where it can be told
 * alone: cases that run and are near their last day or past it, and those that are postponed.
 */
import { CLOCK_STATES, type ClockNotice, type RequestState } from '../../requests/index.js';
import type { Sql } from '../connect.js';
import type { Box, ListedCase } from './case-file.js';
import { listedCase } from './case-rows.js';
import { instantOf } from './instants.js';

/** How many cases of a box have a notice. Of closed lists: no case can be told from another. */
export interface NoticeCount {
  readonly box: Box;
  readonly notice: ClockNotice;
  readonly cases: number;
}

export interface NoticeQuery {
  /** Nobody is warned of a term that ends later. */
  readonly dueBefore: number;
}

export interface NoticedQuery extends NoticeQuery {
  /** Service number; null for who sees every case. */
  readonly officer: string | null;
  readonly first: number;
}

/** A notice counts as it was told when the case was last looked at: within about a minute of its instant. */
export async function countNotices(
  sql: Sql,
  { dueBefore }: NoticeQuery,
): Promise<readonly NoticeCount[]> {
  const rows = await sql.unsafe<NoticeCount[]>(COUNT, [RUNNING, instantOf(dueBefore)], {
    prepare: true,
  });
  return [...rows];
}

/** Cases with a notice, by the end of their term. */
export async function listNoticed(
  sql: Sql,
  { dueBefore, officer, first }: NoticedQuery,
): Promise<readonly ListedCase[]> {
  const rows = await sql.unsafe<{ content: string }[]>(
    LIST,
    [RUNNING, instantOf(dueBefore), officer, first],
    { prepare: true },
  );
  return rows.map(({ content }) => listedCase(content));
}

const RUNNING = `{${CLOCK_STATES.join(',')}}`;
const POSTPONED: RequestState = 'POSTPONED';

const NEAR = `
  from exchange.case_file c
  cross join lateral (select c.content::jsonb->'notices' as notices) as told
  where c.box in ('INBOX', 'OUTBOX') and c.state = any($1::text::text[])
    and (c.due_before < $2::text::timestamptz or c.state = '${POSTPONED}')`;

const COUNT = `
  select near.box, n.notice, count(*)::int as cases
  from (select c.box, told.notices ${NEAR}) as near
  cross join lateral jsonb_array_elements_text(coalesce(near.notices, '[]')) as n(notice)
  group by 1, 2 order by 1, 2`;

const LIST = `
  select c.content ${NEAR}
    and told.notices <> '[]'
    and ($3::text is null or exists (
      select from exchange.case_officer o where o.case_id = c.id and o.officer = $3::text))
  order by c.due_before, c.id limit $4::int`;
