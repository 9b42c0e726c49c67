/**
 * The one writer of all logs: group commit. Seals that arrive while a batch is being committed wait and share the next
 * one: one durable transaction, one signature per log it touches. The next is planned while the last is committed
 * (queue.ts) and sent behind it, so that the store goes from one to the other; it is committed only where that was.
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
import { type CheckpointKeeper, type LedgerStore, TicketsSpent } from './ledger-store.js';
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
  /** Opens a subject's key that its keeper wrapped; left out, keys come as they are. Where it throws, nothing is sealed. */
  readonly openKey?: (kept: Uint8Array) => Uint8Array;
  /** Seals that may wait, and that one batch takes. */
  readonly limits?: { readonly waiting: number; readonly batch: number };
}

/** Whether the ledger can be written, and if not, why: a constant, for the operator. */
type LedgerReadiness =
  | { readonly ready: true }
  | { readonly ready: false; readonly reason: LedgerHindrance };
type LedgerHindrance =
  | 'BUSY'
  | 'DAMAGED'
  | 'UNREACHABLE'
  | 'CLOSED'
  /** At the gate of the witnesses (witness/gate.ts). */
  | 'WITNESS_AWAITED'
  | 'BEHIND_WITNESS'
  | 'REWRITTEN';

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

/** Batches on their way at once: one that is committed, one that the store finds when it is through. */
const MOST_SENT = 2;

interface Sent {
  readonly group: Group;
  /** Settles as the store's promise does, or rejects where the batch could not be planned. */
  readonly appended: Promise<void>;
}

