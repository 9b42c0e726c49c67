/** The public side of a log: its checkpoint, proofs from it, and the key to check them with. */

import { consistencySubtrees, isGrowth, proveConsistency } from './consistency.js';
import { inclusionSubtrees, isIncluded, proveInclusion } from './inclusion.js';
import type { LedgerReader, LogHead } from './ledger-store.js';
import type { HashReader, Subtree } from './merkle.js';
import { formatVkey } from './note.js';
import { readTile, type TilePath } from './tiles.js';
import { originOf } from './writer.js';

/** Proofs are lists of hashes in base64, as in a receipt. Undefined: no such log, index or size. */
export interface LedgerProofs {
  /** The newest checkpoint of a log, a signed note. */
  checkpoint(log: string): Promise<string | undefined>;
  /** That the entry at `index` stands in the log of `size` entries. */
  inclusion(log: string, index: number, size: number): Promise<readonly string[] | undefined>;
  /** That the log of `from` entries grew into that of `to`. */
  consistency(log: string, from: number, to: number): Promise<readonly string[] | undefined>;
  /** A tile (C2SP tlog-tiles); undefined too where the log does not reach so far. */
  tile(log: string, path: TilePath): Promise<Uint8Array | undefined>;
  /** The verifier key of a log (C2SP signed-note), also of one without entries yet. */
  key(log: string): string;
}

export interface ProofOptions {
  readonly reader: LedgerReader;
  /** The authority that answers, as in `openLedger`. */
  readonly authority: string;
  readonly publicKey: Uint8Array;
}

/** Opens the public side of the logs; needs no right to write. */
export function openProofs({ reader, authority, publicKey }: ProofOptions): LedgerProofs {
  const headOf = (log: string) => reader.head(originOf(authority, log));
  return {
    checkpoint: async (log) => (await headOf(log))?.note,
    async inclusion(log, index, size) {
      const head = await headOf(log);
      if (head === undefined || size > head.size || !isIncluded(index, size)) return undefined;
      const hashes = await loadHashes(reader, head, inclusionSubtrees(index, size));
      return proveInclusion(index, size, hashes).map(base64);
    },
    async consistency(log, from, to) {
      const head = await headOf(log);
      if (head === undefined || to > head.size || !isGrowth(from, to)) return undefined;
      const hashes = await loadHashes(reader, head, consistencySubtrees(from, to));
      return proveConsistency(from, to, hashes).map(base64);
    },
    async tile(log, path) {
      const head = await headOf(log);
      return head && readTile(reader, head, path);
    },
    key: (log) => formatVkey({ name: originOf(authority, log), publicKey }),
  };
}

/** Loads the hashes of subtrees of a log, each once, to prove from. */
export async function loadHashes(
  reader: LedgerReader,
  head: LogHead,
  subtrees: readonly Subtree[],
): Promise<HashReader> {
  const asked = new Map(subtrees.map((subtree) => [nameOf(subtree), subtree]));
  const hashes = await reader.hashes(head.logId, [...asked.values()]);
  const found = new Map([...asked.keys()].map((name, at) => [name, hashes[at]]));
  return {
    hashAt(level, index) {
      const hash = found.get(nameOf({ level, index }));
      if (hash === undefined) throw new RangeError(`no hash at level ${level}, index ${index}`);
      return hash;
    },
  };
}

const nameOf = ({ level, index }: Subtree): string => `${level}/${index}`;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
