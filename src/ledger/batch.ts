/** Plans a batch, purely: from the logs as they stand and the entries that wait to all rows, receipts, and what then is. */
import type { Signer } from '../base/index.js';
import { type Checkpoint, signCheckpoint } from './checkpoint.js';
import { emptyFrontier, frontierRoot } from './frontier.js';
import { base64, Growth, type LogTip, type Waiting } from './growth.js';
import type { Receipt } from './ledger.js';
import type { Batch } from './ledger-store.js';
import type { CheckpointRow, EntryRow } from './rows.js';

/** All logs, by origin. */
export type Tips = ReadonlyMap<string, LogTip>;

export interface Plan {
  readonly batch: Batch;
  /** The logs once the batch is committed. */
  readonly tips: Tips;
  /** One per entry, in the order given. */
  readonly receipts: readonly Receipt[];
}

/** Plans the next batch; signs one checkpoint per log it touches. */
export async function planBatch(
  tips: Tips,
  waiting: readonly Waiting[],
  signer: Signer,
): Promise<Plan> {
  const growths = new Map<string, Growth>();
  const places = waiting.map((one) => {
    const growth = growths.get(one.origin) ?? openGrowth(tips, growths, one.origin);
    growth.add(one);
    return { growth, at: growth.entries.length - 1, salt: one.salt };
  });
  const grown = [...growths.values()];
  const heads = await Promise.all(grown.map((growth) => signHead(growth, signer)));
  const shown = new Map(
    grown.map((growth, at) => [growth, { proofs: growth.prove(), note: heads[at]?.note ?? '' }]),
  );
  return {
    batch: joinRows(grown, heads),
    tips: new Map([...tips, ...grown.map(({ tip }) => [tip.origin, tip] as const)]),
    receipts: places.flatMap(({ growth, at, salt }) => {
      const [row, how] = [growth.entries[at], shown.get(growth)];
      if (row === undefined || how === undefined) return [];
      const { origin } = growth.tip;
      return [receiptOf(row, { origin, salt, proof: how.proofs[at] ?? [], note: how.note })];
    }),
  };
}

function openGrowth(tips: Tips, growths: Map<string, Growth>, origin: string): Growth {
  const isNew = (name: string): boolean => !tips.has(name);
  const highest = Math.max(0, ...[...tips.values()].map(({ logId }) => logId));
  const logId = highest + 1 + [...growths.keys()].filter(isNew).length;
  const growth = new Growth(tips.get(origin) ?? { logId, origin, frontier: emptyFrontier });
  growths.set(origin, growth);
  return growth;
}

async function signHead({ tip }: Growth, signer: Signer): Promise<CheckpointRow> {
  const { logId, origin, frontier } = tip;
  const checkpoint: Checkpoint = { origin, size: frontier.size, root: frontierRoot(frontier) };
  const note = await signCheckpoint(checkpoint, signer);
  return { kind: 'checkpoint', logId, size: checkpoint.size, root: checkpoint.root, note };
}

function joinRows(grown: readonly Growth[], checkpoints: readonly CheckpointRow[]): Batch {
  return {
    logs: grown.flatMap(({ logs }) => logs),
    entries: grown.flatMap(({ entries }) => entries),
    subjects: grown.flatMap(({ subjects }) => subjects),
    nodes: grown.flatMap(({ nodes }) => nodes),
    checkpoints,
    tickets: grown.flatMap(({ tickets }) => tickets),
  };
}

interface Shown {
  readonly origin: string;
  readonly salt: Uint8Array;
  readonly proof: readonly string[];
  readonly note: string;
}

const receiptOf = ({ seq, leaf, leafHash }: EntryRow, shown: Shown): Receipt => ({
  origin: shown.origin,
  index: seq,
  leafHash: base64(leafHash),
  entry: leaf,
  salt: base64(shown.salt),
  proof: shown.proof,
  checkpoint: shown.note,
});
