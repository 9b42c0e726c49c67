/**
 * Recognising the caller by a signed access token (RFC 9068). Whatever is wrong with it, the answer is one:
 * UNAUTHENTICATED. Which check failed would help only somebody who forges.
 */
import { createHash } from 'node:crypto';
import { type Clock, type JsonObject, Refusal, readObject } from '../base/index.js';
import type { Caller, Credentials, Identity } from './caller.js';
import { type Claims, readClaims } from './claims.js';
import { DEVELOPMENT_ISSUER, DEVELOPMENT_KID } from './development.js';
import { type IssuerKeys, KeyFault, type KeySource, openKeys, verifySignature } from './keys.js';
import { openTokenCache, type TokenCache } from './token-cache.js';

export interface IdentityOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: KeySource;
  readonly clock: Clock;
  readonly mode: 'production' | 'development';
  /** Whether a token must be bound to the client's certificate (RFC 8705). Production sets it. */
  readonly bindCertificates: boolean;
}

/** The room as it is opened: `ready` tells whether keys are at hand. */
export interface OpenedIdentity extends Identity {
  ready(): Promise<boolean>;
}

/** Seconds a token may live: ten minutes; a day for the sample's personas. */
const LONGEST_LIFE = { production: 600, development: 86_400 } as const;
const bearer = /^Bearer ([^\s]+)$/i;
const accessTokenType = /^(?:application\/)?at\+jwt$/i;

/**
 * Opens the identity room. Throws KeyFault for keys that cannot be used, and in production for keys or an issuer
 * that are marked as development's.
 */
export function openIdentity(options: IdentityOptions): OpenedIdentity {
  refuseDevelopment(options);
  const keys = openKeys(options.keys);
  const cache = openTokenCache(options.clock);
  return {
    ready: () => keys.ready(),
    async recognise(credentials) {
      const claims = await claimsOf(credentials, { options, keys, cache });
      if (claims === undefined || !isBound(claims, credentials, options)) {
        throw new Refusal('UNAUTHENTICATED');
      }
      return claims.caller satisfies Caller;
    },
  };
}

interface Verifying {
  readonly options: IdentityOptions;
  readonly keys: IssuerKeys;
  readonly cache: TokenCache;
}

async function claimsOf(
  { authorization }: Credentials,
  { options, keys, cache }: Verifying,
): Promise<Claims | undefined> {
  const token = bearer.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const digest = createHash('sha256').update(token).digest('base64');
  const known = cache.find(digest);
  if (known !== undefined) return known;
  const claims = await verify(token, options, keys);
  if (claims !== undefined) cache.keep(digest, claims);
  return claims;
}

async function verify(
  token: string,
  options: IdentityOptions,
  keys: IssuerKeys,
): Promise<Claims | undefined> {
  const signed = await verifySignature(token, keys);
  if (signed === undefined || !isAccessToken(signed.header, options)) return undefined;
  const payload = readObject(signed.payload);
  return payload && readClaims(payload, rulesOf(options));
}

function isAccessToken({ typ, kid }: JsonObject, { mode }: IdentityOptions): boolean {
  if (mode === 'production' && String(kid).startsWith(DEVELOPMENT_KID)) return false;
  // An ID token of the same issuer is signed by the same key; only the type tells them apart (RFC 9068 section 5).
  return typeof typ === 'string' && accessTokenType.test(typ);
}

const rulesOf = ({ issuer, audience, clock, mode }: IdentityOptions) => ({
  issuer,
  audience,
  now: clock.now(),
  longestLife: LONGEST_LIFE[mode],
});

/** A bound token is worth nothing without its certificate, and that in its term, whatever the mode; production takes no unbound one. */
function isBound(
  { certificate }: Claims,
  { certificate: shown, certified }: Credentials,
  { bindCertificates, clock }: IdentityOptions,
): boolean {
  if (certificate === null) return !bindCertificates;
  const now = clock.now();
  const isInTerm = certified === undefined || (certified.from <= now && now <= certified.until);
  return isInTerm && certificate === shown;
}

function refuseDevelopment({ mode, issuer, keys }: IdentityOptions): void {
  if (mode !== 'production') return;
  if (issuer === DEVELOPMENT_ISSUER) throw new KeyFault('JWT_ISSUER is the development issuer');
  if ('set' in keys && keys.set.keys.some(({ kid }) => kid?.startsWith(DEVELOPMENT_KID))) {
    throw new KeyFault('JWKS holds a development key');
  }
}
