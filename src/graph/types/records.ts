/**
 * The records of a person. Objects of these classes are never made: a row of the reader answers each field by its
 * name. Fields that carry an item of their own need it beside that of the record.
 */
import { ObjectType } from 'type-graphql';
import { GuardedField, InheritedField } from '../field-kinds.js';
import { Authority } from './authority.js';
import {
  CitizenshipEventKind,
  DocumentKind,
  DocumentUse,
  EntryBanKind,
  LiabilityStage,
  NameOrigin,
  PermitKind,
  PermitStatus,
  RegistrationKind,
  WorkRightBasis,
} from './enums.js';
import { Base64, CountryCode, PartialDate } from './scalars.js';

type Maybe = string | null;

@ObjectType({ simpleResolvers: true })
export class PersonName {
  @InheritedField(() => String) surname?: Maybe;
  @InheritedField(() => String) givenName?: Maybe;
  @InheritedField(() => String) patronymic?: Maybe;
  @InheritedField(() => NameOrigin) origin?: Maybe;
  @InheritedField(() => String, { description: 'The table by which the name was transliterated.' })
  transliteration?: Maybe;
}

@ObjectType({ simpleResolvers: true })
export class Citizenship {
  @InheritedField(() => CountryCode) country?: Maybe;
  @InheritedField(() => PartialDate) since?: Maybe;
  @InheritedField(() => PartialDate) until?: Maybe;
}

@ObjectType({ simpleResolvers: true })
export class CitizenshipEvent {
  @InheritedField(() => CitizenshipEventKind) kind?: Maybe;
  @InheritedField(() => CountryCode) country?: Maybe;
  @InheritedField(() => PartialDate) on?: Maybe;
}

@ObjectType({ simpleResolvers: true })
export class IdentityDocument {
  @InheritedField(() => String) series?: Maybe;
  @InheritedField(() => String) number?: Maybe;
  @InheritedField(() => PartialDate) issuedOn?: Maybe;
  @InheritedField(() => Authority) issuingAuthority?: Authority | null;
  @InheritedField(() => DocumentUse) use?: Maybe;
  @GuardedField('DOCUMENT_DETAILS', () => DocumentKind) kind?: Maybe;
  @GuardedField('DOCUMENT_DETAILS', () => PartialDate) expiresOn?: Maybe;
  @GuardedField('DOCUMENT_DETAILS', () => String) placeOfIssue?: Maybe;
}

@ObjectType({ simpleResolvers: true })
export class Registration {
  @InheritedField(() => RegistrationKind) kind?: Maybe;
  @GuardedField('REGISTRATION_PLACE', () => String) place?: Maybe;
  @InheritedField(() => PartialDate) registeredOn?: Maybe;
  @InheritedField(() => PartialDate) validUntil?: Maybe;
  @InheritedField(() => PartialDate) deregisteredOn?: Maybe;
  @InheritedField(() => Authority) authority?: Authority | null;
}

@ObjectType({ simpleResolvers: true })
export class Permit {
  @InheritedField(() => PermitKind) kind?: Maybe;
  @InheritedField(() => PartialDate) validFrom?: Maybe;
  @InheritedField(() => PartialDate) validUntil?: Maybe;
  @InheritedField(() => Boolean) indefinite?: boolean | null;
  @InheritedField(() => PermitStatus) status?: Maybe;
  @InheritedField(() => Authority) authority?: Authority | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A permit to work, or an exemption from needing one.',
})
export class WorkRight {
  @InheritedField(() => WorkRightBasis) basis?: Maybe;
  @InheritedField(() => PartialDate) validFrom?: Maybe;
  @InheritedField(() => PartialDate) validUntil?: Maybe;
  @InheritedField(() => Boolean) indefinite?: boolean | null;
}

@ObjectType({ simpleResolvers: true })
export class Ground {
  @InheritedField(() => String) code?: Maybe;
  @InheritedField(() => String) provision?: Maybe;
  @InheritedField(() => String, { description: 'In the working language of the instrument.' })
  text?: Maybe;
}

@ObjectType({ simpleResolvers: true })
export class EntryBan {
  @InheritedField(() => EntryBanKind) kind?: Maybe;
  @InheritedField(() => PartialDate) from?: Maybe;
  @InheritedField(() => PartialDate) until?: Maybe;
  @InheritedField(() => Boolean) indefinite?: boolean | null;
  @GuardedField('ENTRY_BAN_GROUNDS', () => [Ground]) grounds?: readonly Ground[] | null;
}

@ObjectType({ simpleResolvers: true })
export class Liability {
  @InheritedField(() => LiabilityStage) stage?: Maybe;
  @InheritedField(() => PartialDate) on?: Maybe;
  @InheritedField(() => String) provision?: Maybe;
  @InheritedField(() => Authority) authority?: Authority | null;
}

@ObjectType({ simpleResolvers: true })
export class Photograph {
  @InheritedField(() => String) mediaType?: Maybe;
  @InheritedField(() => Base64) content?: Maybe;
  @InheritedField(() => PartialDate) takenOn?: Maybe;
}

@ObjectType({ simpleResolvers: true })
export class FingerprintCard {
  @InheritedField(() => String) mediaType?: Maybe;
  @InheritedField(() => Base64) content?: Maybe;
  @InheritedField(() => PartialDate) takenOn?: Maybe;
}

@ObjectType({ simpleResolvers: true })
export class TravelLeg {
  @InheritedField(() => CountryCode) country?: Maybe;
  @InheritedField(() => String) place?: Maybe;
  @InheritedField(() => PartialDate) arrivedOn?: Maybe;
  @InheritedField(() => PartialDate) leftOn?: Maybe;
}
