/**
 * A log as tiles (C2SP tlog-tiles): 256 neighbouring hashes of one level at a time, from which anybody's tool computes
 * every proof.
 *
 *   tile/<L>/<N>[.p/<W>]        hashes of the subtrees (8L, 256N) to (8L, 256N + 255); W of them where the tree ends
 *   tile/entries/<N>[.p/<W>]    the leaves of tile/0/<N>, each behind its length: 2 bytes, big-endian
 *
 * N in groups of three digits, all but the last behind an x: 1234067 is x001/x234/067.
 */
import type { LedgerReader, LogHead } from './ledger-store.js';
import { LEVELS_OF_TILE } from './stored-nodes.js';

const WIDTH = 256;
const HIGHEST = 63;
const LONGEST_LEAF = 0xffff;

/** One tile; `level` is that of tiles, or the entries under level 0. */
export interface TilePath {
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256. */
  readonly width: number;
}

const pathForm = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads what follows `tile/`; undefined for what is no tile's address in its one form. */
export function parseTilePath(path: string): TilePath | undefined {
  const [, level = '', groups = '', partial] = pathForm.exec(path) ?? [];
  if (level === '') return undefined;
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? WIDTH : Number(partial);
  const isOneForm =
    groups === formatIndex(index) && Number(level === 'entries' ? 0 : level) <= HIGHEST;
  const isPartial = partial === undefined || width < WIDTH;
  if (!isOneForm || !isPartial || !Number.isSafeInteger(index * WIDTH + WIDTH)) return undefined;
  return { level: level === 'entries' ? level : Number(level), index, width };
}

function formatIndex(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
}

/** The bytes of a tile of the log as it stands; undefined where the log does not reach so far. */
export async function readTile(
  reader: LedgerReader,
  head: LogHead,
  { level, index, width }: TilePath,
): Promise<Uint8Array | undefined> {
  const height = level === 'entries' ? 0 : level * LEVELS_OF_TILE;
  const first = index * WIDTH;
  // A subtree counts once it is full: nothing that may still change is in a tile.
  if ((first + width) * 2 ** height > head.size) return undefined;
  if (level === 'entries') return bundle(await reader.leaves(head.logId, first, width));
  const subtrees = Array.from({ length: width }, (_, at) => ({ level: height, index: first + at }));
  return Buffer.concat(await reader.hashes(head.logId, subtrees));
}

/** Undefined where a leaf is longer than the form can say. */
function bundle(leaves: readonly string[]): Uint8Array | undefined {
  const parts = leaves.flatMap((leaf) => {
    const bytes = Buffer.from(leaf);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(Math.min(bytes.length, LONGEST_LEAF));
    return [length, bytes];
  });
  const isSayable = parts.every(({ length }) => length <= LONGEST_LEAF);
  return isSayable ? Buffer.concat(parts) : undefined;
}
