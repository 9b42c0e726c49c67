/**
 * A person of the register as `sorgu import` takes it: one JSON object a line, fields named as in the GraphQL schema,
 * plus the register's own key and flags that no coordinate shows. `null` (or left out) means that the register has
 * none; `[]` means known to be none.
 */

import type { Code } from './codes.js';

/** ISO 8601-2: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. What is unknown is left out, never 01. */
export type PartialDate = string;
type Maybe<T> = T | null | undefined;

export interface NameRecord {
  readonly surname?: Maybe<string>;
  readonly givenName?: Maybe<string>;
  readonly patronymic?: Maybe<string>;
  readonly origin?: Maybe<Code<'NameOrigin'>>;
  /** Which table transliterated it, as a BCP 47 `-t-` tag or a name: `ICAO-9303-3`. */
  readonly transliteration?: Maybe<string>;
}

/** A body that issued or keeps something; codes that `issuing-bodies.ts` knows have names in every language. */
export interface BodyRecord {
  readonly code: string;
  readonly name?: Maybe<string>;
}

export interface CitizenshipRecord {
  readonly country?: Maybe<string>;
  readonly since?: Maybe<PartialDate>;
  readonly until?: Maybe<PartialDate>;
}

export interface CitizenshipEventRecord {
  readonly kind?: Maybe<Code<'CitizenshipEventKind'>>;
  readonly country?: Maybe<string>;
  readonly on?: Maybe<PartialDate>;
}

export interface DocumentRecord {
  readonly series?: Maybe<string>;
  readonly number?: Maybe<string>;
  readonly issuedOn?: Maybe<PartialDate>;
  readonly issuingAuthority?: Maybe<BodyRecord>;
  /** Going abroad or residing (Article 6(6)); left out for anything else, a driving licence or a civil-status act. */
  readonly use?: Maybe<Code<'DocumentUse'>>;
  readonly kind?: Maybe<string>;
  readonly expiresOn?: Maybe<PartialDate>;
  readonly placeOfIssue?: Maybe<string>;
  /** Flag, never shown: a refugee's document. Never released. */
  readonly refugee?: Maybe<boolean>;
}

export interface RegistrationRecord {
  readonly kind?: Maybe<Code<'RegistrationKind'>>;
  readonly place?: Maybe<string>;
  readonly registeredOn?: Maybe<PartialDate>;
  readonly validUntil?: Maybe<PartialDate>;
  readonly deregisteredOn?: Maybe<PartialDate>;
  readonly authority?: Maybe<BodyRecord>;
  /** Flag, never shown: a reception centre. Never released. */
  readonly reception?: Maybe<boolean>;
}

export interface PermitRecord {
  readonly kind?: Maybe<Code<'PermitKind'>>;
  readonly validFrom?: Maybe<PartialDate>;
  readonly validUntil?: Maybe<PartialDate>;
  readonly indefinite?: Maybe<boolean>;
  readonly status?: Maybe<Code<'PermitStatus'>>;
  readonly authority?: Maybe<BodyRecord>;
}

export interface WorkRightRecord {
  readonly basis?: Maybe<Code<'WorkRightBasis'>>;
  readonly validFrom?: Maybe<PartialDate>;
  readonly validUntil?: Maybe<PartialDate>;
  readonly indefinite?: Maybe<boolean>;
}

export interface GroundRecord {
  readonly code?: Maybe<string>;
  readonly provision?: Maybe<string>;
  readonly text?: Maybe<string>;
}

export interface EntryBanRecord {
  readonly kind?: Maybe<Code<'EntryBanKind'>>;
  readonly from?: Maybe<PartialDate>;
  readonly until?: Maybe<PartialDate>;
  readonly indefinite?: Maybe<boolean>;
  readonly grounds?: Maybe<readonly GroundRecord[]>;
}

export interface LiabilityRecord {
  readonly stage?: Maybe<Code<'LiabilityStage'>>;
  readonly on?: Maybe<PartialDate>;
  readonly provision?: Maybe<string>;
  readonly authority?: Maybe<BodyRecord>;
  /** Flags, never shown; a record with any of them is never released. */
  readonly spent?: Maybe<boolean>;
  readonly expunged?: Maybe<boolean>;
  readonly juvenile?: Maybe<boolean>;
}

export interface ImageRecord {
  readonly mediaType?: Maybe<string>;
  /** RFC 4648 base64. */
  readonly content?: Maybe<string>;
  readonly takenOn?: Maybe<PartialDate>;
}

export interface TravelLegRecord {
  readonly country?: Maybe<string>;
  readonly place?: Maybe<string>;
  readonly arrivedOn?: Maybe<PartialDate>;
  readonly leftOn?: Maybe<PartialDate>;
}

/** A form of the name that is only searched by, never shown: kk-Cyrl, az-Cyrl, old spellings. */
export interface SearchName {
  /** BCP 47: `kk-Cyrl`, `az-Cyrl`, `az-Latn`. */
  readonly script: string;
  readonly surname?: Maybe<string>;
  readonly givenName?: Maybe<string>;
  readonly patronymic?: Maybe<string>;
}

export interface PersonRecord {
  /** The register's own key; never shown through the API. */
  readonly id: string;
  /** Asylum seeker, refugee, stateless person under protection: answers as a person not found (A-10.4c). */
  readonly protected?: Maybe<boolean>;
  readonly nameCyrillic?: Maybe<NameRecord>;
  readonly nameLatin?: Maybe<NameRecord>;
  readonly otherNames?: Maybe<readonly NameRecord[]>;
  readonly searchNames?: Maybe<readonly SearchName[]>;
  readonly sex?: Maybe<Code<'Sex'>>;
  readonly civilStatus?: Maybe<string>;
  readonly dateOfBirth?: Maybe<PartialDate>;
  readonly placeOfBirth?: Maybe<string>;
  readonly citizenships?: Maybe<readonly CitizenshipRecord[]>;
  readonly citizenshipEvents?: Maybe<readonly CitizenshipEventRecord[]>;
  readonly documents?: Maybe<readonly DocumentRecord[]>;
  readonly registrations?: Maybe<readonly RegistrationRecord[]>;
  readonly permits?: Maybe<readonly PermitRecord[]>;
  readonly workRights?: Maybe<readonly WorkRightRecord[]>;
  readonly entryBans?: Maybe<readonly EntryBanRecord[]>;
  readonly administrativeLiability?: Maybe<readonly LiabilityRecord[]>;
  readonly criminalLiability?: Maybe<readonly LiabilityRecord[]>;
  readonly photograph?: Maybe<ImageRecord>;
  readonly fingerprintCard?: Maybe<ImageRecord>;
  readonly travelRoute?: Maybe<readonly TravelLegRecord[]>;
}
