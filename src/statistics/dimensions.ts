/**
 * What the tables are broken down by: closed lists, agreed for every table alike, so that tables meet in the same cells.
 * `_T` (all of them) and `_U` (the register does not say) as SDMX code lists spell them.
 */
import { REGIONS } from './regions.js';

export const TOTAL = '_T';
export const UNKNOWN = '_U';

/** Years of age that a person reaches in the calendar year: it needs a year of birth alone, and no quarter changes it. */
const AGE_BANDS = ['Y_LT15', 'Y15T24', 'Y25T44', 'Y45T64', 'Y_GE65'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

const SEXES = ['FEMALE', 'MALE'] as const;
export type CountedSex = (typeof SEXES)[number];

export type Dimension = 'REGION' | 'AGE' | 'SEX';

/** Categories of each dimension in the order of a table, without the total. */
export const CATEGORIES = {
  REGION: [...REGIONS, UNKNOWN],
  AGE: [...AGE_BANDS, UNKNOWN],
  SEX: [...SEXES, UNKNOWN],
} as const satisfies Record<Dimension, readonly string[]>;

export type Category<D extends Dimension> = (typeof CATEGORIES)[D][number];
export type AnyCategory = Category<Dimension>;

const UPPER_AGES = [15, 25, 45, 65] as const;

/** The band of who was born in that year, or of who has no known year of birth (null). */
export function ageBandOf(yearOfBirth: number | null, year: number): Category<'AGE'> {
  if (yearOfBirth === null || yearOfBirth > year) return UNKNOWN;
  const age = year - yearOfBirth;
  const band = UPPER_AGES.findIndex((upper) => age < upper);
  return AGE_BANDS[band < 0 ? AGE_BANDS.length - 1 : band] ?? UNKNOWN;
}

/** ISO 5218's two sexes; anything else is unknown: a third column of a handful would only be hidden. */
export function sexOf(code: string | null): Category<'SEX'> {
  return SEXES.find((sex) => sex === code) ?? UNKNOWN;
}
