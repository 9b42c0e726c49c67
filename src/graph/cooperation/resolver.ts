/**
 * Cooperation without personal data (Article 7; memorandum, paragraphs 1, 3 and 5): for officers of this authority, and of
 * the authorities that an instrument joins it with, by their own token. To anybody else there is nothing.
 */
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Resolver } from 'type-graphql';
import { RoleMutation, RoleQuery } from '../field-kinds.js';
import { FIRST } from '../limits.js';
import { Instant, PartialDate } from '../types/scalars.js';
import {
  ContactPoint,
  ContactPointAnswer,
  ContactPointInput,
  Monitoring,
} from './contact-types.js';
import type { WithCooperation } from './cooperation-reading.js';
import {
  Activity,
  ActivityAnswer,
  ActivityDetailsInput,
  ActivityPage,
  ActivityPlanInput,
  ActivityRecord,
} from './types.js';

const CLEARED =
  'Why a text that looks like data of a person is none: by the COORDINATOR of this authority.';

@ArgsType()
class ActivitiesArgs {
  @Field(() => String, { nullable: true, description: 'Of every instrument where it is left out.' })
  instrument?: string | null;
  @Field(() => Int, { nullable: true, defaultValue: FIRST.usual }) first?: number | null;
  @Field(() => ID, { nullable: true, description: 'The last id of the page before.' })
  after?: string | null;
}

@ArgsType()
class ContactPointsArgs {
  @Field(() => String, { nullable: true, description: 'Of all that you may see where left out.' })
  authority?: string | null;
  @Field(() => Instant, { nullable: true, description: 'When they hold; now where left out.' })
  validAt?: number | null;
  @Field(() => Instant, { nullable: true, description: 'As it was known then; now.' })
  knownAt?: number | null;
}

@ArgsType()
class ProposeActivityArgs {
  @Field(() => ActivityPlanInput) plan!: ActivityPlanInput;
  @Field(() => String, { nullable: true, description: CLEARED }) cleared?: string | null;
}

@ArgsType()
class ChangeActivityArgs {
  @Field(() => ID) activity!: string;
  @Field(() => ActivityDetailsInput) plan!: ActivityDetailsInput;
  @Field(() => String, { nullable: true, description: CLEARED }) cleared?: string | null;
}

@ArgsType()
class RecordActivityArgs {
  @Field(() => ID) activity!: string;
  @Field(() => ActivityRecord) state!: 'HELD' | 'POSTPONED' | 'CANCELLED';
  @Field(() => String, { description: 'What came of it, or why.' }) text!: string;
  @Field(() => String, { nullable: true, description: CLEARED }) cleared?: string | null;
}

@ArgsType()
class WhenArgs {
  @Field(() => Instant, { description: 'From when it holds.' }) from!: number;
  @Field(() => String, { description: 'What the change rests on: a note, a letter.' })
  note!: string;
}

@ArgsType()
class MonitoringArgs {
  @Field(() => String) instrument!: string;
  @Field(() => PartialDate, { description: 'The first day of a quarter.' }) from!: string;
  @Field(() => PartialDate, {
    description: 'The first day of a quarter, no longer in it; at most 8 quarters on.',
  })
  until!: string;
}

@Resolver()
export class CooperationResolver {
  @RoleQuery(() => ActivityPage, {
    description: 'Activities in which your authority takes part, the newest first.',
  })
  activities(
    @Args(() => ActivitiesArgs) { instrument, first, after }: ActivitiesArgs,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<ActivityPage> {
    return cooperation.page({
      instrument: instrument ?? null,
      first: first ?? FIRST.usual,
      after: after ?? null,
    });
  }

  @RoleQuery(() => Activity, {
    nullable: true,
    description: 'One of them; any other id answers as an unknown one does.',
  })
  activity(
    @Arg('id', () => ID) id: string,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<Activity | null> {
    return cooperation.one(id);
  }

  @RoleQuery(() => [ContactPoint], {
    description: 'Contact points for communication and monitoring, at a moment, as known then.',
  })
  contactPoints(
    @Args(() => ContactPointsArgs) { authority, validAt, knownAt }: ContactPointsArgs,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<readonly ContactPoint[]> {
    return cooperation.contacts({
      authority: authority ?? null,
      validAt: validAt ?? null,
      knownAt: knownAt ?? null,
    });
  }

  @RoleQuery(() => [ContactPoint], {
    description: 'Every version of an authority’s contact points, by when it was recorded.',
  })
  contactPointHistory(
    @Arg('authority', () => String) authority: string,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<readonly ContactPoint[]> {
    return cooperation.contactHistory(authority);
  }

  @RoleQuery(() => Monitoring, {
    description:
      'What was exchanged under which clause, and how timely, by calendar quarters: for coordinators, the auditor of this authority, and contact points for monitoring. With each partner; to a partner, with it alone.',
  })
  monitoring(
    @Args(() => MonitoringArgs) asked: MonitoringArgs,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<Monitoring> {
    return cooperation.monitoring(asked);
  }

  @RoleMutation(() => ActivityAnswer, {
    description:
      'Puts an activity forward (Article 7; memorandum 1, 3). By: COORDINATOR, SIGNATORY, or the gateway of a partner.',
  })
  proposeActivity(
    @Args(() => ProposeActivityArgs) { plan, cleared }: ProposeActivityArgs,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<ActivityAnswer> {
    return cooperation.propose(plan, cleared ?? null);
  }

  @RoleMutation(() => ActivityAnswer, {
    description:
      'Writes the plan anew: a version of its own, to be agreed again. By whoever may propose.',
  })
  changeActivity(
    @Args(() => ChangeActivityArgs) { activity, plan, cleared }: ChangeActivityArgs,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<ActivityAnswer> {
    return cooperation.change(activity, plan, cleared ?? null);
  }

  @RoleMutation(() => ActivityAnswer, {
    description:
      'Agrees to a version of the plan, for the own authority. It is AGREED when all have. By whoever may propose.',
  })
  agreeActivity(
    @Arg('activity', () => ID) activity: string,
    @Arg('version', () => Int) version: number,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<ActivityAnswer> {
    return cooperation.agree(activity, version);
  }

  @RoleMutation(() => ActivityAnswer, {
    description:
      'Records that it was held and what came of it, or that it is postponed or cancelled and why. By whoever may propose.',
  })
  recordActivity(
    @Args(() => RecordActivityArgs) { activity, state, text, cleared }: RecordActivityArgs,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<ActivityAnswer> {
    return cooperation.record(activity, state, { text, cleared: cleared ?? null });
  }

  @RoleMutation(() => ContactPointAnswer, {
    description:
      'Records a contact point of the own authority, or a change of it (memorandum 5). By: COORDINATOR.',
  })
  recordContactPoint(
    @Arg('point', () => ContactPointInput) point: ContactPointInput,
    @Args(() => WhenArgs) when: WhenArgs,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<ContactPointAnswer> {
    return cooperation.recordContact(point, { ...when });
  }

  @RoleMutation(() => ContactPointAnswer, {
    description: 'Ends a contact point of the own authority. By: COORDINATOR.',
  })
  endContactPoint(
    @Arg('id', () => ID) id: string,
    @Args(() => WhenArgs) when: WhenArgs,
    @Ctx('reading') { cooperation }: WithCooperation,
  ): Promise<ContactPointAnswer> {
    return cooperation.endContact(id, { ...when });
  }
}
