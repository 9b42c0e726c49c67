/** Who a subject may be, for the executing officer alone (10(1)): how well the parts agree, and no value of the register. */
import { Float, ID, ObjectType } from 'type-graphql';
import type { Explanation } from '../../../register/index.js';
import { RoleField } from '../../field-kinds.js';
import { enumOf } from '../../types/enums.js';
import { BirthAgreementEnum, DocumentAgreementEnum, NameAgreementEnum } from './case-enums.js';

const AgreedName = enumOf('AgreedName', ['CURRENT', 'OTHER'] satisfies Explanation['name'][]);
const AgreedOrder = enumOf('AgreedOrder', [
  'AS_STATED',
  'SWAPPED',
] satisfies Explanation['order'][]);

@ObjectType({ simpleResolvers: true })
export class Candidate {
  @RoleField(() => ID, {
    nullable: false,
    description: 'What `recordMatch` takes. Good in this case, for this subject, for a while.',
  })
  candidate!: string;
  @RoleField(() => Float, { description: '0 to 1. It ranks, and is no probability.' })
  score?: number | null;
  @RoleField(() => NameAgreementEnum) surname?: string | null;
  @RoleField(() => NameAgreementEnum) givenName?: string | null;
  @RoleField(() => NameAgreementEnum) patronymic?: string | null;
  @RoleField(() => AgreedName, { description: 'A name that is borne, or a former or other one.' })
  name?: string | null;
  @RoleField(() => AgreedOrder) order?: string | null;
  @RoleField(() => BirthAgreementEnum) dateOfBirth?: string | null;
  @RoleField(() => DocumentAgreementEnum) document?: string | null;
}
