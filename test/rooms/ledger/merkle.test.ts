import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConsistency, proveConsistency } from '../../../src/ledger/consistency.js';
import { appendLeaf, emptyFrontier, frontierRoot } from '../../../src/ledger/frontier.js';
import { checkInclusion, proveInclusion, proveNewest } from '../../../src/ledger/inclusion.js';
import { type HashReader, leafHash, rootOf } from '../../../src/ledger/merkle.js';

interface InclusionCase {
  readonly name: string;
  readonly desc: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string | null;
  readonly leafHash: string | null;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const vectors: readonly InclusionCase[] = JSON.parse(
  readFileSync(new URL('../../vectors/merkle/inclusion.json', import.meta.url), 'utf8'),
);
const base64 = (text: string | null): Buffer => Buffer.from(text ?? '', 'base64');

describe("inclusion proofs: somebody else's vectors", () => {
  it('are there', () => expect(vectors.filter(({ wantErr }) => !wantErr).length).toBe(6));

  it.each(vectors)('$name', ({ leafIdx, treeSize, wantErr, ...vector }) => {
    const claim = {
      index: leafIdx,
      size: treeSize,
      root: base64(vector.root),
      leafHash: base64(vector.leafHash),
      proof: (vector.proof ?? []).map(base64),
    };
    expect(checkInclusion(claim)).toBe(!wantErr);
  });
});

/** A tree of `size` numbered leaves, grown one by one. */
function grow(size: number) {
  const hashes = new Map<string, Uint8Array>();
  const roots = [frontierRoot(emptyFrontier)];
  let frontier = emptyFrontier;
  for (let index = 0; index < size; index += 1) {
    const leaf = leafHash(Buffer.from(`leaf ${index}`));
    hashes.set(`0/${index}`, leaf);
    const grown = appendLeaf(frontier, leaf);
    for (const node of grown.completed) hashes.set(`${node.level}/${node.index}`, node.hash);
    frontier = grown.frontier;
    roots.push(frontierRoot(frontier));
  }
  const hashAt: HashReader['hashAt'] = (level, index) => {
    const hash = hashes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`asked for an incomplete subtree ${level}/${index}`);
    return hash;
  };
  return { reader: { hashAt }, rootAt: (at: number) => roots[at] ?? new Uint8Array() };
}

const most = 70;
const tree = grow(most);
const sizes = fc.integer({ min: 1, max: most });
const places = sizes.chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
const growths = fc
  .integer({ min: 0, max: most })
  .chain((to) => fc.tuple(fc.nat(to), fc.constant(to)));

/** One bit of one of these hashes turned. */
function flip(hashes: readonly Uint8Array[], bit: number): Uint8Array[] {
  const at = Math.floor(bit / 256) % hashes.length;
  return hashes.map((hash, n) => {
    const copy = Uint8Array.from(hash);
    const byte = Math.floor((bit % 256) / 8);
    if (n === at) copy[byte] = (copy[byte] ?? 0) ^ (1 << (bit % 8));
    return copy;
  });
}

describe('the tree', () => {
  it('has the same root by its frontier and by its subtrees', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        expect(rootOf(size, tree.reader)).toEqual(tree.rootAt(size));
      }),
    );
  });

  it('proves every index of every size, and nothing else', () => {
    fc.assert(
      fc.property(places, fc.nat(), ([index, size], bit) => {
        const hash = tree.reader.hashAt(0, index);
        const proof = proveInclusion(index, size, tree.reader);
        const claim = { index, size, leafHash: hash, proof, root: tree.rootAt(size) };
        expect(checkInclusion(claim)).toBe(true);
        const [leaf = hash, root = hash, ...path] = flip([hash, claim.root, ...proof], bit);
        expect(checkInclusion({ ...claim, leafHash: leaf, root, proof: path })).toBe(false);
        expect(checkInclusion({ ...claim, proof: [...proof, hash] })).toBe(false);
        expect(checkInclusion({ ...claim, index: index + 1 })).toBe(false);
        expect(checkInclusion({ ...claim, proof: proof.slice(1) })).toBe(proof.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  it('proves its newest leaves together as it does one by one', () => {
    fc.assert(
      fc.property(growths, ([from, size]) => {
        const together = proveNewest({ from, size }, tree.reader, (hash) => hash);
        const newest = Array.from({ length: size - from }, (_, at) => from + at);
        expect(together).toEqual(newest.map((index) => proveInclusion(index, size, tree.reader)));
      }),
    );
  });

  it('proves that it grew, and nothing else', () => {
    fc.assert(
      fc.property(growths, fc.nat(), ([from, to], bit) => {
        const proof = proveConsistency(from, to, tree.reader);
        const claim = { from, to, proof, fromRoot: tree.rootAt(from), toRoot: tree.rootAt(to) };
        expect(checkConsistency(claim)).toBe(true);
        // From the empty tree the grown root is not a matter of the proof.
        const parts = from === 0 ? [claim.fromRoot] : [claim.fromRoot, claim.toRoot, ...proof];
        const [fromRoot = claim.fromRoot, toRoot = claim.toRoot, ...path] = flip(parts, bit);
        expect(checkConsistency({ ...claim, fromRoot, toRoot, proof: path })).toBe(false);
        expect(checkConsistency({ ...claim, proof: [...proof, claim.toRoot] })).toBe(false);
        expect(checkConsistency({ ...claim, from: to + 1 })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
