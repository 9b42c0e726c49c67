/** What the console shows beside an answer: what was withheld and why, and where the answer stands in the ledger. */

/** One FIELD_WITHHELD error. `clause` is null where the instrument has no basis for the item at all. */
export interface Withheld {
  readonly coordinate: string;
  readonly item: string;
  readonly instrument: string;
  readonly clause: string | null;
}

/** The header Exchange-Receipt, decoded. Hashes in base64. */
export interface Receipt {
  readonly origin: string;
  readonly index: number;
  readonly leafHash: string;
  readonly entry: string;
}

export interface AnswerNote {
  readonly status: number;
  /** Codes of the errors that are not about a withheld coordinate. */
  readonly codes: readonly string[];
  readonly withheld: readonly Withheld[];
  readonly receipt: Receipt | undefined;
}

interface Answer {
  readonly status: number;
  /** The parsed body. */
  readonly body: unknown;
  /** The header's value, or null. */
  readonly receipt: string | null;
}

/** Reads one answer of the gateway. A body or receipt of another shape is shown as none. */
export function noteOf({ status, body, receipt }: Answer): AnswerNote {
  const errors = listIn(body, 'errors').map((error) => recordIn(error, 'extensions'));
  return {
    status,
    codes: [...new Set(errors.map(codeOf))].filter((code) => code !== 'FIELD_WITHHELD'),
    withheld: errors.filter((error) => codeOf(error) === 'FIELD_WITHHELD').map(withheldIn),
    receipt: receipt === null ? undefined : decodeReceipt(receipt),
  };
}

/** Decodes base64url JSON; undefined for anything that is no receipt. */
export function decodeReceipt(header: string): Receipt | undefined {
  try {
    const bytes = atob(header.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
    const { origin, index, leafHash, entry } = asRecord(JSON.parse(text));
    if (typeof index !== 'number') return undefined;
    return { index, origin: asText(origin), leafHash: asText(leafHash), entry: asText(entry) };
  } catch {
    return undefined;
  }
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
