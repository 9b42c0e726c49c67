/** What the auditor's bench tells (11(4)): accesses as the ledger has them, numbers about them, bundles and reports. */
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AUDIT_FAULTS } from '../../base/index.js';
import { RoleField } from '../field-kinds.js';
import { enumOf } from '../types/enums.js';
import { Instant } from '../types/scalars.js';

type Text = string | null;
type Whole = number | null;
type Many<T> = readonly T[] | null;

const AuditFaultEnum = enumOf('AuditFault', AUDIT_FAULTS, 'Why the bench tells nothing.');
const OutlierKind = enumOf('AuditOutlierKind', ['OFFICER', 'AUTHORITY']);
export const ReportDecision = enumOf(
  'ReportDecision',
  ['DEFER', 'TELL'],
  'What of a request is told to whom it is about (11(1)).',
);

@ObjectType({
  simpleResolvers: true,
  description: 'One entry of the ledger, without a value of anybody.',
})
export class AuditAccess {
  @RoleField(() => String, { description: 'The log.' }) origin?: Text;
  @RoleField(() => Int) index?: Whole;
  @RoleField(() => Instant) at?: Whole;
  @RoleField(() => String) outcome?: Text;
  @RoleField(() => String, { description: 'The code of a refusal.' }) refusal?: Text;
  @RoleField(() => String) authority?: Text;
  @RoleField(() => String) unit?: Text;
  @RoleField(() => String) role?: Text;
  @RoleField(() => String, { description: 'Service number.' }) officer?: Text;
  @RoleField(() => String) gateway?: Text;
  @RoleField(() => ID, { description: 'The request or provision it rests on.' }) request?: Text;
  @RoleField(() => String) instrument?: Text;
  @RoleField(() => String) purpose?: Text;
  @RoleField(() => [String]) clauses?: Many<string>;
  @RoleField(() => [String], { description: 'Items of what was released.' }) items?: Many<string>;
  @RoleField(() => [String], { description: 'Coordinates.' }) released?: Many<string>;
  @RoleField(() => [String], { description: 'Coordinates.' }) withheld?: Many<string>;
  @RoleField(() => Int, { description: 'Persons it speaks of.' }) subjects?: Whole;
}

@ObjectType({ simpleResolvers: true, description: 'By log and index, at most 100 a page.' })
export class AuditPage {
  @RoleField(() => [AuditAccess], { nullable: false }) nodes!: readonly AuditAccess[];
  @RoleField(() => Boolean, { nullable: false }) hasNextPage!: boolean;
  @RoleField(() => String, { description: 'What `after` takes for the next page.' })
  endCursor?: Text;
  @RoleField(() => AuditFaultEnum) fault?: Text;
}

@ObjectType({ simpleResolvers: true })
export class AuditItemCount {
  @RoleField(() => String) authority?: Text;
  @RoleField(() => String) purpose?: Text;
  @RoleField(() => String) item?: Text;
  @RoleField(() => Int) entries?: Whole;
  @RoleField(() => Int) subjects?: Whole;
}

@ObjectType({ simpleResolvers: true })
export class AuditAskerCount {
  @RoleField(() => String) authority?: Text;
  @RoleField(() => String) role?: Text;
  @RoleField(() => String) officer?: Text;
  @RoleField(() => Int) entries?: Whole;
  @RoleField(() => Int) refused?: Whole;
  @RoleField(() => Int) subjects?: Whole;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Who saw more than five times as many subjects as the median of the peers, and at least twenty.',
})
export class AuditOutlier {
  @RoleField(() => OutlierKind) kind?: Text;
  @RoleField(() => String) authority?: Text;
  @RoleField(() => String) role?: Text;
  @RoleField(() => String) officer?: Text;
  @RoleField(() => Int) subjects?: Whole;
  @RoleField(() => String, { description: 'Of the peers, a decimal.' }) median?: Text;
  @RoleField(() => Int) peers?: Whole;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One field of one person that an authority got under more than one purpose (11(2)).',
})
export class AuditRepeat {
  @RoleField(() => ID, { description: 'A subject of one of the requests.' }) subject?: Text;
  @RoleField(() => String) authority?: Text;
  @RoleField(() => String) coordinate?: Text;
  @RoleField(() => [String]) purposes?: Many<string>;
  @RoleField(() => [ID]) requests?: Many<string>;
  @RoleField(() => Int) entries?: Whole;
}

@ObjectType({ simpleResolvers: true, description: 'What was done in a span of time, in numbers.' })
export class AuditStatistics {
  @RoleField(() => Int) entries?: Whole;
  @RoleField(() => [AuditItemCount]) items?: Many<AuditItemCount>;
  @RoleField(() => [AuditAskerCount]) askers?: Many<AuditAskerCount>;
  @RoleField(() => [AuditOutlier]) outliers?: Many<AuditOutlier>;
  @RoleField(() => [AuditRepeat]) repeats?: Many<AuditRepeat>;
  @RoleField(() => AuditFaultEnum) fault?: Text;
}

@ObjectType({ simpleResolvers: true })
export class AuditDrawn {
  @RoleField(() => AuditAccess) access?: AuditAccess | null;
  @RoleField(() => String, { description: "In the words of the request's signatory." })
  justification?: Text;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Answers drawn by SHA-256 of the seed and their place: with the seed anybody draws them again.',
})
export class AuditSample {
  @RoleField(() => String) seed?: Text;
  @RoleField(() => Int, { description: 'Out of how many.' }) population?: Whole;
  @RoleField(() => [AuditDrawn]) drawn?: Many<AuditDrawn>;
  @RoleField(() => AuditFaultEnum) fault?: Text;
}

@ObjectType({ simpleResolvers: true, description: 'A text to be kept as a file.' })
export class AuditText {
  @RoleField(() => String) text?: Text;
  @RoleField(() => AuditFaultEnum) fault?: Text;
}

@ObjectType({ simpleResolvers: true })
export class AuditDeferral {
  @RoleField(() => ID) request?: Text;
  @RoleField(() => String) reason?: Text;
  @RoleField(() => Instant) reviewAt?: Whole;
}

@ObjectType({ simpleResolvers: true, description: 'Deferrals to be decided anew.' })
export class AuditDeferrals {
  @RoleField(() => [AuditDeferral], { nullable: false }) due!: readonly AuditDeferral[];
  @RoleField(() => AuditFaultEnum) fault?: Text;
}

@ObjectType({ simpleResolvers: true })
export class AuditDecided {
  @RoleField(() => Boolean, { nullable: false }) done!: boolean;
  @RoleField(() => AuditFaultEnum) fault?: Text;
}

@InputType({ description: 'A span of time; `until` is the first instant that is no longer in it.' })
export class AuditSpanInput {
  @Field(() => Instant) from!: number;
  @Field(() => Instant) until!: number;
}
