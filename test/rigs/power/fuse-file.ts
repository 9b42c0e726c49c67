/**
 * Serves a disk as one regular file through /dev/fuse (linux/fuse.h, protocol 7.31), for a loop device to stand on. The
 * root of the mount is the file itself, so that there are no directories to speak for. The loop device turns a flush of
 * its file system into FSYNC, and waits for every WRITE: the disk sees what a real one would, in the same order.
 */
import { read, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import type { CachedDisk } from './cached-disk.js';

const readAsync = promisify(read);

const GETATTR = 3;
const OPEN = 14;
const READ = 15;
const WRITE = 16;
const RELEASE = 18;
const FSYNC = 20;
const FLUSH = 25;
const INIT = 26;

/** FORGET, INTERRUPT and BATCH_FORGET take no answer. */
const UNANSWERED: ReadonlySet<number> = new Set([2, 36, 42]);

const HEADER = 40;
const OUT_HEADER = 16;
const WRITE_HEADER = 40;
const MOST_WRITTEN = 1 << 17;
const NOT_SUPPORTED = 38;
/** The file system was unmounted. */
const ENDED = 'ENODEV';

/** Answers until the file is unmounted. `device` is an open /dev/fuse whose mount was asked for. */
export async function serveDisk(device: number, disk: CachedDisk): Promise<void> {
  const buffer = Buffer.alloc(MOST_WRITTEN + 4096);
  for (;;) {
    const length = await nextRequest(device, buffer);
    if (length === undefined) return;
    const request = buffer.subarray(0, length);
    const opcode = request.readUInt32LE(4);
    if (UNANSWERED.has(opcode)) continue;
    reply(device, request, answer(opcode, request.subarray(HEADER), disk));
  }
}

async function nextRequest(device: number, buffer: Buffer): Promise<number | undefined> {
  try {
    return (await readAsync(device, buffer, 0, buffer.length, null)).bytesRead;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === ENDED) return undefined;
    throw error;
  }
}

function reply(device: number, request: Buffer, body: Buffer | undefined): void {
  const head = Buffer.alloc(OUT_HEADER);
  head.writeUInt32LE(OUT_HEADER + (body?.length ?? 0), 0);
  head.writeInt32LE(body === undefined ? -NOT_SUPPORTED : 0, 4);
  request.copy(head, 8, 8, 16);
  writeSync(device, Buffer.concat([head, body ?? Buffer.of()]));
}

/** The body of an answer; undefined for what this file does not do. */
function answer(opcode: number, body: Buffer, disk: CachedDisk): Buffer | undefined {
  switch (opcode) {
    case INIT:
      return greeting();
    case GETATTR:
      return attributes(disk.size);
    case OPEN:
      return Buffer.alloc(16);
    case READ:
      return disk.read(Number(body.readBigUInt64LE(8)), body.readUInt32LE(16));
    case WRITE:
      return written(body, disk);
    case FSYNC:
      disk.flush();
      return Buffer.of();
    case FLUSH:
    case RELEASE:
      return Buffer.of();
    default:
      return undefined;
  }
}

function greeting(): Buffer {
  const out = Buffer.alloc(64);
  out.writeUInt32LE(7, 0);
  out.writeUInt32LE(31, 4);
  out.writeUInt16LE(16, 16);
  out.writeUInt16LE(12, 18);
  out.writeUInt32LE(MOST_WRITTEN, 20);
  out.writeUInt32LE(1, 24);
  return out;
}

function attributes(size: number): Buffer {
  const out = Buffer.alloc(104);
  // The kernel may hold it: the size never changes.
  out.writeBigUInt64LE(3600n, 0);
  out.writeBigUInt64LE(1n, 16);
  out.writeBigUInt64LE(BigInt(size), 24);
  out.writeBigUInt64LE(BigInt(size / 512), 32);
  out.writeUInt32LE(0o100600, 76);
  out.writeUInt32LE(1, 80);
  out.writeUInt32LE(4096, 96);
  return out;
}

function written(body: Buffer, disk: CachedDisk): Buffer {
  const size = body.readUInt32LE(16);
  disk.write(Number(body.readBigUInt64LE(8)), body.subarray(WRITE_HEADER, WRITE_HEADER + size));
  const out = Buffer.alloc(8);
  out.writeUInt32LE(size, 0);
  return out;
}
