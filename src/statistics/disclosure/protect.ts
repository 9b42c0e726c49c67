/**
 * Which cells of a table are hidden: those of fewer persons than the threshold, and as many others as keep every hidden
 * cell, of this table and of all published before it, at least a threshold wide: two tables that agree with everything
 * published differ in it by that many persons. A 0 says nothing of anybody: it is shown, unless it must hide another.
 */
import type { Count } from '../counts.js';
import { KINDS, type Kind } from '../definitions.js';
import { yearOf } from '../period.js';
import { cellKey, type Table } from '../tabulate.js';
import { certainCover, cheapestCover } from './cheapest.js';
import { unprovenTargets } from './moves.js';
import type { System, Target } from './sums.js';
import { type Block, groundOf, type Publishing, systemOf } from './system.js';

/** No authority may set its threshold lower. */
export const LEAST_THRESHOLD = 5;

export interface ToProtect {
  readonly table: Table;
  readonly threshold: number;
  /** Draws among cells that would protect as well. Whoever knows it may guess more. */
  readonly seed: Uint8Array;
  /** What is published already; other subjects and years are passed over. */
  readonly published: readonly Publishing[];
  /** The counts of the table's subject and year. */
  readonly counts: readonly Count[];
}

/** Keys of the cells to hide, or undefined where no choice keeps every small cell from being computed. */
export function protect(wish: ToProtect): ReadonlySet<string> | undefined {
  let hidden: ReadonlySet<string> | undefined = new Set<string>();
  // Step by step, so that a higher threshold hides what a lower one does, and more.
  for (let threshold = LEAST_THRESHOLD; threshold <= wish.threshold; threshold += 1) {
    hidden = hidden && widen({ ...wish, threshold }, hidden);
  }
  return hidden;
}

/** Whether a table may stand beside those that are published. */
export function isSafe(candidate: Publishing, { published, counts }: Around): boolean {
  return KINDS[candidate.definition.subject].every((kind) => {
    const block = { ...blockOf(candidate, published), kind, counts };
    return unprovenTargets(systemOf(block, groundOf(block))).every((target) =>
      isKnown(block, target),
    );
  });
}

type Around = Pick<ToProtect, 'published' | 'counts'>;

function widen(wish: ToProtect, base: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const { table, threshold } = wish;
  const hidden = new Set(base);
  for (const figure of table.figures) {
    if (figure.persons > 0 && figure.persons < threshold) hidden.add(cellKey(figure));
  }
  const kinds: readonly Kind[] = KINDS[table.definition.subject];
  return kinds.every((kind) => hideMore(wish, kind, hidden)) ? hidden : undefined;
}

/** Hides cells of one kind until every target is proven; false where that cannot be. */
function hideMore(wish: ToProtect, kind: Kind, hidden: Set<string>): boolean {
  const { table, threshold, seed, published, counts } = wish;
  const block = { ...blockOf({ ...table, threshold, hidden }, published), kind, counts };
  const ground = groundOf(block);
  let effort: Effort = 'CHEAPEST';
  for (;;) {
    const system = systemOf(block, ground, { areZerosOpen: effort !== 'CHEAPEST' });
    const needs = unprovenTargets(system).filter((target) => !isKnown(block, target));
    if (needs.length === 0) return true;
    const more = coverOf(system, needs, { seed, effort });
    for (const key of more) hidden.add(key);
    const next: Effort | undefined = more.size > 0 ? effort : HARDER[effort];
    if (next === undefined) return false;
    effort = next;
  }
}

/** Where cells that count somebody are not enough, a 0 is hidden among them; then whatever is certain to be enough. */
type Effort = 'CHEAPEST' | 'ZEROS_TOO' | 'CERTAIN';
const HARDER = { CHEAPEST: 'ZEROS_TOO', ZEROS_TOO: 'CERTAIN', CERTAIN: undefined } as const;

function coverOf(
  system: System,
  targets: readonly Target[],
  { seed, effort }: Pick<ToProtect, 'seed'> & { readonly effort: Effort },
): ReadonlySet<string> {
  const free = new Set<string>();
  for (const target of targets) {
    const keys =
      effort === 'CERTAIN'
        ? certainCover(system, target)
        : cheapestCover(system, target, { seed, free });
    for (const key of keys) free.add(key);
  }
  return free;
}

/** Tables of another subject or year share no person's event with the candidate. */
function blockOf(candidate: Publishing, published: readonly Publishing[]) {
  const { definition, period } = candidate;
  const earlier = published.filter(
    (table) =>
      table.definition.subject === definition.subject && yearOf(table.period) === yearOf(period),
  );
  return { candidate, earlier };
}

/**
 * Whether a target was not kept apart before this table either: what was published under a lower threshold stays known,
 * and is no fault of the new table. Nothing else can have been, as each table was published under this very rule.
 */
function isKnown(block: Block, { id }: Target): boolean {
  const { earlier, candidate } = block;
  if (earlier.every(({ threshold }) => threshold >= candidate.threshold)) return false;
  const before = systemOf(block, groundOf(block), { isCandidateKnown: false });
  const targets = before.targets.filter((target) => target.id === id);
  return unprovenTargets({ ...before, targets }).length > 0;
}
