/** Looks for patterns in files, byte by byte. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pattern } from './marks.js';

/** Finds which patterns stand in these bytes; their names. */
export type Scanner = (bytes: Buffer) => ReadonlySet<string>;

/** Makes one pass for all of them: by their first two bytes. */
export function openScanner(patterns: readonly Pattern[]): Scanner {
  const byStart = new Map<number, Pattern[]>();
  const starts = new Uint8Array(0x10000);
  for (const pattern of patterns) {
    const start = pattern.bytes.readUInt16BE(0);
    starts[start] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  }
  const at = (bytes: Buffer, start: number): readonly string[] =>
    (byStart.get(bytes.readUInt16BE(start)) ?? [])
      .filter(({ bytes: sought }) => bytes.subarray(start, start + sought.length).equals(sought))
      .map(({ name }) => name);
  return (bytes) => {
    const found = new Set<string>();
    let pair = 0;
    for (let end = 0; end < bytes.length; end += 1) {
      pair = ((pair << 8) | (bytes[end] ?? 0)) & 0xffff;
      if (starts[pair] === 0 || end === 0) continue;
      for (const name of at(bytes, end - 1)) found.add(name);
    }
    return found;
  };
}

export interface Scanned {
  readonly bytes: number;
  /** `file: pattern`, paths from the folder. */
  readonly found: readonly string[];
}

const CHUNK = 1 << 22;
/** Longer than any pattern: what lies across two chunks is found in the second. */
const OVERLAP = 4096;

/** Looks through every file of a folder. */
export async function scanFolder(folder: string, scan: Scanner): Promise<Scanned> {
  const found: string[] = [];
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { bytes: size, names } = await scanFile(path, scan);
    bytes += size;
    found.push(...[...names].map((name) => `${path.slice(folder.length + 1)}: ${name}`));
  }
  return { bytes, found };
}

async function scanFile(path: string, scan: Scanner) {
  const names = new Set<string>();
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(path)) {
      bytes += chunk.length;
      for (const name of scan(chunk)) names.add(name);
    }
  } catch (error) {
    // A server that runs removes files and writes them anew.
    if (!isGone(error)) throw error;
  }
  return { bytes, names };
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(OVERLAP + CHUNK);
    let kept = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, CHUNK, null);
      if (bytesRead === 0) return;
      const end = kept + bytesRead;
      yield buffer.subarray(0, end);
      const next = Math.max(0, end - OVERLAP);
      buffer.copy(buffer, 0, next, end);
      kept = end - next;
    }
  } finally {
    await file.close();
  }
}
