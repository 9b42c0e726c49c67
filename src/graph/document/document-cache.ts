/** Documents kept parsed and validated, by their text; the one longest unused leaves first. Bounded in characters. */
import { KEPT } from '../limits.js';

export class DocumentCache<Kept> {
  readonly #kept = new Map<string, Kept>();
  #characters = 0;

  /** What is kept for a text, or what `read` makes of it; what `read` throws is kept by nobody. */
  get(text: string, read: (text: string) => Kept): Kept {
    const known = this.#kept.get(text);
    if (known !== undefined) {
      // A Map keeps the order of insertion: the most recent stands last.
      this.#kept.delete(text);
      this.#kept.set(text, known);
      return known;
    }
    const made = read(text);
    this.#keep(text, made);
    return made;
  }

  /** How many are kept. */
  get size(): number {
    return this.#kept.size;
  }

  #keep(text: string, made: Kept): void {
    this.#kept.set(text, made);
    this.#characters += text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT.documents && this.#characters <= KEPT.characters) return;
      this.#kept.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}
