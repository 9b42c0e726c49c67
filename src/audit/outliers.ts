/**
 * Who asked far more than his peers. The measure is one that can be said to the person it is about: subjects seen in the
 * span, against the median of the others; far above is more than five times it, and at least twenty. Peers of an officer
 * are the officers of his authority in his role; peers of an authority are the other authorities.
 */
import type { AskerCount } from './tally.js';

const FAR_ABOVE = { times: 5, least: 20, peers: 2 } as const;

export interface Outlier {
  readonly kind: 'OFFICER' | 'AUTHORITY';
  readonly authority: string;
  /** Null of an authority as a whole. */
  readonly role: string | null;
  readonly officer: string | null;
  /** Subjects in its entries. */
  readonly subjects: number;
  /** Median of the peers, and how many they are. */
  readonly median: number;
  readonly peers: number;
}

/** Officers and authorities far above their peers, the furthest first. */
export function outliers(askers: readonly AskerCount[]): readonly Outlier[] {
  const officers = askers.flatMap((asker) => {
    const peers = askers.filter((one) => one !== asker && isPeer(one, asker));
    return judge({ kind: 'OFFICER', ...asker }, peers);
  });
  const authorities = byAuthority(askers);
  const bodies = authorities.flatMap((body) => {
    const peers = authorities.filter((one) => one !== body);
    return judge({ kind: 'AUTHORITY', ...body, role: null, officer: null }, peers);
  });
  return [...officers, ...bodies].sort((a, b) => b.subjects - a.subjects);
}

const isPeer = (one: AskerCount, other: AskerCount): boolean =>
  one.authority === other.authority && one.role === other.role;

type Judged = Omit<Outlier, 'median' | 'peers'>;

function judge(
  judged: Judged,
  peers: readonly { readonly subjects: number }[],
): readonly Outlier[] {
  if (peers.length < FAR_ABOVE.peers) return [];
  const { kind, authority, role, officer, subjects } = judged;
  const median = medianOf(peers.map((peer) => peer.subjects));
  const isFar = subjects >= FAR_ABOVE.least && subjects > median * FAR_ABOVE.times;
  return isFar ? [{ kind, authority, role, officer, subjects, median, peers: peers.length }] : [];
}

function byAuthority(askers: readonly AskerCount[]) {
  const sums = new Map<string, number>();
  for (const { authority, subjects } of askers) {
    sums.set(authority, (sums.get(authority) ?? 0) + subjects);
  }
  return [...sums].map(([authority, subjects]) => ({ authority, subjects }));
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}
