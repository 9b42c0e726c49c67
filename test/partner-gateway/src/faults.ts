/** Why a state's part of an answer is not there. A closed list; none of it is the other side's words. */
import { ERROR_CODES, type ErrorCode } from '../../../src/base/index.js';
import type { UnreachableCode } from '../../../src/partner/index.js';

export type HopFault =
  | UnreachableCode
  /** What its gateway refuses, as the contract has it. */
  | ErrorCode
  /** No token for this asker at this state. */
  | 'TOKEN_REFUSED'
  /** What came is no answer of a gateway, or its receipt does not bear it out: nothing of it is handed on. */
  | 'ANSWER_MALFORMED'
  | 'RECEIPT_NOT_GOOD';

/** Whether a gateway may say so. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  ERROR_CODES.some((known) => known === code);

/** One constant for everything that is not an answer: the code says the rest. */
export const FAULT_MESSAGE = 'This state gave no answer.';
