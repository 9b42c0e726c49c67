/**
 * The compact serialization of a JWS (RFC 7515 section 7.1), read strictly before any library sees it. A lenient
 * reader takes stray characters, padding or a second spelling of the same bytes, and then one token has many forms.
 */
import { type Json, parseStrictJson } from '../base/index.js';

export interface CompactToken {
  readonly header: JsonObject;
  readonly payload: Uint8Array;
}

export type JsonObject = { readonly [name: string]: Json };

/** No token of ours is longer; what is longer is not decoded. */
const LONGEST = 8192;
const compact = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

/** Splits and decodes a token. Undefined where the form is not exactly that of the RFC. Verifies nothing. */
export function readCompact(token: string): CompactToken | undefined {
  if (token.length > LONGEST) return undefined;
  const [, header, payload, signature] = compact.exec(token) ?? [];
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  const parts = [header, payload, signature].map(decodeBase64url);
  const [headerBytes, payloadBytes, signatureBytes] = parts;
  if (!headerBytes || !payloadBytes || !signatureBytes) return undefined;
  const members = readObject(headerBytes);
  return members === undefined ? undefined : { header: members, payload: payloadBytes };
}

/** An object of strict JSON, or undefined. */
export function readObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value = parseStrictJson(bytes);
    return isObject(value) ? value : undefined;
  } catch {
    // Which fault it has is not told: one answer for every token that is not good.
    return undefined;
  }
}

// Array.isArray alone does not narrow a readonly array.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

// Re-encoding finds unused bits that are set (RFC 4648 section 3.5) and lengths that no bytes have.
function decodeBase64url(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}
