/** The root: the persons of a grant, what the instruments say, and what would be answered. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Int, Resolver } from 'type-graphql';
import { subjectNumberOf } from '../cursor.js';
import { PublicQuery, StructuralQuery } from '../field-kinds.js';
import { FIRST } from '../limits.js';
import type { Reading } from '../reading.js';
import { SubjectConnection } from './connection.js';
import { PurposeEnum } from './enums.js';
import { ClauseText, CoordinateVerdict, InstrumentType } from './instrument.js';
import { Person } from './person.js';
import { Json } from './scalars.js';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: FIRST.usual }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
export class ExplainArgs {
  @Field(() => String) operation!: string;
  @Field(() => Json, { nullable: true }) variables?: unknown;
  @Field(() => PurposeEnum, { nullable: true }) purpose?: string | null;
}

const keyOf = (info: GraphQLResolveInfo): string => String(info.path.key);

@Resolver()
export class QueryResolver {
  @StructuralQuery(() => SubjectConnection, {
    description:
      'The persons the grant covers, in the order of the signed request; at most 100 a page.',
  })
  subjects(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx('reading') reading: Reading,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SubjectConnection> {
    const from = after == null ? undefined : subjectNumberOf(after);
    return reading.subjects({ first: first ?? FIRST.usual, after: from ?? 0 }, keyOf(info));
  }

  @StructuralQuery(() => Person, {
    nullable: true,
    description:
      'One of the persons the grant covers; any other id answers as an unknown one does.',
  })
  person(
    @Arg('id', () => ID) id: string,
    @Ctx('reading') reading: Reading,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Person | null> {
    return reading.person(id, keyOf(info));
  }

  @PublicQuery(() => [InstrumentType], {
    description: 'What the instruments say: parties, purposes, items, clauses, in force or not.',
  })
  instruments(@Ctx('reading') reading: Reading): readonly InstrumentType[] {
    return reading.instruments();
  }

  @PublicQuery(() => [ClauseText], {
    description:
      'What the clauses of an instrument say, in the authentic languages that are at hand; the prevailing one first. Empty where no text is at hand.',
  })
  clauses(
    @Arg('instrument', () => ID) instrument: string,
    @Ctx('reading') reading: Reading,
  ): readonly ClauseText[] {
    return reading.clauses(instrument);
  }

  @PublicQuery(() => [CoordinateVerdict], {
    description:
      'What an operation would be answered, under the request of the headers or for a purpose without one. Touches no register data.',
  })
  explain(
    @Args(() => ExplainArgs) _asked: ExplainArgs,
    @Ctx('reading') reading: Reading,
    @Info() info: GraphQLResolveInfo,
  ): readonly CoordinateVerdict[] {
    return reading.explain(keyOf(info));
  }
}
