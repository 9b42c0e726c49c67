/**
 * Receipts that the other side keeps, to hold a log against. The keeper of a log who holds its key can make another
 * whole log, but not the receipts that left the house. What a receipt says is believed where it is signed by the log
 * alone: whoever received it may lie too.
 */
import type { ReceiptFault, ReceiptFinding } from './finding.js';
import { sameHash } from './merkle.js';
import { parseBase64 } from './note.js';
import { checkStanding, type Standing } from './receipt.js';

/** The receipts of one log, held against it while it grows. */
export class HeldReceipts {
  readonly #receipts: readonly Standing[];
  readonly #publicKey: Uint8Array;
  #next = 0;
  #finding: ReceiptFinding | undefined;

  /** @param receipts by index */
  constructor(receipts: readonly Standing[], publicKey: Uint8Array) {
    this.#receipts = receipts;
    this.#publicKey = publicKey;
  }

  /** What disagrees first, if anything. */
  get finding(): ReceiptFinding | undefined {
    return this.#finding;
  }

  /** Compares the entry that stands at `index`. */
  compare(index: number, leafHash: Uint8Array): void {
    for (; this.#receipts[this.#next]?.index === index; this.#next += 1) {
      const receipt = this.#receipts[this.#next];
      if (receipt === undefined) return;
      const held = parseBase64(receipt.leafHash);
      if (held === undefined || !sameHash(held, leafHash)) this.#blame('RECEIPT_DIFFERS', receipt);
    }
  }

  /** Says that the log ends here: what the others hold beyond it was cut off. */
  end(): void {
    const beyond = this.#receipts[this.#next];
    if (beyond !== undefined) this.#blame('RECEIPT_BEYOND', beyond);
  }

  #blame(code: ReceiptFault, receipt: Standing): void {
    const { origin, index } = receipt;
    const { fault } = checkStanding(receipt, this.#publicKey);
    const told = fault === null ? code : 'RECEIPT_MALFORMED';
    this.#finding ??= { code: told, origin, index };
  }
}

/** Sorts receipts by log and index; two of one index that differ stay both, and one of them will disagree. */
export function sortReceipts(
  receipts: readonly Standing[],
): ReadonlyMap<string, readonly Standing[]> {
  const byOrigin = new Map<string, Standing[]>();
  for (const receipt of receipts) {
    const list = byOrigin.get(receipt.origin) ?? [];
    byOrigin.set(receipt.origin, list);
    list.push(receipt);
  }
  for (const list of byOrigin.values()) list.sort((a, b) => a.index - b.index);
  return byOrigin;
}

/** The signed notes that receipts carry: each is a checkpoint kept outside the log's database. */
export const notesOf = (receipts: readonly Standing[]): readonly string[] => [
  ...new Set(receipts.map(({ checkpoint }) => checkpoint)),
];
