/** Inclusion proofs (RFC 9162 section 2.1.3): that a leaf stands in a tree. Prover and checker stand side by side. */
import {
  areHashes,
  type HashReader,
  nodeHash,
  type Range,
  rangeHash,
  type Subtree,
  sameHash,
  splitOf,
  subtreesOf,
} from './merkle.js';

/** Whether leaf `index` stands in a tree of `size` leaves. */
export const isIncluded = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;

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

/**
 * The proofs of the leaves [from, size), each as `proveInclusion` gives it in the form `write` makes: the newest leaves
 * of a tree share most of their way, so what they share is hashed and written once.
 */
export function proveNewest<T>(
  { from, size }: { readonly from: number; readonly size: number },
  reader: HashReader,
  write: (hash: Uint8Array) => T,
): readonly (readonly T[])[] {
  const proofs: (readonly T[])[] = [];
  const descend = ({ start, end }: Range, above: readonly T[]): void => {
    if (end - start === 1) {
      proofs.push(above);
      return;
    }
    const middle = start + splitOf(end - start);
    const [left, right] = [
      { start, end: middle },
      { start: middle, end },
    ];
    if (from < middle) descend(left, [write(rangeHash(right, reader)), ...above]);
    descend(right, [write(rangeHash(left, reader)), ...above]);
  };
  if (from < size) descend({ start: 0, end: size }, []);
  return proofs;
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
