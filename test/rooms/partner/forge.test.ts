import { describe, expect, it } from 'vitest';
import { ATTACKS } from '../../rigs/forge/attacks.js';
import { forge } from '../../rigs/forge/forge.js';

describe('replayed, altered and forged messages', () => {
  it.each([1, 2, 3])('with seed %d lead to no work, and the genuine do', async (seed) => {
    const report = await forge({ messages: ATTACKS.length * 12, seed, hasMemory: true });
    expect(report.taken).toBe(report.genuine);
    expect(report.accepted).toEqual([]);
  });

  it('get in where the receiver forgets: the forge is not blind', async () => {
    const report = await forge({ messages: ATTACKS.length, seed: 1, hasMemory: false });
    const ways = new Set(report.accepted.map(({ attack }) => attack));
    expect(ways).toContain('replayed as it was');
    expect(ways).toContain('a document known, sent again');
  });
});
