/** What held at a moment: valid when a request was signed, as recorded when it is decided (2, 9(3), memorandum 5). */
import type { Language } from '../../base/index.js';
import {
  type AuthorityFact,
  type ContactPointFact,
  type Fact,
  type FactOf,
  type LetterheadFact,
  type MessageKeyFact,
  type Register,
  type RevocationFact,
  recordsOf,
  type SignatoryFact,
  type Standing,
} from './facts.js';
import { holding, isKnown, type Moment, type Recorded } from './recorded.js';

/** The facts of a register that hold at a moment. */
function factsAt<R extends Register>(
  standing: Standing,
  register: R,
  moment: Moment,
): readonly FactOf<R>[] {
  return holding(recordsOf(standing, register), moment).map(({ fact }) => fact);
}

/** What is recorded of an authority's name and functions at a moment. */
export function authorityAt(
  standing: Standing,
  authority: string,
  moment: Moment,
): AuthorityFact | undefined {
  return factsAt(standing, 'AUTHORITY', moment).find((fact) => fact.authority === authority);
}

/** The official name of an authority at a moment, in a language. */
export function nameAt(
  standing: Standing,
  { authority, language }: { readonly authority: string; readonly language: Language },
  moment: Moment,
): string | undefined {
  return authorityAt(standing, authority, moment)?.name[language];
}

/** The person on the lists who signs with this key at a moment; whether rightly so, `whyHeld` says. */
export function signatoryAt(
  standing: Standing,
  kid: string,
  moment: Moment,
): SignatoryFact | undefined {
  return factsAt(standing, 'SIGNATORY', moment).find((fact) => fact.kid === kid);
}

/** The letterhead sample of this version at a moment. */
export function letterheadAt(
  standing: Standing,
  { authority, version }: Pick<LetterheadFact, 'authority' | 'version'>,
  moment: Moment,
): LetterheadFact | undefined {
  return factsAt(standing, 'LETTERHEAD', moment).find(
    (fact) => fact.authority === authority && fact.version === version,
  );
}

/** The contact points of an authority at a moment (memorandum 5). */
export function contactPointsAt(
  standing: Standing,
  authority: string,
  moment: Moment,
): readonly ContactPointFact[] {
  return factsAt(standing, 'CONTACT_POINT', moment).filter((fact) => fact.authority === authority);
}

/**
 * Whether an authority's key was revoked, as known at an instant: effective at once, whatever time a signature claims.
 * An authority revokes its own keys, nobody else's.
 */
export function isRevoked(
  standing: Standing,
  { authority, kid }: Pick<RevocationFact, 'authority' | 'kid'>,
  knownAt: number,
): boolean {
  return recordsOf(standing, 'REVOCATION').some(
    (record) =>
      record.fact.authority === authority && record.fact.kid === kid && isKnown(record, knownAt),
  );
}

/**
 * The keys of an authority's gateway that are good for a use now, none of them revoked. Two while one follows the other.
 * `now` is the time of the message, by our clock: a message is judged when it comes.
 */
export function messageKeysAt(
  standing: Standing,
  { authority, use }: Pick<MessageKeyFact, 'authority' | 'use'>,
  now: number,
): readonly MessageKeyFact[] {
  return factsAt(standing, 'MESSAGE_KEY', { validAt: now, knownAt: now }).filter(
    (fact) => fact.authority === authority && fact.use === use && !isRevoked(standing, fact, now),
  );
}

/** Every version of the facts of a register known at an instant, by the start of its validity: the history. */
export function historyOf<R extends Register>(
  standing: Standing,
  register: R,
  knownAt: number,
): readonly Recorded<FactOf<R> & Fact>[] {
  return recordsOf(standing, register)
    .filter((record) => isKnown(record, knownAt))
    .sort((a, b) => a.validFrom - b.validFrom);
}
