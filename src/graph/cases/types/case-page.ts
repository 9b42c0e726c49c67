/** Pages of cases and answers to mutations. No total: a count would tell of cases not shown (11(1)). */
import { ObjectType } from 'type-graphql';
import { RoleField } from '../../field-kinds.js';
import { Case } from './case.js';
import { CaseFault } from './case-parts.js';

@ObjectType({ simpleResolvers: true })
export class CasePageInfo {
  @RoleField(() => Boolean, { nullable: false }) hasNextPage!: boolean;
  @RoleField(() => Boolean, { nullable: false }) hasPreviousPage!: boolean;
  @RoleField(() => String) startCursor?: string | null;
  @RoleField(() => String) endCursor?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class CaseEdge {
  @RoleField(() => String, { nullable: false }) cursor!: string;
  @RoleField(() => Case, { nullable: false }) node!: Case;
}

@ObjectType({ simpleResolvers: true })
export class CaseConnection {
  @RoleField(() => [CaseEdge], { nullable: false }) edges!: readonly CaseEdge[];
  @RoleField(() => CasePageInfo, { nullable: false }) pageInfo!: CasePageInfo;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The case after the step; null with the faults for which there was none.',
})
export class CaseAnswer {
  @RoleField(() => Case) case?: Case | null;
  @RoleField(() => [CaseFault], { nullable: false }) faults!: readonly CaseFault[];
}
