/**
 * Conditions on which a request is executed (10(2)): duties on the grant. One that closes its items until an instant
 * is kept by the gateway; one about use is kept by the requesting authority, so its mark travels with every value.
 */
import type { Item } from '../../treaty/index.js';

type OnItems = { readonly items: readonly Item[]; readonly text: string };

export type Condition =
  /** Not to be read before `until`. */
  | ({ readonly kind: 'CLOSED_UNTIL'; readonly until: number } & OnItems)
  /** Not to be used as evidence before `until`; for as long as it is kept where that is null. */
  | ({ readonly kind: 'NOT_AS_EVIDENCE'; readonly until: number | null } & OnItems)
  /** Any other term of the requested authority, in its own words. */
  | ({ readonly kind: 'ON_TERMS' } & OnItems);

/** What conditions leave of a grant's items. */
export interface BoundItems {
  readonly open: ReadonlySet<Item>;
  /** The conditions that each open item is subject to now. */
  readonly marks: ReadonlyMap<Item, readonly Condition[]>;
}

/** Binds the items of a grant to the conditions in force at `now`. Only narrows. */
export function bindItems(
  items: ReadonlySet<Item>,
  conditions: readonly Condition[],
  now: number,
): BoundItems {
  const live = conditions.filter((condition) => isLive(condition, now));
  const on = (item: Item): readonly Condition[] => live.filter(({ items }) => items.includes(item));
  const isOpen = (item: Item): boolean => on(item).every(({ kind }) => kind !== 'CLOSED_UNTIL');
  const open = [...items].filter(isOpen);
  const marked = open.filter((item) => on(item).length > 0);
  return { open: new Set(open), marks: new Map(marked.map((item) => [item, on(item)])) };
}

/** Whether a condition names its items and says itself in words. */
export function isStated({ items, text }: Condition): boolean {
  return items.length > 0 && text.trim() !== '';
}

function isLive(condition: Condition, now: number): boolean {
  if (condition.kind === 'ON_TERMS') return true;
  return condition.until === null || now < condition.until;
}
