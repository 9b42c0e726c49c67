/**
 * Readmission and interviews as they are told. Channels and free windows say nothing of anybody; a case and what is below it
 * is reached under the grant of its request, or by role through the desk (memorandum, 4; EU-AZ-2014).
 */
import { ID, Int, ObjectType } from 'type-graphql';
import {
  CASE_EVENTS,
  CHANNEL_KINDS,
  CLOCK_ENDS,
  CLOCK_STATES,
  EVIDENCE_GRADES,
  EVIDENCE_KINDS,
  INTERVIEW_OUTCOMES,
  READMISSION_WARNINGS,
  RECORD_KINDS,
  RECORDED_EVENTS,
  SIDES,
  USE_STATES,
} from '../../readmission/index.js';
import { RoleField } from '../field-kinds.js';
import { enumOf, ItemEnum } from '../types/enums.js';
import { Instant } from '../types/scalars.js';
import { READMISSION_FAULT_CODES } from './faults.js';

type Text = string | null;
type Count = number | null;

const ChannelKindEnum = enumOf('InterviewChannelKind', CHANNEL_KINDS);
export const EvidenceKindEnum = enumOf('NationalityEvidenceKind', EVIDENCE_KINDS);
export const EvidenceGradeEnum = enumOf(
  'NationalityEvidenceGrade',
  EVIDENCE_GRADES,
  'As the side that gave it holds it to be.',
);
export const InterviewOutcomeEnum = enumOf('InterviewOutcome', INTERVIEW_OUTCOMES);
export const RecordKindEnum = enumOf(
  'ReadmissionRecordKind',
  RECORD_KINDS,
  'A letter, a correction, a question what was received used for, the answer to it.',
);
const CaseEventEnum = enumOf('ReadmissionEventKind', CASE_EVENTS);
export const RecordedEventEnum = enumOf('ReadmissionRecordedEvent', RECORDED_EVENTS);
const ClockEnum = enumOf('ReadmissionClockKind', Object.keys(CLOCK_ENDS));
const ClockStateEnum = enumOf('ReadmissionClockState', CLOCK_STATES);
const SideEnum = enumOf('ReadmissionSide', SIDES);
const UseStateEnum = enumOf('UseReportState', USE_STATES);
const WarningEnum = enumOf('ReadmissionWarningCode', READMISSION_WARNINGS);
const FaultEnum = enumOf('ReadmissionFaultCode', READMISSION_FAULT_CODES);

const LANGUAGES = 'ISO 639 codes of the languages that are interpreted.';

@ObjectType({
  simpleResolvers: true,
  description: 'A way to have identification interviews (memorandum, 4(b)). Nothing of anybody.',
})
export class InterviewChannel {
  @RoleField(() => ID, { nullable: false }) code!: string;
  @RoleField(() => ChannelKindEnum, { nullable: false }) kind!: string;
  @RoleField(() => String) place?: Text;
  @RoleField(() => String) hours?: Text;
  @RoleField(() => String, { description: 'Of the office.' }) contact?: Text;
  @RoleField(() => [String], { description: LANGUAGES }) languages?: readonly string[] | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A time that is free now; a taken one is not told.',
})
export class InterviewWindow {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => InterviewChannel, { nullable: false }) channel!: InterviewChannel;
  @RoleField(() => Instant, { nullable: false }) from!: number;
  @RoleField(() => Instant, { nullable: false }) until!: number;
  @RoleField(() => [String], { description: LANGUAGES }) languages?: readonly string[] | null;
}

@ObjectType({ simpleResolvers: true })
export class InterviewBooking {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => Int, { description: "The subject's number in the signed request." }) n?: Count;
  @RoleField(() => InterviewWindow) window?: InterviewWindow | null;
  @RoleField(() => String, { description: 'Of the interpreter; ISO 639.' }) language?: Text;
  @RoleField(() => String, { description: 'Of a video interview.' }) videoLink?: Text;
  @RoleField(() => String, { description: 'The authority that booked.' }) bookedBy?: Text;
  @RoleField(() => Instant) cancelledAt?: Count;
  @RoleField(() => InterviewOutcomeEnum) outcome?: Text;
  @RoleField(() => Instant) outcomeAt?: Count;
}

@ObjectType({ simpleResolvers: true, description: 'Where its values stand; not they themselves.' })
export class NationalityEvidence {
  @RoleField(() => Int) n?: Count;
  @RoleField(() => EvidenceKindEnum) evidence?: Text;
  @RoleField(() => EvidenceGradeEnum) grade?: Text;
  @RoleField(() => ItemEnum) item?: Text;
  @RoleField(() => String, { description: 'The authority that gave it.' }) by?: Text;
  @RoleField(() => Instant) at?: Count;
}

