/** What was done in a span of time, in numbers: entry by entry, in memory that does not grow with the entries. */
import { itemOf } from '../treaty/index.js';
import type { Access } from './access.js';

/** How often an item was released for a purpose, and about how many subjects. */
export interface PurposeItemCount {
  readonly authority: string;
  readonly purpose: string;
  readonly item: string;
  readonly entries: number;
  readonly subjects: number;
}

/** How often somebody asked, was answered, and was refused. */
export interface AskerCount {
  readonly authority: string;
  readonly role: string;
  readonly officer: string;
  readonly entries: number;
  readonly refused: number;
  readonly subjects: number;
}

export interface Statistics {
  readonly entries: number;
  readonly items: readonly PurposeItemCount[];
  readonly askers: readonly AskerCount[];
}

export class Tally {
  #entries = 0;
  readonly #items = new Map<string, Count>();
  readonly #askers = new Map<string, Count>();

  /** Counts one entry in which data were asked; a move of a case asks none. */
  add(access: Access): void {
    const { authority, role, officer, purpose, outcome, subjects, released } = access;
    if (outcome !== 'ANSWERED' && outcome !== 'REFUSED') return;
    this.#entries += 1;
    const refused = outcome === 'REFUSED' ? 1 : 0;
    count(this.#askers, [authority, role, officer], { entries: 1, refused, subjects });
    const items = new Set(released.flatMap((coordinate) => itemOf(coordinate) ?? []));
    for (const item of items) {
      count(this.#items, [authority, purpose ?? '', item], { entries: 1, refused, subjects });
    }
  }

  /** What was counted, each list in the order of its names. */
  get statistics(): Statistics {
    return {
      entries: this.#entries,
      items: sorted(this.#items).map(
        ({ names: [authority = '', purpose = '', item = ''], ...sum }) => ({
          ...{ authority, purpose, item, entries: sum.entries, subjects: sum.subjects },
        }),
      ),
      askers: sorted(this.#askers).map(
        ({ names: [authority = '', role = '', officer = ''], ...sum }) => ({
          ...{ authority, role, officer, entries: sum.entries },
          ...{ refused: sum.refused, subjects: sum.subjects },
        }),
      ),
    };
  }
}

interface Sum {
  readonly entries: number;
  readonly refused: number;
  readonly subjects: number;
}

interface Count extends Sum {
  readonly names: readonly string[];
}

function count(counts: Map<string, Count>, names: readonly string[], more: Sum): void {
  const key = JSON.stringify(names);
  const known = counts.get(key) ?? { names, entries: 0, refused: 0, subjects: 0 };
  counts.set(key, {
    names,
    entries: known.entries + more.entries,
    refused: known.refused + more.refused,
    subjects: known.subjects + more.subjects,
  });
}

function sorted(counts: ReadonlyMap<string, Count>): readonly Count[] {
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
