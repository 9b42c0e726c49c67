/** Hashes between the heights of tiles follow from those that are stored. */
import { describe, expect, it } from 'vitest';
import { appendLeaf, emptyFrontier } from '../../../src/ledger/frontier.js';
import { leafHash, type Subtree } from '../../../src/ledger/merkle.js';
import { hashOver, isStoredLevel, runUnder } from '../../../src/ledger/stored-nodes.js';

const SIZE = 1_100;

/** Every hash of a tree, by level and index. */
function grow(): readonly (readonly Uint8Array[])[] {
  const levels: Uint8Array[][] = Array.from({ length: 11 }, () => []);
  let frontier = emptyFrontier;
  for (let index = 0; index < SIZE; index += 1) {
    const leaf = leafHash(Buffer.from(`leaf ${index}`));
    levels[0]?.push(leaf);
    const grown = appendLeaf(frontier, leaf);
    for (const { level, hash } of grown.completed) levels[level]?.push(hash);
    frontier = grown.frontier;
  }
  return levels;
}

const tree = grow();

/** The hash of a subtree as whoever stores some levels alone has it. */
function fromStored(subtree: Subtree): Uint8Array | undefined {
  const run = runUnder(subtree);
  expect(isStoredLevel(run.level)).toBe(true);
  const stored = tree[run.level]?.slice(run.first, run.first + run.count) ?? [];
  return hashOver(run, Buffer.concat(stored));
}

describe('hashes of complete subtrees from those at the heights of tiles', () => {
  it.each(tree.map((hashes, level) => ({ level, hashes })))('level $level', ({ level, hashes }) => {
    expect(hashes).toHaveLength(Math.floor(SIZE / 2 ** level));
    hashes.forEach((hash, index) => {
      expect(Buffer.from(fromStored({ level, index }) ?? [])).toEqual(Buffer.from(hash));
    });
  });

  it.each([
    [{ level: 0, index: SIZE }],
    [{ level: 3, index: 137 }],
    [{ level: 8, index: 4 }],
    [{ level: 10, index: 1 }],
    [{ level: 16, index: 0 }],
  ])('%j is not there yet', (subtree) => expect(fromStored(subtree)).toBeUndefined());

  it('needs at most 128 of them', () => {
    const counts = [...Array(53).keys()].map((level) => runUnder({ level, index: 0 }).count);
    expect(Math.max(...counts)).toBe(128);
  });
});
