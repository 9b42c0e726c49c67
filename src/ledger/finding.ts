/** What verification can find wrong with a ledger: a closed list, each with the place. */

/** A row and what it should be, at one leaf or somewhere in [first, last]. */
const ROW_FAULTS = {
  LOG_UNKNOWN: 'rows of a log that is not registered',
  ENTRY_MISSING: 'an entry is missing',
  ENTRY_OUT_OF_ORDER: 'an entry stands out of order',
  LEAF_MALFORMED: 'the entry is not in its one form',
  LEAF_OF_OTHER_LOG: 'the entry belongs to another log',
  LEAF_HASH_DIFFERS: 'the leaf hash is not that of the entry',
  SUBJECT_DIFFERS: 'the subject rows are not those of the entry',
  SALT_DIFFERS: 'the salt is missing or not that of the entry',
  NODE_DIFFERS: 'a tree node is missing or is not the hash of its leaves',
  CHECKPOINT_MALFORMED: 'a checkpoint is not signed by the key of the log',
  CHECKPOINT_DIFFERS: 'a checkpoint is not the root of the entries',
  ENTRY_UNSIGNED: 'an entry is covered by no checkpoint',
} as const;
export type RowFault = keyof typeof ROW_FAULTS;

/** The stored log and what was kept outside the database. */
const KEPT_FAULTS = {
  REWRITTEN: 'the log was rewritten between two kept checkpoints',
  ROLLED_BACK: 'the log is shorter than a kept checkpoint',
  FORKED: 'two kept checkpoints of one size differ',
  CHECKPOINT_REMOVED: 'a kept checkpoint is no longer stored',
  KEPT_MALFORMED: 'a kept checkpoint is not signed by the key of its log',
} as const;
export type KeptFault = keyof typeof KEPT_FAULTS;

/** The stored log and a receipt that the other side keeps. */
const RECEIPT_FAULTS = {
  RECEIPT_DIFFERS: 'another entry stands where a receipt proves one',
  RECEIPT_BEYOND: 'the log ends before an entry that a receipt proves',
  RECEIPT_MALFORMED: 'a receipt disagrees with the log, and is not signed by its key',
} as const;
export type ReceiptFault = keyof typeof RECEIPT_FAULTS;

/** Stands for the origin of a note that cannot be read. */
export const unreadableOrigin = '(unreadable)';

/** `first` to `last`: the indices of the leaves in question, both included. */
export interface RowFinding {
  readonly code: RowFault;
  readonly origin: string;
  readonly first: number;
  readonly last: number;
}

/** `after` and `before`: the sizes of the kept checkpoints that agree and disagree; 0 is the empty log. */
export interface KeptFinding {
  readonly code: KeptFault;
  readonly origin: string;
  readonly after: number;
  readonly before: number;
}

/** `index`: of the leaf that the receipt speaks of. */
export interface ReceiptFinding {
  readonly code: ReceiptFault;
  readonly origin: string;
  readonly index: number;
}

export type Finding = RowFinding | KeptFinding | ReceiptFinding;

/** One line for a person to read. */
export function describeFinding(finding: Finding): string {
  const { code, origin } = finding;
  if ('first' in finding) {
    const { first, last } = finding;
    const place = first === last ? `index ${first}` : `index ${first} to ${last}`;
    return `${code} ${origin} ${place}: ${ROW_FAULTS[finding.code]}`;
  }
  if ('index' in finding) {
    return `${code} ${origin} index ${finding.index}: ${RECEIPT_FAULTS[finding.code]}`;
  }
  const { after, before } = finding;
  return `${code} ${origin} kept checkpoints ${after} and ${before}: ${KEPT_FAULTS[finding.code]}`;
}
