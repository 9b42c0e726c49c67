/**
 * What a person is told of who got his data (a data subject's right of access), and what is deferred: under 11(1) a
 * Party keeps confidential that it received a request at all. Each deferral has a reason and a review date; at that date
 * it is decided anew, and until then no report is given. A report in which something is deferred is, byte for byte, the
 * report of a person of whom nothing of it was ever asked.
 */
import { canonicalJson, type Json } from '../base/index.js';
import { type Item, PURPOSES } from '../treaty/index.js';
import type { Access } from './access.js';

/** A decision about what of a request is told to whom it is about. The newest of a request holds. */
export interface Deferral {
  readonly request: string;
  /** DEFER until the review; TELL ends it. */
  readonly decision: 'DEFER' | 'TELL';
  readonly reason: string;
  /** Milliseconds since the epoch; null where it is told. */
  readonly reviewAt: number | null;
}

/** Requests whose deferral is to be decided anew before anything is told. */
export function dueReviews(deferrals: readonly Deferral[], now: number): readonly string[] {
  return deferrals.flatMap(({ request, reviewAt }) =>
    reviewAt !== null && reviewAt <= now ? [request] : [],
  );
}

type Told = {
  readonly at: string;
  readonly recipient: string;
  readonly purpose: string | null;
  readonly instrument: string | null;
  readonly clauses: readonly string[];
  readonly items: readonly Item[];
};

/** The report: canonical JSON. Officers are not named, and what own officers saw on the way is no recipient's. */
export function subjectReport(
  accesses: readonly Access[],
  options: { readonly deferrals: readonly Deferral[]; readonly own: string },
): string {
  const { deferrals, own } = options;
  const deferred = new Set(
    deferrals.flatMap(({ request, decision }) => (decision === 'DEFER' ? [request] : [])),
  );
  const told = accesses
    .filter(({ authority, items }) => authority !== own && items.length > 0)
    .filter(({ request }) => request === null || !deferred.has(request))
    .map((access) => canonicalJson(toldOf(access)));
  const disclosures = [...new Set(told)].sort().map((line): Json => JSON.parse(line));
  return canonicalJson({ v: 1, controller: own, disclosures });
}

// The day alone: the instant and the number of an entry would tell how much stands between.
const toldOf = ({ at, authority, purpose, instrument, clauses, items }: Access): Told => ({
  at: at.slice(0, 10),
  recipient: authority,
  purpose: PURPOSES.find((known) => known === purpose) ?? null,
  ...{ instrument, clauses, items },
});
