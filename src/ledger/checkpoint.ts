/**
 * Checkpoints (C2SP tlog-checkpoint): what a signed note says about a log.
 *
 *   origin, newline, size in decimal, newline, base64(root), newline, further non-empty lines (we write none)
 *
 * The name of the key that signs is the origin.
 */
import type { Signer } from '../base/index.js';
import { checkNote, parseBase64, signNote } from './note.js';

export interface Checkpoint {
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** Root of the tree of that size, 32 bytes. */
  readonly root: Uint8Array;
}

/** Writes the text that is signed. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Reads a checkpoint's text; undefined if it is not in its one form. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, decimal, encoded, ...rest] = text.split('\n');
  if (origin === undefined || decimal === undefined || encoded === undefined) return undefined;
  const root = parseBase64(encoded);
  const size = Number(decimal);
  const isDecimal = /^(0|[1-9][0-9]*)$/.test(decimal) && Number.isSafeInteger(size);
  const endsWell = rest.pop() === '' && rest.every((line) => line !== '');
  if (origin === '' || !isDecimal || root?.length !== 32 || !endsWell) return undefined;
  return { origin, size, root };
}

/** Signs a checkpoint; returns the note. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): Promise<string> {
  return signNote(formatCheckpoint(checkpoint), checkpoint.origin, signer);
}

/** Checks a note as a checkpoint of the log `origin`, signed by the log's own key; undefined if it is not. */
export function checkCheckpoint(
  note: string,
  origin: string,
  publicKey: Uint8Array,
): Checkpoint | undefined {
  const text = checkNote(note, { name: origin, publicKey });
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  return checkpoint?.origin === origin ? checkpoint : undefined;
}

/** What a note claims, its signatures not looked at. */
export function claimedCheckpoint(note: string): Checkpoint | undefined {
  const end = note.indexOf('\n\n');
  return end < 0 ? undefined : parseCheckpoint(note.slice(0, end + 1));
}
