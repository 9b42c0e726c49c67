/** The header Exchange-Receipt: base64url of the canonical JSON text of a receipt. */
import { fromBase64url, textOf } from './bytes.js';
import { type JsonObject, readCanonical } from './canonical.js';

/** What a caller gets as proof that the entry about its answer exists. `salt`, `leafHash` and `proof` are base64. */
export interface Receipt {
  /** The log, `sorgu/<answering authority>/<asking authority>`. */
  readonly origin: string;
  /** The entry's place in the log, from 0. */
  readonly index: number;
  /** SHA-256(0x00 || entry), RFC 9162. */
  readonly leafHash: string;
  /** The entry itself: canonical JSON text. */
  readonly entry: string;
  /** 32 bytes under which the entry holds the digest of the answer. */
  readonly salt: string;
  /** Inclusion path of the entry in the checkpoint's tree, nearest sibling first. */
  readonly proof: readonly string[];
  /** A C2SP signed note. */
  readonly checkpoint: string;
}

/** Reads the header's value; undefined for anything that is no receipt, whatever it is. */
export function decodeReceipt(header: string): Receipt | undefined {
  const bytes = fromBase64url(header);
  const value = bytes && readCanonical(readText(bytes));
  return value !== undefined && isReceipt(value) ? value : undefined;
}

function readText(bytes: Uint8Array): string {
  try {
    return textOf(bytes);
  } catch {
    return '';
  }
}

const TEXTS = ['origin', 'leafHash', 'entry', 'salt', 'checkpoint'] as const;
const MEMBERS = TEXTS.length + ['index', 'proof'].length;

function isReceipt(value: JsonObject): value is JsonObject & Receipt {
  const { index, proof } = value;
  return (
    Object.keys(value).length === MEMBERS &&
    TEXTS.every((name) => typeof value[name] === 'string') &&
    Number.isSafeInteger(index) &&
    Array.isArray(proof) &&
    proof.every((hash) => typeof hash === 'string')
  );
}
