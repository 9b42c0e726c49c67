/**
 * Tells a log to somebody outside, entry by entry and in order: who keeps a log of its own officers' queries is witnessed
 * by no partner. What was not told yet waits where it cannot be lost, in the log itself.
 */
import { inclusionSubtrees, proveInclusion } from './inclusion.js';
import type { LedgerReader } from './ledger-store.js';
import { leafHash } from './merkle.js';
import { loadHashes } from './proofs.js';
import type { Standing } from './receipt.js';

/** Whoever is told: a file, or an address of the supervisory authority. */
export interface ReceiptSink {
  /** The last that it is known to have; undefined for none. Rejects where that cannot be found out. */
  last(): Promise<Pick<Standing, 'index' | 'leafHash'> | undefined>;
  /** Hands on what follows the last; resolves once the sink has it for good. */
  take(receipts: readonly Standing[]): Promise<void>;
}

/** What came of telling. LOST: the sink knows an entry that the log does not have, or has otherwise. */
export type Told = 'TOLD' | 'CURRENT' | 'LOST';

const AT_ONCE = 256;

/** Tells the next entries of a log; rejects where log or sink cannot be reached. */
export async function tellNext(
  reader: LedgerReader,
  origin: string,
  sink: ReceiptSink,
): Promise<Told> {
  const last = await sink.last();
  const head = await reader.head(origin);
  const first = (last?.index ?? -1) + 1;
  if (head === undefined || first > head.size) return last === undefined ? 'CURRENT' : 'LOST';
  const [known] = last === undefined ? [] : await reader.leaves(head.logId, last.index, 1);
  if (last !== undefined && (known === undefined || hashOf(known) !== last.leafHash)) return 'LOST';
  const leaves = await reader.leaves(head.logId, first, Math.min(AT_ONCE, head.size - first));
  if (leaves.length === 0) return 'CURRENT';
  const places = leaves.map((leaf, at) => ({ index: first + at, leafHash: hashOf(leaf) }));
  const subtrees = places.flatMap(({ index }) => inclusionSubtrees(index, head.size));
  const hashes = await loadHashes(reader, head, subtrees);
  const checkpoint = head.note;
  await sink.take(
    places.map((place) => {
      const proof = proveInclusion(place.index, head.size, hashes).map(base64);
      return { origin, ...place, proof, checkpoint };
    }),
  );
  return 'TOLD';
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const hashOf = (leaf: string): string => base64(leafHash(Buffer.from(leaf)));
