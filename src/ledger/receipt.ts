/**
 * The receipt as it travels, and how its holder checks it: base64url of the JSON text of a Receipt, in the header
 * Exchange-Receipt.
 */
import { canonicalJson, type Json } from '../base/index.js';
import { checkCheckpoint } from './checkpoint.js';
import { bodyDigest, type Entry, saltText } from './entry.js';
import { parseEntry } from './entry-form.js';
import { checkInclusion } from './inclusion.js';
import type { Receipt } from './ledger.js';
import { leafHash } from './merkle.js';
import { parseBase64 } from './note.js';

/** Writes a receipt as a header value. */
export function formatReceipt(receipt: Receipt): string {
  const { origin, index, leafHash, entry, salt, proof, checkpoint } = receipt;
  const json = canonicalJson({ origin, index, leafHash, entry, salt, proof, checkpoint });
  return Buffer.from(json).toString('base64url');
}

const texts = ['origin', 'leafHash', 'entry', 'salt', 'checkpoint'] as const;

/** Reads a header value; undefined if it is no receipt. */
export function parseReceipt(header: string): Receipt | undefined {
  try {
    const value: Json = JSON.parse(Buffer.from(header, 'base64url').toString());
    return isReceipt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isReceipt(value: Json): value is Json & Receipt {
  if (typeof value !== 'object' || value === null || !('proof' in value)) return false;
  const { index, proof } = value;
  return (
    Array.isArray(proof) &&
    proof.every((hash) => typeof hash === 'string') &&
    typeof index === 'number' &&
    texts.every((name) => name in value && typeof value[name] === 'string')
  );
}

/** What is wrong with a receipt. */
export type ReceiptFault = 'FORM' | 'CHECKPOINT' | 'LEAF' | 'INCLUSION' | 'BODY';

/** What a receipt is checked against. */
export interface ReceiptEvidence {
  /** The raw public key of the log. */
  readonly publicKey: Uint8Array;
  /** The bytes received, after content decoding. */
  readonly body: Uint8Array;
}

/** Checks that the log holds the entry and that the entry is about these bytes. Returns the entry, or what is wrong. */
export function checkReceipt(
  receipt: Receipt,
  { publicKey, body }: ReceiptEvidence,
): { readonly entry: Entry } | { readonly fault: ReceiptFault } {
  const salt = parseBase64(receipt.salt);
  const { fault } = checkStanding(receipt, publicKey);
  if (fault === 'CHECKPOINT') return { fault };
  if (fault === 'FORM' || salt === undefined) return { fault: 'FORM' };
  const entry = leafOf(receipt);
  if (entry === undefined) return { fault: 'LEAF' };
  if (fault !== null) return { fault };
  return isAbout(entry, salt, body) ? { entry } : { fault: 'BODY' };
}

/** What a receipt proves by itself, without what it is about: that an entry stands at a place of a signed tree. */
export type Standing = Pick<Receipt, 'origin' | 'index' | 'leafHash' | 'proof' | 'checkpoint'>;

/** Checks that a log signed a tree in which this leaf stands at this index; returns what is wrong, or null. */
export function checkStanding(
  receipt: Standing,
  publicKey: Uint8Array,
): { readonly fault: Extract<ReceiptFault, 'FORM' | 'CHECKPOINT' | 'INCLUSION'> | null } {
  const { origin, index } = receipt;
  const checkpoint = checkCheckpoint(receipt.checkpoint, origin, publicKey);
  if (checkpoint === undefined) return { fault: 'CHECKPOINT' };
  const [leafHash, ...proof] = [receipt.leafHash, ...receipt.proof].map(parseBase64);
  if (leafHash === undefined || !proof.every((one) => one !== undefined)) return { fault: 'FORM' };
  const isIn = checkInclusion({ index, ...checkpoint, leafHash, proof });
  return { fault: isIn ? null : 'INCLUSION' };
}

/** The entry, where it is about these bytes; whether a log holds it is not asked. Undefined where it is not. */
export function openReceipt(receipt: Receipt, body: Uint8Array): Entry | undefined {
  const salt = parseBase64(receipt.salt);
  const entry = leafOf(receipt);
  return salt !== undefined && entry !== undefined && isAbout(entry, salt, body)
    ? entry
    : undefined;
}

/** Whether the entry that a receipt carries is the leaf that it proves. */
export const bearsLeaf = (receipt: Receipt): boolean => leafOf(receipt) !== undefined;

function leafOf({ origin, entry: text, leafHash: stated }: Receipt): Entry | undefined {
  const entry = parseEntry(text);
  const isLeaf = parseBase64(stated)?.equals(leafHash(Buffer.from(text))) === true;
  return isLeaf && entry?.origin === origin ? entry : undefined;
}

function isAbout(entry: Entry, salt: Uint8Array, body: Uint8Array): boolean {
  return (
    entry.salt === saltText(salt) && entry.hmac === bodyDigest(salt, body).toString('base64url')
  );
}
