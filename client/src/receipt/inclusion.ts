/** Inclusion proofs (RFC 9162 section 2.1.3.2): that a leaf stands at a place of a tree. */
import { areSame, type Bytes, concat } from './bytes.js';
import type { Checkpoint } from './checkpoint.js';
import { sha256 } from './digest.js';

export interface InclusionClaim {
  readonly index: number;
  readonly leafHash: Bytes;
  /** Nearest sibling first. */
  readonly proof: readonly Bytes[];
}

const HASH_LENGTH = 32;
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of an entry's bytes as a leaf. */
export const leafHashOf = (entry: Uint8Array): Promise<Bytes> => sha256(concat(LEAF, entry));

/** Checks a proof against a signed tree. */
export async function isIncluded(
  { index, leafHash, proof }: InclusionClaim,
  { size, root }: Checkpoint,
): Promise<boolean> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if (![leafHash, ...proof].every(({ length }) => length === HASH_LENGTH)) return false;
  let hash = leafHash;
  let way = { at: index, last: size - 1 };
  for (const sibling of proof) {
    if (way.last === 0) return false;
    const isRight = isOdd(way.at) || way.at === way.last;
    hash = await sha256(isRight ? concat(NODE, sibling, hash) : concat(NODE, hash, sibling));
    way = rise(isRight ? riseToSibling(way) : way);
  }
  return way.last === 0 && areSame(hash, root);
}

/** Where the hash stands on its level, and the last place of that level. */
interface Way {
  readonly at: number;
  readonly last: number;
}

// Places are safe integers, beyond what bit operations hold.
const isOdd = (place: number): boolean => place % 2 === 1;

const rise = ({ at, last }: Way): Way => ({ at: Math.floor(at / 2), last: Math.floor(last / 2) });

/** Levels on which a node at the right edge has no sibling. */
function riseToSibling(way: Way): Way {
  let risen = way;
  while (!isOdd(risen.at) && risen.at !== 0) risen = rise(risen);
  return risen;
}
