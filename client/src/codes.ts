/** Every code that a caller of this client can see. Closed: the gateway's are those of its reference, in its order. */

/** Why the gateway refused the whole operation. */
export const REFUSAL_CODES = [
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
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What of the document was at fault, beside BAD_REQUEST and TOO_COMPLEX. */
export const REFUSAL_REASONS = [
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
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Why the client itself hands nothing on. */
export type FaultCode =
  /** The token is no text that a header can carry. */
  | 'TOKEN_MALFORMED'
  /** No answer, or one that was cut off or led elsewhere. */
  | 'UNREACHABLE'
  /** An answer that is none of this gateway's to this operation. */
  | 'ANSWER_MALFORMED'
  /** The answer, or its entry in the ledger, names another request or purpose than was stated. */
  | 'ANSWER_OF_ANOTHER_REQUEST'
  /** An answer on a request without a receipt. */
  | 'RECEIPT_MISSING'
  /** The receipt does not prove that the ledger holds an entry about these bytes; `step` says where it fails. */
  | 'RECEIPT_REFUSED'
  /** The receipt is that of an earlier answer to this client. */
  | 'RECEIPT_REPEATED'
  /** The gateway did not tell the key of its log. */
  | 'KEY_UNAVAILABLE';
