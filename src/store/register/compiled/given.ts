/**
 * What the caller chose or the operation says, kept out of the text: aliases, states and languages travel as parameters.
 * So no word of a caller's stands in a statement or in a log of statements, and equal questions share one plan.
 */
import type { GivenName, GivenValues } from '../statement.js';

export class Given {
  readonly #names = new Map<string, GivenName>();

  /** The placeholder of a value; equal values share one. */
  place(value: string): string {
    const name = this.#names.get(value) ?? (`given${this.#names.size}` as const);
    this.#names.set(value, name);
    return `{${name}}`;
  }

  get values(): GivenValues {
    return Object.fromEntries([...this.#names].map(([value, name]) => [name, value]));
  }
}
