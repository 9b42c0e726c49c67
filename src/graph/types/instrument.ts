/** What the instruments say, for anybody with a token: nothing here is about a person. */
import { ID, Int, ObjectType } from 'type-graphql';
import { PublicField } from '../field-kinds.js';
import { Authority, type Body } from './authority.js';
import { BindingForce, ItemEnum, PurposeEnum, VerdictEnum, WithholdReasonEnum } from './enums.js';
import { CountryCode, PartialDate } from './scalars.js';

@ObjectType({ simpleResolvers: true })
export class Party {
  @PublicField(() => CountryCode, { nullable: true }) country?: string | null;
  @PublicField(() => [Authority]) authorities!: readonly Body[];
}

@ObjectType({ simpleResolvers: true })
export class InstrumentItem {
  @PublicField(() => ItemEnum) item!: string;
  @PublicField(() => PurposeEnum) purpose!: string;
  @PublicField(() => [String]) clauses!: readonly string[];
}

@ObjectType({ simpleResolvers: true })
export class InstrumentAmendment {
  @PublicField(() => Int) number!: number;
  @PublicField(() => String) reference!: string;
  @PublicField(() => PartialDate) signedOn!: string;
  @PublicField(() => PartialDate, { nullable: true, description: 'Null while it is not in force.' })
  inForceFrom?: string | null;
}

@ObjectType('Instrument', { simpleResolvers: true })
export class InstrumentType {
  @PublicField(() => ID) id!: string;
  @PublicField(() => [Party]) parties!: readonly Party[];
  @PublicField(() => [PurposeEnum]) purposes!: readonly string[];
  @PublicField(() => [InstrumentItem]) items!: readonly InstrumentItem[];
  @PublicField(() => [String]) languages!: readonly string[];
  @PublicField(() => String) prevailing!: string;
  @PublicField(() => PartialDate, { nullable: true }) inForceFrom?: string | null;
  @PublicField(() => PartialDate, { nullable: true }) inForceUntil?: string | null;
  @PublicField(() => BindingForce) bindingForce!: string;
  @PublicField(() => Boolean) confirmed!: boolean;
  @PublicField(() => [InstrumentAmendment], {
    description: 'What amends it. `items` are those of the version in force today.',
  })
  amendments!: readonly InstrumentAmendment[];
}

@ObjectType({ simpleResolvers: true })
export class ClauseText {
  @PublicField(() => String) clause!: string;
  @PublicField(() => String) language!: string;
  @PublicField(() => String) text!: string;
  @PublicField(() => Boolean, {
    description: 'Whether this is the text that is used where the authentic texts diverge.',
  })
  prevails!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class CoordinateVerdict {
  @PublicField(() => String) coordinate!: string;
  @PublicField(() => VerdictEnum) verdict!: string;
  @PublicField(() => ItemEnum, { nullable: true }) item?: string | null;
  @PublicField(() => ID, { nullable: true }) instrument?: string | null;
  @PublicField(() => WithholdReasonEnum, { nullable: true, description: 'Why it is withheld.' })
  reason?: string | null;
  @PublicField(() => [String]) clauses!: readonly string[];
  @PublicField(() => [PurposeEnum]) permittedPurposes!: readonly string[];
}
