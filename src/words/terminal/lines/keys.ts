/** What commands tell operators and officers, with the places of each text. Codes beside it are the same in all languages. */
import type { Texts } from '../../spoken.js';

export const LINE_KEYS = {
  /** Mail that was given up. */
  NO_DEAD_MAIL: [],
  DEAD_MAIL: ['count'],
  MUCH_DEAD_MAIL: ['count'],
  NO_SUCH_MAIL: [],
  MAIL_AGAIN: [],
  /** Lists and notices of change (9(3), 9(4)). */
  TO_BE_SIGNED: [],
  SENT_BEFORE: [],
  NOTICE_RECORDED: [],
  NOTICE_REFUSED: [],
  NO_NOTICES: [],
  LIST_RECORDED: ['count', 'authority'],
  LIST_REFUSED: [],
  /** Signing and letters. */
  NOT_SIGNED: [],
  NO_LETTER: [],
  LETTER_WRITTEN: ['path'],
  /** Import. */
  IMPORTED: ['read', 'loaded', 'changed', 'unchanged', 'rejected'],
  REJECTED: ['count', 'path'],
  DELETED: ['read', 'deleted', 'absent'],
  /** Publications, interviews. */
  NOTHING_PUBLISHED: [],
  NOTHING_HELD: [],
  WINDOWS_OPENED: ['opened', 'stood'],
  WINDOWS_REFUSED: [],
  NO_WINDOWS: [],
  WINDOWS_AHEAD: ['count'],
  WINDOW_WITHDRAWN: [],
  NO_SUCH_WINDOW: [],
  /** Keys, receipts, the ledger. */
  KEY_MADE: ['path'],
  KEY_MISSING: ['path'],
  RECEIPTS_REFUSED: ['line'],
  RECEIPTS_RECORDED: ['count'],
  PARTNER_SILENT: ['authority'],
  DUMPED: ['path'],
  DUMP_STANDS: ['path'],
  LEDGER_CHANGED: [],
  NO_VERIFIER_KEY: [],
  /** What left, and what was asked. */
  NOTHING_EXPORTED: ['codes'],
  EXPORTED: ['id', 'until', 'conditions'],
  NO_PERSONA: [],
  SEALED_AS: ['index', 'origin'],
  NO_RECEIPT: [],
  /** What a signatory is about to sign, without a person’s data; labels stand in a column of their own. */
  SIGNS_REQUEST: ['id', 'instrument', 'at'],
  SIGNS_PROVISION: ['id', 'instrument', 'at'],
  SIGNS_NOTICE: ['id', 'occasion', 'at'],
  LABEL_FROM: [],
  LABEL_TO: [],
  LABEL_AIM: [],
  LABEL_FOR: [],
  LABEL_WANTS: [],
  LABEL_GIVES: [],
  LABEL_ABOUT: [],
  LABEL_LIMITS: [],
  LABEL_CHANGES: [],
  LABEL_LIST: [],
  FOR_BASIS: ['purpose', 'basis'],
  FOR_ALONE: ['purpose', 'basis'],
  PEOPLE: ['count'],
  PEOPLE_IN_LETTER: ['count'],
  CONDITIONS_UNTIL: ['count', 'until'],
  CHANGES_FROM: ['count', 'from'],
  CHANGE_RECORDED: ['register', 'authority'],
  CHANGE_ENDED: ['register'],
  /** The 45 days of the lists (9(3)), after their state. */
  LISTS_NOT_IN_FORCE: [],
  LISTS_RUNNING: ['due', 'days'],
  LISTS_OVERDUE: ['due', 'days'],
  LISTS_EXCHANGED: ['on', 'due'],
  LISTS_EXCHANGED_LATE: ['on', 'due'],
} as const;

/** One language's texts, as ICU messages. */
export type LineCatalogue = Texts<typeof LINE_KEYS>;
