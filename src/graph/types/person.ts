/**
 * A subject of the grant, as found. Each getter asks the operation's reader for its own coordinate alone; a withheld
 * one answers null here without asking anybody.
 */
import { Arg, ID, ObjectType } from 'type-graphql';
import type { GrantSubject } from '../../requests/index.js';
import type { FoundSubject, RegisterReader, Row } from '../../store/index.js';
import { GuardedField, StructuralField } from '../field-kinds.js';
import { withholdChildren } from '../withhold-children.js';
import { Belonging, CivilStatus, Sex } from './enums.js';
import {
  Citizenship,
  CitizenshipEvent,
  EntryBan,
  FingerprintCard,
  IdentityDocument,
  Liability,
  Permit,
  PersonName,
  Photograph,
  Registration,
  TravelLeg,
  WorkRight,
} from './records.js';
import { CountryCode, PartialDate } from './scalars.js';

type Fact = Promise<string | null> | null;
type One = Promise<Row | null> | null;
type Many = Promise<readonly Row[] | null> | null;

/** What a person is read through. */
export interface PersonSource {
  readonly found: FoundSubject;
  readonly request: string;
  readonly reader: RegisterReader;
  /** Guarded coordinates withheld for this subject. */
  readonly withheld: ReadonlySet<string>;
}

@ObjectType({ simpleResolvers: true })
export class Person {
  readonly #source: PersonSource;

  constructor(source: PersonSource) {
    this.#source = source;
  }

  /** The subject whose items a rule weighs. */
  get subject(): GrantSubject {
    return this.#source.found.subject;
  }

  @StructuralField(() => ID, {
    description: 'The request and the number of the subject in it; valid nowhere else.',
  })
  get id(): string {
    return `${this.#source.request}.${this.subject.n}`;
  }

  @GuardedField('NAME_CYRILLIC', () => PersonName, 'The Russian spelling.')
  get nameCyrillic(): One {
    return this.#record('nameCyrillic');
  }

  @GuardedField('NAME_LATIN', () => PersonName)
  get nameLatin(): One {
    return this.#record('nameLatin');
  }

  @GuardedField('OTHER_NAMES', () => [PersonName])
  get otherNames(): Many {
    return this.#records('otherNames');
  }

  @GuardedField('SEX', () => Sex)
  get sex(): Fact {
    return this.#fact('sex');
  }

  @GuardedField('CIVIL_STATUS', () => CivilStatus)
  get civilStatus(): Fact {
    return this.#fact('civilStatus');
  }

  @GuardedField('DATE_OF_BIRTH', () => PartialDate)
  get dateOfBirth(): Fact {
    return this.#fact('dateOfBirth');
  }

  @GuardedField('PLACE_OF_BIRTH', () => String)
  get placeOfBirth(): Fact {
    return this.#fact('placeOfBirth');
  }

  @GuardedField('CITIZENSHIP', () => [Citizenship])
  get citizenships(): Many {
    return this.#records('citizenships');
  }

  @GuardedField('CITIZENSHIP_BELONGING', () => Belonging)
  isNationalOf(@Arg('state', () => CountryCode) state: string): Fact {
    if (this.#isWithheld('isNationalOf')) return null;
    return this.#source.reader.isNationalOf(this.#source.found, state);
  }

  @GuardedField('CITIZENSHIP_EVENT', () => [CitizenshipEvent])
  get citizenshipEvents(): Many {
    return this.#records('citizenshipEvents');
  }

  @GuardedField('DOCUMENT', () => [IdentityDocument])
  get documents(): Many {
    return this.#parents('documents', 'IdentityDocument');
  }

  @GuardedField('REGISTRATION', () => [Registration])
  get registrations(): Many {
    return this.#parents('registrations', 'Registration');
  }

  @GuardedField('PERMIT', () => [Permit])
  get permits(): Many {
    return this.#records('permits');
  }

  @GuardedField('WORK_RIGHT', () => [WorkRight])
  get workRights(): Many {
    return this.#records('workRights');
  }

  @GuardedField('ENTRY_BAN', () => [EntryBan])
  get entryBans(): Many {
    return this.#parents('entryBans', 'EntryBan');
  }

  @GuardedField('ADMINISTRATIVE_LIABILITY', () => [Liability])
  get administrativeLiability(): Many {
    return this.#records('administrativeLiability');
  }

  @GuardedField('CRIMINAL_LIABILITY', () => [Liability])
  get criminalLiability(): Many {
    return this.#records('criminalLiability');
  }

  @GuardedField('PHOTOGRAPH', () => Photograph)
  get photograph(): One {
    return this.#record('photograph');
  }

  @GuardedField('FINGERPRINT_CARD', () => FingerprintCard)
  get fingerprintCard(): One {
    return this.#record('fingerprintCard');
  }

  @GuardedField('TRAVEL_ROUTE', () => [TravelLeg])
  get travelRoute(): Many {
    return this.#records('travelRoute');
  }

  #isWithheld(field: string): boolean {
    return this.#source.withheld.has(`Person.${field}`);
  }

  #fact(field: string): Fact {
    return this.#isWithheld(field) ? null : this.#source.reader.fact(this.#source.found, field);
  }

  #record(field: string): One {
    return this.#isWithheld(field) ? null : this.#source.reader.record(this.#source.found, field);
  }

  #records(field: string): Many {
    return this.#isWithheld(field) ? null : this.#source.reader.records(this.#source.found, field);
  }

  // Records with guarded fields of their own.
  #parents(field: string, type: string): Many {
    return withholdChildren(this.#records(field), type, this.#source.withheld);
  }
}
