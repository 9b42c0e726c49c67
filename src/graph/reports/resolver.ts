/** Strategic reports (Article 4; memorandum, 3(c)), for the originator's officers and for whom they were offered to. */
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Resolver } from 'type-graphql';
import { RoleMutation, RoleQuery } from '../field-kinds.js';
import { FIRST } from '../limits.js';
import type { WithReports } from './report-reading.js';
import {
  FindingReasonInput,
  ReportAnswer,
  ReportInput,
  ReportOfferPage,
  StrategicReport,
  StrategicReportPage,
} from './types.js';

@ArgsType()
class ReportPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: FIRST.usual }) first?: number | null;
  @Field(() => ID, { nullable: true, description: 'The last id of the page before.' })
  after?: string | null;
}

const placeOf = ({ first, after }: ReportPageArgs) => ({
  first: first ?? FIRST.usual,
  after: after ?? null,
});

const DIGEST = '`digest` of the version that is meant; of an older one it is refused.';

@ArgsType()
class ReportVersionArgs {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: DIGEST }) digest!: string;
}

@ArgsType()
class ClearReportArgs extends ReportVersionArgs {
  @Field(() => [FindingReasonInput], { description: 'One for each finding.' })
  reasons!: readonly FindingReasonInput[];
}

@ArgsType()
class PermitReportArgs extends ReportVersionArgs {
  @Field(() => String, { description: 'The body, by its code or its name.' }) to!: string;
}

@Resolver()
export class ReportResolver {
  @RoleQuery(() => StrategicReportPage, {
    description:
      'Reports of this authority for its officers; for another authority those that are open to it. Each page stands in the ledger before it is told.',
  })
  strategicReports(
    @Args(() => ReportPageArgs) page: ReportPageArgs,
    @Ctx('reading') { reports }: WithReports,
  ): Promise<StrategicReportPage> {
    return reports.page(placeOf(page));
  }

  @RoleQuery(() => StrategicReport, {
    nullable: true,
    description:
      'One that you may see; any other id answers as an unknown one does. The reading stands in the ledger before it is told.',
  })
  strategicReport(
    @Arg('id', () => ID) id: string,
    @Ctx('reading') { reports }: WithReports,
  ): Promise<StrategicReport | null> {
    return reports.one(id);
  }

  @RoleQuery(() => ReportOfferPage, {
    description:
      'Reports that are offered to your authority and wait for its consent (Article 4): nothing of what stands in them.',
  })
  reportOffers(
    @Args(() => ReportPageArgs) page: ReportPageArgs,
    @Ctx('reading') { reports }: WithReports,
  ): Promise<ReportOfferPage> {
    return reports.offers(placeOf(page));
  }

  @RoleMutation(() => ReportAnswer, {
    description:
      'Writes a report; it is scanned at once. By: EXECUTING_OFFICER, REQUESTING_ANALYST.',
  })
  draftReport(
    @Arg('report', () => ReportInput) report: ReportInput,
    @Ctx('reading') { reports }: WithReports,
  ): Promise<ReportAnswer> {
    return reports.write(report, null);
  }

  @RoleMutation(() => ReportAnswer, {
    description:
      'Writes a new version, which is scanned anew; every consent ends with the version before. By: EXECUTING_OFFICER, REQUESTING_ANALYST.',
  })
  reviseReport(
    @Arg('id', () => ID) id: string,
    @Arg('report', () => ReportInput) report: ReportInput,
    @Ctx('reading') { reports }: WithReports,
  ): Promise<ReportAnswer> {
    return reports.write(report, id);
  }

  @RoleMutation(() => ReportAnswer, {
    description:
      'Clears what was found, with a reason for each finding. By: COORDINATOR, not of a text of his own.',
  })
  clearReport(
    @Args(() => ClearReportArgs) asked: ClearReportArgs,
    @Ctx('reading') { reports }: WithReports,
  ): Promise<ReportAnswer> {
    return reports.act((desk, caller) => desk.clear(caller, asked));
  }

  @RoleMutation(() => ReportAnswer, {
    description:
      'The originator’s consent offers this version; the consent of an authority it is offered to opens it to that authority. Under the memorandum the originator’s alone does. By: SIGNATORY, COORDINATOR; of another authority its PARTNER_GATEWAY too.',
  })
  consentToReport(
    @Args(() => ReportVersionArgs) asked: ReportVersionArgs,
    @Ctx('reading') { reports }: WithReports,
  ): Promise<ReportAnswer> {
    return reports.act((desk, caller) => desk.consent(caller, asked));
  }

  @RoleMutation(() => ReportAnswer, {
    description:
      'Takes the consent of your authority back: from then on nobody reads on it. By whom it may be given.',
  })
  withdrawReportConsent(
    @Arg('id', () => ID) id: string,
    @Ctx('reading') { reports }: WithReports,
  ): Promise<ReportAnswer> {
    return reports.act((desk, caller) => desk.withdraw(caller, id));
  }

  @RoleMutation(() => ReportAnswer, {
    description:
      'Permits that a report which is offered is passed on to a body (originator control). By: SIGNATORY, COORDINATOR of the originator.',
  })
  permitReportOnward(
    @Args(() => PermitReportArgs) asked: PermitReportArgs,
    @Ctx('reading') { reports }: WithReports,
  ): Promise<ReportAnswer> {
    return reports.act((desk, caller) => desk.permit(caller, asked));
  }
}
