/** A public key as a Party tells it with its lists (9(3)): signing or encrypting, and named by its thumbprint (RFC 7638). */
import type { JsonObject } from '../../base/index.js';
import { readRecipientKey } from './recipient-key.js';
import { type KeyFaultCode, readVerificationKey, thumbprint } from './verification-key.js';

/** A key that may be deposited under its kid. */
export interface ToldKey {
  readonly kid: string;
  readonly use: 'SIGNATURE' | 'ENCRYPTION';
}

/** Reads a JWK; attacker-controlled. KEY_THUMBPRINT: its kid is another than its own thumbprint. */
export function readToldKey(
  jwk: JsonObject,
): ToldKey | { readonly fault: KeyFaultCode | 'KEY_THUMBPRINT' } {
  const isForEncrypting = jwk.use === 'enc';
  const read = isForEncrypting ? readRecipientKey(jwk) : readVerificationKey(jwk);
  if ('fault' in read) return read;
  const { kid } = read.key;
  if (kid !== thumbprintOf(jwk)) return { fault: 'KEY_THUMBPRINT' };
  return { kid, use: isForEncrypting ? 'ENCRYPTION' : 'SIGNATURE' };
}

function thumbprintOf({ kty = null, crv = null, x = null, y }: JsonObject): string {
  return thumbprint(y === undefined ? { kty, crv, x } : { kty, crv, x, y });
}
