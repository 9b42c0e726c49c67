/**
 * Encryption of what is held: AES-256-GCM, a nonce of 12 random bytes, the ciphertext, a tag of 16 bytes, in this
 * order. What stands round a value (its place; of a key: its value, epoch and end) is authenticated with it, so that
 * nobody who writes to the database can move a value, or put off its end. Every key encrypts one value once; that of a
 * readmission case its rows, each time under a nonce of its own.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const KEY_LENGTH = 32;

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Encrypts bytes, bound to a text. */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, boundTo: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes again; undefined where key, text and ciphertext do not belong together. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, boundTo: string) {
  const nonce = sealed.subarray(0, NONCE);
  const tag = sealed.subarray(-TAG);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG });
    decipher.setAAD(Buffer.from(boundTo)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** A value's text is filled up to a multiple of this: its length does not tell an empty list from a short one. */
const BLOCK = 512;

/** The text in UTF-8, filled up with blanks. */
export function padText(text: string): Buffer {
  const bytes = Buffer.from(text);
  const padded = Buffer.alloc(Math.ceil(Math.max(bytes.length, 1) / BLOCK) * BLOCK, ' ');
  bytes.copy(padded);
  return padded;
}

/** The text without what it was filled up with; texts of ours never end in a blank. */
export const unpadText = (bytes: Uint8Array): string => Buffer.from(bytes).toString().trimEnd();
