/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  | T
  | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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
