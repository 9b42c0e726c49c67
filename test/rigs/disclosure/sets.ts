/** Invented counts, and which of their tables are published in which order: the same seed draws the same. */
import {
  type Count,
  DEFINITIONS,
  type Definition,
  KINDS,
  type Period,
  type Quarter,
} from '../../../src/statistics/index.js';

/** The subject whose tables are told of two overlapping populations. */
const SUBJECT = 'PERMITS';
const REGIONS = ['BAKU', 'GANJA_DASHKASAN', 'ABSHERON_KHIZI', 'SHAKI_ZAGATALA', '_U'] as const;
const AGES = ['Y_LT15', 'Y15T24', 'Y25T44', 'Y45T64', 'Y_GE65'] as const;
const SEXES = ['FEMALE', 'MALE', 'MALE', '_U'] as const;
const POPULATIONS = [['AZ-KZ-2019'], ['AZ-BE-2019'], ['AZ-BE-2019', 'AZ-KZ-2019']] as const;

const PERIODS = ['2025', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'] as const;

export interface TableSet {
  readonly counts: readonly Count[];
  readonly order: readonly { readonly definition: Definition; readonly period: Period }[];
  /** Draws a seed for one table. */
  readonly seeds: readonly Uint8Array[];
}

/** A set of between 5 and 10 tables of one year, of 20 to 300 persons. */
export function drawSet(seed: number): TableSet {
  const random = drawing(seed);
  const counts = drawCounts(random);
  const definitions = DEFINITIONS.filter(({ subject }) => subject === SUBJECT);
  const tables = definitions.flatMap((definition) =>
    PERIODS.map((period) => ({ definition, period })),
  );
  // One table of every period, which add up, among others that were drawn.
  const whole = definitions[below(random, definitions.length)];
  const others = shuffled(tables, random).slice(0, below(random, 6));
  const drawn = tables.filter((table) => table.definition === whole || others.includes(table));
  const order = shuffled(drawn, random);
  const seeds = order.map(() => Uint8Array.from({ length: 16 }, () => below(random, 256)));
  return { counts, order, seeds };
}

function drawCounts(random: () => number): readonly Count[] {
  const regions = 2 + below(random, REGIONS.length - 1);
  const ages = 2 + below(random, AGES.length - 1);
  const kinds = KINDS[SUBJECT].slice(0, 1 + below(random, 2));
  const persons = 20 + below(random, 280);
  const found = new Map<string, Count>();
  for (let n = 0; n < persons; n += 1) {
    // Squared, so that the last categories are rare.
    const rare = (length: number): number => Math.floor(random() ** 2 * length);
    const count: Count = {
      subject: SUBJECT,
      kind: kinds[below(random, kinds.length)] ?? 'WORK',
      quarter: `2025-Q${1 + below(random, 4)}` as Quarter,
      instruments: POPULATIONS[rare(POPULATIONS.length)] ?? POPULATIONS[0],
      REGION: REGIONS[rare(regions)] ?? '_U',
      AGE: AGES[rare(ages)] ?? '_U',
      SEX: SEXES[rare(SEXES.length)] ?? '_U',
      persons: 1,
    };
    const key = JSON.stringify(count);
    found.set(key, { ...count, persons: (found.get(key)?.persons ?? 0) + 1 });
  }
  return [...found.values()];
}

function shuffled<T>(values: readonly T[], random: () => number): readonly T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

const below = (random: () => number, limit: number): number => Math.floor(random() * limit);

/** mulberry32. */
function drawing(seed: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
