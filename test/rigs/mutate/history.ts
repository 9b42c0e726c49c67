/** The honest history of one log as it was written: who sealed what in which batch, and what everybody holds of it. */
import type { Ids, Signer } from '../../../src/base/index.js';
import { planBatch, type Tips } from '../../../src/ledger/batch.js';
import { composeEntry } from '../../../src/ledger/entry.js';
import { formatEntry } from '../../../src/ledger/entry-text.js';
import type { Waiting } from '../../../src/ledger/growth.js';
import { compareRows, type LedgerRow, type Receipt } from '../../../src/ledger/index.js';
import type { Random } from '../../../src/register/sample/random.js';
import { bodyOf, draftOf, stillClock, subjectOf, testSigner } from '../../rooms/ledger/fixtures.js';
import { repeatingIds } from '../../support/repeating-ids.js';

export const signer = testSigner(1);
export const ORIGINS = ['sorgu/AZ-SMS/KZ-MIA', 'sorgu/AZ-SMS/BE-IO'] as const;

/** Entries in the batches in which they were sealed. */
export type Batches = readonly (readonly Waiting[])[];

/** What stands in the database, in the files beside it, and at the other side. */
export interface Written {
  readonly rows: readonly LedgerRow[];
  /** Every signed note, in order. */
  readonly notes: readonly string[];
  /** One for each entry. */
  readonly receipts: readonly Receipt[];
}

/** Makes entries that no history has twice. */
export type EntryMaker = (random: Random, origin?: string) => Waiting;

/** Enough of one log that nodes are stored above its leaves. */
const LONG = 260;

/** Batches of a random history; one in a hundred is long. */
export function makeBatches(random: Random, make: EntryMaker): Batches {
  const batches = Array.from({ length: 2 + random.below(5) }, () =>
    Array.from({ length: 1 + random.below(4) }, () => make(random)),
  );
  if (!random.chance(1)) return batches;
  const at = random.below(batches.length);
  const long = Array.from({ length: LONG }, () => make(random, ORIGINS[0]));
  return [...batches.slice(0, at), long, ...batches.slice(at)];
}

export function openEntries(seed: string): EntryMaker {
  const ids = repeatingIds(seed);
  return (random, origin = random.chance(75) ? ORIGINS[0] : ORIGINS[1]) =>
    makeEntry(random, { origin, ids });
}

function makeEntry(random: Random, { origin, ids }: { origin: string; ids: Ids }): Waiting {
  const officer = `KZ-${random.digits(5)}`;
  const subjects = random.chance(20)
    ? []
    : [...new Set(Array.from({ length: 3 }, () => random.below(40)))].map((n) => subjectOf(n));
  const asking = { ...draftOf().asking, officer };
  const refusal = { code: 'NO_GRANT', reason: 'UNKNOWN' };
  const came = subjects.length === 0 ? { outcome: 'REFUSED' as const, refusal } : {};
  const salt = ids.bytes(32);
  const facts = { origin, time: stillClock.now(), salt, body: bodyOf(officer) };
  const draft = draftOf({ subjects, asking, ...came });
  const { entry, marks } = composeEntry(draft, facts);
  return { origin, leaf: formatEntry(entry), marks, salt, tickets: [] };
}

/** Seals a history anew: what an honest gateway writes, and what the holder of its key can make of another one. */
export async function seal(batches: Batches, by: Signer = signer): Promise<Written> {
  let tips: Tips = new Map();
  const rows: LedgerRow[] = [];
  const notes: string[] = [];
  const receipts: Receipt[] = [];
  for (const waiting of batches) {
    if (waiting.length === 0) continue;
    const plan = await planBatch(tips, waiting, by);
    const { logs, entries, subjects, nodes, checkpoints } = plan.batch;
    rows.push(...logs, ...entries, ...subjects, ...nodes, ...checkpoints);
    notes.push(...checkpoints.map(({ note }) => note));
    receipts.push(...plan.receipts);
    tips = plan.tips;
  }
  return { rows: rows.sort(compareRows), notes, receipts };
}
