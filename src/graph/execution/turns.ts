/**
 * How much is worked on at once. Answers grow on the heap while their rows arrive: many large ones side by side cost
 * more than one after the other (they outlive the young generation) and more memory than anybody meant to give them.
 * So large operations take turns by their estimated cost; small ones never wait.
 */
import { TURNS } from '../limits.js';

export class Turns {
  readonly #limits: TurnLimits;
  #running = 0;
  readonly #waiting: { readonly cost: number; readonly begin: () => void }[] = [];

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /** Does the work when its turn comes: large operations in the order they came. Rejects as the work does. */
  async take<T>(cost: number, work: () => Promise<T>): Promise<T> {
    if (cost <= this.#limits.small) return work();
    if (this.#waiting.length > 0 || !this.#fits(cost)) {
      await new Promise<void>((begin) => this.#waiting.push({ cost, begin }));
    } else this.#running += cost;
    try {
      return await work();
    } finally {
      this.#running -= cost;
      this.#admit();
    }
  }

  // One that is larger than all of it runs alone.
  #fits(cost: number): boolean {
    return this.#running === 0 || this.#running + cost <= this.#limits.atOnce;
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next && this.#fits(next.cost); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#running += next.cost;
      next.begin();
    }
  }
}

/** Turns within the limits of this gateway. */
export const openTurns = (): Turns => new Turns(TURNS);

/** Estimated values of answers (LIMITS.cost). */
export interface TurnLimits {
  /** What never waits. */
  readonly small: number;
  /** What large operations running at once may come to. */
  readonly atOnce: number;
}
