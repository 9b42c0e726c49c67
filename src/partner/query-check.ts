/**
 * Who signed a query that a router brings (RFC 9421): the router of one authority, by a key that was registered for it.
 * Nonces are kept in memory for as long as the time window lets a query through; one that is brought again after a
 * restart still needs its token and its certificate, and stands in the ledger as often as it is answered.
 */
import type { Clock } from '../base/index.js';
import { type SeenNonce, verifyQuery } from './http-signature/verify.js';
import type { VerificationKey } from './jose/verification-key.js';
import { fieldsOf } from './transport/raw-fields.js';

/** A key by which an authority's router signs what it asks. */
export interface RouterKey {
  readonly authority: string;
  readonly key: VerificationKey;
}

/** A POST as it came. Attacker-controlled but for our own origin in `targetUri`. */
export interface ArrivingQuery {
  readonly targetUri: string;
  /** Names and values in turn, as on the wire. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
}

/** The authority whose router signed this query, now and for the first time; undefined for anything else. */
export type QueryCheck = (query: ArrivingQuery) => Promise<string | undefined>;

/** Nonces of one authority kept at one time; beyond it nothing new of it is taken, and the others are as they were. */
const MOST = 200_000;

/** Opens the check over the keys that are registered; nothing is remembered yet. */
export function openQueryCheck(options: {
  readonly keys: readonly RouterKey[];
  readonly clock: Clock;
  readonly most?: number;
}): QueryCheck {
  const { keys, clock, most = MOST } = options;
  const known = new Map(keys.map((one) => [one.key.kid, one]));
  const nonces = new Map(keys.map(({ authority }) => [authority, openNonces(clock, most)]));
  const authorityOf = (kid: string): string => known.get(kid)?.authority ?? '';
  const find = async (kid: string) => known.get(kid)?.key;
  const remember = async (seen: SeenNonce): Promise<boolean> =>
    nonces.get(authorityOf(seen.keyid))?.(seen) ?? false;
  return async ({ targetUri, rawHeaders, body }) => {
    const query = { method: 'POST', targetUri, fields: fieldsOf(rawHeaders), body };
    const verified = await verifyQuery(query, { clock, find, remember });
    return 'fault' in verified ? undefined : authorityOf(verified.keyid);
  };
}

/** Keeps each nonce until its time is over; false for one that is known, or that there is no room for. */
function openNonces(clock: Clock, most: number) {
  const until = new Map<string, number>();
  // The latest end of what was forgotten: a clock that is put back makes no query good again.
  let forgotten = 0;
  const forget = (): void => {
    const now = Math.floor(clock.now() / 1000);
    for (const [nonce, end] of until) {
      // The oldest stand first; a longer life ahead of a shorter one only keeps that for longer.
      if (end > now) return;
      until.delete(nonce);
      forgotten = Math.max(forgotten, end);
    }
  };
  return ({ keyid, nonce, until: end }: SeenNonce): boolean => {
    forget();
    const name = `${keyid} ${nonce}`;
    if (end <= forgotten || until.has(name) || until.size >= most) return false;
    until.set(name, end);
    return true;
  };
}
