/** Why nothing is done with a report. Closed; NO_REPORT is the one answer for one that is unknown and one that is not to be seen. */

/** Codes of reports alone; their words stand under REPORT. */
export const REPORT_CODES = [
  'NO_REPORT',
  'KIND_NOT_IN_INSTRUMENT',
  'RECIPIENT_MISSING',
  'RECIPIENT_NOT_A_PARTY',
  'PERSONS_NEED_BOTH_CONSENTS',
  'MEDIA_TYPE_DIFFERS',
  'NOT_SCANNED',
  'REPORT_HELD',
  'NOTHING_HELD',
  'OTHER_VERSION',
  'NO_CONSENT_TO_WITHDRAW',
  'FINDING_WITHOUT_REASON',
  'UNKNOWN_FINDING',
  'OWN_TEXT',
  'NOT_OFFERED',
  'REPORT_CHANGED',
] as const;

/** Codes that mean here what they mean of a case. */
const SHARED_CODES = [
  'NOT_THIS_ROLE',
  'INSTRUMENT_UNKNOWN',
  'INSTRUMENT_NOT_IN_FORCE',
  'CONTENT_MISSING',
  'CONTROL_CHARACTER',
  'TOO_LONG',
  'TOO_MANY',
  'FILE_TOO_LARGE',
] as const;

export const REPORT_FAULTS = [...REPORT_CODES, ...SHARED_CODES] as const;
export type ReportFault = (typeof REPORT_FAULTS)[number];
