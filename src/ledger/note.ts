/**
 * Signed notes (C2SP signed-note), Ed25519 only.
 *
 *   note      text, a blank line, signature lines
 *   text      ends with a newline; UTF-8 without control characters but newlines
 *   line      U+2014, space, key name, space, base64(key id (4 bytes) || signature (64 bytes)), newline
 *   key id    first 4 bytes of SHA-256(name || 0x0A || 0x01 || public key)
 *   vkey      name + "+" + key id in hexadecimal + "+" + base64(0x01 || public key)
 */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import type { Signer } from '../base/index.js';

/** Who signs: the name stands in the signature line, and for a checkpoint equals its origin. */
export interface NoteKey {
  readonly name: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

const ED25519 = 0x01;
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

function keyId({ name, publicKey }: NoteKey): Buffer {
  const input = Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(ED25519), publicKey]);
  return hash('sha256', input, 'buffer').subarray(0, 4);
}

/** Writes a verifier key: what anybody needs to check notes signed under this name. */
export function formatVkey(key: NoteKey): string {
  const encoded = Buffer.concat([Uint8Array.of(ED25519), key.publicKey]).toString('base64');
  return `${key.name}+${keyId(key).toString('hex')}+${encoded}`;
}

/** Reads a verifier key; undefined for anything but an Ed25519 key whose id fits. */
export function parseVkey(vkey: string): NoteKey | undefined {
  const [name, id, encoded, ...rest] = splitVkey(vkey);
  if (name === undefined || id === undefined || encoded === undefined) return undefined;
  const bytes = parseBase64(encoded);
  if (rest.length > 0 || !nameForm.test(name) || bytes?.length !== KEY_LENGTH + 1) return undefined;
  const key = { name, publicKey: new Uint8Array(bytes.subarray(1)) };
  return bytes[0] === ED25519 && keyId(key).toString('hex') === id ? key : undefined;
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
  const id = keyId({ name, publicKey: signer.publicKey });
  return `${text}\n\u2014 ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/** Checks a note; its text if it carries a valid signature of `key`, else undefined. Unknown signatures are passed over. */
export function checkNote(note: string, key: NoteKey): string | undefined {
  const parts = splitNote(note);
  if (parts === undefined) return undefined;
  const id = keyId(key);
  const own = parts.signatures.filter(
    ({ name, bytes }) => name === key.name && bytes.subarray(0, 4).equals(id),
  );
  const text = Buffer.from(parts.text);
  const publicKey = keyObject(key.publicKey);
  const isValid = own.length > 0 && own.every(({ bytes }) => isSignature(bytes, text, publicKey));
  return isValid ? parts.text : undefined;
}

function isSignature(bytes: Buffer, text: Buffer, publicKey: KeyObject): boolean {
  return bytes.length === 4 + SIGNATURE_LENGTH && verify(null, text, publicKey, bytes.subarray(4));
}

interface NoteParts {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Buffer }[];
}

function splitNote(note: string): NoteParts | undefined {
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
