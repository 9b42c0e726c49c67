/** What the path of a query is handed and hands on: the rooms that main.ts opened, and what a door may ask and send. */
import type { Language, Refusal } from './base/index.js';
import type { DocumentParams, Graph } from './graph/index.js';
import type { Caller, Credentials, Identity } from './identity/index.js';
import type { JournalHead } from './journal/index.js';
import type { Ledger, Receipt } from './ledger/index.js';
import type { Grants } from './requests/index.js';
import type { Safelist } from './safelist/index.js';

/** What a door hands in. Header values are as sent: attacker-controlled. */
export interface Ask {
  readonly credentials: Credentials;
  readonly request: string | undefined;
  readonly purpose: string | undefined;
  /** From Accept-Language; undefined leaves it to the caller's authority. */
  readonly language: Language | undefined;
  readonly document: DocumentParams;
}

/** What a door may send: an answer with its receipt, or a refusal. `body` is the exact bytes either way. */
export interface Released {
  readonly body: Uint8Array;
  readonly receipt: Receipt | null;
  readonly refusal: Refusal | null;
}

export interface Gateway {
  /** Answers or refuses; never rejects. Nothing is returned before its entry is durable. */
  answer(ask: Ask): Promise<Released>;
}

export interface Rooms {
  readonly identity: Identity;
  /** Throws Refusal(RATE_LIMITED) when the caller asks too often. */
  readonly admit: (caller: Caller) => void;
  readonly mayIntrospect: (caller: Caller) => boolean;
  /** Whether a caller may read the SDL of a subgraph. */
  readonly mayReadSdl: (caller: Caller) => boolean;
  readonly graph: Graph;
  readonly safelist: Safelist;
  readonly grants: Grants;
  readonly ledger: Ledger;
  readonly head: JournalHead;
  /** Told of every error that is not a refusal, before the caller hears INTERNAL. */
  readonly alarm: (error: unknown) => void;
}
