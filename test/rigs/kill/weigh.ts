/** Holds every answer that arrived against the ledger as it is after all deaths. */

import { bodyDigest, type Entry } from '../../../src/ledger/entry.js';
import {
  checkReceipt,
  type LedgerRow,
  parseEntry,
  parseReceipt,
} from '../../../src/ledger/index.js';
import type { Received } from './load.js';

type EntryRow = Extract<LedgerRow, { readonly kind: 'entry' }>;

/** What the ledger holds of one officer's operation. */
export interface Recorded {
  readonly entry: Entry;
  readonly row: EntryRow;
  readonly salt: Uint8Array;
}

export type Records = ReadonlyMap<string, readonly Recorded[]>;

/** Reads a whole ledger; by officer. */
export async function readRecords(rows: AsyncIterable<LedgerRow>): Promise<Records> {
  const records = new Map<string, Recorded[]>();
  for await (const row of rows) {
    if (row.kind !== 'entry' || row.salt === null) continue;
    const entry = parseEntry(row.leaf);
    if (entry === undefined) continue;
    const { officer } = entry.asking;
    records.set(officer, [...(records.get(officer) ?? []), { entry, row, salt: row.salt }]);
  }
  return records;
}

/** What is wrong with an answer. */
export type Fault = 'no entry' | 'two entries' | 'other bytes' | 'receipt' | 'status';

/** Weighs one answer; undefined if the ledger says of it what it must. */
export function weigh(
  received: Received,
  records: Records,
  publicKey: Uint8Array,
): Fault | undefined {
  const { status, officer } = received;
  // A gateway that dies may say that its ledger or its register is away, on no record.
  if (status === 503) return undefined;
  if (status !== 200 && status !== 403) return 'status';
  const outcome = status === 200 ? 'ANSWERED' : 'REFUSED';
  const found = (records.get(officer) ?? []).filter(({ entry }) => entry.outcome === outcome);
  const [recorded] = found;
  if (recorded === undefined) return 'no entry';
  if (found.length > 1) return 'two entries';
  const digest = bodyDigest(recorded.salt, received.body).toString('base64url');
  if (digest !== recorded.entry.hmac) return 'other bytes';
  return isReceiptRight(received, recorded, publicKey) ? undefined : 'receipt';
}

/** An answer's receipt is about its bytes and names the place where the entry stands; a refusal has none. */
function isReceiptRight(
  { status, receipt, body }: Received,
  { entry, row }: Recorded,
  publicKey: Uint8Array,
): boolean {
  if (status !== 200) return receipt === undefined;
  const parsed = receipt === undefined ? undefined : parseReceipt(receipt);
  if (parsed === undefined) return false;
  return (
    'entry' in checkReceipt(parsed, { publicKey, body }) &&
    parsed.origin === entry.origin &&
    parsed.index === row.seq &&
    Buffer.from(parsed.leafHash, 'base64').equals(row.leafHash)
  );
}
