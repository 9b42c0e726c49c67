/**
 * Checks a receipt against the bytes it came with: the log signed a tree, the entry stands in that tree, and the entry
 * is about these bytes. WebCrypto alone, so the same file runs in a browser and in Node. Everything but the key is
 * attacker-controlled; the key is the caller's to know (GET /ledger/key, `sorgu keys show`).
 */
import { areSame, fromBase64, toBase64url, utf8Of } from './bytes.js';
import { readCanonical } from './canonical.js';
import { type Checkpoint, openCheckpoint } from './checkpoint.js';
import { hmacSha256, sha256 } from './digest.js';
import { isIncluded, leafHashOf } from './inclusion.js';
import { parseVkey } from './note.js';
import { decodeReceipt, type Receipt } from './receipt.js';

/** Where a check ended, in the order of the steps. */
export type ReceiptStep =
  /** This platform has no WebCrypto with Ed25519 here: nothing is known of the receipt. */
  | 'UNSUPPORTED'
  /** The header is no receipt in its one form. */
  | 'FORM'
  /** The key is none, or not of the log that the receipt names. */
  | 'KEY'
  /** The checkpoint is not signed by the key of the log. */
  | 'CHECKPOINT'
  /** The entry is none of this log, or not what the leaf hash is of. */
  | 'LEAF'
  /** The proof does not lead from the entry to the signed tree. */
  | 'INCLUSION'
  /** The entry is about other bytes, or the salt is not its own. */
  | 'BODY'
  /** The entry is about another request or purpose than was asked on. */
  | 'ASKED';

/** What an entry says, as far as a holder of its receipt needs it; version 1. */
export interface SealedEntry {
  readonly origin: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly request: string | null;
  readonly purpose: string | null;
  /** HMAC-SHA-256(salt, body), base64url. */
  readonly hmac: string;
  /** SHA-256(salt), base64url. */
  readonly salt: string;
}

/** The end of a check. */
export type ReceiptVerdict =
  | {
      readonly verdict: 'VERIFIED';
      readonly origin: string;
      readonly index: number;
      /** Entries of the signed tree. */
      readonly size: number;
      readonly entry: SealedEntry;
    }
  | { readonly verdict: 'FAILED'; readonly step: ReceiptStep };

/** What a receipt is checked against. */
export interface ReceiptEvidence {
  /** Verifier key of the log (C2SP signed-note). */
  readonly vkey: string;
  /** The bytes received, after content decoding. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** On what was asked: a receipt of an earlier answer proves nothing about this one. */
  readonly asked?: { readonly request: string; readonly purpose: string };
}

/** Checks the value of an Exchange-Receipt header; never rejects. */
export async function verifyReceipt(
  header: string,
  evidence: ReceiptEvidence,
): Promise<ReceiptVerdict> {
  try {
    return await check(header, evidence);
  } catch {
    // Nothing of the input throws: what does is a platform without the primitives.
    return failed('UNSUPPORTED');
  }
}

async function check(header: string, evidence: ReceiptEvidence): Promise<ReceiptVerdict> {
  const receipt = decodeReceipt(header);
  if (receipt === undefined) return failed('FORM');
  const key = await parseVkey(evidence.vkey);
  if (key?.name !== receipt.origin) return failed('KEY');
  const checkpoint = await openCheckpoint(receipt.checkpoint, key);
  if (checkpoint === undefined) return failed('CHECKPOINT');
  const entry = await openEntry(receipt);
  if (entry === undefined) return failed('LEAF');
  if (!(await stands(receipt, checkpoint))) return failed('INCLUSION');
  if (!(await isAbout(entry, receipt, evidence.body))) return failed('BODY');
  if (!isOn(entry, evidence.asked)) return failed('ASKED');
  const { origin, index } = receipt;
  return { verdict: 'VERIFIED', origin, index, size: checkpoint.size, entry };
}

const failed = (step: ReceiptStep): ReceiptVerdict => ({ verdict: 'FAILED', step });

async function openEntry({ origin, entry, leafHash }: Receipt): Promise<SealedEntry | undefined> {
  const value = readCanonical(entry);
  const stated = fromBase64(leafHash);
  const isLeaf = stated !== undefined && areSame(stated, await leafHashOf(utf8Of(entry)));
  return isLeaf && isSealedEntry(value) && value.origin === origin ? value : undefined;
}

const TEXTS = ['origin', 'time', 'hmac', 'salt'] as const;
const SALT_LENGTH = 32;

function isSealedEntry(
  value: ReturnType<typeof readCanonical>,
): value is typeof value & SealedEntry {
  if (value?.v !== 1) return false;
  const isTextOrNull = (each: unknown): boolean => each === null || typeof each === 'string';
  return (
    TEXTS.every((name) => typeof value[name] === 'string') &&
    [value.request, value.purpose].every(isTextOrNull)
  );
}

async function stands({ index, leafHash, proof }: Receipt, tree: Checkpoint): Promise<boolean> {
  const [leaf, ...way] = [leafHash, ...proof].map(fromBase64);
  if (leaf === undefined || !way.every((hash) => hash !== undefined)) return false;
  return isIncluded({ index, leafHash: leaf, proof: way }, tree);
}

async function isAbout(
  entry: SealedEntry,
  { salt: encoded }: Receipt,
  body: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const salt = fromBase64(encoded);
  if (salt?.length !== SALT_LENGTH || toBase64url(await sha256(salt)) !== entry.salt) return false;
  return toBase64url(await hmacSha256(salt, body)) === entry.hmac;
}

function isOn({ request, purpose }: SealedEntry, asked: ReceiptEvidence['asked']): boolean {
  return asked === undefined || (request === asked.request && purpose === asked.purpose);
}
