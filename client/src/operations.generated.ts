/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  | T
  | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };

import type { Operation, Outline } from './outline.js';
export type Belonging = 'NO' | 'UNDETERMINED' | 'YES';

export type BindingForce = 'NONE' | 'TREATY';

export type CitizenshipEventKind = 'ADMITTED' | 'RESTORED';

export type CivilStatus =
  | 'DIVORCED'
  | 'MARRIED'
  | 'NOT_KNOWN'
  | 'REGISTERED_PARTNERSHIP'
  | 'SEPARATED'
  | 'SINGLE'
  | 'WIDOWED';

export type DocumentKind =
  | 'DIPLOMATIC_PASSPORT'
  | 'IDENTITY_CARD'
  | 'OTHER'
  | 'PASSPORT'
  | 'RESIDENCE_CARD'
  | 'RETURN_CERTIFICATE'
  | 'SERVICE_PASSPORT'
  | 'STATELESS_TRAVEL_DOCUMENT';

export type DocumentUse = 'RESIDENCE' | 'TRAVEL';

export type EntryBanKind = 'ENTRY' | 'EXIT';

/** One kind of data an instrument may open. */
export type Item =
  | 'ADMINISTRATIVE_LIABILITY'
  | 'CITIZENSHIP'
  | 'CITIZENSHIP_BELONGING'
  | 'CITIZENSHIP_EVENT'
  | 'CIVIL_STATUS'
  | 'CRIMINAL_LIABILITY'
  | 'DATE_OF_BIRTH'
  | 'DOCUMENT'
  | 'DOCUMENT_DETAILS'
  | 'ENTRY_BAN'
  | 'ENTRY_BAN_GROUNDS'
  | 'FINGERPRINT_CARD'
  | 'NAME_CYRILLIC'
  | 'NAME_LATIN'
  | 'OTHER_NAMES'
  | 'PERMIT'
  | 'PHOTOGRAPH'
  | 'PLACE_OF_BIRTH'
  | 'REGISTRATION'
  | 'REGISTRATION_PLACE'
  | 'SEX'
  | 'TRAVEL_ROUTE'
  | 'WORK_RIGHT';

export type LiabilityStage = 'ACQUITTED' | 'CHARGED' | 'CONVICTED' | 'TERMINATED';

export type NameOrigin = 'AS_WRITTEN' | 'TRANSLITERATED';

export type PermitKind = 'PERMANENT_RESIDENCE' | 'TEMPORARY_RESIDENCE' | 'WORK';

export type PermitStatus = 'EXPIRED' | 'REVOKED' | 'SUSPENDED' | 'VALID';

/** What a request is for; each instrument has its own. */
export type Purpose =
  | 'IDENTITY_ESTABLISHMENT'
  | 'INTERVIEW_ARRANGEMENT'
  | 'IRREGULAR_MIGRATION_PREVENTION'
  | 'LEGAL_STATUS_DETERMINATION'
  | 'PERSON_DETECTION'
  | 'READMISSION'
  | 'REQUEST_EXECUTION'
  | 'RIGHTS_PROTECTION';

export type RegistrationKind = 'RESIDENCE' | 'STAY';

/** ISO/IEC 5218. */
export type Sex = 'FEMALE' | 'MALE' | 'NOT_APPLICABLE' | 'NOT_KNOWN';

export type Verdict = 'DISCLOSE' | 'WITHHOLD';

export type WorkRightBasis = 'EXEMPT' | 'PERMIT';

export type ChosenFieldsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  nameCyrillic?: boolean;
  nameLatin?: boolean;
  otherNames?: boolean;
  sex?: boolean;
  civilStatus?: boolean;
  dateOfBirth?: boolean;
  placeOfBirth?: boolean;
  citizenships?: boolean;
  isNationalOf?: boolean;
  citizenshipEvents?: boolean;
  documents?: boolean;
  registrations?: boolean;
  permits?: boolean;
  workRights?: boolean;
  entryBans?: boolean;
  administrativeLiability?: boolean;
  criminalLiability?: boolean;
  photograph?: boolean;
  fingerprintCard?: boolean;
  travelRoute?: boolean;
}>;

