/**
 * Signed notes (C2SP signed-note), Ed25519.
 *
 *   note    text that ends with a newline, a newline, signature lines
 *   line    U+2014, space, key name, space, base64(key id (4 bytes) || signature (64 bytes)), newline
 *   key id  first 4 bytes of SHA-256(name || 0x0A || 0x01 || public key)
 *   vkey    name + "+" + key id in hexadecimal + "+" + base64(0x01 || public key)
 */
import { areSame, type Bytes, concat, fromBase64, utf8Of } from './bytes.js';
import { isSignature, sha256 } from './digest.js';

/** Who signs: in a checkpoint the name is the log's. */
export interface NoteKey {
  readonly name: string;
  /** Tells whose signature a line carries; proves nothing. */
  readonly id: Bytes;
  /** Raw, 32 bytes. */
  readonly publicKey: Bytes;
}

const ED25519 = 0x01;
const KEY_LENGTH = 32;
const ID_LENGTH = 4;
const SIGNATURE_LENGTH = 64;
const MOST_SIGNATURES = 100;
const vkeyForm = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u;
const lineForm = /^\u2014 ([^\s+]+) (\S+)$/u;
// Everything below U+0020 but newline, DEL, and what a decoder puts for a broken byte.
const forbidden = /[^\P{Cc}\n\u0080-\u009f]|\ufffd/u;

/** Reads a verifier key; undefined for anything but an Ed25519 key whose id fits. */
export async function parseVkey(vkey: string): Promise<NoteKey | undefined> {
  const [, name, id, encoded] = vkeyForm.exec(vkey) ?? [];
  const key = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || key?.length !== KEY_LENGTH + 1 || key[0] !== ED25519) return undefined;
  const made = (await sha256(concat(utf8Of(`${name}\n`), key))).slice(0, ID_LENGTH);
  return hexOf(made) === id ? { name, id: made, publicKey: key.slice(1) } : undefined;
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Checks a note; its text where it carries valid signatures of this key and none that is not, else undefined. */
export async function openNote(note: string, key: NoteKey): Promise<string | undefined> {
  const end = note.lastIndexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const own = end === 0 || forbidden.test(note) ? [] : signaturesIn(note.slice(end + 1), key);
  if (own === undefined || own.length === 0) return undefined;
  const checks = own.map((signature) => isSignature(signature, utf8Of(text), key.publicKey));
  return (await Promise.all(checks)).every((isGood) => isGood) ? text : undefined;
}

// Lines of keys that nobody asked about are passed over; a line that is none spoils the note.
function signaturesIn(lines: string, key: NoteKey): readonly Bytes[] | undefined {
  const all = lines.split('\n');
  if (all.pop() !== '' || all.length > MOST_SIGNATURES) return undefined;
  const read = all.map(readLine);
  if (!read.every((line) => line !== undefined)) return undefined;
  const own = read.filter(({ name, bytes }) => name === key.name && hasId(bytes, key));
  const signatures = own.map(({ bytes }) => bytes.slice(ID_LENGTH));
  return signatures.every(({ length }) => length === SIGNATURE_LENGTH) ? signatures : undefined;
}

const hasId = (bytes: Bytes, { id }: NoteKey): boolean => areSame(bytes.slice(0, ID_LENGTH), id);

function readLine(line: string): { readonly name: string; readonly bytes: Bytes } | undefined {
  const [, name, encoded] = lineForm.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || bytes === undefined || bytes.length <= ID_LENGTH) return undefined;
  return { name, bytes };
}
