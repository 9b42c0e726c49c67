/**
 * The Merkle tree of RFC 9162 section 2.1 (as RFC 6962), SHA-256. Prover and checker stand side by side.
 *
 *   leaf      SHA-256(0x00 || entry)
 *   node      SHA-256(0x01 || left || right)
 *   empty     SHA-256()
 *
 * A *complete subtree* (level, index) covers the leaves [index * 2^level, (index + 1) * 2^level); its hash never changes
 * once those leaves exist, so these are all that is ever stored. Positions are safe integers: no bit operations.
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
interface Range {
  readonly start: number;
  readonly end: number;
}

const HASH_LENGTH = 32;
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of an entry's bytes as a leaf. */
export const leafHash = (entry: Uint8Array): Uint8Array => sha256(LEAF, entry);

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

function rangeHash({ start, end }: Range, reader: HashReader): Uint8Array {
  const subtrees = subtreesOf(start, end);
  return joinHashes(subtrees.map(({ level, index }) => reader.hashAt(level, index)));
}

/** The largest power of two smaller than `width`: where the tree splits. */
function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}

/** Whether leaf `index` stands in a tree of `size` leaves. */
export const isIncluded = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;

/** Whether a tree of `from` leaves may have grown into one of `to` leaves. */
export const isGrowth = (from: number, to: number): boolean =>
  Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to;

// PATH(m, D_n) of RFC 9162 section 2.1.3.1, as ranges.
function inclusionRanges(index: number, { start, end }: Range): readonly Range[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...inclusionRanges(index, { start, end: middle }), { start: middle, end }]
    : [...inclusionRanges(index, { start: middle, end }), { start, end: middle }];
}

/** The complete subtrees whose hashes `proveInclusion` reads. */
export function inclusionSubtrees(index: number, size: number): readonly Subtree[] {
  const ranges = inclusionRanges(index, { start: 0, end: size });
  return ranges.flatMap(({ start, end }) => subtreesOf(start, end));
}

/** Proof that leaf `index` stands in the tree of `size` leaves, nearest sibling first. Call with `isIncluded` only. */
export function proveInclusion(
  index: number,
  size: number,
  reader: HashReader,
): readonly Uint8Array[] {
  return inclusionRanges(index, { start: 0, end: size }).map((range) => rangeHash(range, reader));
}

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Checks an inclusion proof; attacker-controlled input is answered with false, never with an exception. */
export function checkInclusion(claim: InclusionClaim): boolean {
  const { index, size, proof, root } = claim;
  if (!isIncluded(index, size) || !areHashes([...proof, claim.leafHash])) return false;
  const computed = runInclusion(claim, proof, { start: 0, end: size });
  return computed !== undefined && sameHash(computed, root);
}

function runInclusion(
  claim: InclusionClaim,
  proof: readonly Uint8Array[],
  { start, end }: Range,
): Uint8Array | undefined {
  const sibling = proof.at(-1);
  if (end - start === 1) return sibling === undefined ? claim.leafHash : undefined;
  if (sibling === undefined) return undefined;
  const middle = start + splitOf(end - start);
  const rest = proof.slice(0, -1);
  const isLeft = claim.index < middle;
  const near = isLeft ? { start, end: middle } : { start: middle, end };
  const inner = runInclusion(claim, rest, near);
  if (inner === undefined) return undefined;
  return isLeft ? nodeHash(inner, sibling) : nodeHash(sibling, inner);
}

// SUBPROOF(m, D_n, b) of RFC 9162 section 2.1.4.1, as ranges; b is start === 0.
function consistencyRanges(from: number, { start, end }: Range): readonly Range[] {
  if (from === end) return start === 0 ? [] : [{ start, end }];
  const middle = start + splitOf(end - start);
  return from <= middle
    ? [...consistencyRanges(from, { start, end: middle }), { start: middle, end }]
    : [...consistencyRanges(from, { start: middle, end }), { start, end: middle }];
}

/** The complete subtrees whose hashes `proveConsistency` reads. */
export function consistencySubtrees(from: number, to: number): readonly Subtree[] {
  if (from === 0) return [];
  const ranges = consistencyRanges(from, { start: 0, end: to });
  return ranges.flatMap(({ start, end }) => subtreesOf(start, end));
}

/** Proof that the tree of `from` leaves grew into that of `to`; empty from 0. Call with `isGrowth` only. */
export function proveConsistency(
  from: number,
  to: number,
  reader: HashReader,
): readonly Uint8Array[] {
  if (from === 0) return [];
  return consistencyRanges(from, { start: 0, end: to }).map((range) => rangeHash(range, reader));
}

export interface ConsistencyClaim {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Checks a consistency proof; attacker-controlled input is answered with false, never with an exception. */
export function checkConsistency(claim: ConsistencyClaim): boolean {
  const { from, to, fromRoot, toRoot, proof } = claim;
  if (!isGrowth(from, to) || !areHashes([...proof, fromRoot, toRoot])) return false;
  // Every tree grew out of the empty one.
  if (from === 0) return proof.length === 0 && sameHash(fromRoot, emptyRoot());
  const roots = runConsistency(claim, proof, { start: 0, end: to });
  return roots !== undefined && sameHash(roots.old, fromRoot) && sameHash(roots.grown, toRoot);
}

interface Roots {
  readonly old: Uint8Array;
  readonly grown: Uint8Array;
}

function runConsistency(
  claim: ConsistencyClaim,
  proof: readonly Uint8Array[],
  { start, end }: Range,
): Roots | undefined {
  const sibling = proof.at(-1);
  if (claim.from === end) {
    if (proof.length !== (start === 0 ? 0 : 1)) return undefined;
    const shared = sibling ?? claim.fromRoot;
    return { old: shared, grown: shared };
  }
  if (sibling === undefined) return undefined;
  const middle = start + splitOf(end - start);
  const isLeft = claim.from <= middle;
  const near = isLeft ? { start, end: middle } : { start: middle, end };
  const inner = runConsistency(claim, proof.slice(0, -1), near);
  if (inner === undefined) return undefined;
  return isLeft
    ? { old: inner.old, grown: nodeHash(inner.grown, sibling) }
    : { old: nodeHash(sibling, inner.old), grown: nodeHash(sibling, inner.grown) };
}

const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every(({ length }) => length === HASH_LENGTH);