export type ChosenFieldsQuery = {
  readonly subjects: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly sex?: Sex | null;
        readonly civilStatus?: CivilStatus | null;
        readonly dateOfBirth?: string | null;
        readonly placeOfBirth?: string | null;
        readonly isNationalOf?: Belonging | null;
        readonly nameCyrillic?: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
        } | null;
        readonly nameLatin?: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
        } | null;
        readonly otherNames?: ReadonlyArray<{
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
        }> | null;
        readonly citizenships?: ReadonlyArray<{
          readonly country: string | null;
          readonly since: string | null;
          readonly until: string | null;
        }> | null;
        readonly citizenshipEvents?: ReadonlyArray<{
          readonly kind: CitizenshipEventKind | null;
          readonly country: string | null;
          readonly on: string | null;
        }> | null;
        readonly documents?: ReadonlyArray<{
          readonly series: string | null;
          readonly number: string | null;
          readonly issuedOn: string | null;
          readonly use: DocumentUse | null;
        }> | null;
        readonly registrations?: ReadonlyArray<{
          readonly kind: RegistrationKind | null;
          readonly place: string | null;
          readonly registeredOn: string | null;
          readonly validUntil: string | null;
        }> | null;
        readonly permits?: ReadonlyArray<{
          readonly kind: PermitKind | null;
          readonly validFrom: string | null;
          readonly validUntil: string | null;
          readonly indefinite: boolean | null;
          readonly status: PermitStatus | null;
        }> | null;
        readonly workRights?: ReadonlyArray<{
          readonly basis: WorkRightBasis | null;
          readonly validFrom: string | null;
          readonly validUntil: string | null;
          readonly indefinite: boolean | null;
        }> | null;
        readonly entryBans?: ReadonlyArray<{
          readonly kind: EntryBanKind | null;
          readonly from: string | null;
          readonly until: string | null;
          readonly indefinite: boolean | null;
          readonly grounds: ReadonlyArray<{
            readonly code: string | null;
            readonly provision: string | null;
            readonly text: string | null;
          }> | null;
        }> | null;
        readonly administrativeLiability?: ReadonlyArray<{
          readonly stage: LiabilityStage | null;
          readonly on: string | null;
          readonly provision: string | null;
        }> | null;
        readonly criminalLiability?: ReadonlyArray<{
          readonly stage: LiabilityStage | null;
          readonly on: string | null;
          readonly provision: string | null;
        }> | null;
        readonly photograph?: {
          readonly mediaType: string | null;
          readonly takenOn: string | null;
        } | null;
        readonly fingerprintCard?: {
          readonly mediaType: string | null;
          readonly takenOn: string | null;
        } | null;
        readonly travelRoute?: ReadonlyArray<{
          readonly country: string | null;
          readonly place: string | null;
          readonly arrivedOn: string | null;
          readonly leftOn: string | null;
        }> | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type ExplainQueryVariables = Exact<{
  operation?: string;
  purpose?: Purpose | null | undefined;
}>;

export type ExplainQuery = {
  readonly explain: ReadonlyArray<{
    readonly coordinate: string;
    readonly verdict: Verdict;
    readonly item: Item | null;
    readonly instrument: string | null;
    readonly clauses: ReadonlyArray<string>;
    readonly permittedPurposes: ReadonlyArray<Purpose>;
  }>;
};

export type IdentityEstablishmentQueryVariables = Exact<{ [key: string]: never }>;

export type IdentityEstablishmentQuery = {
  readonly subjects: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly sex: Sex | null;
        readonly dateOfBirth: string | null;
        readonly placeOfBirth: string | null;
        readonly isNationalOf: Belonging | null;
        readonly nameCyrillic: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
          readonly origin: NameOrigin | null;
        } | null;
        readonly nameLatin: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
          readonly origin: NameOrigin | null;
          readonly transliteration: string | null;
        } | null;
        readonly citizenships: ReadonlyArray<{
          readonly country: string | null;
          readonly since: string | null;
          readonly until: string | null;
        }> | null;
        readonly documents: ReadonlyArray<{
          readonly series: string | null;
          readonly number: string | null;
          readonly issuedOn: string | null;
          readonly use: DocumentUse | null;
          readonly issuingAuthority: { readonly code: string; readonly name: string | null } | null;
        }> | null;
        readonly photograph: {
          readonly mediaType: string | null;
          readonly takenOn: string | null;
        } | null;
        readonly fingerprintCard: {
          readonly mediaType: string | null;
          readonly takenOn: string | null;
        } | null;
        readonly registrations: ReadonlyArray<{
          readonly kind: RegistrationKind | null;
          readonly registeredOn: string | null;
        }> | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type InstrumentsQueryVariables = Exact<{ [key: string]: never }>;

export type InstrumentsQuery = {
  readonly instruments: ReadonlyArray<{
    readonly id: string;
    readonly bindingForce: BindingForce;
    readonly confirmed: boolean;
    readonly inForceFrom: string | null;
    readonly inForceUntil: string | null;
    readonly languages: ReadonlyArray<string>;
    readonly prevailing: string;
    readonly purposes: ReadonlyArray<Purpose>;
    readonly parties: ReadonlyArray<{
      readonly country: string | null;
      readonly authorities: ReadonlyArray<{ readonly code: string; readonly name: string | null }>;
    }>;
    readonly items: ReadonlyArray<{
      readonly item: Item;
      readonly purpose: Purpose;
      readonly clauses: ReadonlyArray<string>;
    }>;
  }>;
};

export type InterviewArrangementQueryVariables = Exact<{ [key: string]: never }>;

