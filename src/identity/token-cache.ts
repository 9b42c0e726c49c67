/** Tokens that were verified once. Kept under their SHA-256, so that a memory dump holds no usable token. */
import type { Clock } from '../base/index.js';
import type { Claims } from './claims.js';

export interface TokenCache {
  /** The claims of a token that was verified and is still good. */
  find(digest: string): Claims | undefined;
  keep(digest: string, claims: Claims): void;
}

const MOST = 10_000;
/** Milliseconds. A key that the issuer withdraws stops being honoured within this, however long its tokens live. */
const LONGEST_KEPT = 600_000;

/** Opens an empty cache of bounded size; the token kept longest goes first. */
export function openTokenCache(clock: Clock, most: number = MOST): TokenCache {
  const kept = new Map<string, { readonly claims: Claims; readonly until: number }>();
  return {
    find(digest) {
      const found = kept.get(digest);
      if (found === undefined || clock.now() < found.until) return found?.claims;
      kept.delete(digest);
      return undefined;
    },
    keep(digest, claims) {
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      const until = Math.min(claims.expires, clock.now() + LONGEST_KEPT);
      kept.set(digest, { claims, until });
    },
  };
}
