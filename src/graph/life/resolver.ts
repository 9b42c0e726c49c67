/** The life of the instruments (Articles 12, 13, 16, 17): read by those whom it binds, recorded by the coordinator. */
import { Arg, Args, ArgsType, Ctx, Field, ID, Resolver } from 'type-graphql';
import { RoleMutation, RoleQuery } from '../field-kinds.js';
import { CountryCode } from '../types/scalars.js';
import type { WithLife } from './life-reading.js';
import { CostNote, InstrumentActAnswer, InstrumentActInput, InstrumentLife } from './types.js';

@ArgsType()
export class InstrumentActArgs {
  @Field(() => ID, { description: 'A UUID version 4 of your own: sent twice, it is one record.' })
  id!: string;
  @Field(() => ID) instrument!: string;
  @Field(() => CountryCode, { description: 'The Party whose act it is.' }) party!: string;
  @Field(() => String, { description: 'The document: a diplomatic note and its number.' })
  reference!: string;
  @Field(() => String, { description: 'SHA-256 of the document, hexadecimal.' }) sha256!: string;
  @Field(() => InstrumentActInput) act!: InstrumentActInput;
}

@Resolver()
export class LifeResolver {
  @RoleQuery(() => InstrumentLife, {
    nullable: true,
    description:
      'What is recorded of an instrument, for officers of this authority and for the gateway of another of its authorities.',
  })
  instrumentLife(
    @Arg('instrument', () => ID) instrument: string,
    @Ctx('reading') { life }: WithLife,
  ): Promise<InstrumentLife | null> {
    return life.show(instrument);
  }

  @RoleQuery(() => [CostNote], {
    description: 'Costs of a request that both sides signed (Article 13), for whom it exists.',
  })
  costNotes(
    @Arg('request', () => ID) request: string,
    @Ctx('reading') { life }: WithLife,
  ): Promise<readonly CostNote[]> {
    return life.costNotes(request);
  }

  @RoleMutation(() => InstrumentActAnswer, {
    description:
      'Records an act of a Party with its document; it stands in the ledger and holds from then on. By: COORDINATOR.',
  })
  recordInstrumentAct(
    @Args(() => InstrumentActArgs) given: InstrumentActArgs,
    @Ctx('reading') { life }: WithLife,
  ): Promise<InstrumentActAnswer> {
    return life.record(given);
  }
}
