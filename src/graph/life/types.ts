/** What is recorded of the life of an instrument, as its officers and the other Party's gateway see it. */
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DISAGREEMENT_STATES, DISAGREEMENT_STEPS, type Item } from '../../treaty/index.js';
import { RoleField } from '../field-kinds.js';
import { enumOf, ItemEnum, PurposeEnum } from '../types/enums.js';
import { CountryCode, Instant, PartialDate } from '../types/scalars.js';
import { LIFE_FAULT_CODES } from './faults.js';

type Text = string | null;

const ACT_KINDS = [
  'NOTIFICATION',
  'CONSENT',
  'TERMINATION',
  'DISAGREEMENT',
  'DISAGREEMENT_STEP',
  'COST_NOTE',
  'ANNULMENT',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

const ActKindEnum = enumOf('InstrumentActKind', ACT_KINDS);
const StepEnum = enumOf('DisagreementStep', DISAGREEMENT_STEPS);
const StateEnum = enumOf('DisagreementState', DISAGREEMENT_STATES);
const LifeFaultEnum = enumOf('InstrumentActFaultCode', LIFE_FAULT_CODES);

@InputType({ description: 'A rule of an instrument: what one purpose opens.' })
export class DisputedRuleInput {
  @Field(() => PurposeEnum) purpose!: string;
  @Field(() => ItemEnum) item!: Item;
}

@InputType({ description: 'An act of a Party: its kind, and the members of this kind alone.' })
export class InstrumentActInput {
  @Field(() => ActKindEnum) kind!: ActKind;
  @Field(() => Int, { nullable: true, description: 'NOTIFICATION of an amendment, CONSENT.' })
  amendment?: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'YYYY-MM-DD. NOTIFICATION, TERMINATION: received by the other side; CONSENT: given.',
  })
  on?: Text;
  @Field(() => String, {
    nullable: true,
    description: 'TERMINATION: the day that the notice bears.',
  })
  writtenOn?: Text;
  @Field(() => [DisputedRuleInput], { nullable: true, description: 'DISAGREEMENT.' })
  rules?: readonly DisputedRuleInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'DISAGREEMENT: requests over which it arose.' })
  requests?: readonly string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'DISAGREEMENT: its rules stay closed until it is settled.',
  })
  freezes?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'DISAGREEMENT_STEP.' })
  disagreement?: Text;
  @Field(() => StepEnum, { nullable: true, description: 'DISAGREEMENT_STEP.' })
  step?: (typeof DISAGREEMENT_STEPS)[number] | null;
  @Field(() => ID, { nullable: true, description: 'COST_NOTE.' })
  request?: Text;
  @Field(() => ID, { nullable: true, description: 'ANNULMENT: a record of the same Party.' })
  record?: Text;
}

@ObjectType({ simpleResolvers: true })
export class DisputedRule {
  @RoleField(() => PurposeEnum) purpose?: Text;
  @RoleField(() => ItemEnum) item?: Text;
}

@ObjectType({ simpleResolvers: true })
export class InstrumentRecord {
  @RoleField(() => ID) id?: Text;
  @RoleField(() => CountryCode) party?: Text;
  @RoleField(() => ActKindEnum) kind?: Text;
  @RoleField(() => Int) amendment?: number | null;
  @RoleField(() => PartialDate) on?: Text;
  @RoleField(() => PartialDate) writtenOn?: Text;
  @RoleField(() => ID) disagreement?: Text;
  @RoleField(() => StepEnum) step?: Text;
  @RoleField(() => ID) request?: Text;
  @RoleField(() => ID, { description: 'The record that this one annuls.' }) record?: Text;
  @RoleField(() => String) reference?: Text;
  @RoleField(() => String, { description: 'SHA-256 of the document.' }) sha256?: Text;
  @RoleField(() => Instant) recordedAt?: number | null;
}

@ObjectType({ simpleResolvers: true })
export class InstrumentDisagreement {
  @RoleField(() => ID) id?: Text;
  @RoleField(() => StateEnum) state?: Text;
  @RoleField(() => CountryCode) raisedBy?: Text;
  @RoleField(() => [DisputedRule]) rules?: readonly DisputedRule[] | null;
  @RoleField(() => Boolean, { description: 'Its rules are closed while it is not settled.' })
  freezes?: boolean | null;
  @RoleField(() => [ID], { description: 'For the coordinator and the auditor.' })
  requests?: readonly string[] | null;
  @RoleField(() => Instant) recordedAt?: number | null;
}

@ObjectType({ simpleResolvers: true })
export class InstrumentLife {
  @RoleField(() => [InstrumentRecord]) records?: readonly InstrumentRecord[] | null;
  @RoleField(() => [InstrumentDisagreement])
  disagreements?: readonly InstrumentDisagreement[] | null;
}

@ObjectType({ simpleResolvers: true })
export class CostNote {
  @RoleField(() => String, { description: 'The document that both sides signed.' })
  reference?: Text;
  @RoleField(() => String) sha256?: Text;
}

@ObjectType({ simpleResolvers: true })
export class InstrumentActFault {
  @RoleField(() => LifeFaultEnum, { nullable: false }) code!: string;
  @RoleField(() => String, { nullable: false, description: 'The argument it is about.' })
  at!: string;
}

@ObjectType({ simpleResolvers: true })
export class InstrumentActAnswer {
  @RoleField(() => InstrumentRecord) record?: InstrumentRecord | null;
  @RoleField(() => [InstrumentActFault], { nullable: false })
  faults!: readonly InstrumentActFault[];
}
