/**
 * From a wish to a draft, and from a draft to what is published: every refusal is a code of a closed list, and nothing is
 * half done. What was counted, drafted and published before is handed in.
 */
import type { Day } from '../treaty/index.js';
import type { StatisticsFault } from '../words/index.js';
import type { Count } from './counts.js';
import { type Definition, definitionOf } from './definitions.js';
import { isSafe, LEAST_THRESHOLD, protect } from './disclosure/protect.js';
import type { Publishing } from './disclosure/system.js';
import { cutOffOf, hasEnded, type Period, readPeriod } from './period.js';
import { type ReleasedTable, releasedOf } from './release/released.js';
import { tabulate } from './tabulate.js';

/** What an officer asks to be computed, as he wrote it. */
export interface ComputeWish {
  readonly table: string;
  readonly period: string;
  readonly threshold: number;
  /** The day as of whose end the register is read; the last day of each quarter where it is null. */
  readonly recorded: Day | null;
}

export interface ComputePlan {
  readonly definition: Definition;
  readonly period: Period;
  readonly threshold: number;
  readonly recorded: Day | null;
}

type Outcome<T> = { readonly fault: null } & T;
type Refused = { readonly fault: StatisticsFault };
const refused = (fault: StatisticsFault): Refused => ({ fault });

/** Weighs a wish by the calendar and the agreed list alone. */
export function planOf(
  { table, period: written, threshold, recorded }: ComputeWish,
  today: Day,
): Outcome<{ readonly plan: ComputePlan }> | Refused {
  const definition = definitionOf(table);
  if (definition === undefined) return refused('UNKNOWN_TABLE');
  const period = readPeriod(written);
  if (period === undefined) return refused('UNKNOWN_PERIOD');
  if (!hasEnded(period, today)) return refused('PERIOD_NOT_ENDED');
  if (threshold < LEAST_THRESHOLD) return refused('THRESHOLD_TOO_LOW');
  if (recorded !== null && recorded < cutOffOf(period)) return refused('RECORDED_TOO_EARLY');
  if (recorded !== null && recorded > today) return refused('RECORDED_AHEAD');
  return { fault: null, plan: { definition, period, threshold, recorded } };
}

/** What stood when the table was computed, or is to be released. */
export interface Standing {
  /** Of the subject and the year. */
  readonly counts: readonly Count[];
  readonly published: readonly Publishing[];
}

/** A table that was computed: which cells it hides. Its numbers are those of the counts. */
export interface Draft extends Publishing {
  readonly recorded: readonly Day[];
}

/** Computes which cells are hidden. The plan is one that `planOf` made. */
export function draftOf(
  { definition, period, threshold }: Omit<ComputePlan, 'recorded'>,
  { counts, published, seed }: Standing & { readonly seed: Uint8Array },
): Outcome<{ readonly hidden: ReadonlySet<string> }> | Refused {
  if (isPublished({ definition, period }, published)) return refused('ALREADY_RELEASED');
  const table = tabulate(definition, period, counts);
  const hidden = protect({ table, threshold, seed, published, counts });
  return hidden === undefined ? refused('DISCLOSES') : { fault: null, hidden };
}

/** The table as it may be published now: others may have been, since its draft was computed. */
export function releaseOf(
  draft: Draft,
  { counts, published }: Standing,
): Outcome<{ readonly table: ReleasedTable }> | Refused {
  const { definition, period } = draft;
  if (isPublished(draft, published)) return refused('ALREADY_RELEASED');
  if (!isSafe(draft, { counts, published })) return refused('DISCLOSES');
  return { fault: null, table: releasedOf(tabulate(definition, period, counts), draft) };
}

const isPublished = (
  { definition, period }: Pick<Publishing, 'definition' | 'period'>,
  published: readonly Publishing[],
): boolean => published.some((one) => one.definition.id === definition.id && one.period === period);