export type InterviewArrangementQuery = {
  readonly subjects: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly dateOfBirth: string | null;
        readonly nameLatin: {
          readonly surname: string | null;
          readonly givenName: string | null;
        } | null;
        readonly citizenships: ReadonlyArray<{ readonly country: string | null }> | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type IrregularMigrationPreventionQueryVariables = Exact<{ [key: string]: never }>;

export type IrregularMigrationPreventionQuery = {
  readonly subjects: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly dateOfBirth: string | null;
        readonly nameCyrillic: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
        } | null;
        readonly citizenships: ReadonlyArray<{
          readonly country: string | null;
          readonly since: string | null;
          readonly until: string | null;
        }> | null;
        readonly citizenshipEvents: ReadonlyArray<{
          readonly kind: CitizenshipEventKind | null;
          readonly country: string | null;
          readonly on: string | null;
        }> | null;
        readonly documents: ReadonlyArray<{
          readonly series: string | null;
          readonly number: string | null;
          readonly issuedOn: string | null;
          readonly use: DocumentUse | null;
        }> | null;
        readonly registrations: ReadonlyArray<{
          readonly kind: RegistrationKind | null;
          readonly registeredOn: string | null;
          readonly validUntil: string | null;
          readonly place: string | null;
        }> | null;
        readonly permits: ReadonlyArray<{
          readonly kind: PermitKind | null;
          readonly validFrom: string | null;
          readonly validUntil: string | null;
          readonly status: PermitStatus | null;
        }> | null;
        readonly entryBans: ReadonlyArray<{
          readonly kind: EntryBanKind | null;
          readonly from: string | null;
          readonly until: string | null;
          readonly indefinite: boolean | null;
        }> | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type LegalStatusDeterminationQueryVariables = Exact<{ [key: string]: never }>;

export type LegalStatusDeterminationQuery = {
  readonly subjects: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly dateOfBirth: string | null;
        readonly nameCyrillic: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
        } | null;
        readonly citizenships: ReadonlyArray<{
          readonly country: string | null;
          readonly since: string | null;
          readonly until: string | null;
        }> | null;
        readonly registrations: ReadonlyArray<{
          readonly kind: RegistrationKind | null;
          readonly registeredOn: string | null;
          readonly validUntil: string | null;
          readonly deregisteredOn: string | null;
          readonly authority: { readonly code: string } | null;
        }> | null;
        readonly permits: ReadonlyArray<{
          readonly kind: PermitKind | null;
          readonly validFrom: string | null;
          readonly validUntil: string | null;
          readonly indefinite: boolean | null;
          readonly status: PermitStatus | null;
          readonly authority: { readonly code: string } | null;
        }> | null;
        readonly workRights: ReadonlyArray<{
          readonly basis: WorkRightBasis | null;
          readonly validFrom: string | null;
          readonly validUntil: string | null;
          readonly indefinite: boolean | null;
        }> | null;
        readonly entryBans: ReadonlyArray<{
          readonly kind: EntryBanKind | null;
          readonly from: string | null;
          readonly until: string | null;
          readonly indefinite: boolean | null;
          readonly grounds: ReadonlyArray<{
            readonly code: string | null;
            readonly provision: string | null;
            readonly text: string | null;
          }> | null;
        }> | null;
        readonly administrativeLiability: ReadonlyArray<{
          readonly stage: LiabilityStage | null;
          readonly on: string | null;
          readonly provision: string | null;
          readonly authority: { readonly code: string } | null;
        }> | null;
        readonly criminalLiability: ReadonlyArray<{
          readonly stage: LiabilityStage | null;
          readonly on: string | null;
          readonly provision: string | null;
          readonly authority: { readonly code: string } | null;
        }> | null;
        readonly photograph: {
          readonly mediaType: string | null;
          readonly takenOn: string | null;
        } | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type PersonDetectionQueryVariables = Exact<{ [key: string]: never }>;

export type PersonDetectionQuery = {
  readonly subjects: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly sex: Sex | null;
        readonly dateOfBirth: string | null;
        readonly placeOfBirth: string | null;
        readonly nameCyrillic: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
        } | null;
        readonly documents: ReadonlyArray<{
          readonly series: string | null;
          readonly number: string | null;
          readonly issuedOn: string | null;
          readonly use: DocumentUse | null;
        }> | null;
        readonly registrations: ReadonlyArray<{
          readonly kind: RegistrationKind | null;
          readonly place: string | null;
          readonly registeredOn: string | null;
          readonly deregisteredOn: string | null;
        }> | null;
        readonly photograph: {
          readonly mediaType: string | null;
          readonly takenOn: string | null;
        } | null;
        readonly permits: ReadonlyArray<{
          readonly kind: PermitKind | null;
          readonly status: PermitStatus | null;
        }> | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type ReadmissionQueryVariables = Exact<{ [key: string]: never }>;

export type ReadmissionQuery = {
  readonly subjects: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly sex: Sex | null;
        readonly civilStatus: CivilStatus | null;
        readonly dateOfBirth: string | null;
        readonly placeOfBirth: string | null;
        readonly isNationalOf: Belonging | null;
        readonly nameLatin: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
          readonly origin: NameOrigin | null;
          readonly transliteration: string | null;
        } | null;
        readonly otherNames: ReadonlyArray<{
          readonly surname: string | null;
          readonly givenName: string | null;
        }> | null;
        readonly citizenships: ReadonlyArray<{
          readonly country: string | null;
          readonly since: string | null;
          readonly until: string | null;
        }> | null;
        readonly documents: ReadonlyArray<{
          readonly series: string | null;
          readonly number: string | null;
          readonly kind: DocumentKind | null;
          readonly issuedOn: string | null;
          readonly expiresOn: string | null;
          readonly placeOfIssue: string | null;
          readonly issuingAuthority: { readonly code: string } | null;
        }> | null;
        readonly travelRoute: ReadonlyArray<{
          readonly country: string | null;
          readonly place: string | null;
          readonly arrivedOn: string | null;
          readonly leftOn: string | null;
        }> | null;
        readonly fingerprintCard: {
          readonly mediaType: string | null;
          readonly takenOn: string | null;
        } | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type RequestExecutionQueryVariables = Exact<{ [key: string]: never }>;

export type RequestExecutionQuery = {
  readonly subjects: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly sex: Sex | null;
        readonly dateOfBirth: string | null;
        readonly placeOfBirth: string | null;
        readonly nameCyrillic: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
          readonly origin: NameOrigin | null;
        } | null;
        readonly nameLatin: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
          readonly origin: NameOrigin | null;
        } | null;
        readonly citizenships: ReadonlyArray<{
          readonly country: string | null;
          readonly since: string | null;
          readonly until: string | null;
        }> | null;
        readonly documents: ReadonlyArray<{
          readonly series: string | null;
          readonly number: string | null;
          readonly issuedOn: string | null;
          readonly use: DocumentUse | null;
          readonly issuingAuthority: { readonly code: string } | null;
        }> | null;
        readonly registrations: ReadonlyArray<{
          readonly kind: RegistrationKind | null;
          readonly place: string | null;
          readonly registeredOn: string | null;
          readonly validUntil: string | null;
          readonly deregisteredOn: string | null;
        }> | null;
        readonly permits: ReadonlyArray<{
          readonly kind: PermitKind | null;
          readonly validFrom: string | null;
          readonly validUntil: string | null;
          readonly indefinite: boolean | null;
          readonly status: PermitStatus | null;
        }> | null;
        readonly entryBans: ReadonlyArray<{
          readonly kind: EntryBanKind | null;
          readonly from: string | null;
          readonly until: string | null;
          readonly indefinite: boolean | null;
          readonly grounds: ReadonlyArray<{
            readonly code: string | null;
            readonly provision: string | null;
            readonly text: string | null;
          }> | null;
        }> | null;
        readonly photograph: {
          readonly mediaType: string | null;
          readonly takenOn: string | null;
        } | null;
        readonly travelRoute: ReadonlyArray<{
          readonly country: string | null;
          readonly arrivedOn: string | null;
          readonly leftOn: string | null;
        }> | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type RightsProtectionQueryVariables = Exact<{ [key: string]: never }>;

