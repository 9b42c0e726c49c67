/**
 * The key of a subject's tags as the register keeps it: wrapped by an epoch key that stands outside the database.
 *
 *   version (1 byte) | epoch (4, big-endian) | nonce (12) | AES-256-GCM(key (32) | name (16)) | tag (16)
 *
 * `name` is the first half of SHA-256 of the person's register key: wrapped keys that somebody exchanged in the table
 * are noticed by whoever looks for the person.
 */
import { createCipheriv, createDecipheriv, hash } from 'node:crypto';

/** Bytes of a subject's key, and of an epoch key. */
export const KEY_LENGTH = 32;
const VERSION = 1;
const HEAD = 5;
const NONCE = 12;
const NAME = 16;
const TAG = 16;
const CIPHER = 'aes-256-gcm';
export const WRAPPED_LENGTH = HEAD + NONCE + KEY_LENGTH + NAME + TAG;

/** A key that wraps, and its number. */
export interface EpochKey {
  readonly epoch: number;
  readonly key: Uint8Array;
}

/** A subject's key, and whether it was wrapped for this person. */
export interface UnwrappedKey {
  readonly key: Uint8Array;
  isOf(person: string): boolean;
}

/** Wraps a subject's key for a person. `nonce` is 12 bytes, never the same twice under one epoch key. */
export function wrapKey(
  { epoch, key: wrapping }: EpochKey,
  subject: { readonly key: Uint8Array; readonly person: string },
  nonce: Uint8Array,
): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(VERSION, 0);
  head.writeUInt32BE(epoch, 1);
  const cipher = createCipheriv(CIPHER, wrapping, nonce, { authTagLength: TAG }).setAAD(head);
  const sealed = [cipher.update(subject.key), cipher.update(nameOf(subject.person))];
  return Buffer.concat([head, nonce, ...sealed, cipher.final(), cipher.getAuthTag()]);
}

/** The epoch a wrapped key says it belongs to; undefined for what is no wrapped key. */
export function epochOf(wrapped: Uint8Array): number | undefined {
  if (wrapped.length !== WRAPPED_LENGTH || wrapped[0] !== VERSION) return undefined;
  return Buffer.from(wrapped.buffer, wrapped.byteOffset, HEAD).readUInt32BE(1);
}

/** Unwraps a key; undefined where it was not wrapped by this epoch key, or was changed since. */
export function unwrapKey({ key }: EpochKey, wrapped: Uint8Array): UnwrappedKey | undefined {
  const bytes = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.length);
  const [nonce, sealed] = [bytes.subarray(HEAD, HEAD + NONCE), bytes.subarray(HEAD + NONCE, -TAG)];
  try {
    const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG })
      .setAAD(bytes.subarray(0, HEAD))
      .setAuthTag(bytes.subarray(-TAG));
    const opened = Buffer.concat([cipher.update(sealed), cipher.final()]);
    const name = opened.subarray(KEY_LENGTH);
    return { key: opened.subarray(0, KEY_LENGTH), isOf: (person) => name.equals(nameOf(person)) };
  } catch {
    return undefined;
  }
}

const nameOf = (person: string): Buffer => hash('sha256', person, 'buffer').subarray(0, NAME);
