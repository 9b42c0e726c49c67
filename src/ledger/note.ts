/**
 * Signed notes (C2SP signed-note), Ed25519 only.
 *
 *   note      text, a blank line, signature lines
 *   text      ends with a newline; UTF-8 without control characters but newlines
 *   line      U+2014, space, key name, space, base64(key id (4 bytes) || signature (64 bytes)), newline
 *   key id    first 4 bytes of SHA-256(name || 0x0A || algorithm || public key)
 *   vkey      name + "+" + key id in hexadecimal + "+" + base64(algorithm || public key)
 *
 * The algorithm is 0x01 for who signs notes, 0x04 for who cosigns them (witness/cosignature.ts): a key of one is none of the other.
 */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import type { Signer } from '../base/index.js';

/** Who signs: the name stands in the signature line, and for a checkpoint equals its origin. */
export interface NoteKey {
  readonly name: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

const ALGORITHMS = { NOTE: 0x01, COSIGNATURE: 0x04 } as const;
export type KeyUse = keyof typeof ALGORITHMS;
const KEY_LENGTH = 32;
const SIGNATURE_LENGTH = 64;
const MOST_BYTES = 1_000_000;
const MOST_SIGNATURES = 100;
const nameForm = /^[^\s+]+$/u;
// Everything below U+0020 but newline, DEL, and what a decoder puts for a broken byte.
const isForbidden = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (code < 0x20 && code !== 0x0a) || code === 0x7f || code === 0xfffd;
};

/** The four bytes that tell whose signature a line carries; they prove nothing. */
export function keyId({ name, publicKey }: NoteKey, use: KeyUse): Buffer {
  const algorithm = Uint8Array.of(ALGORITHMS[use]);
  const input = Buffer.concat([Buffer.from(`${name}\n`), algorithm, publicKey]);
  return hash('sha256', input, 'buffer').subarray(0, 4);
}

/** Writes a verifier key: what anybody needs to check notes signed, or cosigned, under this name. */
export function formatVkey(key: NoteKey, use: KeyUse = 'NOTE'): string {
  const algorithm = Uint8Array.of(ALGORITHMS[use]);
  const encoded = Buffer.concat([algorithm, key.publicKey]).toString('base64');
  return `${key.name}+${keyId(key, use).toString('hex')}+${encoded}`;
}

/** Reads a verifier key; undefined for anything but an Ed25519 key of this use whose id fits. */
export function parseVkey(vkey: string, use: KeyUse = 'NOTE'): NoteKey | undefined {
  const [name, id, encoded, ...rest] = splitVkey(vkey);
  if (name === undefined || id === undefined || encoded === undefined) return undefined;
  const bytes = parseBase64(encoded);
  if (rest.length > 0 || !nameForm.test(name) || bytes?.length !== KEY_LENGTH + 1) return undefined;
  const key = { name, publicKey: new Uint8Array(bytes.subarray(1)) };
  return bytes[0] === ALGORITHMS[use] && keyId(key, use).toString('hex') === id ? key : undefined;
}

// The base64 part may hold a plus sign itself; the name may not.
function splitVkey(vkey: string): readonly string[] {
  const first = vkey.indexOf('+');
  const second = vkey.indexOf('+', first + 1);
  if (first < 0 || second < 0) return [];
  return [vkey.slice(0, first), vkey.slice(first + 1, second), vkey.slice(second + 1)];
}

/** Signs a text that ends with a newline under a name; returns the note. */
export async function signNote(text: string, name: string, signer: Signer): Promise<string> {
  if (!isText(text) || !nameForm.test(name)) throw new RangeError('signed note: not a note text');
  const signature = await signer.sign(Buffer.from(text));
  const id = keyId({ name, publicKey: signer.publicKey }, 'NOTE');
  return `${text}\n${signatureLine(name, Buffer.concat([id, signature]))}`;
}

/** One signature line, with its newline. */
export const signatureLine = (name: string, bytes: Uint8Array): string =>
  `\u2014 ${name} ${Buffer.from(bytes).toString('base64')}\n`;

/** Checks a note; its text if it carries a valid signature of `key`, else undefined. Unknown signatures are passed over. */
export function checkNote(note: string, key: NoteKey): string | undefined {
  const parts = splitNote(note);
  if (parts === undefined) return undefined;
  const own = signaturesOf(parts, key, 'NOTE');
  const text = Buffer.from(parts.text);
  const isValid = own.length > 0 && own.every((bytes) => isSignature(bytes, text, key.publicKey));
  return isValid ? parts.text : undefined;
}

/** What stands behind the key id in the lines that name this key. */
export const signaturesOf = (
  { signatures }: NoteParts,
  key: NoteKey,
  use: KeyUse,
): readonly Buffer[] =>
  signatures
    .filter(({ name, bytes }) => name === key.name && bytes.subarray(0, 4).equals(keyId(key, use)))
    .map(({ bytes }) => bytes.subarray(4));

/** Whether these are the 64 bytes of the key's signature over a message. */
export function isSignature(
  bytes: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  return bytes.length === SIGNATURE_LENGTH && verify(null, message, keyObject(publicKey), bytes);
}

/** A note taken apart; what its signatures are worth is not said. */
export interface NoteParts {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** Takes a note apart; undefined for a text that is none. */
export function splitNote(note: string): NoteParts | undefined {
  const at = note.lastIndexOf('\n\n');
  if (Buffer.byteLength(note) > MOST_BYTES || at < 0 || !isText(note)) return undefined;
  const lines = note.slice(at + 2).split('\n');
  if (lines.pop() !== '' || lines.length === 0 || lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignature);
  const isWhole = signatures.every((signature) => signature !== undefined);
  return isWhole ? { text: note.slice(0, at + 1), signatures } : undefined;
}

function parseSignature(line: string): NoteParts['signatures'][number] | undefined {
  const [dash, name, encoded, ...rest] = line.split(' ');
  if (dash !== '\u2014' || name === undefined || encoded === undefined || rest.length > 0) {
    return undefined;
  }
  const bytes = parseBase64(encoded);
  return nameForm.test(name) && bytes !== undefined && bytes.length > 4
    ? { name, bytes }
    : undefined;
}

const isText = (text: string): boolean =>
  text.endsWith('\n') && ![...text].some((character) => isForbidden(character));

/** Reads standard base64 in its one canonical form; undefined otherwise. */
export function parseBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

function keyObject(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}
