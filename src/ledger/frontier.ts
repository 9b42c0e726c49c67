/** The right edge of a growing tree: all that is needed to append a leaf and to name the root. */
import { joinHashes, nodeHash, type Subtree } from './merkle.js';

/** Hashes of the complete subtrees of the first `size` leaves, the largest first (`subtreesOf(0, size)`). */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** The hash of one complete subtree. */
export interface SubtreeHash extends Subtree {
  readonly hash: Uint8Array;
}

export const emptyFrontier: Frontier = { size: 0, hashes: [] };

/** Root of the tree with this frontier. */
export const frontierRoot = (frontier: Frontier): Uint8Array => joinHashes(frontier.hashes);

/** Appends one leaf. `completed` are the subtrees above the leaf that it completes, the lowest first. */
export function appendLeaf(
  frontier: Frontier,
  leafHash: Uint8Array,
): { readonly frontier: Frontier; readonly completed: readonly SubtreeHash[] } {
  const hashes = [...frontier.hashes];
  const completed: SubtreeHash[] = [];
  let hash = leafHash;
  let index = frontier.size;
  for (let level = 1; index % 2 === 1; level += 1) {
    hash = nodeHash(hashes.pop() ?? hash, hash);
    index = (index - 1) / 2;
    completed.push({ level, index, hash });
  }
  hashes.push(hash);
  return { frontier: { size: frontier.size + 1, hashes }, completed };
}
