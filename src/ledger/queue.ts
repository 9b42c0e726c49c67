/**
 * The seals that wait, and the next batch, planned while others are being committed. A plan stands on the logs as they
 * will be if those commits succeed; if they come to be otherwise it is thrown away, and its seals are planned anew.
 */
import type { Refusal, Signer } from '../base/index.js';
import { type Plan, planBatch, type Tips } from './batch.js';
import type { Waiting } from './growth.js';
import type { Receipt } from './ledger.js';

/** A seal that waits, and whoever waits for it. */
export interface Seal extends Waiting {
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (refusal: Refusal) => void;
}

/** A batch on its way: its seals, and their plan once it is signed. */
export interface Group {
  readonly on: Tips;
  readonly seals: readonly Seal[];
  readonly plan: Promise<Plan>;
}

export interface QueueOptions {
  readonly signer: Signer;
  /** Seals that one batch takes. */
  readonly most: number;
  /** Told when a batch is planned and signed. */
  readonly onReady: () => void;
}

/** So many at once are committed in two halves: one is prepared while the database commits the other. */
const WORTH_HALVING = 32;
/** Fewer are not worth a batch of their own, while more may come. */
const WORTH_PLANNING = 8;

export class SealQueue {
  readonly #options: QueueOptions;
  #waiting: Seal[] = [];
  #ahead: Group | undefined;
  /** `#ahead` once it is signed. */
  #ready: Group | undefined;
  /** Of the batches that are being committed, the last: the next one stands on it. */
  #last: Group | undefined;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** How many wait, planned ahead or not. */
  get length(): number {
    return this.#waiting.length + (this.#ahead?.seals.length ?? 0);
  }

  /** Whether the next batch is planned and signed: it can go at once. */
  get isReady(): boolean {
    return this.#ahead !== undefined && this.#ready === this.#ahead;
  }

  push(seal: Seal): void {
    this.#waiting.push(seal);
  }

  /** Takes the next batch, planned on the logs as they stand. */
  next(tips: Tips): Group {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (ahead?.on === tips) {
      this.#last = ahead;
      return ahead;
    }
    // Planned on logs that did not come to be: first in, first sealed.
    if (ahead !== undefined) this.#waiting = [...ahead.seals, ...this.#waiting];
    const count = this.#waiting.length;
    this.#last = this.#plan(tips, count < WORTH_HALVING ? count : Math.ceil(count / 2));
    return this.#last;
  }

  /** Takes the batch that is ready, to be sent behind the one it stands on. */
  takeReady(): Group | undefined {
    if (!this.isReady) return undefined;
    this.#last = this.#ahead;
    this.#ahead = undefined;
    return this.#last;
  }

  /** Says that `group` is being committed: what has come when this turn of the event loop ends is planned on its logs. */
  planAfter(group: Group, { tips }: Plan): void {
    setImmediate(() => {
      const count = this.#waiting.length;
      const isWorth = count >= Math.max(WORTH_PLANNING, group.seals.length / 2);
      if (this.#last !== group || this.#ahead !== undefined || !isWorth) return;
      const ahead = this.#plan(tips, count);
      this.#ahead = ahead;
      ahead.plan.then(
        () => {
          this.#ready = ahead;
          this.#options.onReady();
        },
        () => undefined,
      );
    });
  }

  /** Takes seals back that were not committed, before all that wait: first in, first sealed. */
  putBack(seals: readonly Seal[]): void {
    this.#waiting = [...seals, ...(this.#ahead?.seals ?? []), ...this.#waiting];
    this.#ahead = undefined;
  }

  /** Says that no batch is being committed any more, whatever became of them. */
  settle(): void {
    this.#last = undefined;
  }

  /** Takes everything that waits. */
  drop(): readonly Seal[] {
    const dropped = [...(this.#ahead?.seals ?? []), ...this.#waiting];
    this.#ahead = undefined;
    this.#waiting = [];
    return dropped;
  }

  #plan(on: Tips, count: number): Group {
    const seals = this.#waiting.splice(0, Math.min(count, this.#options.most));
    return { on, seals, plan: planBatch(on, seals, this.#options.signer) };
  }
}
