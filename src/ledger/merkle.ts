/**
 * The Merkle tree of RFC 9162 section 2.1 (as RFC 6962), SHA-256. Its proofs: inclusion.ts, consistency.ts.
 *
 *   leaf      SHA-256(0x00 || entry)
 *   node      SHA-256(0x01 || left || right)
 *   empty     SHA-256()
 *
 * A *complete subtree* (level, index) covers the leaves [index * 2^level, (index + 1) * 2^level); its hash never changes
 * once those leaves exist, so such hashes are all that is ever stored (stored-nodes.ts). Positions are safe integers: no
 * bit operations.
 */
import { hash } from 'node:crypto';

/** Where the prover finds the hashes of complete subtrees; level 0 holds the leaf hashes. */
export interface HashReader {
  hashAt(level: number, index: number): Uint8Array;
}

/** The place of a complete subtree. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Leaves [start, end), start aligned as the tree aligns it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const HASH_LENGTH = 32;
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of an entry's bytes as a leaf. */
export const leafHash = (entry: Uint8Array): Uint8Array => sha256(LEAF, entry);

/** As `leafHash`, of the UTF-8 bytes of a text: the byte 0x00 is that of U+0000. */
export const textLeafHash = (text: string): Uint8Array => hash('sha256', `\0${text}`, 'buffer');

/** Hash of two neighbouring subtrees as one. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(NODE, left, right);

/** Root of the tree without leaves. */
export const emptyRoot = (): Uint8Array => sha256();

function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  return hash('sha256', Buffer.concat(parts), 'buffer');
}

/** Whether two hashes are the same; a hash of another length never is. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === HASH_LENGTH && Buffer.compare(a, b) === 0;
}

/** The complete subtrees that cover leaves [start, end), left to right. */
export function subtreesOf(start: number, end: number): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= end) {
      level += 1;
      width *= 2;
    }
    subtrees.push({ level, index: at / width });
    at += width;
  }
  return subtrees;
}

/** Joins the hashes of neighbouring subtrees, the largest first, to the hash of the whole. */
export function joinHashes(hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot();
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** Root of the first `size` leaves. */
export function rootOf(size: number, reader: HashReader): Uint8Array {
  return rangeHash({ start: 0, end: size }, reader);
}

/** Hash of the leaves of a range. */
export function rangeHash({ start, end }: Range, reader: HashReader): Uint8Array {
  const subtrees = subtreesOf(start, end);
  return joinHashes(subtrees.map(({ level, index }) => reader.hashAt(level, index)));
}

/** The largest power of two smaller than `width`: where the tree splits. */
export function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}

/** Whether each is as long as a hash. */
export const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every(({ length }) => length === HASH_LENGTH);