export type RightsProtectionQuery = {
  readonly subjects: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly dateOfBirth: string | null;
        readonly nameCyrillic: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
        } | null;
        readonly nameLatin: {
          readonly surname: string | null;
          readonly givenName: string | null;
          readonly patronymic: string | null;
        } | null;
        readonly registrations: ReadonlyArray<{
          readonly kind: RegistrationKind | null;
          readonly place: string | null;
          readonly registeredOn: string | null;
          readonly validUntil: string | null;
        }> | null;
        readonly permits: ReadonlyArray<{
          readonly kind: PermitKind | null;
          readonly validFrom: string | null;
          readonly validUntil: string | null;
          readonly indefinite: boolean | null;
          readonly status: PermitStatus | null;
        }> | null;
        readonly workRights: ReadonlyArray<{
          readonly basis: WorkRightBasis | null;
          readonly validFrom: string | null;
          readonly validUntil: string | null;
          readonly indefinite: boolean | null;
        }> | null;
        readonly entryBans: ReadonlyArray<{
          readonly kind: EntryBanKind | null;
          readonly from: string | null;
          readonly until: string | null;
          readonly indefinite: boolean | null;
          readonly grounds: ReadonlyArray<{
            readonly code: string | null;
            readonly provision: string | null;
          }> | null;
        }> | null;
        readonly administrativeLiability: ReadonlyArray<{
          readonly stage: LiabilityStage | null;
          readonly on: string | null;
        }> | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

