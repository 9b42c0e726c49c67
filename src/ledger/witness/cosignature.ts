/**
 * Cosignatures (C2SP tlog-cosignature, Ed25519): a witness says that, at a time, this was the largest consistent tree
 * of a log that it had seen.
 *
 *   signed    "cosignature/v1", newline, "time ", seconds since the epoch in decimal, newline, the note's text
 *   line      as in a signed note, of key id (4 bytes, algorithm 0x04) || time (8 bytes, big-endian) || signature
 */
import type { Signer } from '../../base/index.js';
import {
  isSignature,
  keyId,
  type NoteKey,
  signatureLine,
  signaturesOf,
  splitNote,
} from '../note.js';

const TIME_LENGTH = 8;

/** The name under which an authority's gateway cosigns: no log is called so. */
export const witnessNameOf = (authority: string): string => `sorgu/${authority}/witness`;

const messageOf = (text: string, time: bigint | number): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);

/** What a cosignature is made of beside the text. */
export interface Cosigning {
  /** The witness's name. */
  readonly name: string;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly signer: Signer;
}

/** Cosigns a checkpoint's text; returns the signature line with its newline. */
export async function cosign(text: string, { name, time, signer }: Cosigning): Promise<string> {
  const stamp = Buffer.alloc(TIME_LENGTH);
  stamp.writeBigUInt64BE(BigInt(time));
  const signature = await signer.sign(messageOf(text, time));
  const id = keyId({ name, publicKey: signer.publicKey }, 'COSIGNATURE');
  return signatureLine(name, Buffer.concat([id, stamp, signature]));
}

/** When the witness of this key cosigned a note last, in seconds since the epoch; undefined where it did not. */
export function cosignedAt(note: string, key: NoteKey): number | undefined {
  const parts = splitNote(note);
  if (parts === undefined) return undefined;
  const times = signaturesOf(parts, key, 'COSIGNATURE').map((bytes) =>
    timeOf(bytes, parts.text, key),
  );
  // One bad line under the witness's name makes all of them worthless, as in a signed note.
  const isValid = times.length > 0 && times.every((time) => time !== undefined);
  return isValid ? Math.max(...times.map((time) => time ?? 0)) : undefined;
}

function timeOf(bytes: Buffer, text: string, { publicKey }: NoteKey): number | undefined {
  if (bytes.length < TIME_LENGTH) return undefined;
  const time = bytes.readBigUInt64BE();
  const isGood = isSignature(bytes.subarray(TIME_LENGTH), messageOf(text, time), publicKey);
  return isGood && time <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(time) : undefined;
}
