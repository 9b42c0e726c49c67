/**
 * The rows a ledger is stored as, and the order in which they came to be: a log's row, then for each position its
 * entry and subjects, the subtrees it completes (lowest first), and the checkpoint that ends with it.
 */

export interface LogRow {
  readonly kind: 'log';
  readonly logId: number;
  readonly origin: string;
}

export interface EntryRow {
  readonly kind: 'entry';
  readonly logId: number;
  readonly seq: number;
  readonly leaf: string;
  readonly leafHash: Uint8Array;
  /** Of the entry's digest of the answer, and no part of the leaf; null where it is left out. */
  readonly salt: Uint8Array | null;
}

export interface SubjectRow {
  readonly kind: 'subject';
  readonly logId: number;
  readonly seq: number;
  readonly n: number;
  readonly tag: Uint8Array;
  readonly coordinates: Uint8Array;
}

export interface NodeRow {
  readonly kind: 'node';
  readonly logId: number;
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

export interface CheckpointRow {
  readonly kind: 'checkpoint';
  readonly logId: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

export type LedgerRow = LogRow | EntryRow | SubjectRow | NodeRow | CheckpointRow;

const RANKS = { log: 0, entry: 1, subject: 2, node: 3, checkpoint: 4 } as const;

/** The position at which a row came to be: -1 for the log's own row. */
export function positionOf(row: LedgerRow): number {
  switch (row.kind) {
    case 'log':
      return -1;
    case 'node':
      return (row.index + 1) * 2 ** row.level - 1;
    case 'checkpoint':
      return row.size - 1;
    default:
      return row.seq;
  }
}

/** Orders rows as they came to be, log by log; for `sort` and for merging. */
export function compareRows(a: LedgerRow, b: LedgerRow): number {
  return (
    a.logId - b.logId ||
    positionOf(a) - positionOf(b) ||
    RANKS[a.kind] - RANKS[b.kind] ||
    orderAmongEqual(a) - orderAmongEqual(b)
  );
}

function orderAmongEqual(row: LedgerRow): number {
  if (row.kind === 'subject') return row.n;
  return row.kind === 'node' ? row.level : 0;
}
