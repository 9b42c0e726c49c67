/** What is told of readmission cases and interviews: why a step is not made, and what is warned about. */
export const READMISSION_KEYS = {
  FAULT: [
    'NO_READMISSION',
    'NOT_THIS_ROLE',
    'CASE_NOT_OPENED',
    'CASE_ALREADY_OPEN',
    'CASE_CLOSED',
    'END_NOT_LATER',
    'BEYOND_LONGEST',
    'CONFLICT',
    'SUBJECT_NOT_IN_REQUEST',
    'ITEM_NOT_OPENED',
    'DAY_IN_FUTURE',
    'DAY_PASSED',
    'DUE_DAY_MISSING',
    'CORRECTION_WITHOUT_ITEM',
    'NOT_OF_THIS_KIND',
    'NO_SUCH_QUESTION',
    'UNKNOWN_RECORD',
    'OWN_RECORD',
    'EVENT_TWICE',
    'PERSONAL_DATA_IN_TEXT',
    'TOO_MANY',
    'WINDOW_NOT_FREE',
    'ALREADY_BOOKED',
    'LANGUAGE_NOT_INTERPRETED',
    'UNKNOWN_BOOKING',
    'INTERVIEW_NOT_BEGUN',
    'INTERVIEW_OVER',
    'WRONG_FORM',
    'CONTENT_MISSING',
    'TOO_LONG',
    'CONTROL_CHARACTER',
    'OUT_OF_RANGE',
  ],
  WARNING: [
    'INSTRUMENT_UNCONFIRMED',
    'BASIS_NOT_CONFIGURED',
    'CLOCKS_NOT_CONFIGURED',
    'RETENTION_NOT_CONFIGURED',
    'VOLUNTARY_RETURN_NOT_RECORDED',
    'NOTICE_DAY_NOT_STATED',
    'NOTICE_LANGUAGE_NOT_STATED',
    'CLOCK_OVERDUE',
    'USE_REPORT_OVERDUE',
  ],
} as const;

type ReadmissionList = keyof typeof READMISSION_KEYS;

/** One language's texts. Constant: nothing that was sent is ever put into them. */
export type ReadmissionCatalogue = {
  readonly [List in ReadmissionList]: Readonly<
    Record<(typeof READMISSION_KEYS)[List][number], string>
  >;
};
