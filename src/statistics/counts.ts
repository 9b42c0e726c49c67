/**
 * What was counted once of a quarter, and is never counted anew: every table is a sum of these, so that a year is the sum
 * of its quarters and any two tables agree, whatever the register becomes later.
 */
import type { InstrumentId } from '../treaty/index.js';
import type { Kind, Subject } from './definitions.js';
import type { Category } from './dimensions.js';
import type { Quarter } from './period.js';

export interface Count {
  readonly subject: Subject;
  readonly kind: Kind;
  readonly quarter: Quarter;
  /** The instruments whose population these persons belong to, in the order of their ids; at least one. */
  readonly instruments: readonly InstrumentId[];
  readonly REGION: Category<'REGION'>;
  readonly AGE: Category<'AGE'>;
  readonly SEX: Category<'SEX'>;
  /** More than 0. */
  readonly persons: number;
}
