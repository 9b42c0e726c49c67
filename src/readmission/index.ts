export type { ReadmissionFile } from './case-file.js';
export {
  CASE_EVENTS,
  type CaseClock,
  type CaseEvent,
  CLOCK_ENDS,
  CLOCK_STATES,
  type ClockKind,
  type ClockRule,
  caseClocks,
  type ReadmissionSettings,
} from './clocks.js';
export {
  EVIDENCE_GRADES,
  EVIDENCE_KINDS,
  type EvidenceGrade,
  type EvidenceKind,
} from './evidence.js';
export { READMISSION_FAULTS, type ReadmissionFault } from './faults.js';
export {
  type Booking,
  CHANNEL_KINDS,
  INTERVIEW_OUTCOMES,
  type InterviewChannel,
  type InterviewOutcome,
  type InterviewWindow,
  whyNoOutcome,
  whyNotBooked,
  whyNotCancelled,
} from './interviews.js';
export { type CaseRetention, DEFAULT_RETENTION } from './retention.js';
export {
  type Actor,
  type Hand,
  isCaseRole,
  isWorking,
  mayStep,
  SIDES,
  type Side,
  type StepKind,
} from './side.js';
export { carriesCase, type Laws, mayBeOffered, READMISSION } from './standing.js';
export {
  type CaseStep,
  type Ground,
  type Inspect,
  RECORDED_EVENTS,
  type RecordedEvent,
  type StepFault,
  type Stepped,
  stepCase,
  whyNotBeside,
} from './steps.js';
export {
  READMISSION_WARNINGS,
  type ReadmissionWarning,
  type Telling,
  type ToldCase,
  type ToldRecord,
  tellCase,
} from './told.js';
export { isLanguage } from './voluntary-return.js';
export {
  type NewChannel,
  type NewWindow,
  type ReadChannels,
  readChannels,
} from './windows-file.js';
export { type Draft, RECORD_KINDS, type RecordKind, USE_STATES } from './written-record.js';
