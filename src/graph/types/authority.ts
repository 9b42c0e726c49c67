/** A body that issued or keeps something, or is a Party's competent authority. */
import { Arg, Ctx, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { LANGUAGES, type Language } from '../../base/index.js';
import { InheritedField } from '../field-kinds.js';

/** As the register or an instrument names it; the stored name serves where no official one is known. */
export interface Body {
  readonly code: string;
  readonly name?: string | null;
}

/** Official names of bodies, in every language. */
export type BodyNames = (code: string) => Readonly<Record<Language, string>> | undefined;

/** What a name is chosen by. */
export interface NameSource {
  /** The caller's. */
  readonly language: Language;
  readonly bodyNames: BodyNames;
}

@ObjectType({ simpleResolvers: true })
export class Authority {
  @InheritedField(() => ID, { nullable: false }) code!: string;
  @InheritedField(() => String, {
    description: "In the language given (ru, en, az, kk), else in the caller's.",
  })
  name?: string | null;
}

@Resolver(() => Authority)
export class AuthorityResolver {
  @FieldResolver(() => String)
  name(
    @Root() body: Body,
    @Arg('language', () => String, { nullable: true }) language: string | null | undefined,
    @Ctx('reading') { language: own, bodyNames }: NameSource,
  ): string | null {
    const official = bodyNames(body.code);
    if (official === undefined) return body.name ?? null;
    const known = language == null ? own : LANGUAGES.find((tag) => tag === language);
    return known === undefined ? null : official[known];
  }
}
