/** Who was looked at under which root field, and what the journal says about it: precise to the field and the subject. */

import { type Destroyed, groupOf } from '../../custody/index.js';
import type { FoundSubject } from '../../store/index.js';
import { type Item, itemOf } from '../../treaty/index.js';
import type { AskedRoot } from '../document/operation.js';
import type { JournalLine } from '../graph.js';

type WithheldFrom = (items: ReadonlySet<Item>) => ReadonlySet<string>;
type Split = Omit<JournalLine, 'key'>;

// With a record goes what stands inside it.
function withoutDestroyed(split: Split, gone: ReadonlySet<Item> | undefined): Split {
  if (gone === undefined) return split;
  const isGone = (coordinate: string): boolean => {
    const item = itemOf(coordinate);
    return item !== undefined && gone.has(groupOf(item));
  };
  return {
    released: split.released.filter((coordinate) => !isGone(coordinate)),
    withheld: [...split.withheld, ...split.released.filter(isGone)].sort(),
  };
}

type Found = Pick<FoundSubject, 'subject' | 'key'>;

export class Visits {
  /** Under which the register was read. */
  readonly tickets: string[] = [];
  readonly #roots: ReadonlyMap<string, AskedRoot>;
  /** By subject number: item groups that were asked and turned out to be destroyed. */
  readonly #destroyed = new Map<number, Set<Item>>();
  readonly #seen = new Map<number, { readonly found: Found; readonly keys: Set<string> }>();

  constructor(roots: ReadonlyMap<string, AskedRoot>) {
    this.#roots = roots;
  }

  /** Notes that a subject was found under a response key of the root. */
  note(key: string, found: Found): void {
    const { n } = found.subject;
    const visit = this.#seen.get(n) ?? { found, keys: new Set<string>() };
    visit.keys.add(key);
    this.#seen.set(n, visit);
  }

  /** Notes that a value was destroyed: it was asked, and not released. */
  noteDestroyed({ n, coordinate }: Destroyed): void {
    const item = itemOf(coordinate);
    const gone = this.#destroyed.get(n) ?? new Set<Item>();
    if (item !== undefined) this.#destroyed.set(n, gone.add(groupOf(item)));
  }

  /** One line per subject, in the order of their numbers. Subjects seen alike share what was worked out once. */
  journal(withheldFrom: WithheldFrom): readonly JournalLine[] {
    const known = new Map<ReadonlySet<string>, Map<string, Split>>();
    const visits = [...this.#seen.values()].sort((a, b) => a.found.subject.n - b.found.subject.n);
    return visits.map(({ found, keys }) => {
      const withheld = withheldFrom(found.subject.items);
      const alike = known.get(withheld) ?? new Map<string, Split>();
      known.set(withheld, alike);
      const mark = JSON.stringify([...keys].sort());
      const split = alike.get(mark) ?? this.#split(keys, withheld);
      alike.set(mark, split);
      return { key: found.key, ...withoutDestroyed(split, this.#destroyed.get(found.subject.n)) };
    });
  }

  #split(keys: ReadonlySet<string>, withheld: ReadonlySet<string>): Split {
    const asked = [...keys].map((key) => this.#roots.get(key));
    const structural = asked.flatMap((root) => [...(root?.structural ?? [])]);
    const guarded = [...new Set(asked.flatMap((root) => [...(root?.guarded ?? [])]))];
    const released = guarded.filter((coordinate) => !withheld.has(coordinate));
    return {
      released: [...new Set([...structural, ...released])].sort(),
      withheld: guarded.filter((coordinate) => withheld.has(coordinate)).sort(),
    };
  }
}
