/** What the ledgers of both sides say about one request. */
import { parseReceipt } from '../../../src/ledger/index.js';
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

export interface CountedFor {
  readonly request: string;
  /** `act.sub` of who asked. */
  readonly router: string;
}

/** Entries about the request in all logs of a gateway: the moves of the case, and what this router was answered. */
export async function countEntries(
  { database }: DemoGateway,
  { request, router }: CountedFor,
): Promise<{ readonly moves: number; readonly answers: number }> {
  const pool = openOwner(database.urls.app);
  try {
    const entries: Leaf[] = [];
    for await (const row of openLedgerReader(pool).rows()) {
      if (row.kind === 'entry') entries.push(JSON.parse(row.leaf) as Leaf);
    }
    const about = entries.filter((entry) => entry.request === request);
    const answered = about.filter(({ outcome }) => outcome === 'ANSWERED');
    return {
      moves: about.filter(({ outcome }) => outcome === 'MOVED').length,
      answers: answered.filter(({ asking }) => asking.gateway === router).length,
    };
  } finally {
    await closePool(pool);
  }
}

interface Leaf {
  readonly request: string | null;
  readonly outcome: string;
  readonly asking: { readonly gateway: string | null };
}
