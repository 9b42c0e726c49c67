/**
 * Every error code a caller can see, in the order in which the gateway checks.
 * Closed: a new code is added here and in docs/reference.md in the same words.
 */
export const ERROR_CODES = [
  'METHOD_NOT_ALLOWED',
  'UNSUPPORTED_MEDIA_TYPE',
  'NOT_ACCEPTABLE',
  'PAYLOAD_TOO_LARGE',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'TOO_COMPLEX',
  'PURPOSE_REQUIRED',
  'OPERATION_NOT_LISTED',
  'NO_GRANT',
  'LEDGER_UNAVAILABLE',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is told beside an answer that is given (`extensions.notice`). */
export type Notice = Extract<ErrorCode, 'OPERATION_NOT_LISTED'>;

/** Codes that stand inside an answer, beside its data. */
export const ANSWER_CODES = ['FIELD_WITHHELD', 'REFUSED', 'DESTROYED'] as const;
export type AnswerCode = (typeof ANSWER_CODES)[number];

/** Why the auditor's bench tells nothing. */
export const AUDIT_FAULTS = [
  'NOT_THIS_ROLE',
  'UNKNOWN_SUBJECT',
  'WRONG_SPAN',
  'SPAN_TOO_WIDE',
  'TOO_MANY',
  'WRONG_FORM',
  'SUBJECT_KEY_CHANGED',
  'DEFERRAL_DUE',
] as const;
export type AuditFault = (typeof AUDIT_FAULTS)[number];

/** Why a document was refused (`extensions.reason` of BAD_REQUEST and TOO_COMPLEX). */
export const DOCUMENT_REASONS = [
  'SYNTAX',
  'VALIDATION',
  'VARIABLES',
  'OPERATION_NAME',
  'DEPTH',
  'ALIASES',
  'DIRECTIVES',
  'TOKENS',
  'COST',
] as const;
export type DocumentReason = (typeof DOCUMENT_REASONS)[number];

/** A place in the caller's document: line and column, both from 1. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
}

/** What a refusal may carry beside its code; never a word of what was sent. */
export interface RefusalDetail {
  readonly reason?: DocumentReason;
  readonly locations?: readonly SourceLocation[];
  /** Seconds after which asking again may help. */
  readonly retryAfter?: number;
}

/** A refusal that a caller may see. Its message is its code: the words come from the catalogue. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ErrorCode,
    readonly detail: RefusalDetail = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
