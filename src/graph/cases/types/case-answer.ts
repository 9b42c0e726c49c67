/** An answer package as an officer of the requesting authority reads it. */
import { ObjectType } from 'type-graphql';
import { RoleField } from '../../field-kinds.js';
import { CaseFaultCode } from './case-enums.js';

@ObjectType({
  simpleResolvers: true,
  description: 'What the other Party answered for one purpose; bound to it (11(2)).',
})
export class OpenedAnswer {
  @RoleField(() => String, {
    description:
      'The text of the answer as the other gateway sealed it: JSON with data and errors. Null where it says nothing for this purpose.',
  })
  answer?: string | null;
  @RoleField(() => String, {
    description: 'The receipt of the other gateway, as in its header Exchange-Receipt.',
  })
  receipt?: string | null;
  @RoleField(() => CaseFaultCode, { description: 'Why the package cannot be opened.' })
  fault?: string | null;
}
