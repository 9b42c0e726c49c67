/** What the console shows beside an answer: what was withheld and why, and where the answer stands in the ledger. */
import {
  decodeReceipt,
  type Receipt,
  type ReceiptVerdict,
} from '../../../client/src/receipt/index.js';

/** One FIELD_WITHHELD error. `clause` is null where the instrument has no basis for the item at all. */
export interface Withheld {
  readonly coordinate: string;
  readonly item: string;
  readonly instrument: string;
  readonly clause: string | null;
}

export interface AnswerNote {
  readonly status: number;
  /** Codes of the errors that are not about a withheld coordinate. */
  readonly codes: readonly string[];
  readonly withheld: readonly Withheld[];
  readonly receipt: Receipt | undefined;
  /** Whether the receipt holds; null for an answer that came without one. */
  readonly proof: ReceiptVerdict | null;
}

interface Answer {
  readonly status: number;
  /** The parsed body. */
  readonly body: unknown;
  /** The header's value, or null. */
  readonly receipt: string | null;
  readonly proof: ReceiptVerdict | null;
}

/** Reads one answer of the gateway. A body or receipt of another shape is shown as none. */
export function noteOf({ status, body, receipt, proof }: Answer): AnswerNote {
  const errors = listIn(body, 'errors').map((error) => recordIn(error, 'extensions'));
  return {
    status,
    codes: [...new Set(errors.map(codeOf))].filter((code) => code !== 'FIELD_WITHHELD'),
    withheld: errors.filter((error) => codeOf(error) === 'FIELD_WITHHELD').map(withheldIn),
    receipt: receipt === null ? undefined : decodeReceipt(receipt),
    proof,
  };
}

/** The entry as indented JSON, or as it came. */
export function readableEntry(receipt: Receipt): string {
  try {
    return JSON.stringify(JSON.parse(receipt.entry), null, 2);
  } catch {
    return receipt.entry;
  }
}

function withheldIn(extensions: Record<string, unknown>): Withheld {
  const { coordinate, item, instrument, clause } = extensions;
  const clauses = Array.isArray(clause) ? clause.map(asText).join(', ') : asText(clause);
  return {
    coordinate: asText(coordinate),
    item: asText(item),
    instrument: asText(instrument),
    clause: clauses === '' ? null : clauses,
  };
}

function codeOf(extensions: Record<string, unknown>): string {
  return asText(extensions.code) || 'no code';
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function recordIn(value: unknown, key: string): Record<string, unknown> {
  return asRecord(asRecord(value)[key]);
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = asRecord(value)[key];
  return Array.isArray(list) ? list : [];
}
