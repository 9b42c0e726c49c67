/**
 * The messages of two gateways about one case, and what a delivery or a motion comes to. After SEND the requested side
 * is the sequencer: it alone numbers moves. The requesting side's moves travel as inputs that are recorded or declined.
 * Plain JSON; who sent a message and that it is whole was verified before it comes here.
 */
import type { RequestState } from '../../request.js';
import type { Motion } from '../moves.js';
import type { MotionFault } from '../weigh.js';
import type { Case, CaseHead, FoundFault } from './case.js';
import type { ChainRecord } from './chain.js';

export type Message =
  /** Requesting -> requested: the request itself. */
  | { readonly kind: 'REQUEST'; readonly head: CaseHead }
  /** Requesting -> requested: a move put forward. */
  | { readonly kind: 'INPUT'; readonly motion: Motion }
  /** Requested -> requesting: the next move of the chain. */
  | { readonly kind: 'RECORD'; readonly record: ChainRecord }
  /** Requested -> requesting: an input that was not recorded, and the state in force. */
  | {
      readonly kind: 'DECLINED';
      readonly case: string;
      readonly input: string;
      readonly digest: string;
      readonly fault: MotionFault;
      readonly state: RequestState;
    }
  /** Requesting -> requested: what is wrong with the chain. */
  | { readonly kind: 'REPORT'; readonly case: string; readonly found: FoundFault };

/** What a delivery comes to. The sender keeps a message until it hears one of these; LATER asks it to send again. */
export const DELIVERIES = [
  'TAKEN',
  /** Taken before: nothing changes, the answer is said again. */
  'DUPLICATE',
  /** Kept until the records before it have come. */
  'HELD',
  /** Nothing is kept: the case is not known yet, or the record is too far ahead. */
  'LATER',
  /** The id is known with another content: what came first stands. */
  'CONFLICT',
  /** The chain is at fault: nothing is applied any more. */
  'FAULT',
  /** A message that this side of the case does not get. */
  'MISDIRECTED',
] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** A step: the case after it and what goes out. Both are kept in one transaction, or neither. */
export interface Step<Kept extends Case | undefined = Case> {
  readonly case: Kept;
  readonly outgoing: readonly Message[];
  readonly delivery: Delivery;
}

/** What a motion of one's own officer comes to. */
export type MotionStep<Kept extends Case = Case> =
  | (Step<Kept> & { readonly delivery: 'TAKEN' | 'DUPLICATE' })
  | { readonly case: Kept; readonly outgoing: readonly []; readonly delivery: 'CONFLICT' | 'FAULT' }
  | {
      readonly case: Kept;
      readonly outgoing: readonly [];
      readonly delivery: 'DECLINED';
      readonly fault: MotionFault;
    };

/** The id of the case that a message is about. */
export function caseOf(message: Message): string {
  switch (message.kind) {
    case 'REQUEST':
      return message.head.id;
    case 'INPUT':
      return message.motion.case;
    case 'RECORD':
      return message.record.motion.case;
    case 'DECLINED':
    case 'REPORT':
      return message.case;
  }
}
