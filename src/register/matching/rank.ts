/** Candidates in order: by score, and where that is equal by the register's own key, so that the order never wavers. */
import type { Candidate, Identification } from './identification.js';
import { prepare, type Score, scorePrepared } from './score.js';

export type Ranked<C extends Candidate> = Score & { readonly candidate: C };

/** The best candidates first, `limit` at most. */
export function rank<C extends Candidate>(
  identification: Identification,
  candidates: readonly C[],
  limit: number,
): readonly Ranked<C>[] {
  const asked = prepare(identification);
  return candidates
    .map((candidate) => ({ candidate, ...scorePrepared(asked, candidate) }))
    .sort((a, b) => b.score - a.score || compare(a.candidate.person, b.candidate.person))
    .slice(0, limit);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
