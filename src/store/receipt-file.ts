/**
 * Receipts in a file that grows, for whoever supervises: a line each, flushed to disk before it counts. A line that was
 * cut off by a power failure is none, and is written anew.
 */
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatStanding, parseStanding, type ReceiptSink } from '../ledger/index.js';
import { StoreFault } from './fault.js';

/** Bytes read back from the end: more than the longest line. */
const TAIL = 65_536;

/** Opens the file, made if it is missing. Rejects with a StoreFault where that cannot be. */
export async function openReceiptFile(
  path: string,
): Promise<ReceiptSink & { close(): Promise<void> }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new StoreFault(`receipts cannot be written to ${path} (${error.code})`);
  });
  const readTail = async (): Promise<{
    readonly lines: readonly string[];
    readonly end: number;
  }> => {
    const { size } = await file.stat();
    const start = Math.max(0, size - TAIL);
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(size - start),
      0,
      size - start,
      start,
    );
    const end = buffer.lastIndexOf(0x0a, bytesRead) + 1;
    return { lines: buffer.subarray(0, end).toString().split('\n').slice(0, -1), end: start + end };
  };
  return {
    async last() {
      const { lines } = await readTail();
      const line = lines.at(-1);
      const told = line === undefined ? undefined : parseStanding(line);
      if (line !== undefined && told === undefined) {
        throw new StoreFault(`the last line is no receipt: ${path}`);
      }
      return told;
    },
    async take(receipts) {
      const { end } = await readTail();
      await file.truncate(end);
      await file.appendFile(receipts.map((receipt) => `${formatStanding(receipt)}\n`).join(''));
      await file.sync();
    },
    close: () => file.close(),
  };
}
