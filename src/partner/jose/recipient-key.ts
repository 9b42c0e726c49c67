/** The key of somebody to whom a package is encrypted: X25519 (RFC 8037) or P-256, read from a JWK as strictly. */
import { createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Json, JsonObject } from '../../base/index.js';
import { importKey, isForm, type KeyFaultCode, thumbprint } from './verification-key.js';

/** How the content key reaches the recipient, and how the content is encrypted (RFC 7518 sections 4.6 and 5.3). */
export const KEY_AGREEMENT = 'ECDH-ES+A256KW';
export const CONTENT_ENCRYPTION = 'A256GCM';

export type RecipientCurve = 'X25519' | 'P-256';

export interface RecipientKey {
  readonly kid: string;
  readonly curve: RecipientCurve;
  readonly publicKey: KeyObject;
}

/** The recipient's own half. */
export interface DecryptionKey {
  readonly kid: string;
  readonly curve: RecipientCurve;
  readonly privateKey: KeyObject;
}

/** The public half as it is handed to partners (RFC 7517), closed. */
export type RecipientJwk = {
  readonly kid: string;
  readonly use: 'enc';
  readonly alg: typeof KEY_AGREEMENT;
} & (
  | { readonly kty: 'OKP'; readonly crv: 'X25519'; readonly x: string }
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
);

const COORDINATES = { X25519: ['x'], 'P-256': ['x', 'y'] } as const;
const DERIVATIONS: readonly Json[] = ['deriveKey', 'deriveBits'];

/** Reads a JWK; attacker-controlled. */
export function readRecipientKey(
  jwk: JsonObject,
): { readonly key: RecipientKey } | { readonly fault: KeyFaultCode } {
  if (Object.hasOwn(jwk, 'd')) return { fault: 'KEY_PRIVATE' };
  const curve = recipientCurve(jwk);
  if (curve === undefined || !isForm(jwk, COORDINATES[curve])) return { fault: 'KEY_FORM' };
  if (!isForEncrypting(jwk)) return { fault: 'KEY_USE' };
  const publicKey = importKey(jwk, COORDINATES[curve]);
  if (publicKey === undefined) return { fault: 'KEY_FORM' };
  if (!canAgree(publicKey, curve)) return { fault: 'KEY_WEAK' };
  return { key: { kid: String(jwk.kid), curve, publicKey } };
}

/** The JWK of a private key's public half, its thumbprint (RFC 7638) as kid; undefined for another kind of key. */
export function recipientJwkOf(privateKey: KeyObject): RecipientJwk | undefined {
  const { kty, crv, x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const purpose = { use: 'enc', alg: KEY_AGREEMENT } as const;
  if (kty === 'OKP' && crv === 'X25519') {
    return { kid: thumbprint({ kty, crv, x }), ...purpose, kty, crv, x };
  }
  if (kty === 'EC' && crv === 'P-256') {
    return { kid: thumbprint({ kty, crv, x, y }), ...purpose, kty, crv, x, y };
  }
  return undefined;
}

/** The curve that a JWK or an `epk` names, if it is one of ours and of its own kind. */
export function recipientCurve({ kty, crv }: JsonObject): RecipientCurve | undefined {
  if (kty === 'OKP' && crv === 'X25519') return crv;
  return kty === 'EC' && crv === 'P-256' ? crv : undefined;
}

function isForEncrypting({ use, key_ops, alg }: JsonObject): boolean {
  const operations: Json = key_ops ?? DERIVATIONS;
  return (
    (use === undefined || use === 'enc') &&
    Array.isArray(operations) &&
    operations.some((operation) => DERIVATIONS.includes(operation)) &&
    (alg === undefined || alg === KEY_AGREEMENT)
  );
}

/** With a point of small order every agreement ends in zeros, which OpenSSL refuses (RFC 7748 section 6.1). */
function canAgree(publicKey: KeyObject, curve: RecipientCurve): boolean {
  const { privateKey } =
    curve === 'X25519'
      ? generateKeyPairSync('x25519')
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  try {
    return diffieHellman({ privateKey, publicKey }).length > 0;
  } catch {
    return false;
  }
}
