/** What is given unasked (8(2)), for the officers for whom it exists; the mutations are made from their rows. */
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Resolver } from 'type-graphql';
import type { ProvisionSide } from '../../requests/index.js';
import { Candidate } from '../cases/types/candidate.js';
import { RoleMutation, RoleQuery } from '../field-kinds.js';
import { FIRST } from '../limits.js';
import { declareMutation } from '../mutation-rows.js';
import { PurposeEnum } from '../types/enums.js';
import { PROVISION_ACTS } from './acts.js';
import type { WithProvisions } from './provision-reading.js';
import {
  Provision,
  ProvisionAnswer,
  ProvisionContent,
  ProvisionPage,
  ProvisionSideEnum,
} from './types.js';

@ArgsType()
export class ProvisionsArgs {
  @Field(() => ProvisionSideEnum) side!: ProvisionSide;
  @Field(() => Int, { nullable: true, defaultValue: FIRST.usual }) first?: number | null;
  @Field(() => ID, { nullable: true, description: 'The last id of the page before.' })
  after?: string | null;
}

@Resolver()
export class ProvisionResolver {
  @RoleQuery(() => ProvisionPage, {
    description: 'Those that are yours, by id; at most 100 a page.',
  })
  provisions(
    @Args(() => ProvisionsArgs) { side, first, after }: ProvisionsArgs,
    @Ctx('reading') { provisions }: WithProvisions,
  ): Promise<ProvisionPage> {
    return provisions.page({ side, first: first ?? FIRST.usual, after: after ?? null });
  }

  @RoleQuery(() => Provision, {
    nullable: true,
    description: 'One that is yours; any other id answers as an unknown one does.',
  })
  provision(
    @Arg('id', () => ID) id: string,
    @Ctx('reading') { provisions }: WithProvisions,
  ): Promise<Provision | null> {
    return provisions.one(id);
  }

  @RoleQuery(() => [Candidate], {
    nullable: true,
    description: 'Who a person of a draft may be, best first, for its executing officer.',
  })
  provisionCandidates(
    @Arg('provision', () => ID) id: string,
    @Arg('n', () => Int) n: number,
    @Ctx('reading') { provisions }: WithProvisions,
  ): Promise<readonly Candidate[] | null> {
    return provisions.candidates(id, n);
  }

  @RoleMutation(() => ProvisionContent, {
    description:
      'Opens what was received, for the purpose that the provider stated, by who is on it, until its end (8(2), 11(2)). The opening stands in the ledger before it is told.',
  })
  openProvision(
    @Arg('provision', () => ID) id: string,
    @Arg('purpose', () => PurposeEnum) purpose: string,
    @Ctx('reading') { provisions }: WithProvisions,
  ): Promise<ProvisionContent> {
    return provisions.read(id, purpose);
  }
}

for (const [name, act] of Object.entries(PROVISION_ACTS)) {
  declareMutation<WithProvisions>(ProvisionResolver, name, {
    ...{ ...act, type: () => ProvisionAnswer },
    answer: ({ provisions }, given) => provisions.act(act, given),
  });
}
