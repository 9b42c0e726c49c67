/** Plans a batch, purely: from the logs as they stand and the entries that wait to all rows, receipts, and what then is. */
import type { Signer } from '../base/index.js';
import { type Checkpoint, signCheckpoint } from './checkpoint.js';
import type { Entry } from './entry.js';
import { subjectRows } from './entry-form.js';
import { appendLeaf, emptyFrontier, type Frontier, frontierRoot } from './frontier.js';
import { proveInclusion } from './inclusion.js';
import type { Receipt } from './ledger.js';
import type { Batch } from './ledger-store.js';
import { type HashReader, leafHash, subtreesOf } from './merkle.js';
import type { CheckpointRow, EntryRow, LogRow, NodeRow, SaltRow, SubjectRow } from './rows.js';

/** A log as it stands after its last batch. */
export interface LogTip {
  readonly logId: number;
  readonly origin: string;
  readonly frontier: Frontier;
}

/** All logs, by origin. */
export type Tips = ReadonlyMap<string, LogTip>;

/** An entry that waits for its place. */
export interface Waiting {
  readonly entry: Entry;
  readonly leaf: string;
  readonly salt: Uint8Array;
}

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
    const growth = growths.get(one.entry.origin) ?? openGrowth(tips, growths, one.entry.origin);
    return { growth, ...growth.add(one) };
  });
  const grown = [...growths.values()];
  const heads = await Promise.all(grown.map((growth) => signHead(growth, signer)));
  const headOf = new Map(grown.map((growth, at) => [growth, heads[at]]));
  return {
    batch: joinRows(grown, heads),
    tips: new Map([...tips, ...grown.map(({ tip }) => [tip.origin, tip] as const)]),
    receipts: places.map(({ growth, seq, hash }, at) =>
      receiptOf(growth, { seq, hash, waiting: waiting[at], note: headOf.get(growth)?.note }),
    ),
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

/** One log while a batch grows it. Knows every hash that a proof of a new leaf can need: the old edge and what is new. */
class Growth implements HashReader {
  readonly logs: LogRow[] = [];
  readonly entries: EntryRow[] = [];
  readonly subjects: SubjectRow[] = [];
  readonly salts: SaltRow[] = [];
  readonly nodes: NodeRow[] = [];
  readonly #hashes = new Map<string, Uint8Array>();
  #tip: LogTip;

  constructor(tip: LogTip) {
    this.#tip = tip;
    const { size, hashes } = tip.frontier;
    subtreesOf(0, size).forEach(({ level, index }, at) => {
      this.#hashes.set(`${level}/${index}`, hashes[at] ?? new Uint8Array());
    });
    if (size === 0) this.logs.push({ kind: 'log', logId: tip.logId, origin: tip.origin });
  }

  get tip(): LogTip {
    return this.#tip;
  }

  hashAt(level: number, index: number): Uint8Array {
    const hash = this.#hashes.get(`${level}/${index}`);
    if (hash === undefined) throw new RangeError(`no hash at level ${level}, index ${index}`);
    return hash;
  }

  add({ entry, leaf, salt }: Waiting): { readonly seq: number; readonly hash: Uint8Array } {
    const { logId, frontier } = this.#tip;
    const seq = frontier.size;
    const hash = leafHash(Buffer.from(leaf));
    const grown = appendLeaf(frontier, hash);
    this.#hashes.set(`0/${seq}`, hash);
    for (const node of grown.completed) {
      this.#hashes.set(`${node.level}/${node.index}`, node.hash);
      this.nodes.push({ kind: 'node', logId, ...node });
    }
    this.entries.push({ kind: 'entry', logId, seq, leaf, leafHash: hash });
    this.subjects.push(...subjectRows(entry, { logId, seq }));
    this.salts.push({ kind: 'salt', logId, seq, salt });
    this.#tip = { ...this.#tip, frontier: grown.frontier };
    return { seq, hash };
  }
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
    salts: grown.flatMap(({ salts }) => salts),
    nodes: grown.flatMap(({ nodes }) => nodes),
    checkpoints,
  };
}

interface Place {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly waiting: Waiting | undefined;
  readonly note: string | undefined;
}

function receiptOf(growth: Growth, { seq, hash, waiting, note }: Place): Receipt {
  return {
    origin: growth.tip.origin,
    index: seq,
    leafHash: base64(hash),
    entry: waiting?.leaf ?? '',
    salt: base64(waiting?.salt ?? new Uint8Array()),
    proof: proveInclusion(seq, growth.tip.frontier.size, growth).map(base64),
    checkpoint: note ?? '',
  };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
