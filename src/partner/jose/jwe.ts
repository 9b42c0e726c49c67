/**
 * The answer package on its way: a signed document inside a compact JWE (RFC 7516) to the recipient's key, by
 * ECDH-ES+A256KW and A256GCM and nothing else. Encryption says nothing about the sender: the JWS inside does, and the
 * document it signs names the recipient.
 */
import { CompactEncrypt, compactDecrypt } from 'jose';
import { decodeBase64url, type JsonObject, readCompact, readObject } from '../../base/index.js';
import {
  CONTENT_ENCRYPTION,
  type DecryptionKey,
  KEY_AGREEMENT,
  type RecipientCurve,
  type RecipientKey,
  recipientCurve,
} from './recipient-key.js';
import { kidForm } from './verification-key.js';

/** Why a JWE is not opened. Closed; in the order of the checks. */
export const JWE_FAULTS = [
  'JWE_TOO_LONG',
  'JWE_FORM',
  'JWE_HEADER',
  'JWE_ALGORITHM',
  'JWE_KEY_UNKNOWN',
  'JWE_DECRYPTION',
] as const;
export type JweFault = (typeof JWE_FAULTS)[number];

export interface JweRules {
  /** Our key of this kid, while packages to it are still opened. */
  find(kid: string): Promise<DecryptionKey | undefined>;
  /** In characters. */
  readonly longest?: number;
}

/** Characters: 32 MiB, a package with portraits and fingerprints. */
export const LONGEST_JWE = 33_554_432;
const CONTENT_TYPE = 'JWS';
const HEADER_MEMBERS = ['alg', 'cty', 'enc', 'epk', 'kid'].join();
const EPK_MEMBERS = { X25519: 'crv,kty,x', 'P-256': 'crv,kty,x,y' } as const;
/** Bytes of a wrapped 256-bit key, GCM's nonce and GCM's tag. */
const LENGTHS = { key: 40, nonce: 12, tag: 16 } as const;

/** Encrypts a JWS to a recipient. */
export function encryptJws(jws: string, { kid, publicKey }: RecipientKey): Promise<string> {
  return new CompactEncrypt(Buffer.from(jws))
    .setProtectedHeader({ alg: KEY_AGREEMENT, enc: CONTENT_ENCRYPTION, kid, cty: CONTENT_TYPE })
    .encrypt(publicKey);
}

/** Opens an attacker-controlled token; the JWS in it is not verified yet. Never rejects but where `find` does. */
export async function decryptJws(
  token: string,
  { find, longest = LONGEST_JWE }: JweRules,
): Promise<{ readonly jws: string } | { readonly fault: JweFault }> {
  if (token.length > longest) return { fault: 'JWE_TOO_LONG' };
  const header = readHeader(token, longest);
  if (header === undefined) return { fault: 'JWE_FORM' };
  const { alg, enc, kid } = header;
  const curve = agreedCurve(header);
  if (curve === undefined || typeof kid !== 'string') return { fault: 'JWE_HEADER' };
  if (alg !== KEY_AGREEMENT || enc !== CONTENT_ENCRYPTION) return { fault: 'JWE_ALGORITHM' };
  const key = await find(kid);
  if (key === undefined || key.kid !== kid) return { fault: 'JWE_KEY_UNKNOWN' };
  if (key.curve !== curve) return { fault: 'JWE_HEADER' };
  return open(token, key);
}

function readHeader(token: string, longest: number): JsonObject | undefined {
  const [first, wrapped, nonce, , tag] = readCompact(token, { parts: 5, longest }) ?? [];
  const isWhole =
    wrapped?.length === LENGTHS.key &&
    nonce?.length === LENGTHS.nonce &&
    tag?.length === LENGTHS.tag;
  return first !== undefined && isWhole ? readObject(first) : undefined;
}

/** The curve of the sender's key, where the header is exactly ours: no `zip`, no `crit`, no `apu`, no second key. */
function agreedCurve(header: JsonObject): RecipientCurve | undefined {
  const { epk, kid, cty } = header;
  if (Object.keys(header).sort().join() !== HEADER_MEMBERS) return undefined;
  if (cty !== CONTENT_TYPE || typeof kid !== 'string' || !kidForm.test(kid)) return undefined;
  return isMembers(epk) ? curveOfSender(epk) : undefined;
}

const isMembers = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function curveOfSender(epk: JsonObject): RecipientCurve | undefined {
  const curve = recipientCurve(epk);
  if (curve === undefined || Object.keys(epk).sort().join() !== EPK_MEMBERS[curve])
    return undefined;
  const points = [epk.x, epk.y ?? epk.x];
  const isPoint = points.every((each) => decodeBase64url(String(each))?.length === 32);
  return isPoint ? curve : undefined;
}

async function open(
  token: string,
  { privateKey }: DecryptionKey,
): Promise<{ readonly jws: string } | { readonly fault: JweFault }> {
  try {
    const { plaintext } = await compactDecrypt(token, privateKey, {
      keyManagementAlgorithms: [KEY_AGREEMENT],
      contentEncryptionAlgorithms: [CONTENT_ENCRYPTION],
    });
    // Whatever is not ASCII is no JWS; its reader says so.
    return { jws: Buffer.from(plaintext).toString('latin1') };
  } catch {
    // Wrong key, wrong wrapping, wrong tag: one answer, or it would be an oracle.
    return { fault: 'JWE_DECRYPTION' };
  }
}
