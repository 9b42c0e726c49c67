/** The evidence bundle of a request: its entries in every log, proved by one checkpoint each. */
import {
  type EvidenceSection,
  evidenceSubtrees,
  formatEvidence,
  type LogHead,
  loadHashes,
} from '../ledger/index.js';
import type { StoredEntry } from '../store/index.js';
import type { AuditorRooms } from './rooms.js';

/** Entries of one request that one bundle holds. */
const MOST_SHOWN = 5_000;

type EvidenceRooms = Pick<AuditorRooms, 'shelf' | 'reader' | 'vkey' | 'head' | 'clock'>;

/** The bundle; undefined where the request has more entries than one holds. */
export async function bundleOf(rooms: EvidenceRooms, request: string): Promise<string | undefined> {
  // Checkpoints after entries: each entry that was read is covered.
  const entries = await rooms.shelf.ofRequest(request, { first: MOST_SHOWN + 1, after: null });
  if (entries.length > MOST_SHOWN) return undefined;
  const heads = await rooms.reader.heads();
  const sections: EvidenceSection[] = [];
  for (const head of heads) {
    const own = entries.filter(({ origin }) => origin === head.origin);
    if (own.length > 0) sections.push(await sectionOf(rooms, head, own));
  }
  const made = new Date(rooms.clock.now()).toISOString();
  const about = { request, made, authority: rooms.head.ownAuthority };
  const lines: string[] = [];
  for await (const line of formatEvidence(about, sections)) lines.push(line);
  return lines.join('');
}

async function sectionOf(
  { reader, vkey }: EvidenceRooms,
  head: LogHead,
  entries: readonly StoredEntry[],
): Promise<EvidenceSection> {
  const { origin, size, note } = head;
  const subtrees = evidenceSubtrees(
    entries.map(({ index }) => index),
    size,
  );
  const hashes = await loadHashes(reader, head, subtrees);
  return { vkey: vkey(origin), note, size, entries, hashes };
}
