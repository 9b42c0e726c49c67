/** The public keys of the issuer, and the verification of a signature with them (RFC 7515, RFC 7517, RFC 8725). */
import {
  type CompactVerifyGetKey,
  compactVerify,
  createLocalJWKSet,
  createRemoteJWKSet,
  type JSONWebKeySet,
} from 'jose';
import { type JsonObject, readCompact, readObject } from '../base/index.js';

/** Where the issuer's keys are: a set that was read, or an https address that serves one. */
export type KeySource = { readonly set: JSONWebKeySet } | { readonly url: URL };

/** Why a set cannot be used; names no key. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
}

export interface IssuerKeys {
  readonly get: CompactVerifyGetKey;
  /** Whether a key is at hand to verify with. */
  ready(): Promise<boolean>;
}

/** Nothing that can be confused: no RSA, no shared secret, no `none` (RFC 8725 section 3.1). */
const ALGORITHMS: readonly string[] = ['EdDSA', 'ES256'];
/** Headers that bring their own key, or change what the signature is over. */
const FORBIDDEN_HEADERS = ['crit', 'b64', 'jwk', 'jku', 'x5u', 'x5c', 'zip', 'enc'];
/** Characters: no token of ours is longer; what is longer is not decoded. */
const LONGEST = 8192;
const PRIVATE_MEMBERS = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'oth'];

/** Opens a source of keys. Throws KeyFault for a set that holds a secret or no key that we could use. */
export function openKeys(source: KeySource): IssuerKeys {
  return 'set' in source ? localKeys(source.set) : remoteKeys(source.url);
}

function localKeys(set: JSONWebKeySet): IssuerKeys {
  for (const key of set.keys) {
    const secret = PRIVATE_MEMBERS.find((member) => member in key);
    if (secret !== undefined) throw new KeyFault('JWKS holds a private or a shared key');
  }
  if (!set.keys.some(isUsable)) throw new KeyFault('JWKS holds no Ed25519 or P-256 key with a kid');
  return { get: createLocalJWKSet(set), ready: async () => true };
}

const isUsable = ({ kid, crv }: { kid?: string; crv?: string }): boolean =>
  kid !== undefined && (crv === 'Ed25519' || crv === 'P-256');

function remoteKeys(url: URL): IssuerKeys {
  if (url.protocol !== 'https:') throw new KeyFault('JWKS is not an https address');
  const get = createRemoteJWKSet(url, { timeoutDuration: 3000, cooldownDuration: 10_000 });
  return {
    get,
    async ready() {
      // Fetched keys stay good for a while; an issuer that cannot be reached shows here before tokens fail.
      if (!get.fresh) await get.reload().catch(() => undefined);
      return get.jwks()?.keys.some(isUsable) ?? false;
    },
  };
}

/** A token whose signature is good: header and payload, both unjudged. */
export interface SignedToken {
  readonly header: JsonObject;
  readonly payload: Uint8Array;
}

/** Verifies form and signature; undefined for anything that is not a good JWS by one of these keys. */
export async function verifySignature(
  token: string,
  keys: IssuerKeys,
): Promise<SignedToken | undefined> {
  const read = readToken(token);
  if (read === undefined || !isHeaderAllowed(read.header)) return undefined;
  try {
    await compactVerify(token, keys.get, { algorithms: [...ALGORITHMS] });
    return read;
  } catch {
    // Unknown key, wrong key, bad signature, issuer out of reach: the caller hears the same.
    return undefined;
  }
}

function readToken(token: string): SignedToken | undefined {
  const [first, payload] = readCompact(token, { parts: 3, longest: LONGEST }) ?? [];
  const header = first && readObject(first);
  return header && payload && { header, payload };
}

function isHeaderAllowed(header: JsonObject): boolean {
  if (FORBIDDEN_HEADERS.some((name) => Object.hasOwn(header, name))) return false;
  return typeof header.kid === 'string' && ALGORITHMS.some((known) => known === header.alg);
}
