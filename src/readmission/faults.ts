/** Why a step of a readmission case is not made: closed. Of a case that is not the caller's, nothing but NO_READMISSION. */
import type { BookingFault } from './interviews.js';
import type { StepFault } from './steps.js';

export type ReadmissionFault = StepFault | BookingFault | 'NO_READMISSION';

/** Every one of them; it compiles while each stands here once. */
const ALL: Readonly<Record<ReadmissionFault, true>> = {
  NO_READMISSION: true,
  NOT_THIS_ROLE: true,
  CASE_NOT_OPENED: true,
  CASE_ALREADY_OPEN: true,
  CASE_CLOSED: true,
  END_NOT_LATER: true,
  BEYOND_LONGEST: true,
  CONFLICT: true,
  SUBJECT_NOT_IN_REQUEST: true,
  ITEM_NOT_OPENED: true,
  DAY_IN_FUTURE: true,
  DAY_PASSED: true,
  DUE_DAY_MISSING: true,
  CORRECTION_WITHOUT_ITEM: true,
  NOT_OF_THIS_KIND: true,
  NO_SUCH_QUESTION: true,
  UNKNOWN_RECORD: true,
  OWN_RECORD: true,
  EVENT_TWICE: true,
  PERSONAL_DATA_IN_TEXT: true,
  TOO_MANY: true,
  WINDOW_NOT_FREE: true,
  ALREADY_BOOKED: true,
  LANGUAGE_NOT_INTERPRETED: true,
  UNKNOWN_BOOKING: true,
  INTERVIEW_NOT_BEGUN: true,
  INTERVIEW_OVER: true,
};
export const READMISSION_FAULTS = Object.keys(ALL) as readonly ReadmissionFault[];
