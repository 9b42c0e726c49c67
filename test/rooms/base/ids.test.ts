import { describe, expect, it } from 'vitest';
import { systemIds } from '../../../src/base/index.js';

describe('random bytes', () => {
  it('are as many as asked, whatever was asked before', () => {
    for (const length of [32, 0, 1, 64, 65, 4096, 10_000, 63, 32]) {
      expect(systemIds.bytes(length)).toHaveLength(length);
    }
  });

  it('are never the same, over many blocks', () => {
    const drawn = Array.from({ length: 2_000 }, () => systemIds.bytes(32));
    expect(new Set(drawn.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(2_000);
    expect(drawn.some((bytes) => bytes.every((byte) => byte === 0))).toBe(false);
  });

  it('are not seen by whoever was handed others before', () => {
    const seen = Buffer.from(systemIds.bytes(32).buffer);
    const before = Buffer.from(seen);
    expect(before.includes(Buffer.from(systemIds.bytes(32)))).toBe(false);
  });
});
