/**
 * Reconciliation: each disclosure that one side logged has its receipt with the other, and each receipt its entry. The
 * two sides tell each other leaf hashes and indices alone.
 */
import type { Entry } from './entry.js';

/** A leaf as both sides name it. */
export interface PlacedLeaf {
  readonly index: number;
  /** In base64. */
  readonly leafHash: string;
}

/**
 * What has no pair, by index. `unreceived`: logged as disclosed, and the other side holds no receipt. `unentered`: the
 * other side holds a receipt, and no such disclosure stands there. `differing`: both speak of an index, not of one entry.
 */
export interface Unpaired {
  readonly unreceived: readonly number[];
  readonly unentered: readonly number[];
  readonly differing: readonly number[];
}

/** Pairs what one side disclosed with what the other received. */
export function pairLeaves(
  disclosed: readonly PlacedLeaf[],
  received: readonly PlacedLeaf[],
): Unpaired {
  const given = new Map(disclosed.map(({ index, leafHash }) => [index, leafHash]));
  const held = new Set(received.map(({ index }) => index));
  const notOf = (isWanted: (leaf: PlacedLeaf) => boolean) => indicesOf(received.filter(isWanted));
  return {
    unreceived: indicesOf(disclosed.filter(({ index }) => !held.has(index))),
    unentered: notOf(({ index }) => !given.has(index)),
    differing: notOf(({ index, leafHash }) => given.has(index) && given.get(index) !== leafHash),
  };
}

const indicesOf = (leaves: readonly PlacedLeaf[]): readonly number[] => [
  ...new Set(leaves.map(({ index }) => index)),
];

/** Whether an entry of a log says that its counterpart was given something: the other side must hold its receipt. */
export const isDisclosure = ({ outcome, asking }: Entry, counterpart: string): boolean =>
  outcome === 'ANSWERED' && asking.authority === counterpart;

/** Where a gateway takes another's questions about leaves. */
export const RECONCILIATION_PATH = '/exchange/reconciliation';
