/**
 * Where the tags of one person can stand: one scope for each month and request about the person, in each log that
 * request is answered in, and one for each month for searches, which are no request's own (decision 0019).
 */
import type { TagScope } from './entry.js';

/** A request about the person, and when it could be read under. Milliseconds since the epoch. */
export interface TaggedRequest {
  readonly id: string;
  /** Origins of the logs. */
  readonly origins: readonly string[];
  readonly from: number;
  readonly until: number;
}

export interface TagWindow {
  readonly from: number;
  readonly until: number;
  /** Origin of the log in which the authority's own officers search. */
  readonly domestic: string;
}

/** Every scope of the window, each once. */
export function tagScopes(
  requests: readonly TaggedRequest[],
  { from, until, domestic }: TagWindow,
): readonly TagScope[] {
  const searched = monthsOf(from, until).map((month) => ({
    ...{ month, origin: domestic, request: null },
  }));
  const asked = requests.flatMap(({ id: request, origins, ...live }) => {
    const months = monthsOf(Math.max(from, live.from), Math.min(until, live.until));
    return months.flatMap((month) => origins.map((origin) => ({ month, origin, request })));
  });
  return [...searched, ...asked];
}

/** The calendar months that a span touches, in UTC, `YYYY-MM`; none where it ends before it begins. */
function monthsOf(from: number, until: number): readonly string[] {
  const months: string[] = [];
  const first = new Date(from);
  for (let n = 0; ; n += 1) {
    const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n);
    if (from > until || start > until) return months;
    months.push(new Date(start).toISOString().slice(0, 7));
  }
}
