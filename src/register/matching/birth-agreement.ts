/** How two dates of birth agree. Either may be partial: a year alone is every day of it, never 1 January. */
import { isPartialDate } from '../partial-date.js';
import type { PartialDate } from '../person.js';

export const BIRTH_AGREEMENTS = [
  /** As precise as stated, and equal. */
  'SAME',
  /** One is partial, and the other lies in it. */
  'WITHIN',
  /** Day and month have changed places. */
  'DAY_AND_MONTH_SWAPPED',
  /** Two of year, month and day are equal: one was misread or mistyped. */
  'ONE_PART_DIFFERS',
  'DIFFERENT',
  /** The register has none. */
  'NOT_KNOWN',
  /** The request states none. */
  'NOT_STATED',
] as const;
export type BirthAgreement = (typeof BIRTH_AGREEMENTS)[number];

type Maybe<T> = T | null | undefined;

/** How the date that is stated agrees with the one recorded. */
export function birthAgreement(
  stated: Maybe<PartialDate>,
  recorded: Maybe<PartialDate>,
): BirthAgreement {
  if (!stated || !isPartialDate(stated)) return 'NOT_STATED';
  if (!recorded) return 'NOT_KNOWN';
  if (stated === recorded) return 'SAME';
  if (stated.startsWith(recorded) || recorded.startsWith(stated)) return 'WITHIN';
  return stated.length === recorded.length ? nearMiss(stated, recorded) : 'DIFFERENT';
}

function nearMiss(stated: PartialDate, recorded: PartialDate): BirthAgreement {
  const a = stated.split('-');
  const b = recorded.split('-');
  if (a.length < 3) return 'DIFFERENT';
  if (a[0] === b[0] && a[1] === b[2] && a[2] === b[1]) return 'DAY_AND_MONTH_SWAPPED';
  return a.filter((part, at) => part === b[at]).length === 2 ? 'ONE_PART_DIFFERS' : 'DIFFERENT';
}
