/** Strategic reports (Article 4; memorandum, 3(c)) as those see them for whom they exist. No way leads from here to a person. */
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LANGUAGES, type Language } from '../../base/index.js';
import {
  CLASSIFICATIONS,
  type Classification,
  REPORT_FAULTS,
  REPORT_PARTS,
  REPORT_STATES,
} from '../../reports/index.js';
import { FINDING_KINDS, FINDING_SIGNS, MEDIA_TYPES } from '../../scan/index.js';
import { REPORT_KINDS, type ReportKind } from '../../treaty/index.js';
import { RoleField } from '../field-kinds.js';
import { Authority } from '../types/authority.js';
import { enumOf } from '../types/enums.js';
import { Base64, Instant } from '../types/scalars.js';

type Text = string | null;
type Many<T> = readonly T[] | null;

const ReportKindEnum = enumOf(
  'ReportKind',
  REPORT_KINDS,
  'The six of Article 4, in its order; then those of 3(c) and 4(a) of the memorandum.',
);
const ClassificationEnum = enumOf(
  'ReportClassification',
  CLASSIFICATIONS,
  'From the most open to the least.',
);
const ReportStateEnum = enumOf('ReportState', REPORT_STATES);
const ReportFaultCode = enumOf('ReportFaultCode', REPORT_FAULTS);
const ReportPartEnum = enumOf('ReportPart', REPORT_PARTS);
const FindingKindEnum = enumOf('FindingKind', FINDING_KINDS, 'What the scanner found.');
const FindingSignEnum = enumOf('FindingSign', FINDING_SIGNS, 'By what it was recognised.');
const ReportLanguage = enumOf('ReportLanguage', LANGUAGES);

@InputType()
export class ReportAttachmentInput {
  @Field(() => String, { description: `One of ${MEDIA_TYPES.join(', ')}; the bytes are that.` })
  mediaType!: string;
  @Field(() => Base64) content!: string;
}

@InputType()
export class ReportInput {
  @Field(() => String) instrument!: string;
  @Field(() => ReportKindEnum) kind!: ReportKind;
  @Field(() => [String], { description: 'Authorities of the other Party.' })
  recipients!: readonly string[];
  @Field(() => ClassificationEnum) classification!: Classification;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Passing it on needs the originator’s permission.',
  })
  originatorControl!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'It names persons who organise illegal migration: under Article 4 alone.',
  })
  namesPersons!: boolean;
  @Field(() => ReportLanguage) language!: Language;
  @Field(() => String) title!: string;
  @Field(() => String) text!: string;
  @Field(() => [ReportAttachmentInput], { defaultValue: [] })
  attachments!: readonly ReportAttachmentInput[];
}

@InputType()
export class FindingReasonInput {
  @Field(() => Int, { description: '`ReportFinding.n`.' }) finding!: number;
  @Field(() => String, { description: 'Why it may go; it stays with the originator.' })
  reason!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Why a report is held: what was found, and where. Never the value.',
})
export class ReportFinding {
  @RoleField(() => Int, { nullable: false }) n!: number;
  @RoleField(() => FindingKindEnum, { nullable: false }) kind!: string;
  @RoleField(() => FindingSignEnum, { nullable: false }) why!: string;
  @RoleField(() => Int, { nullable: false, description: '1 may be, 2 is likely, 3 is.' })
  weight!: number;
  @RoleField(() => ReportPartEnum, { nullable: false }) part!: string;
  @RoleField(() => Int, { description: 'Its number, where it is in one.' }) attachment?:
    | number
    | null;
  @RoleField(() => Int, {
    nullable: false,
    description: 'Offsets in UTF-16 code units; of a file that is no text, bytes.',
  })
  from!: number;
  @RoleField(() => Int, { nullable: false }) to!: number;
  @RoleField(() => String, { description: 'The coordinator’s; null while nobody cleared it.' })
  reason?: Text;
  @RoleField(() => String, { description: 'Service number of who cleared it.' }) clearedBy?: Text;
  @RoleField(() => Instant) clearedAt?: number | null;
}

@ObjectType({ simpleResolvers: true })
export class ReportAttachment {
  @RoleField(() => Int, { nullable: false }) n!: number;
  @RoleField(() => String, { nullable: false }) mediaType!: string;
  @RoleField(() => String, { nullable: false, description: 'Hexadecimal.' }) sha256!: string;
  @RoleField(() => Int, { nullable: false, description: 'Bytes.' }) length!: number;
  @RoleField(() => Base64, { description: 'Null in a list.' }) content?: Text;
}

