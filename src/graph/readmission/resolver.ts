/** Interviews and readmission: two queries of the memorandum, the case under its grant and by role, and the mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Resolver } from 'type-graphql';
import { RoleQuery, StructuralQuery } from '../field-kinds.js';
import { declareMutation } from '../mutation-rows.js';
import type { Reading } from '../reading.js';
import { Instant } from '../types/scalars.js';
import { READMISSION_ACTS } from './acts.js';
import type { WithReadmission } from './readmission-reading.js';
import {
  HumanitarianNote,
  InterviewChannel,
  InterviewWindow,
  ReadmissionAnswer,
  ReadmissionCase,
} from './types.js';

@ArgsType()
export class InterviewWindowsArgs {
  @Field(() => Instant) from!: number;
  @Field(() => Instant, {
    description: 'The first instant that is no longer in it; within 100 days.',
  })
  until!: number;
}

@Resolver()
export class ReadmissionResolver {
  @RoleQuery(() => [InterviewChannel], {
    description:
      'The ways to have identification interviews that your authority is offered (4(b)).',
  })
  interviewChannels(
    @Ctx('reading') { readmission }: WithReadmission,
  ): Promise<readonly InterviewChannel[]> {
    return readmission.channels();
  }

  @RoleQuery(() => [InterviewWindow], {
    description:
      'Free windows that begin in a span, by time; at most 200. Taken ones are not told.',
  })
  interviewWindows(
    @Args(() => InterviewWindowsArgs) span: InterviewWindowsArgs,
    @Ctx('reading') { readmission }: WithReadmission,
  ): Promise<readonly InterviewWindow[]> {
    return readmission.windows(span);
  }

  @StructuralQuery(() => ReadmissionCase, {
    nullable: true,
    description:
      'The readmission case of the request in the headers, for the purpose READMISSION; null under any other.',
  })
  readmissionCase(
    @Ctx('reading') reading: Reading,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReadmissionCase | null> {
    return reading.readmissionCase(String(info.path.key));
  }

  @RoleQuery(() => ReadmissionCase, {
    nullable: true,
    description:
      'A readmission case for an officer of the requested authority who is on its request; the reading stands in the ledger before it is told.',
  })
  readmission(
    @Arg('request', () => ID) request: string,
    @Ctx('reading') { readmission }: WithReadmission,
  ): Promise<ReadmissionCase | null> {
    return readmission.one(request);
  }

  @RoleQuery(() => [HumanitarianNote], {
    description:
      'Humanitarian notes of this authority on a case, for its EXECUTING_OFFICER and COORDINATOR alone (4(c)).',
  })
  humanitarianNotes(
    @Arg('request', () => ID) request: string,
    @Ctx('reading') { readmission }: WithReadmission,
  ): Promise<readonly HumanitarianNote[]> {
    return readmission.notes(request);
  }
}

for (const [name, act] of Object.entries(READMISSION_ACTS)) {
  declareMutation<WithReadmission>(ReadmissionResolver, name, {
    ...{ ...act, type: () => ReadmissionAnswer },
    answer: ({ readmission }, given) => readmission.act(act, given),
  });
}
