/**
 * Compiled statements that connections keep planned. A plan takes up to a megabyte of PostgreSQL's memory on each
 * connection, and callers choose the texts by the fields they ask: so few are kept, and only what was asked before.
 */
import { type Statement, statement } from '../statement.js';

const KEPT = 64;
/** Texts of late, asked once. */
const SEEN = 256;

export class KeptStatements {
  readonly #kept = new Map<string, Statement>();
  readonly #seen = new Set<string>();

  /** The statement of a text: kept planned from the second time on, while there is room. */
  prepare(text: string): Statement {
    const known = this.#kept.get(text);
    if (known !== undefined) return known;
    const written = statement(text);
    if (!this.#seen.delete(text) || this.#kept.size >= KEPT) {
      this.#see(text);
      return { ...written, prepared: false };
    }
    this.#kept.set(text, written);
    return written;
  }

  #see(text: string): void {
    this.#seen.add(text);
    const [oldest] = this.#seen;
    if (this.#seen.size > SEEN && oldest !== undefined) this.#seen.delete(oldest);
  }
}
