/** The closed lists of codes that records of a person use, each once: the import checks them, the schema shows them. */
export const CODES = {
  NameOrigin: ['AS_WRITTEN', 'TRANSLITERATED'],
  /** ISO/IEC 5218. */
  Sex: ['NOT_KNOWN', 'MALE', 'FEMALE', 'NOT_APPLICABLE'],
  CitizenshipEventKind: ['ADMITTED', 'RESTORED'],
  DocumentUse: ['TRAVEL', 'RESIDENCE'],
  RegistrationKind: ['STAY', 'RESIDENCE'],
  PermitKind: ['TEMPORARY_RESIDENCE', 'PERMANENT_RESIDENCE', 'WORK'],
  PermitStatus: ['VALID', 'EXPIRED', 'REVOKED', 'SUSPENDED'],
  WorkRightBasis: ['PERMIT', 'EXEMPT'],
  EntryBanKind: ['ENTRY', 'EXIT'],
  LiabilityStage: ['CHARGED', 'CONVICTED', 'TERMINATED', 'ACQUITTED'],
  DocumentKind: [
    'PASSPORT',
    'DIPLOMATIC_PASSPORT',
    'SERVICE_PASSPORT',
    'IDENTITY_CARD',
    'RESIDENCE_CARD',
    'STATELESS_TRAVEL_DOCUMENT',
    'RETURN_CERTIFICATE',
    'OTHER',
  ],
  CivilStatus: [
    'SINGLE',
    'MARRIED',
    'REGISTERED_PARTNERSHIP',
    'SEPARATED',
    'DIVORCED',
    'WIDOWED',
    'NOT_KNOWN',
  ],
} as const;

/** A code of one of the lists. */
export type Code<List extends keyof typeof CODES> = (typeof CODES)[List][number];