class GroupWriter implements LedgerWriter {
  readonly #options: LedgerOptions;
  readonly #limits: { readonly waiting: number; readonly batch: number };
  readonly #settled: Settled;
  readonly #numberings = new NumberingMemory();
  readonly #queue: SealQueue;
  /** Seals that stand, of whose receipts nobody has been told yet. */
  #sealed: (() => void)[] = [];
  /** Batches on their way to the store, in the order they were sent. */
  #sent: Sent[] = [];
  #isDraining = false;
  #isClosed = false;
  /** Ends when the last step that touched the store has ended: steps never overlap. */
  #turn: Promise<void> = Promise.resolve();
  /** Steps that have not ended. */
  #turns = 0;

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#limits = options.limits ?? DEFAULT_LIMITS;
    const { store, keeper, signer } = options;
    this.#queue = new SealQueue({
      ...{ signer, most: this.#limits.batch },
      onReady: () => this.#sendBehind(),
    });
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
    const { entry, marks } = composeEntry(this.#withKeys(draft), facts, (sets) =>
      this.#numberings.number(sets),
    );
    const leaf = formatEntry(entry);
    return new Promise<Receipt>((resolve, reject) => {
      const { tickets = [] } = draft;
      this.#queue.push({ origin, leaf, marks, salt, tickets, resolve, reject });
      this.#drain();
    });
  }

  #withKeys(draft: EntryDraft): EntryDraft {
    const { openKey } = this.#options;
    if (openKey === undefined) return draft;
    try {
      const subjects = draft.subjects.map((one) => ({ ...one, key: openKey(one.key) }));
      return { ...draft, subjects };
    } catch (error) {
      throw unavailable(error);
    }
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
    this.#turns += 1;
    const result = this.#turn.then(step);
    const end = (): void => {
      this.#turns -= 1;
    };
    this.#turn = result.then(end, end);
    return result;
  }

  #drain(): void {
    if (this.#isDraining) return;
    this.#isDraining = true;
    void this.#inTurn(() => this.#commitWaiting()).then(() => {
      this.#isDraining = false;
      if (this.#queue.length > 0) this.#drain();
    });
  }

  /** Commits what waits, and what is sent behind it; never rejects. */
  async #commitWaiting(): Promise<void> {
    const tips = await this.#settled.tips().catch((error: unknown) => this.#refuseAll(error));
    if (tips === undefined) return;
    this.#send(this.#queue.next(tips));
    try {
      for (let [first] = this.#sent; first !== undefined; [first] = this.#sent) {
        await this.#land(first);
        this.#sent.shift();
        this.#goOn();
      }
    } catch (error) {
      await this.#refuseSent(error);
    }
    this.#queue.settle();
    // Where the next batch is planned it is sent first: the database works while those who are told go on.
    if (!this.#queue.isReady) this.#tell();
  }

  #send(group: Group): void {
    const appended = group.plan.then((plan) => {
      this.#settled.attempt(plan.tips);
      const done = this.#options.store.append(plan.batch);
      this.#tell();
      this.#queue.planAfter(group, plan);
      return done;
    });
    // Heard of when its turn comes.
    appended.catch(() => undefined);
    this.#sent.push({ group, appended });
  }

  /** Sends what is planned behind what is on its way; nothing while somebody else waits for a turn. */
  #sendBehind(): void {
    const isDue = this.#sent.length > 0 && this.#sent.length < MOST_SENT && this.#turns === 1;
    const group = isDue ? this.#queue.takeReady() : undefined;
    if (group !== undefined) this.#send(group);
  }

  /** With another batch on its way: tells of the last, and prepares for what those who are told will ask. */
  #goOn(): void {
    this.#sendBehind();
    const [next] = this.#sent;
    if (next === undefined) return;
    this.#tell();
    const { group } = this.#sent.at(-1) ?? next;
    void group.plan.then((plan) => this.#queue.planAfter(group, plan));
  }

  /** Waits for a batch to be durable and kept. */
  async #land({ group, appended }: Sent): Promise<void> {
    const plan = await group.plan;
    await appended;
    await this.#keep(plan);
    this.#settled.succeed(plan.tips);
    this.#sealed.push(...group.seals.flatMap((seal, at) => tellOf(seal, plan.receipts[at])));
  }

  /** One failed: whatever was sent behind it is refused too, once it is known that the store is through with it. */
  async #refuseSent(error: unknown): Promise<void> {
    this.#settled.fail();
    const sent = this.#sent.splice(0);
    await Promise.allSettled(sent.map(({ appended }) => appended));
    const seals = sent.flatMap(({ group }) => group.seals);
    const spent = seals.filter((seal) => isSpent(seal, error));
    const refused = spent.length === 0 ? seals : spent;
    // Nobody else pays for a ticket that is spent: the store has committed none of them.
    if (spent.length > 0) this.#queue.putBack(seals.filter((seal) => !spent.includes(seal)));
    for (const seal of refused) seal.reject(unavailable(error));
  }

  #tell(): void {
    for (const tell of this.#sealed.splice(0)) tell();
  }

  #refuseAll(error: unknown): undefined {
    this.#tell();
    this.#settled.fail();
    for (const seal of this.#queue.drop()) seal.reject(unavailable(error));
  }

  async #keep({ tips, batch }: Plan): Promise<void> {
    const origins = new Map([...tips.values()].map((tip) => [tip.logId, tip.origin]));
    const { keeper } = this.#options;
    await Promise.all(
      batch.checkpoints.map(({ logId, note }) => keeper.keep(origins.get(logId) ?? '', note)),
    );
  }
}

const isSpent = ({ tickets }: Seal, error: unknown): boolean =>
  error instanceof TicketsSpent && tickets.some((ticket) => error.tickets.has(ticket));

const tellOf = (seal: Seal, receipt: Receipt | undefined): readonly (() => void)[] =>
  receipt === undefined ? [] : [() => seal.resolve(receipt)];

function reasonOf(error: unknown): 'BUSY' | 'DAMAGED' | 'UNREACHABLE' {
  if (error instanceof LedgerBusy) return 'BUSY';
  return error instanceof LedgerDamaged ? 'DAMAGED' : 'UNREACHABLE';
}