const chosenFieldsOutline = {
  subjects: {
    below: {
      edges: {
        list: true,
        below: {
          node: {
            below: {
              nameCyrillic: {
                coordinate: 'Person.nameCyrillic',
                item: 'NAME_CYRILLIC',
                conditional: true,
              },
              nameLatin: { coordinate: 'Person.nameLatin', item: 'NAME_LATIN', conditional: true },
              otherNames: {
                coordinate: 'Person.otherNames',
                item: 'OTHER_NAMES',
                list: true,
                conditional: true,
              },
              sex: { coordinate: 'Person.sex', item: 'SEX', conditional: true },
              civilStatus: {
                coordinate: 'Person.civilStatus',
                item: 'CIVIL_STATUS',
                conditional: true,
              },
              dateOfBirth: {
                coordinate: 'Person.dateOfBirth',
                item: 'DATE_OF_BIRTH',
                conditional: true,
              },
              placeOfBirth: {
                coordinate: 'Person.placeOfBirth',
                item: 'PLACE_OF_BIRTH',
                conditional: true,
              },
              citizenships: {
                coordinate: 'Person.citizenships',
                item: 'CITIZENSHIP',
                list: true,
                conditional: true,
              },
              isNationalOf: {
                coordinate: 'Person.isNationalOf',
                item: 'CITIZENSHIP_BELONGING',
                conditional: true,
              },
              citizenshipEvents: {
                coordinate: 'Person.citizenshipEvents',
                item: 'CITIZENSHIP_EVENT',
                list: true,
                conditional: true,
              },
              documents: {
                coordinate: 'Person.documents',
                item: 'DOCUMENT',
                list: true,
                conditional: true,
              },
              registrations: {
                coordinate: 'Person.registrations',
                item: 'REGISTRATION',
                list: true,
                conditional: true,
                below: { place: { coordinate: 'Registration.place', item: 'REGISTRATION_PLACE' } },
              },
              permits: {
                coordinate: 'Person.permits',
                item: 'PERMIT',
                list: true,
                conditional: true,
              },
              workRights: {
                coordinate: 'Person.workRights',
                item: 'WORK_RIGHT',
                list: true,
                conditional: true,
              },
              entryBans: {
                coordinate: 'Person.entryBans',
                item: 'ENTRY_BAN',
                list: true,
                conditional: true,
                below: {
                  grounds: {
                    coordinate: 'EntryBan.grounds',
                    item: 'ENTRY_BAN_GROUNDS',
                    list: true,
                  },
                },
              },
              administrativeLiability: {
                coordinate: 'Person.administrativeLiability',
                item: 'ADMINISTRATIVE_LIABILITY',
                list: true,
                conditional: true,
              },
              criminalLiability: {
                coordinate: 'Person.criminalLiability',
                item: 'CRIMINAL_LIABILITY',
                list: true,
                conditional: true,
              },
              photograph: {
                coordinate: 'Person.photograph',
                item: 'PHOTOGRAPH',
                conditional: true,
              },
              fingerprintCard: {
                coordinate: 'Person.fingerprintCard',
                item: 'FINGERPRINT_CARD',
                conditional: true,
              },
              travelRoute: {
                coordinate: 'Person.travelRoute',
                item: 'TRAVEL_ROUTE',
                list: true,
                conditional: true,
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Outline;
export const chosenFields: Operation<
  ChosenFieldsQuery,
  ChosenFieldsQueryVariables,
  typeof chosenFieldsOutline
> = {
  name: 'ChosenFields',
  text: `query ChosenFields($first: Int! = 10, $after: String, $nameCyrillic: Boolean! = false, $nameLatin: Boolean! = false, $otherNames: Boolean! = false, $sex: Boolean! = false, $civilStatus: Boolean! = false, $dateOfBirth: Boolean! = false, $placeOfBirth: Boolean! = false, $citizenships: Boolean! = false, $isNationalOf: Boolean! = false, $citizenshipEvents: Boolean! = false, $documents: Boolean! = false, $registrations: Boolean! = false, $permits: Boolean! = false, $workRights: Boolean! = false, $entryBans: Boolean! = false, $administrativeLiability: Boolean! = false, $criminalLiability: Boolean! = false, $photograph: Boolean! = false, $fingerprintCard: Boolean! = false, $travelRoute: Boolean! = false) {
  subjects(first: $first, after: $after) {
    edges {
      node {
        id
        nameCyrillic @include(if: $nameCyrillic) {
          surname
          givenName
          patronymic
        }
        nameLatin @include(if: $nameLatin) {
          surname
          givenName
          patronymic
        }
        otherNames @include(if: $otherNames) {
          surname
          givenName
          patronymic
        }
        sex @include(if: $sex)
        civilStatus @include(if: $civilStatus)
        dateOfBirth @include(if: $dateOfBirth)
        placeOfBirth @include(if: $placeOfBirth)
        citizenships @include(if: $citizenships) {
          country
          since
          until
        }
        isNationalOf(state: "AZE") @include(if: $isNationalOf)
        citizenshipEvents @include(if: $citizenshipEvents) {
          kind
          country
          on
        }
        documents @include(if: $documents) {
          series
          number
          issuedOn
          use
        }
        registrations @include(if: $registrations) {
          kind
          place
          registeredOn
          validUntil
        }
        permits @include(if: $permits) {
          kind
          validFrom
          validUntil
          indefinite
          status
        }
        workRights @include(if: $workRights) {
          basis
          validFrom
          validUntil
          indefinite
        }
        entryBans @include(if: $entryBans) {
          kind
          from
          until
          indefinite
          grounds {
            code
            provision
            text
          }
        }
        administrativeLiability @include(if: $administrativeLiability) {
          stage
          on
          provision
        }
        criminalLiability @include(if: $criminalLiability) {
          stage
          on
          provision
        }
        photograph @include(if: $photograph) {
          mediaType
          takenOn
        }
        fingerprintCard @include(if: $fingerprintCard) {
          mediaType
          takenOn
        }
        travelRoute @include(if: $travelRoute) {
          country
          place
          arrivedOn
          leftOn
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  outline: chosenFieldsOutline,
};

const explainOutline = {} as const satisfies Outline;
export const explain: Operation<ExplainQuery, ExplainQueryVariables, typeof explainOutline> = {
  name: 'Explain',
  text: `query Explain(
$operation: String! = """
{
  subjects {
    edges {
      node {
        nameLatin { surname }
        photograph { content }
        registrations { place }
      }
    }
  }
}
"""
$purpose: Purpose
) {
  explain(operation: $operation, purpose: $purpose) {
    coordinate
    verdict
    item
    instrument
    clauses
    permittedPurposes
  }
}`,
  outline: explainOutline,
};

const identityEstablishmentOutline = {
  subjects: {
    below: {
      edges: {
        list: true,
        below: {
          node: {
            below: {
              nameCyrillic: { coordinate: 'Person.nameCyrillic', item: 'NAME_CYRILLIC' },
              nameLatin: { coordinate: 'Person.nameLatin', item: 'NAME_LATIN' },
              sex: { coordinate: 'Person.sex', item: 'SEX' },
              dateOfBirth: { coordinate: 'Person.dateOfBirth', item: 'DATE_OF_BIRTH' },
              placeOfBirth: { coordinate: 'Person.placeOfBirth', item: 'PLACE_OF_BIRTH' },
              citizenships: { coordinate: 'Person.citizenships', item: 'CITIZENSHIP', list: true },
              isNationalOf: { coordinate: 'Person.isNationalOf', item: 'CITIZENSHIP_BELONGING' },
              documents: { coordinate: 'Person.documents', item: 'DOCUMENT', list: true },
              photograph: { coordinate: 'Person.photograph', item: 'PHOTOGRAPH' },
              fingerprintCard: { coordinate: 'Person.fingerprintCard', item: 'FINGERPRINT_CARD' },
              registrations: {
                coordinate: 'Person.registrations',
                item: 'REGISTRATION',
                list: true,
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Outline;
export const identityEstablishment: Operation<
  IdentityEstablishmentQuery,
  IdentityEstablishmentQueryVariables,
  typeof identityEstablishmentOutline
> = {
  name: 'IdentityEstablishment',
  text: `query IdentityEstablishment {
  subjects(first: 10) {
    edges {
      node {
        id
        nameCyrillic {
          surname
          givenName
          patronymic
          origin
        }
        nameLatin {
          surname
          givenName
          patronymic
          origin
          transliteration
        }
        sex
        dateOfBirth
        placeOfBirth
        citizenships {
          country
          since
          until
        }
        isNationalOf(state: "AZE")
        documents {
          series
          number
          issuedOn
          issuingAuthority {
            code
            name
          }
          use
        }
        photograph {
          mediaType
          takenOn
        }
        fingerprintCard {
          mediaType
          takenOn
        }
        registrations {
          kind
          registeredOn
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  outline: identityEstablishmentOutline,
};

const instrumentsOutline = {} as const satisfies Outline;
export const instruments: Operation<
  InstrumentsQuery,
  InstrumentsQueryVariables,
  typeof instrumentsOutline
> = {
  name: 'Instruments',
  text: `query Instruments {
  instruments {
    id
    bindingForce
    confirmed
    inForceFrom
    inForceUntil
    languages
    prevailing
    purposes
    parties {
      country
      authorities {
        code
        name(language: "en")
      }
    }
    items {
      item
      purpose
      clauses
    }
  }
}`,
  outline: instrumentsOutline,
};

const interviewArrangementOutline = {
  subjects: {
    below: {
      edges: {
        list: true,
        below: {
          node: {
            below: {
              nameLatin: { coordinate: 'Person.nameLatin', item: 'NAME_LATIN' },
              dateOfBirth: { coordinate: 'Person.dateOfBirth', item: 'DATE_OF_BIRTH' },
              citizenships: { coordinate: 'Person.citizenships', item: 'CITIZENSHIP', list: true },
            },
          },
        },
      },
    },
  },
} as const satisfies Outline;
export const interviewArrangement: Operation<
  InterviewArrangementQuery,
  InterviewArrangementQueryVariables,
  typeof interviewArrangementOutline
> = {
  name: 'InterviewArrangement',
  text: `query InterviewArrangement {
  subjects(first: 10) {
    edges {
      node {
        id
        nameLatin {
          surname
          givenName
        }
        dateOfBirth
        citizenships {
          country
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  outline: interviewArrangementOutline,
};

const irregularMigrationPreventionOutline = {
  subjects: {
    below: {
      edges: {
        list: true,
        below: {
          node: {
            below: {
              nameCyrillic: { coordinate: 'Person.nameCyrillic', item: 'NAME_CYRILLIC' },
              dateOfBirth: { coordinate: 'Person.dateOfBirth', item: 'DATE_OF_BIRTH' },
              citizenships: { coordinate: 'Person.citizenships', item: 'CITIZENSHIP', list: true },
              citizenshipEvents: {
                coordinate: 'Person.citizenshipEvents',
                item: 'CITIZENSHIP_EVENT',
                list: true,
              },
              documents: { coordinate: 'Person.documents', item: 'DOCUMENT', list: true },
              registrations: {
                coordinate: 'Person.registrations',
                item: 'REGISTRATION',
                list: true,
                below: { place: { coordinate: 'Registration.place', item: 'REGISTRATION_PLACE' } },
              },
              permits: { coordinate: 'Person.permits', item: 'PERMIT', list: true },
              entryBans: { coordinate: 'Person.entryBans', item: 'ENTRY_BAN', list: true },
            },
          },
        },
      },
    },
  },
} as const satisfies Outline;
export const irregularMigrationPrevention: Operation<
  IrregularMigrationPreventionQuery,
  IrregularMigrationPreventionQueryVariables,
  typeof irregularMigrationPreventionOutline
> = {
  name: 'IrregularMigrationPrevention',
  text: `query IrregularMigrationPrevention {
  subjects(first: 10) {
    edges {
      node {
        id
        nameCyrillic {
          surname
          givenName
          patronymic
        }
        dateOfBirth
        citizenships {
          country
          since
          until
        }
        citizenshipEvents {
          kind
          country
          on
        }
        documents {
          series
          number
          issuedOn
          use
        }
        registrations {
          kind
          registeredOn
          validUntil
          place
        }
        permits {
          kind
          validFrom
          validUntil
          status
        }
        entryBans {
          kind
          from
          until
          indefinite
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  outline: irregularMigrationPreventionOutline,
};

const legalStatusDeterminationOutline = {
  subjects: {
    below: {
      edges: {
        list: true,
        below: {
          node: {
            below: {
              nameCyrillic: { coordinate: 'Person.nameCyrillic', item: 'NAME_CYRILLIC' },
              dateOfBirth: { coordinate: 'Person.dateOfBirth', item: 'DATE_OF_BIRTH' },
              citizenships: { coordinate: 'Person.citizenships', item: 'CITIZENSHIP', list: true },
              registrations: {
                coordinate: 'Person.registrations',
                item: 'REGISTRATION',
                list: true,
              },
              permits: { coordinate: 'Person.permits', item: 'PERMIT', list: true },
              workRights: { coordinate: 'Person.workRights', item: 'WORK_RIGHT', list: true },
              entryBans: {
                coordinate: 'Person.entryBans',
                item: 'ENTRY_BAN',
                list: true,
                below: {
                  grounds: {
                    coordinate: 'EntryBan.grounds',
                    item: 'ENTRY_BAN_GROUNDS',
                    list: true,
                  },
                },
              },
              administrativeLiability: {
                coordinate: 'Person.administrativeLiability',
                item: 'ADMINISTRATIVE_LIABILITY',
                list: true,
              },
              criminalLiability: {
                coordinate: 'Person.criminalLiability',
                item: 'CRIMINAL_LIABILITY',
                list: true,
              },
              photograph: { coordinate: 'Person.photograph', item: 'PHOTOGRAPH' },
            },
          },
        },
      },
    },
  },
} as const satisfies Outline;
export const legalStatusDetermination: Operation<
  LegalStatusDeterminationQuery,
  LegalStatusDeterminationQueryVariables,
  typeof legalStatusDeterminationOutline
> = {
  name: 'LegalStatusDetermination',
  text: `query LegalStatusDetermination {
  subjects(first: 10) {
    edges {
      node {
        id
        nameCyrillic {
          surname
          givenName
          patronymic
        }
        dateOfBirth
        citizenships {
          country
          since
          until
        }
        registrations {
          kind
          registeredOn
          validUntil
          deregisteredOn
          authority {
            code
          }
        }
        permits {
          kind
          validFrom
          validUntil
          indefinite
          status
          authority {
            code
          }
        }
        workRights {
          basis
          validFrom
          validUntil
          indefinite
        }
        entryBans {
          kind
          from
          until
          indefinite
          grounds {
            code
            provision
            text
          }
        }
        administrativeLiability {
          stage
          on
          provision
          authority {
            code
          }
        }
        criminalLiability {
          stage
          on
          provision
          authority {
            code
          }
        }
        photograph {
          mediaType
          takenOn
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  outline: legalStatusDeterminationOutline,
};

const personDetectionOutline = {
  subjects: {
    below: {
      edges: {
        list: true,
        below: {
          node: {
            below: {
              nameCyrillic: { coordinate: 'Person.nameCyrillic', item: 'NAME_CYRILLIC' },
              sex: { coordinate: 'Person.sex', item: 'SEX' },
              dateOfBirth: { coordinate: 'Person.dateOfBirth', item: 'DATE_OF_BIRTH' },
              placeOfBirth: { coordinate: 'Person.placeOfBirth', item: 'PLACE_OF_BIRTH' },
              documents: { coordinate: 'Person.documents', item: 'DOCUMENT', list: true },
              registrations: {
                coordinate: 'Person.registrations',
                item: 'REGISTRATION',
                list: true,
                below: { place: { coordinate: 'Registration.place', item: 'REGISTRATION_PLACE' } },
              },
              photograph: { coordinate: 'Person.photograph', item: 'PHOTOGRAPH' },
              permits: { coordinate: 'Person.permits', item: 'PERMIT', list: true },
            },
          },
        },
      },
    },
  },
} as const satisfies Outline;
export const personDetection: Operation<
  PersonDetectionQuery,
  PersonDetectionQueryVariables,
  typeof personDetectionOutline
> = {
  name: 'PersonDetection',
  text: `query PersonDetection {
  subjects(first: 10) {
    edges {
      node {
        id
        nameCyrillic {
          surname
          givenName
          patronymic
        }
        sex
        dateOfBirth
        placeOfBirth
        documents {
          series
          number
          issuedOn
          use
        }
        registrations {
          kind
          place
          registeredOn
          deregisteredOn
        }
        photograph {
          mediaType
          takenOn
        }
        permits {
          kind
          status
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  outline: personDetectionOutline,
};

const readmissionOutline = {
  subjects: {
    below: {
      edges: {
        list: true,
        below: {
          node: {
            below: {
              nameLatin: { coordinate: 'Person.nameLatin', item: 'NAME_LATIN' },
              otherNames: { coordinate: 'Person.otherNames', item: 'OTHER_NAMES', list: true },
              sex: { coordinate: 'Person.sex', item: 'SEX' },
              civilStatus: { coordinate: 'Person.civilStatus', item: 'CIVIL_STATUS' },
              dateOfBirth: { coordinate: 'Person.dateOfBirth', item: 'DATE_OF_BIRTH' },
              placeOfBirth: { coordinate: 'Person.placeOfBirth', item: 'PLACE_OF_BIRTH' },
              citizenships: { coordinate: 'Person.citizenships', item: 'CITIZENSHIP', list: true },
              isNationalOf: { coordinate: 'Person.isNationalOf', item: 'CITIZENSHIP_BELONGING' },
              documents: {
                coordinate: 'Person.documents',
                item: 'DOCUMENT',
                list: true,
                below: {
                  kind: { coordinate: 'IdentityDocument.kind', item: 'DOCUMENT_DETAILS' },
                  expiresOn: { coordinate: 'IdentityDocument.expiresOn', item: 'DOCUMENT_DETAILS' },
                  placeOfIssue: {
                    coordinate: 'IdentityDocument.placeOfIssue',
                    item: 'DOCUMENT_DETAILS',
                  },
                },
              },
              travelRoute: { coordinate: 'Person.travelRoute', item: 'TRAVEL_ROUTE', list: true },
              fingerprintCard: { coordinate: 'Person.fingerprintCard', item: 'FINGERPRINT_CARD' },
            },
          },
        },
      },
    },
  },
} as const satisfies Outline;
export const readmission: Operation<
  ReadmissionQuery,
  ReadmissionQueryVariables,
  typeof readmissionOutline
> = {
  name: 'Readmission',
  text: `query Readmission {
  subjects(first: 10) {
    edges {
      node {
        id
        nameLatin {
          surname
          givenName
          patronymic
          origin
          transliteration
        }
        otherNames {
          surname
          givenName
        }
        sex
        civilStatus
        dateOfBirth
        placeOfBirth
        citizenships {
          country
          since
          until
        }
        isNationalOf(state: "AZE")
        documents {
          series
          number
          kind
          issuedOn
          expiresOn
          placeOfIssue
          issuingAuthority {
            code
          }
        }
        travelRoute {
          country
          place
          arrivedOn
          leftOn
        }
        fingerprintCard {
          mediaType
          takenOn
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  outline: readmissionOutline,
};

const requestExecutionOutline = {
  subjects: {
    below: {
      edges: {
        list: true,
        below: {
          node: {
            below: {
              nameCyrillic: { coordinate: 'Person.nameCyrillic', item: 'NAME_CYRILLIC' },
              nameLatin: { coordinate: 'Person.nameLatin', item: 'NAME_LATIN' },
              sex: { coordinate: 'Person.sex', item: 'SEX' },
              dateOfBirth: { coordinate: 'Person.dateOfBirth', item: 'DATE_OF_BIRTH' },
              placeOfBirth: { coordinate: 'Person.placeOfBirth', item: 'PLACE_OF_BIRTH' },
              citizenships: { coordinate: 'Person.citizenships', item: 'CITIZENSHIP', list: true },
              documents: { coordinate: 'Person.documents', item: 'DOCUMENT', list: true },
              registrations: {
                coordinate: 'Person.registrations',
                item: 'REGISTRATION',
                list: true,
                below: { place: { coordinate: 'Registration.place', item: 'REGISTRATION_PLACE' } },
              },
              permits: { coordinate: 'Person.permits', item: 'PERMIT', list: true },
              entryBans: {
                coordinate: 'Person.entryBans',
                item: 'ENTRY_BAN',
                list: true,
                below: {
                  grounds: {
                    coordinate: 'EntryBan.grounds',
                    item: 'ENTRY_BAN_GROUNDS',
                    list: true,
                  },
                },
              },
              photograph: { coordinate: 'Person.photograph', item: 'PHOTOGRAPH' },
              travelRoute: { coordinate: 'Person.travelRoute', item: 'TRAVEL_ROUTE', list: true },
            },
          },
        },
      },
    },
  },
} as const satisfies Outline;
export const requestExecution: Operation<
  RequestExecutionQuery,
  RequestExecutionQueryVariables,
  typeof requestExecutionOutline
> = {
  name: 'RequestExecution',
  text: `query RequestExecution {
  subjects(first: 10) {
    edges {
      node {
        id
        nameCyrillic {
          surname
          givenName
          patronymic
          origin
        }
        nameLatin {
          surname
          givenName
          patronymic
          origin
        }
        sex
        dateOfBirth
        placeOfBirth
        citizenships {
          country
          since
          until
        }
        documents {
          series
          number
          issuedOn
          issuingAuthority {
            code
          }
          use
        }
        registrations {
          kind
          place
          registeredOn
          validUntil
          deregisteredOn
        }
        permits {
          kind
          validFrom
          validUntil
          indefinite
          status
        }
        entryBans {
          kind
          from
          until
          indefinite
          grounds {
            code
            provision
            text
          }
        }
        photograph {
          mediaType
          takenOn
        }
        travelRoute {
          country
          arrivedOn
          leftOn
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  outline: requestExecutionOutline,
};

const rightsProtectionOutline = {
  subjects: {
    below: {
      edges: {
        list: true,
        below: {
          node: {
            below: {
              nameCyrillic: { coordinate: 'Person.nameCyrillic', item: 'NAME_CYRILLIC' },
              nameLatin: { coordinate: 'Person.nameLatin', item: 'NAME_LATIN' },
              dateOfBirth: { coordinate: 'Person.dateOfBirth', item: 'DATE_OF_BIRTH' },
              registrations: {
                coordinate: 'Person.registrations',
                item: 'REGISTRATION',
                list: true,
                below: { place: { coordinate: 'Registration.place', item: 'REGISTRATION_PLACE' } },
              },
              permits: { coordinate: 'Person.permits', item: 'PERMIT', list: true },
              workRights: { coordinate: 'Person.workRights', item: 'WORK_RIGHT', list: true },
              entryBans: {
                coordinate: 'Person.entryBans',
                item: 'ENTRY_BAN',
                list: true,
                below: {
                  grounds: {
                    coordinate: 'EntryBan.grounds',
                    item: 'ENTRY_BAN_GROUNDS',
                    list: true,
                  },
                },
              },
              administrativeLiability: {
                coordinate: 'Person.administrativeLiability',
                item: 'ADMINISTRATIVE_LIABILITY',
                list: true,
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Outline;
export const rightsProtection: Operation<
  RightsProtectionQuery,
  RightsProtectionQueryVariables,
  typeof rightsProtectionOutline
> = {
  name: 'RightsProtection',
  text: `query RightsProtection {
  subjects(first: 10) {
    edges {
      node {
        id
        nameCyrillic {
          surname
          givenName
          patronymic
        }
        nameLatin {
          surname
          givenName
          patronymic
        }
        dateOfBirth
        registrations {
          kind
          place
          registeredOn
          validUntil
        }
        permits {
          kind
          validFrom
          validUntil
          indefinite
          status
        }
        workRights {
          basis
          validFrom
          validUntil
          indefinite
        }
        entryBans {
          kind
          from
          until
          indefinite
          grounds {
            code
            provision
          }
        }
        administrativeLiability {
          stage
          on
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  outline: rightsProtectionOutline,
};
