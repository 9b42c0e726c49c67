/**
 * What of that which is held may be read now, for which purpose, by whom (11(2), 11(5)): for the purpose it was asked
 * and given for, by the unit that asked, until its end. For another purpose the provider's consent is needed; it is
 * handed in as data.
 */
import type { Item } from '../treaty/index.js';
import type { HeldSubject, Holding } from './holding.js';

/** The provider's consent that what it gave be used for another purpose (11(2)). */
export interface PurposeConsent {
  readonly provider: string;
  readonly request: string;
  readonly purpose: string;
  /** The clause on which the new purpose rests. */
  readonly basis: string;
  readonly subjects: readonly number[];
  readonly items: readonly Item[];
  /** Milliseconds since the epoch: it does not cure what was done before. */
  readonly givenAt: number;
  /** First instant at which it is no longer good. */
  readonly until: number;
}

export interface ReadQuestion {
  /** What is held of one request. */
  readonly holdings: readonly Holding[];
  /** The purpose stated; may be anything. */
  readonly purpose: string;
  /** The unit that reads, and the unit that asked; null where the request names none. */
  readonly unit: string | null;
  readonly askedBy: string | null;
  readonly consents: readonly PurposeConsent[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Why nothing is read at all. A value whose retention ended is no such reason: it is said where it stood. */
export type ReadRefusal = 'NOTHING_HELD' | 'NOT_THIS_UNIT' | 'NOT_FOR_THIS_PURPOSE';

export type Readable =
  | {
      readonly under: Holding;
      readonly basis: string;
      readonly subjects: readonly HeldSubject[];
    }
  | { readonly under: null; readonly why: ReadRefusal };

/** What may be read, or why nothing may. */
export function readableNow(question: ReadQuestion): Readable {
  const { holdings, purpose, unit, askedBy } = question;
  if (holdings.length === 0) return { under: null, why: 'NOTHING_HELD' };
  if (askedBy !== null && askedBy !== unit) return { under: null, why: 'NOT_THIS_UNIT' };
  const under = holdings.find((one) => one.purpose === purpose);
  if (under !== undefined) return { under, basis: under.basis, subjects: under.subjects };
  return byConsent(question) ?? { under: null, why: 'NOT_FOR_THIS_PURPOSE' };
}

function byConsent({ holdings, purpose, consents, now }: ReadQuestion): Readable | undefined {
  for (const consent of consents) {
    const under = holdings.find((one) => isOf(consent, one));
    if (under === undefined || consent.purpose !== purpose || !isGood(consent, now)) continue;
    return { under, basis: consent.basis, subjects: coveredBy(consent, under) };
  }
  return undefined;
}

const isOf = ({ provider, request }: PurposeConsent, holding: Holding): boolean =>
  holding.kind === 'ANSWER' && holding.provider === provider && holding.case === request;

const isGood = ({ givenAt, until }: PurposeConsent, now: number): boolean =>
  givenAt <= now && now < until;

// Who is not named keeps its place with nothing open: what is withheld is said of the request, not of who is in it.
const coveredBy = ({ subjects, items }: PurposeConsent, holding: Holding) =>
  holding.subjects.map((one) => ({
    ...one,
    items: subjects.includes(one.n) ? one.items.filter((item) => items.includes(item)) : [],
  }));
