/** The parts of a case: what the request says, what became of it, and who moved it. Nothing here comes from the register. */
import { ID, Int, ObjectType } from 'type-graphql';
import type { SubjectOutcomes } from '../../../requests/index.js';
import { RoleField } from '../../field-kinds.js';
import { ItemEnum, Sex, WithholdReasonEnum } from '../../types/enums.js';
import { Instant, PartialDate } from '../../types/scalars.js';
import {
  CaseFaultCode,
  CaseMoveKind,
  CaseMoverRole,
  CaseSideEnum,
  CaseStateEnum,
  ConditionKind,
  InquiredBodyEnum,
  type MatchState,
  MatchStateEnum,
  OutcomeEnum,
  RefusalGroundEnum,
} from './case-enums.js';

type Text = string | null;
type At = number | null;

@ObjectType({ simpleResolvers: true })
export class CasePurpose {
  @RoleField(() => String) purpose?: Text;
  @RoleField(() => String, { description: 'The clause it rests on; empty where none is named.' })
  basis?: Text;
  @RoleField(() => String) justification?: Text;
}

@ObjectType({ simpleResolvers: true, description: 'As the request writes it.' })
export class CaseName {
  @RoleField(() => String) script?: Text;
  @RoleField(() => String) surname?: Text;
  @RoleField(() => String) givenName?: Text;
  @RoleField(() => String) patronymic?: Text;
}

@ObjectType({ simpleResolvers: true, description: 'As the request states it.' })
export class CaseDocument {
  @RoleField(() => String) series?: Text;
  @RoleField(() => String) number?: Text;
  @RoleField(() => String) issuedBy?: Text;
}

@ObjectType({ simpleResolvers: true, description: "The coordinator's own decision (A-10.4d)." })
export class CaseChildDecision {
  @RoleField(() => Boolean) give?: boolean | null;
  @RoleField(() => String) reason?: Text;
  @RoleField(() => String) officer?: Text;
  @RoleField(() => Instant) at?: At;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A person as the request says who it is; the register is read through `subjects`.',
})
export class CaseSubject {
  @RoleField(() => Int, { nullable: false }) n!: number;
  @RoleField(() => [CaseName]) names?: readonly CaseName[] | null;
  @RoleField(() => String, { description: 'ISO 8601-2, as stated.' }) dateOfBirth?: Text;
  @RoleField(() => Sex) sex?: Text;
  @RoleField(() => String) citizenship?: Text;
  @RoleField(() => String) placeOfBirth?: Text;
  @RoleField(() => [CaseDocument]) documents?: readonly CaseDocument[] | null;
  @RoleField(() => String, { description: 'The machine readable zone, as pasted.' }) mrz?: Text;
  @RoleField(() => MatchStateEnum, { description: 'On the requested side alone.' })
  match?: MatchState | null;
  @RoleField(() => Boolean, { description: 'Under 18; null until it is recorded.' })
  child?: boolean | null;
  @RoleField(() => CaseChildDecision) childDecision?: CaseChildDecision | null;
}

@ObjectType({ simpleResolvers: true })
export class CaseOutcome {
  @RoleField(() => ItemEnum, { nullable: false }) item!: string;
  @RoleField(() => OutcomeEnum) outcome?: Text;
  @RoleField(() => [RefusalGroundEnum]) grounds?: readonly string[] | null;
  @RoleField(() => String, { description: 'The reasons of a refusal, in words.' }) text?: Text;
  @RoleField(() => WithholdReasonEnum) reason?: Text;
  @RoleField(() => String, {
    description: 'What the outcome rests on: the basis of the item, or 10(4); null for neither.',
  })
  clause?: Text;
}

@ObjectType({ simpleResolvers: true })
export class CaseSubjectOutcomes {
  @RoleField(() => Int, { nullable: false }) n!: SubjectOutcomes['n'];
  @RoleField(() => [CaseOutcome]) items?: readonly CaseOutcome[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'Article 10(2): what the answer is bound to.' })
export class CaseCondition {
  @RoleField(() => ConditionKind) kind?: Text;
  @RoleField(() => [ItemEnum]) items?: readonly string[] | null;
  @RoleField(() => String) text?: Text;
  @RoleField(() => Instant) until?: At;
}

@ObjectType({ simpleResolvers: true, description: 'One day, by the calendar of each side.' })
export class CaseDay {
  @RoleField(() => PartialDate, { description: 'Decisive (10(3)).' }) requested?: Text;
  @RoleField(() => PartialDate) requesting?: Text;
}

@ObjectType({ simpleResolvers: true, description: 'What the requested authority asked.' })
export class CaseQuestion {
  @RoleField(() => Int, {
    nullable: false,
    description: 'The number of its move: what answers it names it.',
  })
  number!: number;
  @RoleField(() => CaseMoveKind) kind?: Text;
  @RoleField(() => [String]) texts?: readonly string[] | null;
  @RoleField(() => Instant) at?: At;
  @RoleField(() => Boolean, { description: 'Whether the case waits for its answer.' })
  open?: boolean | null;
}

@ObjectType({ simpleResolvers: true })
export class CaseMove {
  @RoleField(() => Int, { description: 'Its place in the chain; null before and outside of it.' })
  number?: number | null;
  @RoleField(() => CaseMoveKind) kind?: Text;
  @RoleField(() => CaseSideEnum) side?: Text;
  @RoleField(() => CaseMoverRole) role?: Text;
  @RoleField(() => String, { description: 'Service number, or the gateway that moved by itself.' })
  officer?: Text;
  @RoleField(() => Instant) at?: At;
  @RoleField(() => CaseStateEnum, {
    description: 'The state after it; null while the other side has not recorded it.',
  })
  state?: Text;
  @RoleField(() => CaseFaultCode, { description: 'Why the other side declined it.' })
  declined?: Text;
  @RoleField(() => Boolean, {
    description: 'Of a notice of delay: whether it came after the term (10(1)).',
  })
  late?: boolean | null;
  @RoleField(() => [String], { description: 'What was said in it.' })
  texts?: readonly string[] | null;
  @RoleField(() => ID, { description: 'The paper it came on, of `enclosures` (9(1)).' })
  paper?: Text;
}

@ObjectType({ simpleResolvers: true, description: 'Items that lie with another body (10(1)).' })
export class CaseInquiry {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => InquiredBodyEnum) to?: Text;
  @RoleField(() => Int) n?: number | null;
  @RoleField(() => [ItemEnum]) items?: readonly string[] | null;
  @RoleField(() => Instant) askedAt?: At;
  @RoleField(() => Instant, { description: 'First instant at which the body is late.' })
  dueBefore?: At;
  @RoleField(() => Boolean) late?: boolean | null;
  @RoleField(() => Instant) answeredAt?: At;
  @RoleField(() => String) source?: Text;
  @RoleField(() => Boolean) mayRelease?: boolean | null;
  @RoleField(() => String, { description: 'Why it was given up.' }) dropped?: Text;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A code and the argument or the place it is about; nothing of what was sent.',
})
export class CaseFault {
  @RoleField(() => CaseFaultCode, { nullable: false }) code!: string;
  @RoleField(() => String, { nullable: false }) at!: string;
}
