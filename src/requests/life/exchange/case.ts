/** A case as each side keeps it: plain JSON, so that it can be stored as it is. Never changed, only succeeded. */
import type { RequestState } from '../../request.js';
import type { Motion } from '../moves.js';
import type { WantedItems } from '../outcomes.js';
import type { CaseStanding, MotionFault } from '../weigh.js';
import { type Chain, type ChainRecord, grantEnd, lastQuestion } from './chain.js';

/** What both sides derive from the signed request. */
export type CaseHead = {
  /** The request's id, UUID version 4. */
  readonly id: string;
  /** SHA-256 of the signed request, hexadecimal. */
  readonly request: string;
  readonly wanted: readonly WantedItems[];
};

/** What became of a motion. LOCAL: made before anything was sent; the other side does not hear of it. */
export type Settlement =
  | { readonly as: 'LOCAL' }
  | { readonly as: 'RECORDED'; readonly number: number }
  | { readonly as: 'DECLINED'; readonly fault: MotionFault; readonly state: RequestState };

/** What the requesting side found wrong with the chain. From then on it applies nothing; an operator decides. */
export const CHAIN_FAULTS = [
  /** Two records of one number, or a record that does not follow from the one before. */
  'FORK',
  /** A record that the table does not allow. */
  'UNLAWFUL',
  /** A move of the requesting side that it never put forward. */
  'NOT_OURS',
  /** A motion both recorded and declined. */
  'CONTRADICTION',
] as const;
export type ChainFault = (typeof CHAIN_FAULTS)[number];

export type FoundFault = {
  readonly fault: ChainFault;
  readonly number: number;
  /** Digest of the record that was not applied. */
  readonly record: string;
};

/** A motion of one's own, and what became of it; null while that is not known. */
export type OwnMotion = { readonly motion: Motion; readonly settled: Settlement | null };

export type RequestingCase = {
  readonly side: 'REQUESTING';
  readonly head: CaseHead;
  readonly state: RequestState;
  readonly chain: Chain;
  /** Records that came before their turn. */
  readonly held: readonly ChainRecord[];
  readonly motions: readonly OwnMotion[];
  readonly fault: FoundFault | null;
};

/** A motion that the requested side has settled, by the digest of what was put forward. */
export type TakenMotion = {
  readonly id: string;
  readonly digest: string;
  readonly settled: Settlement;
};

export type RequestedCase = {
  readonly side: 'REQUESTED';
  readonly head: CaseHead;
  readonly state: RequestState;
  readonly chain: Chain;
  readonly taken: readonly TakenMotion[];
  /** What the other side found wrong with the chain. */
  readonly reported: FoundFault | null;
};

export type Case = RequestingCase | RequestedCase;

/** A draft on the requesting side. */
export function draftCase(head: CaseHead): RequestingCase {
  return {
    side: 'REQUESTING',
    head,
    state: 'DRAFT',
    chain: [],
    held: [],
    motions: [],
    fault: null,
  };
}

/** What a motion is weighed against at `now`. */
export function standingOf({ head, state, chain }: Case, now: number): CaseStanding {
  return {
    state,
    wanted: head.wanted,
    question: lastQuestion(chain),
    grantUntil: grantEnd(chain),
    now,
  };
}
