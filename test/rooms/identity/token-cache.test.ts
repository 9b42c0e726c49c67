import { describe, expect, it } from 'vitest';
import type { Claims } from '../../../src/identity/claims.js';
import { openTokenCache } from '../../../src/identity/token-cache.js';

const MINUTE = 60_000;
const claims = (expires: number): Claims => ({
  caller: { officer: '1', gateway: null, authority: 'KZ-MIA', unit: null, role: 'AUDITOR' },
  expires,
  certificate: null,
});

describe('the cache of verified tokens', () => {
  it('forgets a token at its end', () => {
    let now = 0;
    const cache = openTokenCache({ now: () => now });
    cache.keep('a', claims(MINUTE));
    now = MINUTE - 1;
    expect(cache.find('a')).toBeDefined();
    now = MINUTE;
    expect(cache.find('a')).toBeUndefined();
  });

  it('looks again after ten minutes, so that a withdrawn key is noticed', () => {
    let now = 0;
    const cache = openTokenCache({ now: () => now });
    cache.keep('a', claims(1000 * MINUTE));
    now = 10 * MINUTE - 1;
    expect(cache.find('a')).toBeDefined();
    now = 10 * MINUTE;
    expect(cache.find('a')).toBeUndefined();
  });

  it('stays bounded and lets the oldest go', () => {
    const cache = openTokenCache({ now: () => 0 }, 3);
    for (const digest of ['a', 'b', 'c', 'd']) cache.keep(digest, claims(MINUTE));
    expect(['a', 'b', 'c', 'd'].filter((digest) => cache.find(digest))).toEqual(['b', 'c', 'd']);
  });
});
