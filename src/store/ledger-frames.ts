/**
 * What leaves of one kind of operation have in common is stored once, as a frame; an entry stores what fills it. The view
 * `ledger.leaf` puts them together again, byte for byte. Only one cut of a leaf
 * is good: `verify-ledger` takes every other for an edited entry.
 */
import type { Batch } from '../ledger/index.js';

/** Stands in a frame for what was cut out, and between what fills it: canonical JSON holds no control character. */
const HOLE = '\x01';

/**
 * After what a cut begins and before what it ends: the members that differ from one entry of an operation to the next.
 * The request and the time are cut out with their names, by which they are found in what is stored.
 */
const CUTS = [
  ['"officer":', ',"role":'],
  ['"hmac":', ',"instrument":'],
  ['"refusal":', ',"schema":'],
  ['"subjects":', ',"v":'],
] as const;

/** A leaf in two: `text` is the frame's. */
export interface CutLeaf {
  readonly text: string;
  readonly filling: string;
}

/** Cuts a leaf; undefined where it is not of the form of an entry. */
export function cutLeaf(leaf: string): CutLeaf | undefined {
  const kept: string[] = [];
  const cut: string[] = [];
  let at = 0;
  for (const [after, before] of CUTS) {
    const start = leaf.indexOf(after, at) + after.length;
    const end = leaf.indexOf(before, start);
    if (start < after.length || end < 0) return undefined;
    kept.push(leaf.slice(at, start));
    cut.push(leaf.slice(start, end));
    at = end;
  }
  kept.push(leaf.slice(at));
  return leaf.includes(HOLE) ? undefined : { text: kept.join(HOLE), filling: cut.join(HOLE) };
}

/** A leaf as the database has it: with a frame, `stored` is what fills it. */
export interface StoredLeaf {
  readonly stored: string;
  readonly frame: string | null;
}

/**
 * The leaf, where it is stored as it would be cut; else what is stored, whose hash is not the leaf's. Requests and times
 * are found in what is stored: whoever cuts otherwise hides an entry, or puts it before another auditor.
 */
export function leafOf(leaf: string, { stored, frame }: StoredLeaf): string {
  if (frame === null) return stored;
  const cut = cutLeaf(leaf);
  return cut?.text === frame && cut.filling === stored ? leaf : stored;
}

type EntryRow = Batch['entries'][number];

export interface FrameRow {
  readonly id: number;
  readonly text: string;
}

/** An entry as it is stored: without a frame, `leaf` is the whole of it. */
export interface KeptEntry extends Omit<EntryRow, 'kind'> {
  readonly frame: number | null;
}

/** Characters of the texts that are remembered in one place: one is about a thousand, but who asks much has it longer. */
const MOST = 4_194_304;

/** What is remembered of texts, all of it forgotten once they are too long together. */
class Remembered<Value> {
  readonly #most: number;
  readonly #kept = new Map<string, Value>();
  #characters = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(text: string): Value | undefined {
    return this.#kept.get(text);
  }

  set(text: string, value: Value): void {
    if (!this.#kept.has(text)) {
      if (this.#characters + text.length > this.#most) this.clear();
      this.#characters += text.length;
    }
    this.#kept.set(text, value);
  }

  delete(text: string): boolean {
    const isKept = this.#kept.delete(text);
    if (isKept) this.#characters -= text.length;
    return isKept;
  }

  deleteWhere(isGone: (value: Value) => boolean): void {
    for (const [text, value] of this.#kept) if (isGone(value)) this.delete(text);
  }

  clear(): void {
    this.#kept.clear();
    this.#characters = 0;
  }
}

/** The frames as the one writer of the ledger knows them. */
export class Frames {
  readonly #ids: Remembered<number>;
  /** Texts that came once: the second time they are worth a frame. */
  readonly #once: Remembered<true>;
  /** The newest frame that is known to be committed, and the newest of all. */
  #committed = 0;
  #newest = 0;

  constructor(most = MOST) {
    this.#ids = new Remembered(most);
    this.#once = new Remembered(most);
  }

  get committed(): number {
    return this.#committed;
  }

  /** Forgets what was thought to be committed, as far as it does not stand in these rows, which follow `committed`. */
  learn(rows: readonly FrameRow[]): void {
    this.#ids.deleteWhere((id) => id > this.#committed);
    for (const { id, text } of rows) {
      this.#ids.set(text, id);
      this.#committed = Math.max(this.#committed, id);
    }
    this.#newest = this.#committed;
  }

  /** Forgets all of them: another process may have written. */
  forget(): void {
    this.#ids.clear();
    this.#committed = 0;
  }

  /** Entries as they are to be stored, with the frames that are to be stored beside them. */
  store(entries: readonly EntryRow[]): {
    readonly stored: readonly KeptEntry[];
    readonly made: readonly FrameRow[];
  } {
    const made: FrameRow[] = [];
    // Member by member: a spread takes as long as the cut.
    const stored = entries.map(({ logId, seq, leaf, leafHash, salt }): KeptEntry => {
      const cut = cutLeaf(leaf);
      const frame = cut && this.#frameOf(cut.text, made);
      return cut === undefined || frame === undefined
        ? { logId, seq, leaf, leafHash, salt, frame: null }
        : { logId, seq, leaf: cut.filling, leafHash, salt, frame };
    });
    return { stored, made };
  }

  #frameOf(text: string, made: FrameRow[]): number | undefined {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    if (!this.#once.delete(text)) {
      this.#once.set(text, true);
      return undefined;
    }
    this.#newest += 1;
    this.#ids.set(text, this.#newest);
    made.push({ id: this.#newest, text });
    return this.#newest;
  }
}
