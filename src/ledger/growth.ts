/** One log while a batch grows it: the rows that come to be, and the proofs of the new leaves. */
import type { SubjectMark } from './entry.js';
import { appendLeaf, type Frontier } from './frontier.js';
import { proveNewest } from './inclusion.js';
import { type HashReader, subtreesOf, textLeafHash } from './merkle.js';
import type { EntryRow, LogRow, NodeRow, SubjectRow } from './rows.js';
import { isStoredLevel } from './stored-nodes.js';

/** A log as it stands after its last batch. */
export interface LogTip {
  readonly logId: number;
  readonly origin: string;
  readonly frontier: Frontier;
}

/** An entry that waits for its place. */
export interface Waiting {
  readonly origin: string;
  readonly leaf: string;
  readonly marks: readonly SubjectMark[];
  readonly salt: Uint8Array;
  /** Consumed where it is committed. */
  readonly tickets: readonly string[];
}

export class Growth {
  readonly logs: LogRow[] = [];
  readonly entries: EntryRow[] = [];
  readonly subjects: SubjectRow[] = [];
  readonly nodes: NodeRow[] = [];
  readonly tickets: string[] = [];
  readonly #start: number;
  readonly #hashes: NewestHashes;
  #tip: LogTip;

  constructor(tip: LogTip) {
    this.#tip = tip;
    this.#start = tip.frontier.size;
    this.#hashes = new NewestHashes(tip.frontier);
    if (this.#start === 0) this.logs.push({ kind: 'log', logId: tip.logId, origin: tip.origin });
  }

  get tip(): LogTip {
    return this.#tip;
  }

  /** Adds an entry. */
  add({ leaf, marks, salt, tickets }: Waiting): void {
    const { logId, origin, frontier } = this.#tip;
    const seq = frontier.size;
    const leafHash = textLeafHash(leaf);
    const grown = appendLeaf(frontier, leafHash);
    this.#hashes.add(0, leafHash);
    for (const { level, index, hash } of grown.completed) {
      this.#hashes.add(level, hash);
      if (isStoredLevel(level)) this.nodes.push({ kind: 'node', logId, level, index, hash });
    }
    this.entries.push({ kind: 'entry', logId, seq, leaf, leafHash, salt });
    marks.forEach(({ tag, coordinates }, n) => {
      this.subjects.push({ kind: 'subject', logId, seq, n, tag, coordinates });
    });
    this.tickets.push(...tickets);
    this.#tip = { logId, origin, frontier: grown.frontier };
  }

  /** The inclusion proofs of all entries added, in base64, in the order of `entries`. */
  prove(): readonly (readonly string[])[] {
    const range = { from: this.#start, size: this.#tip.frontier.size };
    return proveNewest(range, this.#hashes, base64);
  }
}

/** Every hash that a proof of a new leaf can need: the old edge, and what is new. Of each level a run of indices. */
class NewestHashes implements HashReader {
  readonly #size: number;
  readonly #levels: Uint8Array[][] = [];

  constructor({ size, hashes }: Frontier) {
    this.#size = size;
    subtreesOf(0, size).forEach(({ level }, at) => {
      this.#runOf(level).push(hashes[at] ?? new Uint8Array());
    });
  }

  /** Adds the next hash of a level. */
  add(level: number, hash: Uint8Array): void {
    this.#runOf(level).push(hash);
  }

  hashAt(level: number, index: number): Uint8Array {
    const hash = this.#levels[level]?.[index - this.#firstOf(level)];
    if (hash === undefined) throw new RangeError(`no hash at level ${level}, index ${index}`);
    return hash;
  }

  // The old edge holds the last complete subtree of a level where their number is odd: an even one is part of its parent.
  #firstOf(level: number): number {
    const count = Math.floor(this.#size / 2 ** level);
    return count - (count % 2);
  }

  #runOf(level: number): Uint8Array[] {
    for (let at = this.#levels.length; at <= level; at += 1) this.#levels.push([]);
    return this.#levels[level] ?? [];
  }
}

/** Bytes in base64, as in a receipt. */
export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
