/**
 * Signed documents between gateways: compact JWS (RFC 7515) by Ed25519 (RFC 8037, RFC 9864) or ES256, and nothing else.
 * The header is closed (`alg`, `kid`, `typ`), the algorithm is the key's own, and every token has one spelling but for
 * the signature of ES256, of which anybody can make a second good one: what was signed is known by its payload, never
 * by the token's bytes.
 */
import { type JsonObject, type MessageSigner, readCompact, readObject } from '../../base/index.js';
import { isSignature, kidForm, type VerificationKey } from './verification-key.js';

/** Why a JWS is not taken. Closed; in the order of the checks. */
export const JWS_FAULTS = [
  'JWS_TOO_LONG',
  'JWS_FORM',
  'JWS_HEADER',
  'JWS_TYPE',
  'JWS_ALGORITHM',
  'JWS_KEY_UNKNOWN',
  'JWS_SIGNATURE',
] as const;
export type JwsFault = (typeof JWS_FAULTS)[number];

/** A document whose signature is good. */
export interface VerifiedJws {
  readonly kid: string;
  readonly payload: Uint8Array;
}

export type JwsOutcome = VerifiedJws | { readonly fault: JwsFault };

export interface JwsRules {
  /** What `typ` must be, exactly; null where the header must have none. */
  readonly typ: string | null;
  /** The key that is good now for this kid. Asked each time, so that a revocation holds from the next message. */
  find(kid: string): Promise<VerificationKey | undefined>;
  /** In characters. */
  readonly longest?: number;
}

/** Characters: 1 MiB, enough for a document without attachments. */
export const LONGEST_JWS = 1_048_576;
const HEADER_MEMBERS: readonly string[] = ['alg', 'kid', 'typ'];
const ALGORITHM_NAMES: readonly unknown[] = ['EdDSA', 'Ed25519', 'ES256'];

/** Signs a payload under a type such as `sorgu-request+jws`. Rejects where the signer does. */
export async function signJws(
  payload: Uint8Array,
  typ: string,
  signer: MessageSigner,
): Promise<string> {
  const header = JSON.stringify({ alg: signer.alg, kid: signer.kid, typ });
  const input = [Buffer.from(header), Buffer.from(payload)]
    .map((part) => part.toString('base64url'))
    .join('.');
  const signature = await signer.sign(Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

/** Verifies an attacker-controlled token. Never rejects but where `find` does. */
export async function verifyJws(token: string, rules: JwsRules): Promise<JwsOutcome> {
  const { typ, longest = LONGEST_JWS } = rules;
  if (token.length > longest) return { fault: 'JWS_TOO_LONG' };
  const read = readJws(token, longest);
  if (read === undefined) return { fault: 'JWS_FORM' };
  const { header, payload, signature } = read;
  const { alg, kid } = header;
  if (!isClosed(header) || typeof kid !== 'string' || !kidForm.test(kid)) {
    return { fault: 'JWS_HEADER' };
  }
  if ((header.typ ?? null) !== typ) return { fault: 'JWS_TYPE' };
  if (!ALGORITHM_NAMES.includes(alg)) return { fault: 'JWS_ALGORITHM' };
  const key = await rules.find(kid);
  if (key === undefined || key.kid !== kid) return { fault: 'JWS_KEY_UNKNOWN' };
  if (!key.names.includes(String(alg))) return { fault: 'JWS_ALGORITHM' };
  const input = Buffer.from(token.slice(0, token.lastIndexOf('.')));
  return isSignature(key, input, signature) ? { kid, payload } : { fault: 'JWS_SIGNATURE' };
}

interface ReadJws {
  readonly header: JsonObject;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

function readJws(token: string, longest: number): ReadJws | undefined {
  const [first, payload, signature] = readCompact(token, { parts: 3, longest }) ?? [];
  if (first === undefined || payload === undefined || signature === undefined) return undefined;
  const header = readObject(first);
  return header && { header, payload, signature };
}

// `crit`, `b64`, `jwk`, `jku`, `x5u`, `x5c` and whatever comes: nobody's header brings its own key or rules.
const isClosed = (header: JsonObject): boolean =>
  Object.keys(header).every((name) => HEADER_MEMBERS.includes(name));
