/**
 * A disk with a volatile cache: what was written since the last flush may be lost at a power failure, sector by sector
 * and in any order. What was flushed is not.
 */
import type { Random } from '../../../src/register/sample/random.js';

/** The unit that a disk writes whole. */
export const SECTOR = 512;

interface Write {
  readonly offset: number;
  readonly data: Buffer;
}

export class CachedDisk {
  readonly #live: Buffer;
  readonly #stable: Buffer;
  #unflushed: Write[] = [];

  /** @param bytes the image; taken over, not copied */
  constructor(bytes: Buffer) {
    this.#live = bytes;
    this.#stable = Buffer.from(bytes);
  }

  get size(): number {
    return this.#live.length;
  }

  /** Bytes written since the last flush. */
  get atRisk(): number {
    return this.#unflushed.reduce((sum, { data }) => sum + data.length, 0);
  }

  read(offset: number, size: number): Buffer {
    return this.#live.subarray(offset, offset + size);
  }

  write(offset: number, data: Uint8Array): void {
    const kept = Buffer.from(data);
    kept.copy(this.#live, offset);
    this.#unflushed.push({ offset, data: kept });
  }

  flush(): void {
    for (const { offset, data } of this.#unflushed) data.copy(this.#stable, offset);
    this.#unflushed = [];
  }

  /** The image that a power failure leaves now: the disk itself goes on. */
  cut(random: Random): Buffer {
    const left = Buffer.from(this.#stable);
    // Nothing of the cache, half of it, nearly all: each leaves another kind of ruin.
    const quarters = random.below(4);
    for (const { offset, data } of this.#unflushed) {
      for (let at = 0; at < data.length; at += SECTOR) {
        if (random.below(4) < quarters) data.copy(left, offset + at, at, at + SECTOR);
      }
    }
    return left;
  }
}
