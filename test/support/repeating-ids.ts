/** Ids that come again: two gateways handed the same seed draw the same salts, keys and ids in the same order. */
import { createHash } from 'node:crypto';
import type { Ids } from '../../src/base/index.js';

/** Opens a sequence of its own. */
export function repeatingIds(seed: string): Ids {
  let drawn = 0;
  const block = () => createHash('sha512').update(`${seed}:${drawn++}`).digest();
  const bytes = (length: number): Uint8Array => {
    const blocks = Array.from({ length: Math.ceil(length / 64) }, block);
    return Buffer.concat(blocks).subarray(0, length);
  };
  const uuid = (): string => {
    const hex = Buffer.from(bytes(16)).toString('hex');
    const part = (from: number, to: number) => hex.slice(from, to);
    return `${part(0, 8)}-${part(8, 12)}-4${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`;
  };
  return { bytes, uuid };
}
