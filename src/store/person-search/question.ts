/** What an executing officer asks of the register about one subject, and what he is told (10(1)). */
import type { Explanation, Identification, NameParts } from '../../register/index.js';
import type { Grant } from '../../requests/index.js';

/**
 * Under what one searches: the officer's own grant will do. It decides who is left out, by the predicates by which a
 * grant finds its subjects.
 */
export type SearchScope = Pick<Grant, 'statedBy' | 'instrument'>;

export interface SearchQuestion {
  readonly scope: SearchScope;
  /** The request in execution, or the draft of a provision (8(2)), for which one looks: the database asks for it. */
  readonly under: { readonly kind: 'REQUEST' | 'PROVISION'; readonly id: string };
  /** What the signed request says of the subject. */
  readonly subject: Identification;
  /** How many candidates at most; 5 where it is left out, 20 at most. */
  readonly limit?: number;
  /** Look among names that sound alike though the exact pass convinces. */
  readonly wide?: boolean;
}

/** By what a search looked: goes into the ledger's entry in place of any value. */
export type SearchedBy = 'SURNAME' | 'GIVEN_NAME' | 'PATRONYMIC' | 'DATE_OF_BIRTH' | 'DOCUMENT';

export type SearchPass = 'EXACT' | 'WIDE';

/** A candidate for the officer's eyes: names he may be shown, never one it was found by alone. */
export interface FoundCandidate {
  /** The register's own key: what the officer's confirmation records as the match. */
  readonly person: string;
  /** The current record, and the key of the subject's tag in the ledger (32 bytes), as of a found subject. */
  readonly record: string;
  readonly key: Uint8Array;
  /** 0 to 1. */
  readonly score: number;
  readonly explanation: Explanation;
  readonly nameCyrillic: NameParts | null;
  readonly nameLatin: NameParts | null;
  readonly dateOfBirth: string | null;
}

export interface SearchAnswer {
  /** The tickets under which one looked, for its entry. */
  readonly tickets: readonly string[];
  /** Best first; the same register and question give the same order. */
  readonly candidates: readonly FoundCandidate[];
  /** Whether more persons met the keys than were weighed: the officer should state more. */
  readonly more: boolean;
  readonly passes: readonly SearchPass[];
  readonly searchedBy: readonly SearchedBy[];
}

/** Rejects with Refusal(UNAVAILABLE) where the database is away. Nothing that can be found by: no candidates. */
export type SearchPersons = (question: SearchQuestion) => Promise<SearchAnswer>;
