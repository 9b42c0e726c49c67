/** What commands say to officers and auditors, with the places of each text. Codes beside it are the same in all languages. */
import type { Texts } from '../spoken.js';

export const TERMINAL_KEYS = {
  /** The legal clock (10(1) to 10(3)). */
  NOTHING_DUE: [],
  WHICH_CASES: ['option'],
  CASES_SEEN: ['count'],
  TOKEN_NOT_GOOD: [],
  UNTIL: ['at'],
  WITHOUT_TERM: [],
  /** The auditor's bench, and why it tells nothing. */
  NOTHING_TOLD: ['code'],
  NOT_THIS_ROLE: [],
  UNKNOWN_SUBJECT: [],
  WRONG_SPAN: [],
  SPAN_TOO_WIDE: [],
  TOO_MANY: [],
  WRONG_FORM: [],
  SUBJECT_KEY_CHANGED: [],
  DEFERRAL_DUE: [],
  /** Statistical tables. */
  DRAFTED: ['table', 'period', 'cells', 'hidden'],
  PUBLISHED: ['id'],
} as const;

export type TerminalCatalogue = Texts<typeof TERMINAL_KEYS>;
