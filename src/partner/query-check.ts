/**
 * Who signed a query that a router brings (RFC 9421): the router of one authority, by a key that was registered for it.
 * Nonces are kept in memory for as long as the time window lets a query through; one that is brought again after a
 * restart still needs its token and its certificate, and stands in the ledger as often as it is answered.
 * `POST /subgraph` does not ask it yet: a token bound to a client certificate is what opens that door (decision 0025).
 */
import type { Clock } from '../base/index.js';
import type { HttpRequest } from './http-signature/message.js';
import { type SeenNonce, verifyQuery } from './http-signature/verify.js';
import type { VerificationKey } from './jose/verification-key.js';

/** A key by which an authority's router signs what it asks. */
export interface RouterKey {
  readonly authority: string;
  readonly key: VerificationKey;
}

/** The authority whose router signed this query, now and for the first time; undefined for anything else. */
export type QueryCheck = (query: HttpRequest) => Promise<string | undefined>;

/** Nonces kept at one time; beyond it nothing new is taken. */
const MOST = 500_000;

/** Opens the check over the keys that are registered; nothing is remembered yet. */
export function openQueryCheck(options: {
  readonly keys: readonly RouterKey[];
  readonly clock: Clock;
  readonly most?: number;
}): QueryCheck {
  const { keys, clock, most = MOST } = options;
  const known = new Map(keys.map((one) => [one.key.kid, one]));
  const find = async (kid: string) => known.get(kid)?.key;
  const remember = openNonces(clock, most);
  return async (query) => {
    const verified = await verifyQuery(query, { clock, find, remember });
    return 'fault' in verified ? undefined : known.get(verified.keyid)?.authority;
  };
}

/** Keeps each nonce until its time is over; false for one that is known, or that there is no room for. */
function openNonces(clock: Clock, most: number) {
  const until = new Map<string, number>();
  const forget = (): void => {
    const now = Math.floor(clock.now() / 1000);
    for (const [nonce, end] of until) {
      // The oldest stand first; a longer life ahead of a shorter one only keeps that for longer.
      if (end > now) return;
      until.delete(nonce);
    }
  };
  return async ({ keyid, nonce, until: end }: SeenNonce): Promise<boolean> => {
    forget();
    const name = `${keyid} ${nonce}`;
    if (until.has(name) || until.size >= most) return false;
    until.set(name, end);
    return true;
  };
}
