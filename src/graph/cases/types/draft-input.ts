/** A draft as an officer sends it (9(2)): the request document without what the gateway itself knows. */
import { Field, InputType } from 'type-graphql';
import type { Language } from '../../../base/index.js';
import { ItemEnum, PurposeEnum, Sex } from '../../types/enums.js';
import { AimEnum, LanguageEnum } from './case-enums.js';

type Maybe = string | null | undefined;

@InputType()
export class DraftName {
  @Field(() => String, { description: 'ru-Cyrl, kk-Cyrl, az-Latn, az-Cyrl or und-Latn.' })
  script!: string;
  @Field(() => String, { nullable: true }) surname?: Maybe;
  @Field(() => String, { nullable: true }) givenName?: Maybe;
  @Field(() => String, { nullable: true }) patronymic?: Maybe;
}

@InputType()
export class DraftDocument {
  @Field(() => String, { nullable: true }) series?: Maybe;
  @Field(() => String) number!: string;
  @Field(() => String, { nullable: true }) issuedBy?: Maybe;
}

@InputType({ description: 'Whatever identifies the person; numbered in the order given, from 1.' })
export class DraftSubject {
  @Field(() => [DraftName], { nullable: true }) names?: readonly DraftName[] | null;
  @Field(() => String, { nullable: true, description: 'ISO 8601-2: what is unknown is left out.' })
  dateOfBirth?: Maybe;
  @Field(() => Sex, { nullable: true }) sex?: Maybe;
  @Field(() => String, { nullable: true }) citizenship?: Maybe;
  @Field(() => String, { nullable: true }) placeOfBirth?: Maybe;
  @Field(() => [DraftDocument], { nullable: true }) documents?: readonly DraftDocument[] | null;
  @Field(() => String, { nullable: true, description: 'The machine readable zone, pasted whole.' })
  mrz?: Maybe;
}

@InputType()
export class DraftPurpose {
  @Field(() => PurposeEnum) purpose!: string;
  @Field(() => String, { defaultValue: '', description: 'The clause it rests on.' })
  basis!: string;
  @Field(() => String, { defaultValue: '' }) justification!: string;
}

/** What a request states (9(2)), however it came. */
@InputType()
export abstract class StatedRequest {
  @Field(() => String) instrument!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The official name, where it is no longer the one of the instrument (Article 2).',
  })
  requestingName?: Maybe;
  @Field(() => String, { nullable: true }) requestedName?: Maybe;
  @Field(() => LanguageEnum, { defaultValue: 'ru', description: 'Article 15.' })
  language!: Language;
  @Field(() => String, { defaultValue: '', description: 'Version of the letterhead sample.' })
  letterhead!: string;
  @Field(() => AimEnum) aim!: string;
  @Field(() => [DraftPurpose], { defaultValue: [] }) purposes!: readonly DraftPurpose[];
  @Field(() => String, { defaultValue: '' }) substance!: string;
  @Field(() => String, { nullable: true }) otherInformation?: Maybe;
  @Field(() => [ItemEnum], { defaultValue: [] }) itemsWanted!: readonly string[];
  @Field(() => [DraftSubject], { defaultValue: [] }) subjects!: readonly DraftSubject[];
}

@InputType()
export class DraftInput extends StatedRequest {
  @Field(() => String) requestedAuthority!: string;
}
