/** Bundles made from invented logs, for tests of what is shown of them. */
import type { Signer } from '../../src/base/index.js';
import { formatEntry } from '../../src/ledger/entry-text.js';
import { appendLeaf, emptyFrontier, frontierRoot } from '../../src/ledger/frontier.js';
import {
  type EvidenceSection,
  formatEvidence,
  formatVkey,
  leafHash,
  makeEntry,
  signCheckpoint,
} from '../../src/ledger/index.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from '../rooms/ledger/fixtures.js';

const evidenceSigner = testSigner(1);

/** What is shown of an invented log. */
export interface ShownLog {
  readonly origin: string;
  readonly size: number;
  /** Indices, ascending. */
  readonly shown: readonly number[];
  readonly hasSalts?: boolean;
  readonly signer?: Signer;
}

/** The answer that the entry at `index` is about. */
export const answerAt = (index: number): Uint8Array => bodyOf(`answer ${index}`);

export const vkeyOf = (origin: string, { publicKey }: Signer = evidenceSigner): string =>
  formatVkey({ name: origin, publicKey });

/** The section of an invented log. */
export async function sectionOf(log: ShownLog): Promise<EvidenceSection> {
  const { origin, size, shown, hasSalts = true, signer = evidenceSigner } = log;
  const ids = countingIds();
  const hashes = new Map<string, Uint8Array>();
  const entries = Array.from({ length: size }, (_, index) => {
    const salt = ids.bytes(32);
    const facts = { origin, time: stillClock.now(), salt, body: answerAt(index) };
    const leaf = formatEntry(makeEntry(draftOf(), facts));
    return { index, leaf, salt: hasSalts ? salt : null };
  });
  let frontier = emptyFrontier;
  for (const { index, leaf } of entries) {
    const hash = leafHash(Buffer.from(leaf));
    hashes.set(`0/${index}`, hash);
    const grown = appendLeaf(frontier, hash);
    for (const node of grown.completed) hashes.set(`${node.level}/${node.index}`, node.hash);
    frontier = grown.frontier;
  }
  return {
    vkey: vkeyOf(origin, signer),
    note: await signCheckpoint({ origin, size, root: frontierRoot(frontier) }, signer),
    size,
    entries: entries.filter(({ index }) => shown.includes(index)),
    hashes: { hashAt: (level, index) => hashes.get(`${level}/${index}`) ?? new Uint8Array() },
  };
}

/** The bytes of a bundle of these logs. */
export async function bundleOf(logs: readonly ShownLog[]): Promise<Buffer> {
  const sections = await Promise.all(logs.map(sectionOf));
  const lines: string[] = [];
  for await (const line of formatEvidence({ request: 'invented' }, sections)) lines.push(line);
  return Buffer.from(lines.join(''));
}
