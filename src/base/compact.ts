/**
 * Compact serializations (RFC 7515 section 7.1, RFC 7516 section 7.1), read strictly before any library sees them. A
 * lenient reader takes stray characters, padding or a second spelling of the same bytes, and then one token has many
 * forms.
 */
import type { Json } from './canonical-json.js';
import { parseStrictJson } from './strict-json.js';

export type JsonObject = { readonly [name: string]: Json };

export interface CompactForm {
  /** 3 for a JWS, 5 for a JWE; none may be empty. */
  readonly parts: 3 | 5;
  /** In characters: what is longer is not decoded. */
  readonly longest: number;
}

const base64url = /^[A-Za-z0-9_-]+$/;

/** Splits and decodes a token. Undefined where the form is not exactly that of the RFC. Verifies nothing. */
export function readCompact(
  token: string,
  { parts, longest }: CompactForm,
): readonly Uint8Array[] | undefined {
  if (token.length > longest) return undefined;
  const texts = token.split('.', parts + 1);
  if (texts.length !== parts) return undefined;
  const read = texts.map(decodeBase64url);
  return read.every((part) => part !== undefined) ? read : undefined;
}

/** Reads base64url in its one canonical form (RFC 4648 sections 3.5 and 5), not empty and without padding. */
export function decodeBase64url(text: string): Uint8Array | undefined {
  if (!base64url.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  // Re-encoding finds unused bits that are set, and lengths that no bytes have.
  return bytes.toString('base64url') === text ? bytes : undefined;
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
