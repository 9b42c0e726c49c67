/**
 * Checkpoints kept outside the database, to hold a log against. Their signatures are checked only where they disagree
 * with the log: one that agrees proves nothing more by being signed, and a file of many opens fast.
 */
import { type Checkpoint, checkCheckpoint, claimedCheckpoint } from './checkpoint.js';
import { type Finding, type KeptFault, type KeptFinding, unreadableOrigin } from './finding.js';
import { sameHash } from './merkle.js';

interface KeptCheckpoint extends Checkpoint {
  readonly note: string;
}

/** The kept checkpoints of one log, held against it while it grows. */
export class KeptLog {
  readonly #checkpoints: readonly KeptCheckpoint[];
  readonly #publicKey: Uint8Array;
  #next = 0;
  #agreed = 0;
  #finding: KeptFinding | undefined;

  /** @param checkpoints by size */
  constructor(checkpoints: readonly KeptCheckpoint[], publicKey: Uint8Array) {
    this.#checkpoints = checkpoints;
    this.#publicKey = publicKey;
  }

  /** What disagrees first, if anything. */
  get finding(): KeptFinding | undefined {
    return this.#finding;
  }

  /** Whether a checkpoint of this size is to be compared: the root costs hashing. */
  expects(size: number): boolean {
    return this.#finding === undefined && this.#checkpoints[this.#next]?.size === size;
  }

  /** Compares the log as it stood at `size`; `isStored` says whether its own checkpoint of that size is. */
  compare(size: number, root: Uint8Array, isStored: boolean): void {
    for (; this.expects(size); this.#next += 1) {
      const kept = this.#checkpoints[this.#next];
      if (kept === undefined) return;
      if (!sameHash(kept.root, root)) this.#blame('REWRITTEN', kept);
      else if (!isStored && size > 0) this.#blame('CHECKPOINT_REMOVED', kept);
      else this.#agreed = size;
    }
  }

  /** Says that the log ends here: what was kept beyond is gone. */
  end(): void {
    const beyond = this.#checkpoints[this.#next];
    if (this.#finding === undefined && beyond !== undefined) this.#blame('ROLLED_BACK', beyond);
  }

  #blame(code: KeptFault, kept: KeptCheckpoint): void {
    const isSigned = checkCheckpoint(kept.note, kept.origin, this.#publicKey) !== undefined;
    const { origin, size } = kept;
    const fault = isSigned ? code : 'KEPT_MALFORMED';
    this.#finding ??= { code: fault, origin, after: this.#agreed, before: size };
  }
}

/** The kept checkpoints of all logs. */
export interface Kept {
  readonly byOrigin: ReadonlyMap<string, readonly KeptCheckpoint[]>;
  /** Notes that are none, and forks: two of one size that differ, whatever the log says. */
  readonly findings: readonly Finding[];
}

/** Sorts kept notes by log and size; what looks like a fork is one only where the log's key signed both. */
export function sortKept(notes: readonly string[], publicKey: Uint8Array): Kept {
  const findings: Finding[] = [];
  const byOrigin = new Map<string, KeptCheckpoint[]>();
  for (const note of new Set(notes)) {
    const checkpoint = claimedCheckpoint(note);
    if (checkpoint === undefined) {
      findings.push({ code: 'KEPT_MALFORMED', origin: unreadableOrigin, after: 0, before: 0 });
      continue;
    }
    const list = byOrigin.get(checkpoint.origin) ?? [];
    byOrigin.set(checkpoint.origin, list);
    list.push({ ...checkpoint, note });
  }
  for (const list of byOrigin.values()) findings.push(...forksOf(list, publicKey));
  return { byOrigin, findings };
}

function forksOf(list: KeptCheckpoint[], publicKey: Uint8Array): readonly Finding[] {
  const isSigned = ({ note, origin }: KeptCheckpoint): boolean =>
    checkCheckpoint(note, origin, publicKey) !== undefined;
  list.sort((a, b) => a.size - b.size);
  return list.flatMap((kept, at): Finding[] => {
    const { origin, size, root } = kept;
    const next = list[at + 1];
    if (next?.size !== size || sameHash(next.root, root)) return [];
    const code = isSigned(kept) && isSigned(next) ? 'FORKED' : 'KEPT_MALFORMED';
    return [{ code, origin, after: size, before: size }];
  });
}
