/** The auditor's bench (11(4)): for the AUDITOR of this authority; each look stands in the ledger before it is told. */
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Resolver } from 'type-graphql';
import { RoleMutation, RoleQuery } from '../field-kinds.js';
import { FIRST } from '../limits.js';
import { Instant } from '../types/scalars.js';
import type { WithAudit } from './audit-reading.js';
import {
  AuditDecided,
  AuditDeferrals,
  AuditPage,
  AuditSample,
  AuditSpanInput,
  AuditStatistics,
  AuditText,
  ReportDecision,
} from './types.js';

const SAMPLED = 10;

@ArgsType()
class AuditPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: FIRST.usual }) first?: number | null;
  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  after?: string | null;
}

@ArgsType()
class AuditPersonArgs extends AuditPageArgs {
  @Field(() => AuditSpanInput, { nullable: true }) span?: AuditSpanInput | null;
}

@ArgsType()
class AuditSampleArgs {
  @Field(() => AuditSpanInput) span!: AuditSpanInput;
  @Field(() => Int, { defaultValue: SAMPLED }) count!: number;
  @Field(() => String, { nullable: true, description: 'Drawn where it is left out.' })
  seed?: string | null;
}

@ArgsType()
class ReportDecisionArgs {
  @Field(() => ID) request!: string;
  @Field(() => ReportDecision) decision!: 'DEFER' | 'TELL';
  @Field(() => String) reason!: string;
  @Field(() => Instant, { nullable: true }) reviewAt?: number | null;
}

const PERSON = 'A subject `<request>.<n>` of a received request, or the register’s own key.';

@Resolver()
export class AuditResolver {
  @RoleQuery(() => AuditPage, {
    description:
      'Who saw this person: every entry about them, of the last year unless a span is asked.',
  })
  auditPerson(
    @Arg('person', () => ID, { description: PERSON }) person: string,
    @Args(() => AuditPersonArgs) { span, first, after }: AuditPersonArgs,
    @Ctx('reading') { audit }: WithAudit,
  ): Promise<AuditPage> {
    return audit.person(person, span ?? null, {
      first: first ?? FIRST.usual,
      after: after ?? null,
    });
  }

  @RoleQuery(() => AuditPage, { description: 'Every entry that names a request or a provision.' })
  auditRequest(
    @Arg('request', () => ID) request: string,
    @Args(() => AuditPageArgs) { first, after }: AuditPageArgs,
    @Ctx('reading') { audit }: WithAudit,
  ): Promise<AuditPage> {
    return audit.request(request, { first: first ?? FIRST.usual, after: after ?? null });
  }

  @RoleQuery(() => AuditStatistics, {
    description:
      'By purpose and item, and by who asked; who is far above the peers; what was asked again under another purpose.',
  })
  auditStatistics(
    @Arg('span', () => AuditSpanInput) span: AuditSpanInput,
    @Ctx('reading') { audit }: WithAudit,
  ): Promise<AuditStatistics> {
    return audit.statistics(span);
  }

  @RoleQuery(() => AuditSample, {
    description: 'Answers drawn at random, each with the justification of its request.',
  })
  auditSample(
    @Args(() => AuditSampleArgs) { span, count, seed }: AuditSampleArgs,
    @Ctx('reading') { audit }: WithAudit,
  ): Promise<AuditSample> {
    return audit.sample(span, count, seed ?? null);
  }

  @RoleQuery(() => AuditText, {
    description:
      'The evidence bundle of a request: verified offline by `verifier/verify-evidence.mjs`.',
  })
  auditEvidence(
    @Arg('request', () => ID) request: string,
    @Ctx('reading') { audit }: WithAudit,
  ): Promise<AuditText> {
    return audit.evidence(request);
  }

  @RoleQuery(() => AuditText, {
    description:
      'What a person is told of who got their data, without what is deferred (11(1)). JSON.',
  })
  subjectReport(
    @Arg('person', () => ID, { description: PERSON }) person: string,
    @Ctx('reading') { audit }: WithAudit,
  ): Promise<AuditText> {
    return audit.report(person);
  }

  @RoleQuery(() => AuditDeferrals, { description: 'Deferrals whose review is due.' })
  dueDeferrals(@Ctx('reading') { audit }: WithAudit): Promise<AuditDeferrals> {
    return audit.due();
  }

  @RoleMutation(() => AuditDecided, {
    description:
      'Decides what of a request is told to whom it is about (11(1)): DEFER needs a review date ahead. By: AUDITOR.',
  })
  decideReport(
    @Args(() => ReportDecisionArgs) { request, decision, reason, reviewAt }: ReportDecisionArgs,
    @Ctx('reading') { audit }: WithAudit,
  ): Promise<AuditDecided> {
    return audit.decide({ request, decision, reason, reviewAt: reviewAt ?? null });
  }
}
