/** What comes of asking. Three outcomes, told apart by `outcome`; only the first holds anything of anybody. */
import type { FaultCode, RefusalCode, RefusalReason } from './codes.js';
import type { Closed } from './guarded.js';
import type { ReceiptStep } from './receipt/index.js';

/** Under what the gateway answered. */
export interface Exchange {
  readonly request: string;
  readonly instrument: string;
  readonly purpose: string;
}

/**
 * The proof that the answer stands in the gateway's ledger; `header` is the value of `Exchange-Receipt`, which an
 * authority keeps. `none`: the operation asks nothing that is sealed.
 */
export type ReceiptState =
  | {
      readonly state: 'verified';
      readonly header: string;
      /** The log, and the place of the entry in it, from 0. */
      readonly origin: string;
      readonly index: number;
    }
  | { readonly state: 'notVerified'; readonly header: string }
  | { readonly state: 'none' };

export interface Answered<Data> {
  readonly outcome: 'answered';
  readonly data: Data;
  /** Each coordinate that was asked and is withheld, in the order of the document; also where no row was reached. */
  readonly withheld: readonly Closed[];
  /** Null for an operation that asks nothing about anybody. */
  readonly exchange: Exchange | null;
  readonly receipt: ReceiptState;
}

/** The gateway refused the operation as a whole. */
export interface Refused {
  readonly outcome: 'refused';
  readonly code: RefusalCode;
  readonly reason: RefusalReason | null;
  /** In the language that was asked for, constant words. */
  readonly message: string;
  /** Places in the operation's text, line and column from 1. */
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  /** Seconds after which asking again may help. */
  readonly retryAfter: number | null;
}

/** No answer, or one that is not handed on. */
export interface Failed {
  readonly outcome: 'failed';
  readonly code: FaultCode;
  /** The step at which a receipt was refused. */
  readonly step: ReceiptStep | null;
}

/** A failure by its code. */
export const failed = (code: FaultCode, step: ReceiptStep | null = null): Failed => ({
  outcome: 'failed',
  code,
  step,
});

export type Outcome<Data> = Answered<Data> | Refused | Failed;
