/** The cases of the gateway, for the officers for whom they exist. To anybody else there are none (11(1)). */
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Resolver } from 'type-graphql';
import type { RequestState } from '../../requests/index.js';
import type { Box } from '../../store/index.js';
import { RoleQuery } from '../field-kinds.js';
import { FIRST } from '../limits.js';
import { PurposeEnum } from '../types/enums.js';
import { Instant } from '../types/scalars.js';
import type { WithCases } from './case-reading.js';
import type { LetterKind } from './desk.js';
import { Candidate } from './types/candidate.js';
import { Case } from './types/case.js';
import { OpenedAnswer } from './types/case-answer.js';
import { CaseFile, CaseLetter } from './types/case-enclosure.js';
import { CaseBox, CaseStateEnum, LetterKindEnum } from './types/case-enums.js';
import { CaseConnection } from './types/case-page.js';

@ArgsType()
export class CasesArgs {
  @Field(() => CaseBox) box!: Box;
  @Field(() => [CaseStateEnum], { nullable: true }) states?: readonly RequestState[] | null;
  @Field(() => Instant, { nullable: true, description: 'Cases whose term ends before it.' })
  dueBefore?: number | null;
  @Field(() => Int, { nullable: true, defaultValue: FIRST.usual }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
export class CandidatesArgs {
  @Field(() => ID) case!: string;
  @Field(() => Int) n!: number;
}

@ArgsType()
export class AnswerArgs {
  @Field(() => ID) case!: string;
  @Field(() => PurposeEnum) purpose!: string;
}

@ArgsType()
export class EnclosureArgs {
  @Field(() => ID) case!: string;
  @Field(() => ID) enclosure!: string;
}

@ArgsType()
export class LetterArgs {
  @Field(() => ID) case!: string;
  @Field(() => LetterKindEnum) kind!: LetterKind;
  @Field(() => String, { defaultValue: '', description: 'The office of who signs it by hand.' })
  office!: string;
  @Field(() => String, { defaultValue: '', description: 'The name of who signs it by hand.' })
  name!: string;
}

@Resolver()
export class CaseResolver {
  @RoleQuery(() => CaseConnection, {
    description: 'The cases of a box that are yours, by the end of their term; at most 100 a page.',
  })
  cases(
    @Args(() => CasesArgs) { box, states, dueBefore, first, after }: CasesArgs,
    @Ctx('reading') { cases }: WithCases,
  ): Promise<CaseConnection> {
    return cases.page({
      box,
      states: states ?? null,
      dueBefore: dueBefore ?? null,
      first: first ?? FIRST.usual,
      after: after ?? null,
    });
  }

  @RoleQuery(() => Case, {
    nullable: true,
    description: 'A case that is yours; any other id answers as an unknown one does.',
  })
  case(
    @Arg('id', () => ID) id: string,
    @Ctx('reading') { cases }: WithCases,
  ): Promise<Case | null> {
    return cases.one(id);
  }

  @RoleQuery(() => [Candidate], {
    nullable: true,
    description:
      'Who a subject may be, best first, for the executing officer of a case in execution.',
  })
  candidates(
    @Args(() => CandidatesArgs) { case: id, n }: CandidatesArgs,
    @Ctx('reading') { cases }: WithCases,
  ): Promise<readonly Candidate[] | null> {
    return cases.candidates(id, n);
  }

  @RoleQuery(() => OpenedAnswer, {
    nullable: true,
    description:
      'Opens the answer package of a case that you were put on, while its grant lasts. By: REQUESTING_ANALYST, SIGNATORY, COORDINATOR.',
  })
  answer(
    @Args(() => AnswerArgs) asked: AnswerArgs,
    @Ctx('reading') { cases }: WithCases,
  ): Promise<OpenedAnswer | null> {
    return cases.answer(asked);
  }

  @RoleQuery(() => CaseFile, {
    nullable: true,
    description: 'The file of an enclosure of a case that is yours, as its bytes came.',
  })
  enclosure(
    @Args(() => EnclosureArgs) asked: EnclosureArgs,
    @Ctx('reading') { cases }: WithCases,
  ): Promise<CaseFile | null> {
    return cases.enclosure(asked);
  }

  @RoleQuery(() => CaseLetter, {
    description:
      'The answer or the refusal as a letter (PDF) in the working language, read under its own grant and sealed. By: EXECUTING_OFFICER, COORDINATOR of the requested authority.',
  })
  letter(
    @Args(() => LetterArgs) asked: LetterArgs,
    @Ctx('reading') { cases }: WithCases,
  ): Promise<CaseLetter> {
    return cases.letter(asked);
  }
}
