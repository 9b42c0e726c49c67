/** Publications for anybody with a token: nothing here is about a person, and no field leads to one. */
import { ID, Int, ObjectType } from 'type-graphql';
import type { Language } from '../../base/index.js';
import {
  PUBLICATION_FAULTS,
  PUBLICATION_STATES,
  type PublicationFaultCode,
  type PublicationState,
  SOURCE_LANGUAGES,
  type SourceLanguage,
} from '../../publications/index.js';
import { PUBLICATION_KINDS, type PublicationKind } from '../../treaty/index.js';
import { LanguageEnum } from '../cases/types/case-enums.js';
import { PublicField, RoleField } from '../field-kinds.js';
import { Authority, type Body } from '../types/authority.js';
import { enumOf } from '../types/enums.js';
import { Instant, PartialDate } from '../types/scalars.js';

type Text = string | null;

export const PublicationKindEnum = enumOf('PublicationKind', PUBLICATION_KINDS);
export const SourceLanguageEnum = enumOf('SourceLanguage', SOURCE_LANGUAGES, 'ISO 639-1.');
const PublicationStateEnum = enumOf(
  'PublicationState',
  PUBLICATION_STATES,
  'HELD: something personal may stand in it, and nobody is shown it.',
);
const PublicationFaultCodeEnum = enumOf('PublicationFaultCode', PUBLICATION_FAULTS);

@ObjectType({ simpleResolvers: true })
export class PublicationText {
  @PublicField(() => LanguageEnum) language!: Language;
  @PublicField(() => String) title!: string;
  @PublicField(() => String, { nullable: true }) summary?: Text;
  @PublicField(() => String, {
    nullable: true,
    description: 'Null where the source alone has it.',
  })
  text?: () => Promise<Text>;
}

@ObjectType({ simpleResolvers: true, description: 'Where everybody can read it.' })
export class PublicationSource {
  @PublicField(() => String) reference!: string;
  @PublicField(() => String) url!: string;
}

@ObjectType({ simpleResolvers: true })
export class PublicationChange {
  @PublicField(() => String) reference!: string;
  @PublicField(() => ID, { nullable: true, description: 'Its publication here.' })
  publication?: Text;
}

@ObjectType({ simpleResolvers: true })
export class PublicationFile {
  @PublicField(() => String) name!: string;
  @PublicField(() => String) mediaType!: string;
  @PublicField(() => String, { description: 'Its address below this gateway’s origin.' })
  path!: string;
}

@ObjectType({ simpleResolvers: true })
export class Publication {
  @PublicField(() => ID) id!: string;
  @PublicField(() => PublicationKindEnum) kind!: PublicationKind;
  @PublicField(() => PublicationStateEnum) state!: PublicationState;
  @PublicField(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  reason?: Text;
  @PublicField(() => ID) instrument!: string;
  @PublicField(() => String) clause!: string;
  @PublicField(() => Authority) publisher!: Body;
  @PublicField(() => [PublicationText]) texts!: readonly PublicationText[];
  @PublicField(() => [SourceLanguageEnum]) languages!: readonly SourceLanguage[];
  @PublicField(() => PublicationSource) source!: PublicationSource;
  @PublicField(() => PartialDate, { nullable: true }) adopted?: Text;
  @PublicField(() => PartialDate, { nullable: true }) inForceFrom?: Text;
  @PublicField(() => PartialDate) published!: string;
  @PublicField(() => PartialDate, { nullable: true }) changed?: Text;
  @PublicField(() => PublicationChange, { nullable: true }) changes?: PublicationChange | null;
  @PublicField(() => [PublicationFile]) files!: readonly PublicationFile[];
  @PublicField(() => Instant) firstShownAt!: number;
  @PublicField(() => Instant) shownAt!: number;
}

@ObjectType({ simpleResolvers: true })
export class PublicationEdge {
  @PublicField(() => String) cursor!: string;
  @PublicField(() => Publication) node!: Publication;
}

@ObjectType({ simpleResolvers: true })
export class PublicationPageInfo {
  @PublicField(() => Boolean) hasNextPage!: boolean;
  @PublicField(() => Boolean) hasPreviousPage!: boolean;
  @PublicField(() => String, { nullable: true }) startCursor?: Text;
  @PublicField(() => String, { nullable: true }) endCursor?: Text;
}

@ObjectType({ simpleResolvers: true })
export class PublicationConnection {
  @PublicField(() => [PublicationEdge]) edges!: readonly PublicationEdge[];
  @PublicField(() => PublicationPageInfo) pageInfo!: PublicationPageInfo;
}

@ObjectType({ simpleResolvers: true })
export class PublicationVersion {
  @PublicField(() => Int, { description: 'Among those that were shown, from 1.' }) number!: number;
  @PublicField(() => PublicationStateEnum) state!: PublicationState;
  @PublicField(() => Instant) shownAt!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Something personal that may stand in a text, and where; never what it is.',
})
export class PublicationFinding {
  @RoleField(() => String, { nullable: false }) at!: string;
  @RoleField(() => String, { nullable: false }) kind!: string;
  @RoleField(() => Int, { nullable: false }) from!: number;
  @RoleField(() => Int, { nullable: false, description: 'Excluded.' }) to!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A version as it is kept.' })
export class KeptPublication {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => Int, { nullable: false }) version!: number;
  @RoleField(() => PublicationStateEnum, { nullable: false }) state!: PublicationState;
  @RoleField(() => Instant, { nullable: false }) recordedAt!: number;
  @RoleField(() => String, { nullable: false, description: 'Service number.' }) recordedBy!: string;
  @RoleField(() => String) reason?: Text;
  @RoleField(() => [PublicationFinding], { nullable: false })
  findings!: readonly PublicationFinding[];
  @RoleField(() => String, { nullable: false, description: 'The publication. Canonical JSON.' })
  document!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A code and the member it is about; nothing of what was sent.',
})
export class PublicationFault {
  @RoleField(() => PublicationFaultCodeEnum, { nullable: false }) code!: PublicationFaultCode;
  @RoleField(() => String, { nullable: false }) at!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The version that stands now; null with the faults for which there is none.',
})
export class PublicationAnswer {
  @RoleField(() => KeptPublication) kept?: KeptPublication | null;
  @RoleField(() => [PublicationFault], { nullable: false }) faults!: readonly PublicationFault[];
}

@ObjectType({ simpleResolvers: true })
export class HeldPublicationPage {
  @RoleField(() => [KeptPublication], { nullable: false }) nodes!: readonly KeptPublication[];
  @RoleField(() => Boolean, { nullable: false }) hasNextPage!: boolean;
}
