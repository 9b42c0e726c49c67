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
import type { Space } from './space.js';
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
    return exposedIn(block, groundOf(block)) === undefined;
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
    const exposed = exposedIn(block, ground, effort !== 'CHEAPEST');
    if (exposed === undefined) return true;
    const more = coverOf(exposed.system, exposed.targets, { seed, effort });
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

interface Exposed {
  readonly system: System;
  readonly targets: readonly Target[];
}

/**
 * What the candidate would tell too much of: to who has the tables alone, or to who knows how they are made. That a cell is
 * hidden tells the latter that it counts somebody, which nothing undoes: beyond this no cell becomes narrower.
 */
function exposedIn(block: Block, space: Space, areZerosOpen = false): Exposed | undefined {
  for (const leastHidden of [0, 1] as const) {
    const system = systemOf(block, space, { areZerosOpen, leastHidden });
    const unproven = unprovenTargets(system);
    if (unproven.length === 0) continue;
    const isStrict = leastHidden === 0 && isOneRule(block);
    const before = systemOf(block, space, { isCandidateKnown: false, leastHidden });
    const targets = isStrict ? unproven : narrowed(unproven, { system, before });
    if (targets.length > 0) return { system, targets };
  }
  return undefined;
}

/**
 * Of targets those that become narrower than they were. What was published under a lower threshold stays known, and is no fault
 * of the new table.
 */
function narrowed(
  targets: readonly Target[],
  { system, before }: { readonly system: System; readonly before: System },
): readonly Target[] {
  const kept = targets.map((target) => ({ ...target, width: widthIn(before, target) }));
  return unprovenTargets({ ...system, targets: kept.filter(({ width }) => width > 0) });
}

/** Whether all before was published under one threshold that asks no less: whatever it hides is as wide as it is to be. */
function isOneRule({ earlier, candidate }: Block): boolean {
  const thresholds = new Set(earlier.map(({ threshold }) => threshold));
  return thresholds.size <= 1 && [...thresholds].every((one) => one >= candidate.threshold);
}

/** How wide a target is in a system, at most as wide as it is to be. */
function widthIn(system: System, { id, width: wanted }: Target): number {
  const targets = system.targets.filter((target) => target.id === id);
  const isKept = (width: number): boolean =>
    unprovenTargets({ ...system, targets: targets.map((target) => ({ ...target, width })) })
      .length === 0;
  let width = wanted;
  while (width > 0 && !isKept(width)) width -= 1;
  return width;
}
