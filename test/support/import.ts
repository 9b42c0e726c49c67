/** An importer over a test's database, with a clock that stands still until it is moved, and lines made of objects. */
import type { Clock, Ids } from '../../src/base/index.js';
import { systemIds } from '../../src/base/index.js';
import { type ImportCounts, openImporter, type RejectedLine } from '../../src/store/index.js';

export interface TestImport {
  readonly clock: Clock & { time: number };
  /** Loads these lines: objects are written as JSON, texts and bytes stand as they are. */
  load(lines: readonly (object | string | Uint8Array)[]): Promise<LoadResult>;
  remove(ids: readonly string[]): Promise<{ read: number; deleted: number }>;
}

interface LoadResult {
  readonly counts: ImportCounts;
  readonly rejected: readonly RejectedLine[];
  readonly progress: readonly ImportCounts[];
}

interface TestImportOptions {
  readonly ids?: Ids;
  readonly batch?: { readonly people: number; readonly bytes: number };
}

export function testImport(url: string, options: TestImportOptions = {}): TestImport {
  const clock = { time: Date.parse('2026-03-01T10:00:00Z'), now: () => clock.time };
  const importer = openImporter({ url, clock, ids: systemIds, ...options });
  return {
    clock,
    load: async (lines) => {
      const rejected: RejectedLine[] = [];
      const progress: ImportCounts[] = [];
      const counts = await importer.load({
        lines: chunksOf(lines),
        reject: (line) => void rejected.push(line),
        progress: (now) => void progress.push(now),
      });
      return { counts, rejected, progress };
    },
    remove: (ids) => importer.remove(chunksOf(ids)),
  };
}

/** Chunks that end anywhere, as those of a file do. */
export async function* chunksOf(
  lines: readonly (object | string | Uint8Array)[],
  size = 1000,
): AsyncGenerator<Uint8Array> {
  const file = Buffer.concat(lines.flatMap((line) => [bytesOf(line), Buffer.from('\n')]));
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

function bytesOf(line: object | string | Uint8Array): Uint8Array {
  if (line instanceof Uint8Array) return line;
  return Buffer.from(typeof line === 'string' ? line : JSON.stringify(line));
}
