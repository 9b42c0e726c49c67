/**
 * The cases of this gateway. A change reads the case, runs its step, and keeps what the step leaves in one statement
 * that takes effect only if nobody changed the case in between (changing.ts).
 */
import type { Clock } from '../../base/index.js';
import type { Sql } from '../connect.js';
import { idOrNone } from '../requests.js';
import { orUnavailable } from '../unavailable.js';
import type { CaseFile, CaseQuery, Kept, ListedCase } from './case-file.js';
import { listCases } from './case-list.js';
import {
  countNotices,
  listNoticed,
  type NoticeCount,
  type NoticedQuery,
  type NoticeQuery,
} from './case-notices.js';
import { type CaseRow, type FoundCase, foundCase, keeping, SELECT_CASE } from './case-rows.js';
import { openChanging } from './changing.js';
import { instantOf } from './instants.js';

export interface Cases {
  /** The case of this id, or undefined. `id` may be anything; the work is the same for one that is unknown (11(1)). */
  load(id: string): Promise<CaseFile | undefined>;
  /**
   * Runs a step on the case of this id and keeps what it leaves: case, grant's tables and mail, all or nothing. Changes
   * of one case follow each other. A step may be run again, on the case as it stands then: it has no other effect than
   * what it leaves. What a step throws passes through, and nothing is kept. Rejects with Refusal(UNAVAILABLE): then it
   * is not known whether the change was kept, and the step has to recognise it when it is repeated.
   */
  change<T>(
    id: string,
    step: (found: CaseFile | undefined) => Kept<T> | Promise<Kept<T>>,
  ): Promise<T>;
  /** One page of a box, by the end of the term, and whether there is more. */
  list(
    query: CaseQuery,
  ): Promise<{ readonly files: readonly ListedCase[]; readonly more: boolean }>;
  /** How many cases have each notice of the legal clock. */
  countNotices(question: NoticeQuery): Promise<readonly NoticeCount[]>;
  /** The cases with a notice that exist for an officer, by the end of their term. */
  noticed(question: NoticedQuery): Promise<readonly ListedCase[]>;
  /** The bytes of an enclosure of a case; undefined where it has none of this digest. */
  scan(id: string, sha256: string): Promise<Uint8Array | undefined>;
  /** Ids of cases whose `wakeAt` has come, the longest waiting first. */
  woken(question: { readonly now: number; readonly first: number }): Promise<readonly string[]>;
}

export interface CasesOptions {
  readonly sql: Sql;
  readonly clock: Clock;
}

/** Opens the cases on the exchange's pool. */
export function openCases({ sql, clock }: CasesOptions): Cases {
  const find = (id: string): Promise<FoundCase | undefined> =>
    orUnavailable(async () => {
      const [row] = await sql.unsafe<CaseRow[]>(SELECT_CASE, [idOrNone(id)], { prepare: true });
      return row === undefined ? undefined : foundCase(row);
    });

  async function keep(found: FoundCase | undefined, kept: Kept<unknown>): Promise<boolean> {
    if (kept.file === null) return true;
    const { text, parameters } = keeping({ found, ...kept, now: clock.now() });
    const rows = await orUnavailable(
      async () => await sql.unsafe(text, parameters, { prepare: true }),
    );
    return rows.length === 1;
  }

  return {
    load: async (id) => (await find(id))?.file,
    change: openChanging<CaseFile, Kept<unknown>>({ find, keep }),
    list: (query) => orUnavailable(() => listCases(sql, query)),
    countNotices: (question) => orUnavailable(() => countNotices(sql, question)),
    noticed: (question) => orUnavailable(() => listNoticed(sql, question)),
    scan: (id, sha256) =>
      orUnavailable(async () => {
        const [row] = await sql<{ content: Uint8Array }[]>`
          select content from exchange.scan
          where case_id = ${idOrNone(id)}::text::uuid and sha256 = ${sha256}`;
        return row?.content;
      }),
    woken: ({ now, first }) =>
      orUnavailable(async () => {
        const rows = await sql<{ id: string }[]>`
          select id from exchange.case_file
          where wake_at <= ${instantOf(now)}::text::timestamptz
          order by wake_at limit ${first}`;
        return rows.map(({ id }) => id);
      }),
  };
}
