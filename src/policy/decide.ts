/**
 * The one place that decides. An item is disclosed where the instrument opens it for the stated purpose and the
 * grant holds it for the subject; everything else is withheld, with the reason and with the clause that would be
 * its basis.
 */
import {
  basisOf,
  type Clause,
  type Clauses,
  type Instrument,
  type Item,
  itemsNeeded,
} from '../treaty/index.js';

/** Why an item is withheld. */
export const WITHHOLD_REASONS = [
  /** No clause of the instrument names the item. */
  'NOT_IN_INSTRUMENT',
  /** The instrument has it, but not for this purpose. */
  'NOT_FOR_PURPOSE',
  /** The purpose would open it, but the Parties disagree on the rule: closed until they have settled it (Article 12). */
  'IN_DISPUTE',
  /** The purpose opens it, but the request did not get it for this subject. */
  'NOT_FOR_SUBJECT',
] as const;
export type WithholdReason = (typeof WITHHOLD_REASONS)[number];

export type Verdict =
  | { readonly verdict: 'DISCLOSE'; readonly clauses: Clauses }
  | {
      readonly verdict: 'WITHHOLD';
      readonly reason: WithholdReason;
      readonly basis: readonly Clause[];
    };

/** What a verdict rests on: instrument and purpose, and the items held for one subject (all of them where none is meant). */
export interface Standing {
  readonly instrument: Instrument;
  readonly purpose: string;
  readonly items?: ReadonlySet<Item>;
}

/** Discloses or withholds one item. Total: every item of every instrument has a verdict. */
export function decide({ instrument, purpose, items }: Standing, item: Item): Verdict {
  const clauses = instrument.opens.get(purpose)?.get(item);
  const basis = basisOf(instrument, item);
  if (clauses === undefined) {
    return { verdict: 'WITHHOLD', reason: whyClosed({ instrument, purpose }, item), basis };
  }
  if (items !== undefined && !items.has(item)) {
    return { verdict: 'WITHHOLD', reason: 'NOT_FOR_SUBJECT', basis };
  }
  return { verdict: 'DISCLOSE', clauses };
}

function whyClosed({ instrument, purpose }: Standing, item: Item): WithholdReason {
  if (instrument.disputed?.get(purpose)?.has(item)) return 'IN_DISPUTE';
  return basisOf(instrument, item).length === 0 ? 'NOT_IN_INSTRUMENT' : 'NOT_FOR_PURPOSE';
}

/**
 * The verdict on a guarded coordinate: its own item's, then that of the record it belongs to; the first that is
 * withheld withholds both. Undefined for a coordinate that carries no item.
 */
export function decideCoordinate(standing: Standing, coordinate: string): Verdict | undefined {
  const verdicts = itemsNeeded(coordinate).map((item) => decide(standing, item));
  return verdicts.find(({ verdict }) => verdict === 'WITHHOLD') ?? verdicts[0];
}
