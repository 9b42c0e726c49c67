/**
 * The public key of somebody who signs messages, read from a JWK (RFC 7517, RFC 8037). Closed: what a key may be used
 * for is decided here once, so that no message can bring its own idea of it (RFC 8725 sections 3.1 and 3.2).
 */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import {
  canonicalJson,
  decodeBase64url,
  type Json,
  type JsonObject,
  type MessageAlgorithm,
  type PublicJwk,
} from '../../base/index.js';

/** Why a key cannot be used. Closed. */
export const KEY_FAULTS = ['KEY_FORM', 'KEY_PRIVATE', 'KEY_USE', 'KEY_WEAK'] as const;
export type KeyFaultCode = (typeof KEY_FAULTS)[number];

export interface VerificationKey {
  readonly kid: string;
  readonly alg: MessageAlgorithm;
  /** What `alg` may say in a JWS by this key. RFC 9864 gives Ed25519 its own name beside EdDSA. */
  readonly names: readonly string[];
  readonly publicKey: KeyObject;
}

interface Curve {
  readonly kty: string;
  readonly alg: MessageAlgorithm;
  readonly names: readonly string[];
  readonly coordinates: readonly string[];
}

const CURVES: Readonly<Record<string, Curve>> = {
  Ed25519: { kty: 'OKP', alg: 'EdDSA', names: ['EdDSA', 'Ed25519'], coordinates: ['x'] },
  'P-256': { kty: 'EC', alg: 'ES256', names: ['ES256'], coordinates: ['x', 'y'] },
};
const COORDINATE_LENGTH = 32;
const SIGNATURE_LENGTH = 64;
/** What a kid may be: printable ASCII without space, so that it stands in a header and a log as it is. */
export const kidForm = /^[\x21-\x7e]{1,128}$/;

/** Reads a JWK; attacker-controlled. A key without `alg` may sign under every name of its curve. */
export function readVerificationKey(
  jwk: JsonObject,
): { readonly key: VerificationKey } | { readonly fault: KeyFaultCode } {
  if (Object.hasOwn(jwk, 'd')) return { fault: 'KEY_PRIVATE' };
  const curve = curveOf(jwk);
  if (curve === undefined || !isForm(jwk, curve.coordinates)) return { fault: 'KEY_FORM' };
  if (!isForVerifying(jwk, curve)) return { fault: 'KEY_USE' };
  if (isSmallOrder(jwk)) return { fault: 'KEY_WEAK' };
  const publicKey = importKey(jwk, curve.coordinates);
  if (publicKey === undefined) return { fault: 'KEY_FORM' };
  const names = curve.names.filter((name) => jwk.alg === undefined || jwk.alg === name);
  return { key: { kid: String(jwk.kid), alg: curve.alg, names, publicKey } };
}

/** Verifies a signature over bytes by the key's own algorithm, whatever a message says. */
export function isSignature(
  { alg, publicKey }: VerificationKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== SIGNATURE_LENGTH) return false;
  return alg === 'EdDSA'
    ? verify(null, message, publicKey, signature)
    : verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
}

/** The public key as it is handed to partners, its thumbprint as kid. Undefined for any other kind of key. */
export function publicJwkOf(key: KeyObject): PublicJwk | undefined {
  const { kty, crv, x = '', y = '' } = key.export({ format: 'jwk' });
  if (kty === 'OKP' && crv === 'Ed25519') {
    return { kid: thumbprint({ kty, crv, x }), use: 'sig', kty, crv, x, alg: 'EdDSA' };
  }
  if (kty === 'EC' && crv === 'P-256') {
    return { kid: thumbprint({ kty, crv, x, y }), use: 'sig', kty, crv, x, y, alg: 'ES256' };
  }
  return undefined;
}

/** The thumbprint of a key (RFC 7638): of its required members alone, which is what `required` holds. */
export const thumbprint = (required: JsonObject): string =>
  hash('sha256', canonicalJson(required), 'base64url');

/** Whether a JWK has these coordinates and a kid, and no member but those that are judged. */
export function isForm(jwk: JsonObject, coordinates: readonly string[]): boolean {
  const known = ['kty', 'crv', 'kid', 'use', 'key_ops', 'alg', ...coordinates];
  return (
    Object.keys(jwk).every((name) => known.includes(name)) &&
    kidForm.test(textOf(jwk.kid)) &&
    coordinates.every((name) => decodeBase64url(textOf(jwk[name]))?.length === COORDINATE_LENGTH)
  );
}

/** Makes the key of these coordinates; undefined for a point that is not on the curve. */
export function importKey(
  { kty, crv, ...jwk }: JsonObject,
  coordinates: readonly string[],
): KeyObject | undefined {
  const point = Object.fromEntries(coordinates.map((name) => [name, textOf(jwk[name])]));
  try {
    return createPublicKey({
      key: { kty: textOf(kty), crv: textOf(crv), ...point },
      format: 'jwk',
    });
  } catch {
    return undefined;
  }
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function curveOf({ kty, crv }: JsonObject): Curve | undefined {
  const name = textOf(crv);
  const curve = Object.hasOwn(CURVES, name) ? CURVES[name] : undefined;
  return curve?.kty === kty ? curve : undefined;
}

function isForVerifying({ use, key_ops, alg }: JsonObject, { names }: Curve): boolean {
  const operations: Json = key_ops ?? ['verify'];
  return (
    (use === undefined || use === 'sig') &&
    Array.isArray(operations) &&
    operations.includes('verify') &&
    (alg === undefined || names.includes(textOf(alg)))
  );
}

/** y of the points of order 1, 2, 4 and 8, the sign of x apart, and their forms beyond the prime. */
const SMALL_ORDER: readonly string[] = [
  `01${'00'.repeat(31)}`,
  '00'.repeat(32),
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];

/** Under such a key one signature is good for many messages: its holder could deny them all. */
function isSmallOrder({ crv, x }: JsonObject): boolean {
  const bytes = Buffer.from(textOf(x), 'base64url');
  if (crv !== 'Ed25519' || bytes.length !== COORDINATE_LENGTH) return false;
  bytes[31] = (bytes[31] ?? 0) & 0x7f;
  return SMALL_ORDER.includes(bytes.toString('hex'));
}
