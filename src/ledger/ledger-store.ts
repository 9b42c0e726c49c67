/** What the ledger needs of whoever stores it, and what each promise is worth. */
import type { Subtree } from './merkle.js';
import type { CheckpointRow, EntryRow, LedgerRow, LogRow, NodeRow, SubjectRow } from './rows.js';

/** The newest stored checkpoint of a log. */
export interface LogHead {
  readonly logId: number;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

/** All rows of one batch. */
export interface Batch {
  readonly logs: readonly LogRow[];
  readonly entries: readonly EntryRow[];
  readonly subjects: readonly SubjectRow[];
  readonly nodes: readonly NodeRow[];
  readonly checkpoints: readonly CheckpointRow[];
  /** Tickets of readings, each once, consumed with the batch: where one is not there, nothing is committed. */
  readonly tickets: readonly string[];
}

/** Reading what is committed. Rejects where the store cannot be reached. */
export interface LedgerReader {
  /** The newest checkpoint of every log that has one, by log id. */
  heads(): Promise<readonly LogHead[]>;
  /** The newest checkpoint of one log. */
  head(origin: string): Promise<LogHead | undefined>;
  /** Hashes of complete subtrees, in the order asked, stored or over what is; rejects where that is not there. */
  hashes(logId: number, subtrees: readonly Subtree[]): Promise<readonly Uint8Array[]>;
  /** The leaves [first, first + count) of a log, in order; fewer where the log ends before. */
  leaves(logId: number, first: number, count: number): Promise<readonly string[]>;
  /** Every row of one moment, ordered by `compareRows`. */
  rows(): AsyncIterable<LedgerRow>;
}

/** Nothing of the batch was committed, nor of one sent behind it: these of its tickets are not there, or are named twice. */
export class TicketsSpent extends Error {
  override readonly name = 'TicketsSpent';
  constructor(readonly tickets: ReadonlySet<string>) {
    super('readings whose tickets are spent');
  }
}

export interface LedgerStore extends LedgerReader {
  /**
   * Takes the sole right to append, or says that this session still holds it, or that another does. Once TAKEN, nothing
   * that an earlier session sent can still commit: what `heads` says afterwards is final.
   */
  acquire(): Promise<'TAKEN' | 'HELD' | 'BUSY'>;
  /**
   * Commits the batch whole or not at all. Resolves only after it is flushed to durable storage; refuses when the sole
   * right has been lost. When it rejects the batch may have been committed: acquire again, then read. With TicketsSpent it
   * was not.
   *
   * May be called before the last one is through: batches are committed in the order of the calls, and one is refused
   * where one before it was not committed, until the right is acquired again.
   */
  append(batch: Batch): Promise<void>;
  /** Gives the right back. */
  close(): Promise<void>;
}

/**
 * Keeps checkpoints where somebody who can write to the database cannot: a file, later a witness (C2SP tlog-witness).
 */
export interface CheckpointKeeper {
  /** Keeps a signed checkpoint; resolves once it outlives this process. May see the same note twice. */
  keep(origin: string, note: string): Promise<void>;
  /** Every note kept, of all logs. */
  list(): Promise<readonly string[]>;
}
