/**
 * Who is looked for and who may be it. An identification is what the signed request says about one subject (9(2)); a
 * candidate is what the register records now about one person.
 */
import type { NameParts } from '../names/name-key.js';
import type { PartialDate } from '../person.js';

/** A document as it is stated: the series apart, or written as one with the number. */
export interface StatedDocument {
  readonly series?: string | null | undefined;
  readonly number: string;
}

/** What is said of one subject. What is not stated is left out; a date that is no partial date counts as not stated. */
export interface Identification {
  /** The same person's name in each script it is stated in, former names too. */
  readonly names: readonly NameParts[];
  readonly dateOfBirth?: PartialDate | null | undefined;
  readonly documents?: readonly StatedDocument[] | null | undefined;
}

/** A name of the register. `other`: a former or other name, which is matched on and never echoed. */
export interface CandidateName extends NameParts {
  readonly other: boolean;
}

export interface Candidate {
  /** The register's own key. */
  readonly person: string;
  readonly names: readonly CandidateName[];
  readonly dateOfBirth: PartialDate | null;
  /** Document numbers as `documentKeys` makes them. */
  readonly documents: readonly string[];
}
