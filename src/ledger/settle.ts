/**
 * What the writer takes as the state of the logs. It reads the store only when it cannot know: at the start, after a
 * failure (the batch may or may not have been committed), and after the sole right was lost and taken again.
 */

import type { Tips } from './batch.js';
import { describeFinding } from './finding.js';
import { frontierRoot } from './frontier.js';
import type { LogTip } from './growth.js';
import type { CheckpointKeeper, LedgerStore, LogHead } from './ledger-store.js';
import { sameHash } from './merkle.js';
import { verifyRows } from './verify.js';

/** Another session writes these logs: this one waits. */
export class LedgerBusy extends Error {
  override readonly name = 'LedgerBusy';
  constructor() {
    super('another process writes this ledger');
  }
}

/** The stored ledger is not the one that was written: nobody may append to it. */
export class LedgerDamaged extends Error {
  override readonly name = 'LedgerDamaged';
}

export interface SettleOptions {
  readonly store: LedgerStore;
  readonly keeper: CheckpointKeeper;
  readonly publicKey: Uint8Array;
}

/** The logs as the writer knows them. */
export class Settled {
  readonly #options: SettleOptions;
  #known: Tips | undefined;
  /** What the store may hold while nothing is known; empty before the first look. */
  #possible: readonly Tips[] = [];
  /** Found once, it stays: asking again costs a reading of everything, and callers ask all the time. */
  #damage: LedgerDamaged | undefined;

  constructor(options: SettleOptions) {
    this.#options = options;
  }

  /** The logs, settled with the store if need be. Rejects when they cannot be: LedgerBusy, LedgerDamaged or the store's error. */
  async tips(): Promise<Tips> {
    return this.#known ?? (await this.refresh());
  }

  /** As `tips`, but asks the store whether the right to write still stands. */
  async refresh(): Promise<Tips> {
    if (this.#damage !== undefined) throw this.#damage;
    const right = await this.#options.store.acquire();
    if (right === 'BUSY') {
      this.#forget();
      throw new LedgerBusy();
    }
    if (right === 'TAKEN') this.#forget();
    this.#known ??= await this.#look();
    this.#possible = [this.#known];
    return this.#known;
  }

  /** Says that a batch is about to be appended that would leave the logs so, behind those that were said before. */
  attempt(after: Tips): void {
    this.#possible = [...this.#possible, after];
  }

  /** Says that it was: durably, and its checkpoints kept. */
  succeed(after: Tips): void {
    this.#known = after;
    // Those behind it may come to be.
    this.#possible = this.#possible.slice(this.#possible.indexOf(after));
  }

  /** Says that it cannot be known whether it was. */
  fail(): void {
    this.#forget();
  }

  #forget(): void {
    this.#known = undefined;
  }

  async #look(): Promise<Tips> {
    const heads = await this.#options.store.heads();
    // Another process may have written in between: then everything is verified anew, as at the start.
    return this.#possible.find((tips) => isHeadOf(tips, heads)) ?? (await this.#verify());
  }

  async #verify(): Promise<Tips> {
    const { store, keeper, publicKey } = this.#options;
    const kept = await keeper.list();
    const verdict = await verifyRows(store.rows(), { publicKey, kept, hasSalts: true });
    if (verdict.findings.length > 0) {
      const damage = verdict.findings.map(describeFinding).join('; ');
      this.#damage = new LedgerDamaged(`ledger: ${damage}: compare with sorgu verify-ledger`);
      throw this.#damage;
    }
    return new Map(verdict.tips.map((tip) => [tip.origin, tip]));
  }
}

function isHeadOf(tips: Tips, heads: readonly LogHead[]): boolean {
  return heads.length === tips.size && heads.every((head) => isTip(head, tips.get(head.origin)));
}

const isTip = (head: LogHead, tip: LogTip | undefined): boolean =>
  tip?.logId === head.logId &&
  tip.frontier.size === head.size &&
  sameHash(frontierRoot(tip.frontier), head.root);
