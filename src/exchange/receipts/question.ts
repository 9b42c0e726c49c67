/**
 * What two gateways ask each other when they reconcile: of one log, in a range of indices, the leaves that the asked side
 * has. Of its own log those are the disclosures, of the other's the receipts it holds. Signed by the gateway, hashes and
 * indices alone; nothing of it says whom anything was about.
 */
import type { Json } from '../../base/index.js';
import type { PlacedLeaf } from '../../ledger/index.js';

/** Indices that one question is about. */
export const MOST_ASKED = 256;
/** Leaves that an answer tells at most, two receipts of each place: it fits in what a gateway reads of another's. */
export const MOST_TOLD = 2 * MOST_ASKED;

export interface LeafQuestion {
  readonly origin: string;
  readonly first: number;
  /** Not included. */
  readonly end: number;
}

export interface LeafAnswer extends LeafQuestion {
  /** Of the log, where it is the answering side's own; else null. */
  readonly size: number | null;
  readonly leaves: readonly PlacedLeaf[];
}

/** Who says it to whom: nobody shows a third what he was told. */
export interface Addressed {
  readonly from: string;
  readonly to: string;
}

export const questionJson = (
  { from, to }: Addressed,
  { origin, first, end }: LeafQuestion,
): Json => ({ v: 1, kind: 'LEAVES', from, to, origin, first, end });

export const answerJson = (
  { from, to }: Addressed,
  { origin, first, end, size, leaves }: LeafAnswer,
): Json => ({
  ...{ v: 1, kind: 'LEAVES_TOLD', from, to, origin, first, end, size },
  leaves: leaves.map(({ index, leafHash }) => [index, leafHash]),
});

type Members = { readonly [name: string]: Json };

const isIndex = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function membersOf(json: Json, kind: string, { from, to }: Addressed): Members | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const members = json as Members;
  const isThis = members.v === 1 && members.kind === kind;
  return isThis && members.from === from && members.to === to ? members : undefined;
}

/** Reads a question to us; undefined where it is none. */
export function readQuestion(json: Json, addressed: Addressed): LeafQuestion | undefined {
  const members = membersOf(json, 'LEAVES', addressed);
  const { origin, first, end } = members ?? {};
  if (typeof origin !== 'string' || !isIndex(first) || !isIndex(end)) return undefined;
  return first <= end ? { origin, first, end } : undefined;
}

/** Reads the answer to a question; undefined where it is none, or to another. */
export function readAnswer(
  json: Json,
  addressed: Addressed,
  asked: LeafQuestion,
): LeafAnswer | undefined {
  const { origin, first, end, size, leaves } = membersOf(json, 'LEAVES_TOLD', addressed) ?? {};
  const isTo = origin === asked.origin && first === asked.first && end === asked.end;
  const isSize = size === null || isIndex(size);
  if (!isTo || !isSize || !Array.isArray(leaves) || leaves.length > MOST_TOLD) return undefined;
  const read = leaves.map((leaf) => readLeaf(leaf, asked)).filter((leaf) => leaf !== undefined);
  return read.length === leaves.length ? { ...asked, size, leaves: read } : undefined;
}

const hashForm = /^[A-Za-z0-9+/]{43}=$/;

function readLeaf(leaf: Json, { first, end }: LeafQuestion): PlacedLeaf | undefined {
  const [index, leafHash] = Array.isArray(leaf) ? leaf : [];
  const isIn = isIndex(index) && first <= index && index < end;
  return isIn && typeof leafHash === 'string' && hashForm.test(leafHash)
    ? { index, leafHash }
    : undefined;
}
