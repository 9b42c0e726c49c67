/** What the ledgers of both sides say about one request. */
import { type LedgerRow, parseReceipt } from '../../../src/ledger/index.js';
import { closePool, openLedgerReader, openOwner } from '../../../src/store/index.js';
import type { DemoGateway } from '../gateway.js';
import type { HopEnd } from './ask-router.js';

/** A line of a ledger, as far as it is told. */
export interface ToldEntry {
  /** The log and the index in it. */
  readonly place: string;
  readonly outcome: string;
  readonly request: string;
  readonly purpose: string;
  readonly officer: string;
  readonly router: string;
}

/** The entry that a hop's receipt is about. */
export function entryOf(end: HopEnd | undefined): ToldEntry | null {
  const receipt = end !== undefined && 'receipt' in end ? parseReceipt(end.receipt) : undefined;
  if (receipt === undefined) return null;
  const { outcome, request, purpose, asking } = JSON.parse(receipt.entry);
  const place = `${receipt.origin} ${receipt.index}`;
  return { place, outcome, request, purpose, officer: asking.officer, router: asking.gateway };
}

/** Entries about the request in all logs of a gateway, by outcome: `MOVED`, `ANSWERED`, `REFUSED`. */
export async function countEntries(
  { database }: DemoGateway,
  request: string,
): Promise<ReadonlyMap<string, number>> {
  const pool = openOwner(database.urls.app);
  try {
    const counted = new Map<string, number>();
    for await (const row of openLedgerReader(pool).rows()) {
      const outcome = outcomeAbout(row, request);
      if (outcome !== null) counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
    }
    return counted;
  } finally {
    await closePool(pool);
  }
}

function outcomeAbout(row: LedgerRow, request: string): string | null {
  if (row.kind !== 'entry') return null;
  const entry = JSON.parse(row.leaf) as {
    readonly request: string | null;
    readonly outcome: string;
  };
  return entry.request === request ? entry.outcome : null;
}