@ObjectType({
  simpleResolvers: true,
  description: 'As configured; unconfirmed until an operator is.',
})
export class ReadmissionClock {
  @RoleField(() => ClockEnum) clock?: Text;
  @RoleField(() => Int) days?: Count;
  @RoleField(() => String) clause?: Text;
  @RoleField(() => ClockStateEnum) state?: Text;
  @RoleField(() => String, { description: 'The last day, YYYY-MM-DD.' }) due?: Text;
}

@ObjectType({ simpleResolvers: true })
export class ReadmissionEvent {
  @RoleField(() => CaseEventEnum) event?: Text;
  @RoleField(() => Instant) at?: Count;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An entry of the written record of the two sides: from one, confirmed by the other.',
})
export class ReadmissionRecord {
  @RoleField(() => Int, { nullable: false }) number!: number;
  @RoleField(() => RecordKindEnum, { nullable: false }) kind!: string;
  @RoleField(() => SideEnum) from?: Text;
  @RoleField(() => String, { description: 'The authority that wrote it.' }) by?: Text;
  @RoleField(() => Instant) at?: Count;
  @RoleField(() => String) text?: Text;
  @RoleField(() => Int) n?: Count;
  @RoleField(() => ItemEnum) item?: Text;
  @RoleField(() => Int, { description: 'The number of the question.' }) answers?: Count;
  @RoleField(() => String, { description: 'YYYY-MM-DD.' }) due?: Text;
  @RoleField(() => UseStateEnum, { description: 'Of a question alone.' }) use?: Text;
  @RoleField(() => Instant, { description: 'By the other side.' }) confirmedAt?: Count;
}

@ObjectType({ simpleResolvers: true, description: 'Told, and blocks nothing.' })
export class ReadmissionWarning {
  @RoleField(() => WarningEnum, { nullable: false }) code!: string;
  @RoleField(() => String, { nullable: false }) text!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A readmission case, as both its sides are told it.',
})
export class ReadmissionCase {
  @RoleField(() => ID, { nullable: false, description: 'Of the exchange request it belongs to.' })
  request!: string;
  @RoleField(() => String) instrument?: Text;
  @RoleField(() => String, { description: 'As configured by the operator.' }) legalBasis?: Text;
  @RoleField(() => Boolean, { description: 'Whether an operator has read the text.' })
  confirmed?: boolean | null;
  @RoleField(() => Instant) openedAt?: Count;
  @RoleField(() => String, { description: 'The authority that opened it.' }) openedBy?: Text;
  @RoleField(() => Instant, {
    description: 'The first instant at which nothing of it is kept; earlier once it is closed.',
  })
  endsAt?: Count;
  @RoleField(() => [NationalityEvidence]) evidence?: readonly NationalityEvidence[] | null;
  @RoleField(() => Boolean, { description: 'Null where nobody has recorded it.' })
  voluntaryReturnOffered?: boolean | null;
  @RoleField(() => String, { description: 'The day of the notice, YYYY-MM-DD.' }) noticeOn?: Text;
  @RoleField(() => String, { description: 'Which the person understands; ISO 639.' })
  noticeLanguage?: Text;
  @RoleField(() => String, { description: 'Why there was no offer.' }) noOfferReason?: Text;
  @RoleField(() => [ReadmissionEvent]) events?: readonly ReadmissionEvent[] | null;
  @RoleField(() => [ReadmissionClock]) clocks?: readonly ReadmissionClock[] | null;
  @RoleField(() => [InterviewBooking]) bookings?: readonly InterviewBooking[] | null;
  @RoleField(() => [ReadmissionRecord]) records?: readonly ReadmissionRecord[] | null;
  @RoleField(() => [ReadmissionWarning]) warnings?: readonly ReadmissionWarning[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'Of this authority, for its officers alone.' })
export class HumanitarianNote {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => String, { description: 'Service number.' }) officer?: Text;
  @RoleField(() => Instant) at?: Count;
  @RoleField(() => String) note?: Text;
}

@ObjectType({ simpleResolvers: true, description: 'A code and the argument it is about.' })
export class ReadmissionFaultType {
  @RoleField(() => FaultEnum, { nullable: false }) code!: string;
  @RoleField(() => String, { nullable: false }) at!: string;
  @RoleField(() => String, { nullable: false }) text!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What came of a step; the case is read apart.' })
export class ReadmissionAnswer {
  @RoleField(() => Boolean, { nullable: false }) done!: boolean;
  @RoleField(() => Int, { description: 'Of the record that was written.' }) number?: Count;
  @RoleField(() => [ReadmissionWarning], { nullable: false })
  warnings!: readonly ReadmissionWarning[];
  @RoleField(() => [ReadmissionFaultType], { nullable: false })
  faults!: readonly ReadmissionFaultType[];
}
