/** Custody (11(2) to 11(5)), for the officers for whom it exists; the mutations are made from their rows. */
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Resolver } from 'type-graphql';
import type { Item } from '../../treaty/index.js';
import { RoleMutation, RoleQuery } from '../field-kinds.js';
import { FIRST } from '../limits.js';
import { declareMutation } from '../mutation-rows.js';
import { ItemEnum, PurposeEnum } from '../types/enums.js';
import { CUSTODY_ACTS, PASSING } from './acts.js';
import type { WithCustody } from './custody-reading.js';
import {
  CustodyAnswer,
  CustodyExport,
  CustodyHolding,
  CustodyPage,
  ReceivedValues,
} from './types.js';

@ArgsType()
export class OpenCustodyArgs {
  @Field(() => Int, { nullable: true, defaultValue: FIRST.usual }) first?: number | null;
  @Field(() => ID, { nullable: true, description: '`next` of the page before.' })
  after?: string | null;
}

@ArgsType()
export class ReceivedArgs {
  @Field(() => ID) about!: string;
  @Field(() => PurposeEnum) purpose!: string;
  @Field(() => [Int]) subjects!: readonly number[];
  @Field(() => [ItemEnum]) items!: readonly Item[];
}

@Resolver()
export class CustodyResolver {
  @RoleQuery(() => CustodyPage, { description: 'Those of yours in which something waits, by id.' })
  openCustody(
    @Args(() => OpenCustodyArgs) { first, after }: OpenCustodyArgs,
    @Ctx('reading') { custody }: WithCustody,
  ): Promise<CustodyPage> {
    return custody.page({ first: first ?? FIRST.usual, after: after ?? null });
  }

  @RoleQuery(() => CustodyHolding, {
    nullable: true,
    description: 'One that is yours; any other id answers as an unknown one does.',
  })
  custody(
    @Arg('about', () => ID) about: string,
    @Ctx('reading') { custody }: WithCustody,
  ): Promise<CustodyHolding | null> {
    return custody.one(about);
  }

  @RoleMutation(() => ReceivedValues, {
    description:
      'Shows what is held, for a purpose it was given for, or one that the provider consented to (11(2)). It stands in the ledger before it is told.',
  })
  openReceived(
    @Args(() => ReceivedArgs) { about, purpose, ...scope }: ReceivedArgs,
    @Ctx('reading') { custody }: WithCustody,
  ): Promise<ReceivedValues> {
    return custody.read({ about, purpose }, scope);
  }
}

for (const [name, act] of Object.entries(CUSTODY_ACTS)) {
  declareMutation<WithCustody>(CustodyResolver, name, {
    ...{ ...act, type: () => CustodyAnswer },
    answer: ({ custody }, given) => custody.act(act, given),
  });
}
declareMutation<WithCustody>(CustodyResolver, 'exportReceived', {
  description:
    'Passes on what a consent covers, as a signed file that carries what binds it (11(3)). It stands in the ledger before it is handed out. By: REQUESTING_ANALYST, SIGNATORY, COORDINATOR.',
  takes: PASSING,
  type: () => CustodyExport,
  answer: ({ custody }, given) => custody.export(given),
});
