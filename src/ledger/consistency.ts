/** Consistency proofs (RFC 9162 section 2.1.4): that a tree only grew. Prover and checker stand side by side. */
import {
  areHashes,
  emptyRoot,
  type HashReader,
  nodeHash,
  type Range,
  rangeHash,
  type Subtree,
  sameHash,
  splitOf,
  subtreesOf,
} from './merkle.js';

/** Whether a tree of `from` leaves may have grown into one of `to` leaves. */
export const isGrowth = (from: number, to: number): boolean =>
  Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to;

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
