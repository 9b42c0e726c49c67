/** A case as this gateway keeps it, with what stands beside its chain, and what is kept together with it. Plain data. */
import type { Json, PublicJwk } from '../../base/index.js';
import type { Case, ClockNotice, Enclosure, RequestState, Sheet } from '../../requests/index.js';
import type { NewRequest } from '../requests.js';

export interface CaseFile {
  readonly case: Case;
  readonly instrument: string;
  readonly requestingAuthority: string;
  readonly requestedAuthority: string;
  /** The unit of the requesting authority that asks; the grant binds to it. */
  readonly unit: string | null;
  /** The document while it may still change; null once it is signed. */
  readonly draft: Json | null;
  /** The signatory's JWS; null while a draft, and for a request on paper. */
  readonly document: string | null;
  /** The signatory's public key, as it came with the document; null beside none. */
  readonly key: PublicJwk | null;
  /** The executing officer's sheet; on the requested side only. */
  readonly sheet: Sheet | null;
  /** Confirmed matches by subject number: the register's key, null for nobody found; absent while undecided. */
  readonly matches: Readonly<Record<number, string | null>>;
  /** Service numbers of those on the case: to anybody else it does not exist (11(1)). */
  readonly officers: readonly string[];
  /** Why the machine holds it for confirmation, as codes; empty where it does not. */
  readonly held: readonly string[];
  /** The answer package as sent or received (JWE); null before, and of a request on paper, which gets a letter. */
  readonly answer: string | null;
  /** Scans of what came on paper, and national signatures (9(1), 9(3)); their bytes are kept apart. */
  readonly enclosures: readonly Enclosure[];
  /** First instant after the term (10(3)), milliseconds since the epoch; null where there is none. */
  readonly dueBefore: number | null;
  /** Review date of a postponement (10(2)); null where there is none. */
  readonly reviewAt: number | null;
  /** What the legal clock told when the case was last looked at; `wakeAt` is when it next says something else. */
  readonly notices: readonly ClockNotice[];
  /** The instant at which a deadline next says something new (`Cases.woken`); null where none will. */
  readonly wakeAt: number | null;
}

/** A case in a list: without the two texts that can be long. */
export type ListedCase = Omit<CaseFile, 'document' | 'answer'>;

/** An envelope to be sent: canonical JSON, signed when it is sent. */
export interface Mail {
  /** UUID version 4; the envelope's own. */
  readonly id: string;
  /** The authority whose gateway gets it. */
  readonly to: string;
  readonly envelope: string;
}

/** The bytes of an enclosure, under the digest that its case names. */
export interface Scan {
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  readonly content: Uint8Array;
}

/** The receipt of the mail that a step took, as `Inbox.answered` keeps it. */
export interface StepReceipt {
  /** The authority that signed the mail. */
  readonly from: string;
  /** The mail's. */
  readonly id: string;
  /** JWS. */
  readonly receipt: string;
}

/** What a step leaves: all of it is kept, or nothing. */
export type Kept<T> =
  | {
      readonly file: CaseFile;
      /** What the grant's tables hold after it; null leaves them as they are. */
      readonly request: NewRequest | null;
      readonly mail: readonly Mail[];
      /** The bytes of an enclosure that came with this step. */
      readonly scan?: Scan | null;
      /** What answers the mail that brought this step. */
      readonly receipt?: StepReceipt | null;
      readonly result: T;
    }
  /** Nothing is kept. */
  | { readonly file: null; readonly result: T };

/** INBOX: requests to this authority; OUTBOX: its own that were sent; DRAFTS: its own before that. */
export type Box = 'INBOX' | 'OUTBOX' | 'DRAFTS';

export interface CaseQuery {
  readonly box: Box;
  /** Service number; null for the auditor, who sees all. */
  readonly officer: string | null;
  /** Null for every state. */
  readonly states: readonly RequestState[] | null;
  /** Cases whose term ends before this instant; null for all. */
  readonly dueBefore: number | null;
  /** The last case of the page before. */
  readonly after: CasePlace | null;
  readonly first: number;
}

/** A case's place in a list: by the end of its term, those without one last, then by id. */
export interface CasePlace {
  readonly dueBefore: number | null;
  readonly id: string;
}

/** Which box a case lies in. */
export function boxOf({ side, state }: Case): Box {
  if (side === 'REQUESTED') return 'INBOX';
  return state === 'DRAFT' || state === 'SIGNED' ? 'DRAFTS' : 'OUTBOX';
}
