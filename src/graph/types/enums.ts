/** Enumerations of the schema. `Item` and `Purpose` are made from the law, never written by hand. */
import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';
import { WITHHOLD_REASONS } from '../../policy/index.js';
import { CODES } from '../../register/index.js';
import { ITEMS, PURPOSES } from '../../treaty/index.js';

/** Declares an enumeration of the schema. */
export function enumOf(name: string, values: readonly string[], description?: string): object {
  const enumeration = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(enumeration, description === undefined ? { name } : { name, description });
  return enumeration;
}

export const ItemEnum = enumOf('Item', ITEMS, 'One kind of data an instrument may open.');
export const WithholdReasonEnum = enumOf(
  'WithholdReason',
  WITHHOLD_REASONS,
  'In no clause; not for the purpose; the Parties disagree on it (Article 12); not for the subject.',
);
export const PurposeEnum = enumOf(
  'Purpose',
  PURPOSES,
  'What a request is for; each instrument has its own.',
);

export const Belonging = enumOf('Belonging', ['YES', 'NO', 'UNDETERMINED']);
export const VerdictEnum = enumOf('Verdict', ['DISCLOSE', 'WITHHOLD']);
export const BindingForce = enumOf('BindingForce', ['TREATY', 'NONE']);
export const NameOrigin = enumOf('NameOrigin', CODES.NameOrigin);
export const Sex = enumOf('Sex', CODES.Sex, 'ISO/IEC 5218.');
export const CitizenshipEventKind = enumOf('CitizenshipEventKind', CODES.CitizenshipEventKind);
export const DocumentUse = enumOf('DocumentUse', CODES.DocumentUse);
export const RegistrationKind = enumOf('RegistrationKind', CODES.RegistrationKind);
export const PermitKind = enumOf('PermitKind', CODES.PermitKind);
export const PermitStatus = enumOf('PermitStatus', CODES.PermitStatus);
export const WorkRightBasis = enumOf('WorkRightBasis', CODES.WorkRightBasis);
export const EntryBanKind = enumOf('EntryBanKind', CODES.EntryBanKind);
export const LiabilityStage = enumOf('LiabilityStage', CODES.LiabilityStage);
export const DocumentKind = enumOf('DocumentKind', CODES.DocumentKind);
export const CivilStatus = enumOf('CivilStatus', CODES.CivilStatus);
