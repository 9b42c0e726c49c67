/** A-11.4 A log as C2SP tlog-tiles: what anybody's tool reads. */
import { describe, expect, it } from 'vitest';
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  frontierRoot,
} from '../../../src/ledger/frontier.js';
import {
  type LedgerReader,
  type LogHead,
  leafHash,
  parseTilePath,
} from '../../../src/ledger/index.js';
import { joinHashes, subtreesOf } from '../../../src/ledger/merkle.js';
import { readTile } from '../../../src/ledger/tiles.js';

const SIZE = 66_000;
const leafAt = (index: number): string => `leaf ${index} ə`;

/** A log in memory. */
function grow() {
  const hashes = new Map<string, Uint8Array>();
  let frontier: Frontier = emptyFrontier;
  for (let index = 0; index < SIZE; index += 1) {
    const leaf = leafHash(Buffer.from(leafAt(index)));
    hashes.set(`0/${index}`, leaf);
    const grown = appendLeaf(frontier, leaf);
    for (const node of grown.completed) hashes.set(`${node.level}/${node.index}`, node.hash);
    frontier = grown.frontier;
  }
  const none = async (): Promise<never> => {
    throw new Error('a tile needs no such thing');
  };
  const reader: LedgerReader = {
    ...{ heads: none, head: none },
    rows: () => {
      throw new Error('a tile needs no rows');
    },
    hashes: async (_, subtrees) =>
      subtrees.map(({ level, index }) => {
        const hash = hashes.get(`${level}/${index}`);
        if (hash === undefined)
          throw new Error(`asked for an incomplete subtree ${level}/${index}`);
        return hash;
      }),
    leaves: async (_, first, count) =>
      Array.from({ length: count }, (__, at) => leafAt(first + at)),
  };
  return { reader, root: frontierRoot(frontier) };
}

const log = grow();
const head: LogHead = { logId: 1, origin: 'a', size: SIZE, root: log.root, note: '' };
const tile = async (path: string) => {
  const parsed = parseTilePath(path);
  return parsed && readTile(log.reader, head, parsed);
};

describe('A-11.4 the address of a tile', () => {
  it.each([
    ['0/000', { level: 0, index: 0, width: 256 }],
    ['3/x001/x234/067', { level: 3, index: 1_234_067, width: 256 }],
    ['63/000.p/255', { level: 63, index: 0, width: 255 }],
    ['entries/x001/000.p/1', { level: 'entries', index: 1_000, width: 1 }],
  ])('%s', (path, parsed) => expect(parseTilePath(path)).toEqual(parsed));

  it.each([
    ...['', '0', '0/', '0/0', '0/00', '0/0000', '00/000', '64/000', '-1/000', 'a/000'],
    ...['0/x000/000', '0/001/000', '0/x001', '0/x01/000', '0/000.p/0', '0/000.p/256'],
    ...['0/000.p/01', '0/000.p/', '0/000/', '0/../000', 'entries', '0/000.p/1/', '0/0%30'],
    `0/${'x999/'.repeat(6)}999`,
  ])('%j is none', (path) => expect(parseTilePath(path)).toBeUndefined());
});

describe('A-11.4 the tiles of a log', () => {
  it('hold every hash from which its root is computed', async () => {
    const read = async (level: number, index: number) => {
      const of = Math.floor(level / 8);
      const at = index * 2 ** (level % 8);
      const width = Math.min(256, Math.floor(SIZE / 256 ** of) - Math.floor(at / 256) * 256);
      const place = String(Math.floor(at / 256)).padStart(3, '0');
      const bytes = await tile(`${of}/${place}${width < 256 ? `.p/${width}` : ''}`);
      const hashes = Array.from({ length: 2 ** (level % 8) }, (_, n) =>
        (bytes ?? Buffer.alloc(0)).subarray(((at % 256) + n) * 32, ((at % 256) + n + 1) * 32),
      );
      return halve(hashes);
    };
    const parts = subtreesOf(0, SIZE).map(({ level, index }) => read(level, index));
    expect(Buffer.from(joinHashes(await Promise.all(parts)))).toEqual(Buffer.from(log.root));
  });

  it('are 8,192 bytes where they are full, and as long as they are said to be', async () => {
    expect(await tile('0/000')).toHaveLength(8_192);
    expect(await tile('1/000')).toHaveLength(8_192);
    expect(await tile('2/000.p/1')).toHaveLength(32);
    expect(await tile('0/000.p/7')).toHaveLength(224);
  });

  it.each(['0/257', '0/257.p/209', '1/001.p/2', '2/000', '2/000.p/2', '3/000.p/1', '63/000'])(
    '%s is not there yet',
    async (path) => expect(await tile(path)).toBeUndefined(),
  );

  it('entries are behind their length, and are those of the tile of hashes', async () => {
    const bytes = Buffer.from((await tile('entries/257.p/208')) ?? []);
    const hashes = await tile('0/257.p/208');
    let at = 0;
    let count = 0;
    for (; at < bytes.length; count += 1) {
      const end = at + 2 + bytes.readUInt16BE(at);
      const leaf = leafHash(bytes.subarray(at + 2, end));
      expect(Buffer.from(leaf)).toEqual(
        Buffer.from(hashes?.subarray(count * 32, count * 32 + 32) ?? []),
      );
      at = end;
    }
    expect([count, at]).toEqual([208, bytes.length]);
  });
});

/** The root of a power of two of neighbouring hashes. */
function halve(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 1) return hashes[0] ?? new Uint8Array();
  const middle = hashes.length / 2;
  return joinHashes([halve(hashes.slice(0, middle)), halve(hashes.slice(middle))]);
}
