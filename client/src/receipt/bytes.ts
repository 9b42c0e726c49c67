/** Bytes, and the texts they travel as: UTF-8, and base64 (RFC 4648) in its one canonical form. */

/** As WebCrypto takes them: never shared with another thread. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
// A broken byte is a fault and a byte order mark is kept, so that no two byte sequences read as one text.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a text. */
export const utf8Of = (text: string): Bytes => encoder.encode(text);

/** Reads UTF-8; throws TypeError for anything else. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Writes standard base64, padded. */
function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Writes base64url, not padded. */
export function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads standard base64; undefined for any but its canonical form. */
export const fromBase64 = (text: string): Bytes | undefined => read(text, text, toBase64);

/** Reads base64url; undefined for any but its canonical form. */
export function fromBase64url(text: string): Bytes | undefined {
  return read(text.replaceAll('-', '+').replaceAll('_', '/'), text, toBase64url);
}

function read(standard: string, text: string, write: (bytes: Uint8Array) => string) {
  try {
    const bytes = Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
    return write(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** One after the other. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two byte sequences are the same. */
export function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
