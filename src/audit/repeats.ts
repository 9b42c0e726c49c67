/**
 * The same field of the same person, asked by one authority under more than one purpose (11(2)): what was got for one
 * purpose may not be used for another, and asking anew is how one would go round that. The own authority's
 * REQUEST_EXECUTION goes with every request and is no purpose of its own here.
 */
import { EXECUTION, itemOf } from '../treaty/index.js';
import type { Access } from './access.js';

export interface Repeat {
  /** The subject as the bench calls it. */
  readonly subject: string;
  readonly authority: string;
  readonly coordinate: string;
  readonly purposes: readonly string[];
  readonly requests: readonly string[];
  readonly entries: number;
}

export class Repeats {
  readonly #seen = new Map<string, Seen>();

  /** Notes that a subject stands in an entry. */
  add(subject: string, { authority, purpose, request, released }: Access): void {
    if (purpose === null || purpose === EXECUTION) return;
    for (const coordinate of released) {
      if (itemOf(coordinate) === undefined) continue;
      const key = JSON.stringify([subject, authority, coordinate]);
      const seen = this.#seen.get(key) ?? { ...NOTHING, subject, authority, coordinate };
      this.#seen.set(key, {
        ...seen,
        purposes: withOne(seen.purposes, purpose),
        requests: withOne(seen.requests, request ?? ''),
        entries: seen.entries + 1,
      });
    }
  }

  /** What was asked under more than one purpose, by subject and coordinate. */
  get list(): readonly Repeat[] {
    return [...this.#seen.entries()]
      .filter(([, { purposes }]) => purposes.length > 1)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, seen]) => seen);
  }
}

type Seen = Repeat;
const NOTHING = { purposes: [], requests: [], entries: 0 } as const;

const withOne = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list : [...list, one].sort();
