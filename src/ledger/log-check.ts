/** Recomputes one log row by row. After a gap the tree cannot be recomputed: only what stands before it is judged. */

import { checkCheckpoint } from './checkpoint.js';
import { type Entry, saltText } from './entry.js';
import { parseEntry, subjectRows } from './entry-form.js';
import type { Finding, RowFault, RowFinding } from './finding.js';
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  frontierRoot,
  type SubtreeHash,
} from './frontier.js';
import type { LogTip } from './growth.js';
import type { HeldReceipts } from './held-receipts.js';
import type { KeptLog } from './kept.js';
import { leafHash, sameHash } from './merkle.js';
import {
  type CheckpointRow,
  type EntryRow,
  type LedgerRow,
  type NodeRow,
  positionOf,
  type SubjectRow,
} from './rows.js';
import { isStoredLevel } from './stored-nodes.js';

export interface LogCheckOptions {
  readonly logId: number;
  readonly origin: string;
  readonly publicKey: Uint8Array;
  readonly hasSalts: boolean;
  readonly kept: KeptLog;
  readonly receipts: HeldReceipts;
}

/** What must still follow the last entry. */
interface Due {
  readonly subjects: SubjectRow[];
  readonly nodes: SubtreeHash[];
}

export class LogCheck {
  readonly #options: LogCheckOptions;
  #frontier: Frontier = emptyFrontier;
  #due: Due = { subjects: [], nodes: [] };
  /** Size of the last stored checkpoint, and of the last that was right. */
  #covered = 0;
  #right = 0;
  #isBroken = false;
  #isRegistered = false;
  #finding: RowFinding | undefined;

  constructor(options: LogCheckOptions) {
    this.#options = options;
  }

  get tip(): LogTip {
    const { logId, origin } = this.#options;
    return { logId, origin, frontier: this.#frontier };
  }

  /** At most one about the rows, one about what was kept, one about the receipts of others. */
  get findings(): readonly Finding[] {
    const { kept, receipts } = this.#options;
    return [this.#finding, kept.finding, receipts.finding].filter((one) => one !== undefined);
  }

  /** Takes the next row. */
  take(row: LedgerRow): void {
    if (this.#isBroken) return;
    if (row.kind === 'log') this.#isRegistered = true;
    else if (!this.#isRegistered) this.#break('LOG_UNKNOWN', positionOf(row));
    else if (row.kind === 'entry') this.#takeEntry(row);
    else this.#takeBeside(row);
  }

  /** Says that the log has no more rows. */
  end(): void {
    this.#settle();
    if (this.#isBroken) return;
    const { size } = this.#frontier;
    // A log is registered together with its first entry, an entry stored together with its checkpoint.
    if (size === 0) this.#blame('ENTRY_MISSING', 0);
    if (this.#covered < size) this.#blame('ENTRY_UNSIGNED', this.#covered, size - 1);
    this.#options.kept.end();
    this.#options.receipts.end();
  }

  #takeEntry(row: EntryRow): void {
    this.#settle();
    const { logId, origin } = this.#options;
    const { seq } = row;
    const next = this.#frontier.size;
    if (seq > next) this.#break('ENTRY_MISSING', next, seq - 1);
    if (seq < next) this.#break('ENTRY_OUT_OF_ORDER', seq);
    if (seq !== next) return;
    const hash = leafHash(Buffer.from(row.leaf));
    if (!sameHash(hash, row.leafHash)) this.#blame('LEAF_HASH_DIFFERS', seq);
    this.#options.receipts.compare(seq, hash);
    const entry = parseEntry(row.leaf);
    if (entry === undefined) this.#blame('LEAF_MALFORMED', seq);
    else if (entry.origin !== origin) this.#blame('LEAF_OF_OTHER_LOG', seq);
    else if (!this.#isSalt(row.salt, entry)) this.#blame('SALT_DIFFERS', seq);
    const { frontier, completed } = appendLeaf(this.#frontier, hash);
    this.#frontier = frontier;
    this.#due = {
      subjects: entry === undefined ? [] : subjectRows(entry, { logId, seq }),
      nodes: [...completed],
    };
  }

  #isSalt(salt: Uint8Array | null, entry: Entry): boolean {
    return !this.#options.hasSalts || (salt !== null && saltText(salt) === entry.salt);
  }

  #takeBeside(row: SubjectRow | NodeRow | CheckpointRow): void {
    const { size } = this.#frontier;
    const position = positionOf(row);
    // Whatever stands at or beyond the end belongs to an entry that is not there.
    if (position >= size) this.#break('ENTRY_MISSING', size, position);
    else if (row.kind === 'subject') this.#takeSubject(row);
    else if (row.kind === 'node') this.#takeNode(row);
    else this.#takeCheckpoint(row);
  }

  #takeSubject(row: SubjectRow): void {
    const due = this.#due.subjects.shift();
    const isDue =
      due?.seq === row.seq &&
      due.n === row.n &&
      Buffer.compare(due.tag, row.tag) === 0 &&
      Buffer.compare(due.coordinates, row.coordinates) === 0;
    if (!isDue) this.#blame('SUBJECT_DIFFERS', row.seq);
  }

  #takeNode({ level, index, hash }: NodeRow): void {
    const due = this.#nextNode(level);
    const isDue = due?.level === level && due.index === index && sameHash(due.hash, hash);
    if (!isDue) this.#blameNode(due ?? { level, index });
  }

  // Between the heights of tiles a node need not be there: dumps of before have all of them.
  #nextNode(level: number): SubtreeHash | undefined {
    const { nodes } = this.#due;
    const at = nodes.findIndex((node) => node.level >= level || isStoredLevel(node.level));
    return nodes.splice(0, at < 0 ? nodes.length : at + 1)[at];
  }

  // The last right checkpoint vouches for all leaves before it.
  #blameNode({ level, index }: { readonly level: number; readonly index: number }): void {
    const last = (index + 1) * 2 ** level - 1;
    this.#blame('NODE_DIFFERS', Math.min(last, Math.max(index * 2 ** level, this.#right)), last);
  }

  #takeCheckpoint({ size, root, note }: CheckpointRow): void {
    const { origin, publicKey } = this.#options;
    const checkpoint = checkCheckpoint(note, origin, publicKey);
    const computed = frontierRoot(this.#frontier);
    const isRoot =
      checkpoint?.size === size && sameHash(checkpoint.root, root) && sameHash(root, computed);
    this.#covered = this.#frontier.size;
    if (isRoot) this.#right = size;
    else if (checkpoint === undefined) this.#blame('CHECKPOINT_MALFORMED', this.#right, size - 1);
    else this.#blame('CHECKPOINT_DIFFERS', this.#right, size - 1);
  }

  /** Closes the last position: what was due and did not come, then what was kept at this size. */
  #settle(): void {
    const { size } = this.#frontier;
    const { subjects, nodes } = this.#due;
    if (this.#isBroken) return;
    if (subjects.length > 0) this.#blame('SUBJECT_DIFFERS', size - 1);
    const missing = nodes.find(({ level }) => isStoredLevel(level));
    if (missing !== undefined) this.#blameNode(missing);
    const { kept } = this.#options;
    if (kept.expects(size)) {
      kept.compare(size, frontierRoot(this.#frontier), this.#covered === size);
    }
  }

  #break(code: RowFault, first: number, last: number = first): void {
    this.#settle();
    this.#blame(code, first, last);
    this.#isBroken = true;
  }

  #blame(code: RowFault, first: number, last: number = first): void {
    this.#finding ??= { code, origin: this.#options.origin, first, last };
  }
}