@ObjectType({ simpleResolvers: true, description: 'A consent to this version, or its withdrawal.' })
export class ReportConsentView {
  @RoleField(() => Authority, { nullable: false }) authority!: Authority;
  @RoleField(() => String, { description: 'Service number; null of the other side’s.' })
  officer?: Text;
  @RoleField(() => Instant, { nullable: false }) at!: number;
  @RoleField(() => Boolean, { nullable: false }) isGiven!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A strategic report, as it is read.' })
export class StrategicReport {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => Int, { nullable: false }) version!: number;
  @RoleField(() => String, { nullable: false, description: 'SHA-256 of `document`.' })
  digest!: string;
  @RoleField(() => ReportStateEnum, { nullable: false }) state!: string;
  @RoleField(() => String, { nullable: false }) instrument!: string;
  @RoleField(() => String, { nullable: false }) clause!: string;
  @RoleField(() => ReportKindEnum, { nullable: false }) kind!: string;
  @RoleField(() => Authority, { nullable: false }) originator!: Authority;
  @RoleField(() => [Authority], { nullable: false }) recipients!: readonly Authority[];
  @RoleField(() => ClassificationEnum, { nullable: false }) classification!: string;
  @RoleField(() => Boolean, { nullable: false }) originatorControl!: boolean;
  @RoleField(() => Boolean, { nullable: false }) namesPersons!: boolean;
  @RoleField(() => ReportLanguage, { nullable: false }) language!: string;
  @RoleField(() => String, { nullable: false }) title!: string;
  @RoleField(() => String, { nullable: false }) text!: string;
  @RoleField(() => Instant, { nullable: false }) writtenAt!: number;
  @RoleField(() => [ReportAttachment], { nullable: false })
  attachments!: readonly ReportAttachment[];
  @RoleField(() => String, {
    nullable: false,
    description: 'This version in canonical JSON: what was scanned and consented to.',
  })
  document!: string;
  @RoleField(() => [ReportConsentView], { nullable: false })
  consents!: readonly ReportConsentView[];
  @RoleField(() => [String], {
    nullable: false,
    description: 'Bodies to which the originator permits that it is passed on.',
  })
  mayBePassedOnTo!: readonly string[];
  @RoleField(() => [ReportFinding], { description: 'For the originator’s officers.' })
  findings?: Many<ReportFinding>;
}

@ObjectType({ simpleResolvers: true, description: 'By id, at most 100; no total.' })
export class StrategicReportPage {
  @RoleField(() => [StrategicReport], { nullable: false }) nodes!: readonly StrategicReport[];
  @RoleField(() => Boolean, { nullable: false }) hasNextPage!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A report that waits for the consent of your authority: what it is, nothing of it.',
})
export class ReportOffer {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => ReportKindEnum, { nullable: false }) kind!: string;
  @RoleField(() => String, { nullable: false }) instrument!: string;
  @RoleField(() => String, { nullable: false }) clause!: string;
  @RoleField(() => Authority, { nullable: false }) originator!: Authority;
  @RoleField(() => Instant, { nullable: false }) offeredAt!: number;
  @RoleField(() => String, { nullable: false, description: 'Names the version to consent to.' })
  digest!: string;
  @RoleField(() => Boolean, { nullable: false }) namesPersons!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class ReportOfferPage {
  @RoleField(() => [ReportOffer], { nullable: false }) nodes!: readonly ReportOffer[];
  @RoleField(() => Boolean, { nullable: false }) hasNextPage!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'Where a report stands; nothing of its text.' })
export class ReportStandingView {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => Int, { nullable: false }) version!: number;
  @RoleField(() => String, { nullable: false }) digest!: string;
  @RoleField(() => ReportStateEnum, { nullable: false }) state!: string;
  @RoleField(() => [ReportFinding], { description: 'For the originator’s officers.' })
  findings?: Many<ReportFinding>;
}

@ObjectType({ simpleResolvers: true, description: 'A code and the argument it is about.' })
export class ReportFaultType {
  @RoleField(() => ReportFaultCode, { nullable: false }) code!: string;
  @RoleField(() => String, { nullable: false }) at!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The report after the step; null with the faults for which there was none.',
})
export class ReportAnswer {
  @RoleField(() => ReportStandingView) report?: ReportStandingView | null;
  @RoleField(() => [ReportFaultType], { nullable: false }) faults!: readonly ReportFaultType[];
}
