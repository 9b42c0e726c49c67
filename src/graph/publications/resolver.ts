/** Publications: read by anybody with a token, without a request (B-2b); written by the COORDINATOR of this authority. */
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Resolver } from 'type-graphql';
import { type Language, Refusal } from '../../base/index.js';
import type { PublicationKind } from '../../treaty/index.js';
import { LanguageEnum } from '../cases/types/case-enums.js';
import { PublicQuery, RoleMutation, RoleQuery } from '../field-kinds.js';
import { FIRST } from '../limits.js';
import { Instant } from '../types/scalars.js';
import { serialOf } from './cursor.js';
import { PublicationInput } from './input.js';
import type { WithPublications } from './reading.js';
import {
  HeldPublicationPage,
  Publication,
  PublicationAnswer,
  PublicationConnection,
  PublicationKindEnum,
  PublicationVersion,
} from './types.js';

const OPTIONAL = { nullable: true };

@ArgsType()
class PublicationsArgs {
  @Field(() => Int, { nullable: true, defaultValue: FIRST.usual }) first?: number | null;
  @Field(() => String, OPTIONAL) after?: string | null;
  @Field(() => PublicationKindEnum, OPTIONAL) kind?: PublicationKind | null;
  @Field(() => LanguageEnum, { nullable: true, description: 'That has a text in it.' })
  language?: Language | null;
  @Field(() => ID, OPTIONAL) instrument?: string | null;
  @Field(() => String, { nullable: true, description: 'Words; all of them must be there.' })
  search?: string | null;
  @Field(() => Instant, OPTIONAL) changedSince?: number | null;
}

@Resolver()
export class PublicationResolver {
  @PublicQuery(() => PublicationConnection, {
    description: 'What was published or changed, the newest first; at most 100 a page.',
  })
  publications(
    @Args(() => PublicationsArgs) args: PublicationsArgs,
    @Ctx('reading') { publications }: WithPublications,
  ): Promise<PublicationConnection> {
    const { first, after, kind = null, language = null, search = null } = args;
    const { instrument = null, changedSince = null } = args;
    if (Number.isNaN(changedSince)) throw new Refusal('BAD_REQUEST', { reason: 'VARIABLES' });
    return publications.page({
      ...{ first: first ?? FIRST.usual, kind, language, search, instrument, changedSince },
      before: after == null ? null : (serialOf(after) ?? null),
    });
  }

  @PublicQuery(() => Publication, { nullable: true })
  publication(
    @Arg('id', () => ID) id: string,
    @Ctx('reading') { publications }: WithPublications,
  ): Promise<Publication | null> {
    return publications.one(id);
  }

  @PublicQuery(() => [PublicationVersion], {
    description: 'Versions of one that were shown, the oldest first.',
  })
  publicationVersions(
    @Arg('id', () => ID) id: string,
    @Ctx('reading') { publications }: WithPublications,
  ): Promise<readonly PublicationVersion[]> {
    return publications.versions(id);
  }

  @RoleQuery(() => HeldPublicationPage, {
    description: 'Those that are held back, by id, for the COORDINATOR.',
  })
  heldPublications(
    @Arg('first', () => Int, { nullable: true, defaultValue: FIRST.usual })
    first: number | null | undefined,
    @Arg('after', () => ID, { nullable: true, description: 'The last id of the page before.' })
    after: string | null | undefined,
    @Ctx('reading') { publications }: WithPublications,
  ): Promise<HeldPublicationPage> {
    return publications.held({ first: first ?? FIRST.usual, after: after ?? null });
  }

  @RoleMutation(() => PublicationAnswer, {
    description:
      'Publishes for this authority, or changes what it published. The same again changes nothing. By: COORDINATOR.',
  })
  publish(
    @Arg('publication', () => PublicationInput) input: PublicationInput,
    @Ctx('reading') { publications }: WithPublications,
  ): Promise<PublicationAnswer> {
    return publications.publish(input);
  }

  @RoleMutation(() => PublicationAnswer, { description: 'Shows what is held. By: COORDINATOR.' })
  releasePublication(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
    @Ctx('reading') { publications }: WithPublications,
  ): Promise<PublicationAnswer> {
    return publications.release(id, reason);
  }

  @RoleMutation(() => PublicationAnswer, {
    description: 'Withdraws it: its address says so and why from then on. By: COORDINATOR.',
  })
  withdrawPublication(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: 'Everybody reads it.' }) reason: string,
    @Ctx('reading') { publications }: WithPublications,
  ): Promise<PublicationAnswer> {
    return publications.withdraw(id, reason);
  }
}
