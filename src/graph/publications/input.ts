/** A publication as a coordinator writes it, as the JSON that `readPublication` reads. */
import { Field, ID, InputType } from 'type-graphql';
import type { Json, Language } from '../../base/index.js';
import type { PublicationFault } from '../../publications/index.js';
import type { PublicationKind } from '../../treaty/index.js';
import { LanguageEnum } from '../cases/types/case-enums.js';
import { PublicationKindEnum, SourceLanguageEnum } from './types.js';

type Text = string | null;
const OPTIONAL = { nullable: true };

@InputType()
export class PublicationTextInput {
  @Field(() => LanguageEnum) language!: Language;
  @Field(() => String) title!: string;
  @Field(() => String, OPTIONAL) summary?: Text;
  @Field(() => String, OPTIONAL) text?: Text;
}

@InputType({ description: 'Where everybody can read it: without one nothing is published.' })
export class PublicationSourceInput {
  @Field(() => String) reference!: string;
  @Field(() => String, { description: 'https.' }) url!: string;
}

@InputType({ description: 'Days, YYYY-MM-DD.' })
export class PublicationDatesInput {
  @Field(() => String, OPTIONAL) adopted?: Text;
  @Field(() => String, OPTIONAL) inForceFrom?: Text;
  @Field(() => String) published!: string;
  @Field(() => String, OPTIONAL) changed?: Text;
}

@InputType({ description: 'What a change of legislation changes.' })
export class PublicationChangeInput {
  @Field(() => String) reference!: string;
  @Field(() => ID, { nullable: true, description: 'Its publication here.' }) publication?: Text;
}

@InputType()
export class PublicationInput {
  @Field(() => ID, {
    description:
      'Lower-case letters, digits and single hyphens. One that stands already is changed.',
  })
  id!: string;
  @Field(() => PublicationKindEnum) kind!: PublicationKind;
  @Field(() => ID) instrument!: string;
  @Field(() => String) clause!: string;
  @Field(() => [PublicationTextInput]) texts!: readonly PublicationTextInput[];
  @Field(() => [SourceLanguageEnum], { description: 'Of the source.' })
  languages!: readonly string[];
  @Field(() => PublicationSourceInput, OPTIONAL) source?: PublicationSourceInput | null;
  @Field(() => PublicationDatesInput) dates!: PublicationDatesInput;
  @Field(() => PublicationChangeInput, OPTIONAL) changes?: PublicationChangeInput | null;
}

/** The JSON of it, published by this authority; or that a language stands twice, which JSON could not say. */
export function writtenFrom(
  { texts, languages, source, dates, changes, ...head }: PublicationInput,
  publisher: string,
): { readonly written: Json } | { readonly faults: readonly PublicationFault[] } {
  const spoken = texts.map(({ language }) => language);
  if (new Set(spoken).size < spoken.length) {
    return { faults: [{ code: 'UNKNOWN_LANGUAGE', at: 'texts' }] };
  }
  return {
    written: {
      ...{ ...head, publisher, languages: [...languages] },
      source: source == null ? null : { ...source },
      dates: plain({ ...dates }),
      changes: changes == null ? null : plain({ ...changes }),
      texts: Object.fromEntries(
        texts.map(({ language, ...text }) => [language, plain(text)] as const),
      ),
    },
  };
}

/** Members that were left out, as null. */
const plain = (members: Readonly<Record<string, Text | undefined>>): Json =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [name, value ?? null]));
