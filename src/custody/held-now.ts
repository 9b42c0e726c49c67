/**
 * What is held of one answer and of what corrected it or took it back since, as one holding for each purpose: of an item
 * group what came last stands (11(4)). Pure.
 */
import { ITEMS } from '../treaty/index.js';
import type { HeldSubject, Holding } from './holding.js';
import { groupOf } from './item-group.js';

/** The holdings of these sources, the oldest source first. */
export function heldNow(
  holdings: readonly Holding[],
  sources: readonly string[],
): readonly Holding[] {
  const now = new Map<string, Holding>();
  const told = sources.flatMap((source) => holdings.filter((one) => one.source === source));
  for (const holding of told) {
    const before = now.get(holding.purpose);
    now.set(holding.purpose, before === undefined ? holding : renewed(before, holding));
  }
  return [...now.values()];
}

const renewed = (before: Holding, { subjects }: Holding): Holding => ({
  ...before,
  subjects: before.subjects.map((subject) => {
    const newer = subjects.find(({ n }) => n === subject.n);
    return newer === undefined ? subject : renewedSubject(subject, newer);
  }),
});

function renewedSubject(before: HeldSubject, { items }: HeldSubject): HeldSubject {
  const groups = new Set(items.map(groupOf));
  const held = new Set([...items, ...before.items.filter((item) => !groups.has(groupOf(item)))]);
  return { ...before, items: ITEMS.filter((item) => held.has(item)) };
}
