/**
 * The one writer of all logs: group commit. Seals that arrive while a batch is being committed wait and share the next
 * one: one durable transaction, one signature per log it touches. Two batches never overlap in the store; the next is
 * planned while the last is committed (queue.ts).
 *
 * A seal resolves after, in this order: its rows are flushed to disk, its checkpoint is kept outside the database. If
 * either cannot be shown it rejects; its entry may then stand in the log, but no receipt ever speaks of one that does not.
 */
import { type Clock, type Ids, Refusal, type Signer } from '../base/index.js';
import type { Plan } from './batch.js';
import { NumberingMemory } from './coordinates.js';
import { composeEntry, SALT_LENGTH } from './entry.js';
import { formatEntry } from './entry-text.js';
import type { EntryDraft, Ledger, Receipt } from './ledger.js';
import type { CheckpointKeeper, LedgerStore } from './ledger-store.js';
import { type Group, type Seal, SealQueue } from './queue.js';
import { LedgerBusy, LedgerDamaged, Settled } from './settle.js';

export interface LedgerOptions {
  readonly store: LedgerStore;
  readonly keeper: CheckpointKeeper;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The authority that answers: logs are called `sorgu/<authority>/<log>`. */
  readonly authority: string;
  /** Seals that may wait, and that one batch takes. */
  readonly limits?: { readonly waiting: number; readonly batch: number };
}

/** Whether the ledger can be written, and if not, why: a constant, for the operator. */
type LedgerReadiness =
  | { readonly ready: true }
  | { readonly ready: false; readonly reason: 'BUSY' | 'DAMAGED' | 'UNREACHABLE' | 'CLOSED' };

export interface LedgerWriter extends Ledger {
  /** Asks the store; takes the right to write if it has become free. */
  ready(): Promise<LedgerReadiness>;
  /** Refuses new seals, commits those that wait, gives the right to write back. */
  close(): Promise<void>;
}

/** The name of a log: first line of its checkpoints, and name of its key. */
export const originOf = (authority: string, log: string): string => `sorgu/${authority}/${log}`;

/**
 * Opens the ledger: verifies all that is stored against what was kept, and throws LedgerDamaged if it does not fit.
 * Where another process writes, opens without; `ready` says so until the other ends.
 */
export async function openLedger(options: LedgerOptions): Promise<LedgerWriter> {
  const writer = new GroupWriter(options);
  await writer.open();
  return writer;
}

const DEFAULT_LIMITS = { waiting: 4096, batch: 256 };
const unavailable = (cause?: unknown): Refusal =>
  new Refusal('LEDGER_UNAVAILABLE', { retryAfter: 1 }, { cause });

class GroupWriter implements LedgerWriter {
  readonly #options: LedgerOptions;
  readonly #limits: { readonly waiting: number; readonly batch: number };
  readonly #settled: Settled;
  readonly #numberings = new NumberingMemory();
  readonly #queue: SealQueue;
  /** Seals that stand, of whose receipts nobody has been told yet. */
  #sealed: (() => void)[] = [];
  #isDraining = false;
  #isClosed = false;
  /** Ends when the last step that touched the store has ended: steps never overlap. */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#limits = options.limits ?? DEFAULT_LIMITS;
    const { store, keeper, signer } = options;
    this.#queue = new SealQueue({ signer, most: this.#limits.batch });
    this.#settled = new Settled({ store, keeper, publicKey: signer.publicKey });
  }

  async open(): Promise<void> {
    try {
      await this.#settled.tips();
    } catch (error) {
      if (error instanceof LedgerBusy) return;
      await this.#options.store.close();
      throw error;
    }
  }

  async seal(draft: EntryDraft, body: Uint8Array): Promise<Receipt> {
    if (this.#isClosed || this.#queue.length >= this.#limits.waiting) throw unavailable();
    const { authority, clock, ids } = this.#options;
    // The digest is taken now: whatever happens to the bytes later, the entry speaks of these.
    const salt = ids.bytes(SALT_LENGTH);
    const origin = originOf(authority, draft.log);
    const facts = { origin, time: clock.now(), salt, body };
    const { entry, marks } = composeEntry(draft, facts, (sets) => this.#numberings.number(sets));
    const leaf = formatEntry(entry);
    return new Promise<Receipt>((resolve, reject) => {
      this.#queue.push({ origin, leaf, marks, salt, resolve, reject });
      this.#drain();
    });
  }

  async ready(): Promise<LedgerReadiness> {
    if (this.#isClosed) return { ready: false, reason: 'CLOSED' };
    try {
      await this.#inTurn(() => {
        this.#tell();
        return this.#settled.refresh();
      });
      return { ready: true };
    } catch (error) {
      this.#settled.fail();
      return { ready: false, reason: reasonOf(error) };
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    while (this.#isDraining) await this.#turn;
    await this.#inTurn(() => this.#options.store.close());
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(step);
    this.#turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  #drain(): void {
    if (this.#isDraining) return;
    this.#isDraining = true;
    void this.#inTurn(() => this.#commitNext()).then(() => {
      this.#isDraining = false;
      if (this.#queue.length > 0) this.#drain();
    });
  }

  /** Commits what waits; never rejects. */
  async #commitNext(): Promise<void> {
    const tips = await this.#settled.tips().catch((error: unknown) => this.#refuseAll(error));
    if (tips === undefined) return;
    const group = this.#queue.next(tips);
    try {
      await this.#commit(group);
    } catch (error) {
      this.#settled.fail();
      for (const seal of group.seals) seal.reject(unavailable(error));
    }
    this.#queue.settle();
    // Where the next batch is planned it is sent first: the database works while those who are told go on.
    if (!this.#queue.isReady) this.#tell();
  }

  #tell(): void {
    for (const tell of this.#sealed.splice(0)) tell();
  }

  #refuseAll(error: unknown): undefined {
    this.#tell();
    this.#settled.fail();
    for (const seal of this.#queue.drop()) seal.reject(unavailable(error));
  }

  async #commit(group: Group): Promise<void> {
    const plan = await group.plan;
    this.#settled.attempt(plan.tips);
    const appended = this.#options.store.append(plan.batch);
    this.#tell();
    this.#queue.planAfter(group, plan);
    await appended;
    await this.#keep(plan);
    this.#settled.succeed(plan.tips);
    this.#sealed = group.seals.flatMap((seal, at) => tellOf(seal, plan.receipts[at]));
  }

  async #keep({ tips, batch }: Plan): Promise<void> {
    const origins = new Map([...tips.values()].map((tip) => [tip.logId, tip.origin]));
    const { keeper } = this.#options;
    await Promise.all(
      batch.checkpoints.map(({ logId, note }) => keeper.keep(origins.get(logId) ?? '', note)),
    );
  }
}

const tellOf = (seal: Seal, receipt: Receipt | undefined): readonly (() => void)[] =>
  receipt === undefined ? [] : [() => seal.resolve(receipt)];

function reasonOf(error: unknown): 'BUSY' | 'DAMAGED' | 'UNREACHABLE' {
  if (error instanceof LedgerBusy) return 'BUSY';
  return error instanceof LedgerDamaged ? 'DAMAGED' : 'UNREACHABLE';
}
