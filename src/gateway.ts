/**
 * The path of one query. Read this first: who asks, on which request and for which purpose, the verdict on every
 * coordinate, only what is granted, the exact bytes, their entry, and only then the answer.
 */
import { Refusal, type Language } from './base/index.js';
import type { DocumentParams, Graph } from './graph/index.js';
import type { Caller, Credentials, Identity } from './identity/index.js';
import type { Receipt } from './ledger/index.js';
import type { Grant } from './requests/index.js';

/** What a door hands in: who says it is calling, what the headers state, and the document. */
export interface Ask {
  readonly credentials: Credentials;
  readonly request: string | undefined;
  readonly purpose: string | undefined;
  /** From Accept-Language; undefined leaves it to the caller's authority. */
  readonly language: Language | undefined;
  /** Called once the caller is known: the body is not parsed for a stranger. Throws Refusal. */
  readonly document: () => DocumentParams;
}
