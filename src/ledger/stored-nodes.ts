/**
 * Which hashes of the tree are stored: those of the leaves, and above them those at the heights of tiles (C2SP tlog-tiles),
 * every eighth level. What stands between follows from at most 128 of them, and is hashed when it is asked for.
 */
import { HASH_LENGTH, nodeHash, type Subtree } from './merkle.js';

export const LEVELS_OF_TILE = 8;

/** Whether the hashes of a level are stored. */
export const isStoredLevel = (level: number): boolean => level % LEVELS_OF_TILE === 0;

/** The stored hashes under a complete subtree: `count` of one level, from the index `first` on. */
export interface StoredRun {
  readonly level: number;
  readonly first: number;
  readonly count: number;
}

/** The run that a complete subtree is hashed from; of a stored one, itself. */
export function runUnder({ level, index }: Subtree): StoredRun {
  const above = level % LEVELS_OF_TILE;
  const count = 2 ** above;
  return { level: level - above, first: index * count, count };
}

/** The hash of the subtree over a run, its hashes one after the other; undefined where there are not `count` of them. */
export function hashOver({ count }: StoredRun, bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length !== count * HASH_LENGTH) return undefined;
  const hashAt = (start: number, width: number): Uint8Array => {
    if (width === 1) return bytes.subarray(start * HASH_LENGTH, (start + 1) * HASH_LENGTH);
    const half = width / 2;
    return nodeHash(hashAt(start, half), hashAt(start + half, half));
  };
  return hashAt(0, count);
}
