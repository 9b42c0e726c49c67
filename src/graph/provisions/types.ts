/** What is given unasked (8(2)) as its officers see it. What was given is read apart, and stands in the ledger. */
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  PROVISION_STATES,
  PROVISION_TRANSITIONS,
  type ProvisionSide,
} from '../../requests/index.js';
import type { Item } from '../../treaty/index.js';
import { CaseMoverRole, MatchStateEnum } from '../cases/types/case-enums.js';
import { CaseChildDecision, CaseCondition } from '../cases/types/case-parts.js';
import { ConditionInput } from '../cases/types/condition-input.js';
import { DraftSubject } from '../cases/types/draft-input.js';
import { RoleField } from '../field-kinds.js';
import { Authority } from '../types/authority.js';
import { enumOf, ItemEnum, PurposeEnum } from '../types/enums.js';
import { Instant } from '../types/scalars.js';
import { PROVISION_FAULT_CODES } from './faults.js';

type Text = string | null;
type Many<T> = readonly T[] | null;

export const ProvisionSideEnum = enumOf(
  'ProvisionSide',
  ['PROVIDER', 'RECIPIENT'] satisfies ProvisionSide[],
  'Given by this authority; received by it.',
);
const ProvisionStateEnum = enumOf('ProvisionState', PROVISION_STATES);
const ProvisionMoveKind = enumOf('ProvisionMoveKind', [
  ...new Set(PROVISION_TRANSITIONS.map(({ move }) => move)),
]);
const ProvisionFaultCodeEnum = enumOf('ProvisionFaultCode', PROVISION_FAULT_CODES);

@InputType({ description: 'A person, numbered in the order given, and the items that are given.' })
export class ProvisionSubjectInput {
  @Field(() => DraftSubject, {
    description: 'By what the person is looked for in our own register; it does not leave it.',
  })
  sought!: DraftSubject;
  @Field(() => [ItemEnum]) items!: readonly Item[];
}

@InputType()
export class ProvisionInput {
  @Field(() => String) instrument!: string;
  @Field(() => String) recipient!: string;
  @Field(() => PurposeEnum, { description: 'The only purpose for which it may be read.' })
  purpose!: string;
  @Field(() => String, { defaultValue: '', description: 'The clause it rests on.' })
  basis!: string;
  @Field(() => String, { defaultValue: '', description: 'Why it may matter to the recipient.' })
  justification!: string;
  @Field(() => [ProvisionSubjectInput], { defaultValue: [] })
  subjects!: readonly ProvisionSubjectInput[];
  @Field(() => [ConditionInput], { defaultValue: [] }) conditions!: readonly ConditionInput[];
  @Field(() => Instant, { description: 'First instant at which it may no longer be kept (11(5)).' })
  keepUntil!: number;
}

@ObjectType({ simpleResolvers: true })
export class ProvisionSubject {
  @RoleField(() => Int) n?: number | null;
  @RoleField(() => [ItemEnum]) items?: Many<string>;
  @RoleField(() => MatchStateEnum, { description: "The provider's own; null where received." })
  match?: Text;
  @RoleField(() => Boolean) child?: boolean | null;
  @RoleField(() => CaseChildDecision) childDecision?: CaseChildDecision | null;
}

@ObjectType({ simpleResolvers: true })
export class ProvisionStep {
  @RoleField(() => ProvisionMoveKind) move?: Text;
  @RoleField(() => CaseMoverRole) role?: Text;
  @RoleField(() => String) officer?: Text;
  @RoleField(() => Instant) at?: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What a code is about; nothing of what was sent.',
})
export class ProvisionFaultType {
  @RoleField(() => ProvisionFaultCodeEnum, { nullable: false }) code!: string;
  @RoleField(() => String, { nullable: false }) at!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Assistance given unasked, Article 8(2).' })
export class Provision {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => ProvisionStateEnum, { nullable: false }) state!: string;
  @RoleField(() => ProvisionSideEnum, { nullable: false }) side!: string;
  @RoleField(() => String) instrument?: Text;
  @RoleField(() => Authority) provider?: Authority | null;
  @RoleField(() => Authority) recipient?: Authority | null;
  @RoleField(() => PurposeEnum) purpose?: Text;
  @RoleField(() => String) basis?: Text;
  @RoleField(() => String) justification?: Text;
  @RoleField(() => [ProvisionSubject]) subjects?: Many<ProvisionSubject>;
  @RoleField(() => [CaseCondition]) conditions?: Many<CaseCondition>;
  @RoleField(() => Instant) keepUntil?: number | null;
  @RoleField(() => String, { description: 'What is signed: canonical JSON.' }) document?: Text;
  @RoleField(() => [ProvisionFaultType], { description: 'Why a draft cannot be signed yet.' })
  draftFaults?: Many<ProvisionFaultType>;
  @RoleField(() => [ProvisionStep]) steps?: Many<ProvisionStep>;
  @RoleField(() => [String], { description: 'Service numbers of those on it.' })
  officers?: Many<string>;
}

@ObjectType({ simpleResolvers: true, description: 'At most 100, by id; no total (11(1)).' })
export class ProvisionPage {
  @RoleField(() => [Provision], { nullable: false }) nodes!: readonly Provision[];
  @RoleField(() => Boolean, { nullable: false }) hasNextPage!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The provision after the step; null with the faults for which there was none.',
})
export class ProvisionAnswer {
  @RoleField(() => Provision) provision?: Provision | null;
  @RoleField(() => [ProvisionFaultType], { nullable: false })
  faults!: readonly ProvisionFaultType[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'What was given, with the limits of its use; null with the faults.',
})
export class ProvisionContent {
  @RoleField(() => String, { description: "JSON: the answer as the provider's gateway wrote it." })
  content?: Text;
  @RoleField(() => PurposeEnum) purpose?: Text;
  @RoleField(() => [CaseCondition]) conditions?: Many<CaseCondition>;
  @RoleField(() => Instant) keepUntil?: number | null;
  @RoleField(() => [ProvisionFaultType], { nullable: false })
  faults!: readonly ProvisionFaultType[];
}
