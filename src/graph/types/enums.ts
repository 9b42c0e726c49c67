/** Enumerations of the schema. `Item` and `Purpose` are made from the law, never written by hand. */
import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';
import { ITEMS, PURPOSES } from '../../treaty/index.js';

function enumOf(name: string, values: readonly string[], description?: string): object {
  const enumeration = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(enumeration, description === undefined ? { name } : { name, description });
  return enumeration;
}

export const ItemEnum = enumOf('Item', ITEMS, 'One kind of data an instrument may open.');
export const PurposeEnum = enumOf(
  'Purpose',
  PURPOSES,
  'What a request is for; each instrument has its own.',
);

export const Belonging = enumOf('Belonging', ['YES', 'NO', 'UNDETERMINED']);
export const VerdictEnum = enumOf('Verdict', ['DISCLOSE', 'WITHHOLD']);
export const BindingForce = enumOf('BindingForce', ['TREATY', 'NONE']);
export const NameOrigin = enumOf('NameOrigin', ['AS_WRITTEN', 'TRANSLITERATED']);
export const Sex = enumOf(
  'Sex',
  ['NOT_KNOWN', 'MALE', 'FEMALE', 'NOT_APPLICABLE'],
  'ISO/IEC 5218.',
);
export const CitizenshipEventKind = enumOf('CitizenshipEventKind', ['ADMITTED', 'RESTORED']);
export const DocumentUse = enumOf('DocumentUse', ['TRAVEL', 'RESIDENCE']);
export const RegistrationKind = enumOf('RegistrationKind', ['STAY', 'RESIDENCE']);
export const PermitKind = enumOf('PermitKind', [
  'TEMPORARY_RESIDENCE',
  'PERMANENT_RESIDENCE',
  'WORK',
]);
export const PermitStatus = enumOf('PermitStatus', ['VALID', 'EXPIRED', 'REVOKED', 'SUSPENDED']);
export const WorkRightBasis = enumOf('WorkRightBasis', ['PERMIT', 'EXEMPT']);
export const EntryBanKind = enumOf('EntryBanKind', ['ENTRY', 'EXIT']);
export const LiabilityStage = enumOf('LiabilityStage', [
  'CHARGED',
  'CONVICTED',
  'TERMINATED',
  'ACQUITTED',
]);
export const DocumentKind = enumOf('DocumentKind', [
  'PASSPORT',
  'DIPLOMATIC_PASSPORT',
  'SERVICE_PASSPORT',
  'IDENTITY_CARD',
  'RESIDENCE_CARD',
  'STATELESS_TRAVEL_DOCUMENT',
  'RETURN_CERTIFICATE',
  'OTHER',
]);
export const CivilStatus = enumOf('CivilStatus', [
  'SINGLE',
  'MARRIED',
  'REGISTERED_PARTNERSHIP',
  'SEPARATED',
  'DIVORCED',
  'WIDOWED',
  'NOT_KNOWN',
]);
