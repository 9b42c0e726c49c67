/** What can be wrong with a step of a readmission case: the desk's codes, and those of the form of what was sent. */
import { READMISSION_FAULTS, type ReadmissionFault } from '../../readmission/index.js';
import type { FaultCode, InputFault } from '../cases/faults.js';

const FORM_FAULTS = [
  'WRONG_FORM',
  'CONTENT_MISSING',
  'TOO_LONG',
  'CONTROL_CHARACTER',
  'OUT_OF_RANGE',
] as const satisfies readonly FaultCode[];
type FormFault = (typeof FORM_FAULTS)[number];

export type ReadmissionFaultCode = ReadmissionFault | FormFault;

/** Every code of a fault. Closed. */
export const READMISSION_FAULT_CODES: readonly ReadmissionFaultCode[] = [
  ...READMISSION_FAULTS,
  ...FORM_FAULTS,
];

export interface PlacedFault {
  readonly code: ReadmissionFaultCode;
  readonly at: string;
}

/** The argument that a fault of the desk is about; the request where it is none. */
const ABOUT: Partial<Readonly<Record<ReadmissionFault, string>>> = {
  CONFLICT: 'id',
  SUBJECT_NOT_IN_REQUEST: 'n',
  ITEM_NOT_OPENED: 'item',
  CORRECTION_WITHOUT_ITEM: 'item',
  DAY_IN_FUTURE: 'on',
  DAY_PASSED: 'due',
  DUE_DAY_MISSING: 'due',
  NOT_OF_THIS_KIND: 'kind',
  NO_SUCH_QUESTION: 'answers',
  UNKNOWN_RECORD: 'number',
  OWN_RECORD: 'number',
  EVENT_TWICE: 'event',
  END_NOT_LATER: 'until',
  BEYOND_LONGEST: 'until',
  PERSONAL_DATA_IN_TEXT: 'text',
  WINDOW_NOT_FREE: 'window',
  ALREADY_BOOKED: 'n',
  LANGUAGE_NOT_INTERPRETED: 'language',
  UNKNOWN_BOOKING: 'booking',
  INTERVIEW_NOT_BEGUN: 'booking',
  INTERVIEW_OVER: 'booking',
};

export const placed = (fault: ReadmissionFault): PlacedFault => ({
  code: fault,
  at: ABOUT[fault] ?? 'request',
});

/** A fault of the form of an argument. */
export const formFault = ({ code, at }: InputFault): PlacedFault => ({
  code: FORM_FAULTS.find((known) => known === code) ?? 'WRONG_FORM',
  at,
});
