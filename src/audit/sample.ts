/**
 * A random sample that anybody draws again: an entry's rank is SHA-256(seed LF origin LF index), and the lowest are
 * taken. It does not depend on the order of reading, and who picks the seed cannot pick the entries.
 */
import { hash } from 'node:crypto';
import type { Access } from './access.js';

export class Sample {
  readonly #seed: string;
  readonly #count: number;
  #drawn: { readonly rank: string; readonly access: Access }[] = [];
  population = 0;

  /** @param seed stands in the ledger with the look; @param count how many are drawn */
  constructor(seed: string, count: number) {
    this.#seed = seed;
    this.#count = count;
  }

  add(access: Access): void {
    if (access.outcome !== 'ANSWERED' || access.items.length === 0) return;
    this.population += 1;
    const rank = hash('sha256', [this.#seed, access.origin, access.index].join('\n'));
    const last = this.#drawn.at(-1);
    if (this.#drawn.length === this.#count && last !== undefined && rank >= last.rank) return;
    this.#drawn.push({ rank, access });
    this.#drawn.sort((a, b) => (a.rank < b.rank ? -1 : 1));
    this.#drawn = this.#drawn.slice(0, this.#count);
  }

  /** By rank. */
  get drawn(): readonly Access[] {
    return this.#drawn.map(({ access }) => access);
  }
}
