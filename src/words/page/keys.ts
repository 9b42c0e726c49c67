/** What the pages of the console say, with the places of each text. */
import type { Texts } from '../spoken.js';

export const PAGE_KEYS = {
  /** Beside the name of the product. */
  STANDING: [],
  LANGUAGE: [],
  ASK_AS: [],
  ON_REQUEST: [],
  FOR_PURPOSE: [],
  EXAMPLE: [],
  NO_REQUEST: [],
  NO_REQUEST_OPEN: [],
  NO_PURPOSE: [],
  /** What the chosen grant opens. */
  GRANT: [],
  OPERATION: [],
  SCHEMA: [],
  NOTHING_PERSONAL: [],
  CHOOSE_REQUEST: [],
  NOT_WHOLE: [],
  GATEWAY_SAYS: ['code'],
  OPEN: [],
  WITHHELD: [],
  NO_BASIS: ['instrument'],
  OPENED_BY: ['purposes'],
  OPENED_BY_NONE: [],
  NOTHING_GUARDED: [],
  VERDICTS: ['open', 'withheld'],
  /** The notes under an answer. */
  ABOUT_ANSWER: [],
  BEFORE_ANSWER: [],
  SEALED: ['index'],
  NO_RECEIPT: [],
  WITHHELD_COUNT: ['count'],
  COLUMN_WITHHELD: [],
  COLUMN_ITEM: [],
  COLUMN_CLAUSE: [],
  NONE_IN: ['instrument'],
  RECEIPT: ['index', 'origin'],
  LEAF_HASH: [],
  PROOF_HOLDS: ['origin', 'index', 'size'],
  PROOF_FAILS: ['step', 'reason'],
  STEP_UNSUPPORTED: [],
  STEP_FORM: [],
  STEP_KEY: [],
  STEP_CHECKPOINT: [],
  STEP_LEAF: [],
  STEP_INCLUSION: [],
  STEP_BODY: [],
  STEP_ASKED: [],
  /** What the gateway answered cannot be read. */
  NO_JSON: ['status'],
  /** Why the page does not start. */
  NOT_STARTED: ['reason'],
  NO_ANSWER: [],
  ANSWERED: ['status'],
  NOBODY: [],
} as const;

/** One language's texts, as ICU messages. */
export type PageCatalogue = Texts<typeof PAGE_KEYS>;
