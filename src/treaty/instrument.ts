/**
 * An instrument as the gateway uses it: its data compiled to rules, each with its clauses. `loadInstrument` refuses data
 * that no text could stand behind: an item without a clause, a personal item in an instrument without binding force
 * (AZ-BE-2019 paragraph 8), rules that contradict.
 */

import { AUTHORITIES, STATES } from './authorities.js';
import type { CountryCode } from './authority.js';
import { checkedInstrument } from './check/check.js';
import type { Known } from './check/sense.js';
import type { Clause, Clauses } from './clause.js';
import type { InstrumentData, PurposeData } from './instrument-data.js';
import type { Item } from './items.js';

/** An instrument ready for use: rules compiled, each with its clauses. */
export interface Instrument extends Omit<InstrumentData, 'purposes'> {
  readonly purposes: ReadonlyMap<string, PurposeData>;
  /** purpose -> item -> the clauses that open it. What is not here is closed. */
  readonly opens: ReadonlyMap<string, ReadonlyMap<Item, Clauses>>;
  /** Rules that the Parties disagree on, closed until they have settled it (Article 12): as `opens` would hold them. */
  readonly disputed?: ReadonlyMap<string, ReadonlyMap<Item, Clauses>>;
}

/** Compiles an instrument; throws InstrumentFault with all that is missing or contradicts. */
export function loadInstrument(data: InstrumentData): Instrument {
  return compileInstrument(checkedInstrument(data, besides(data)));
}

/** Compiles data that were checked. */
export function compileInstrument(data: InstrumentData): Instrument {
  return {
    ...data,
    purposes: new Map(data.purposes.map((purpose) => [purpose.purpose, purpose])),
    opens: new Map(data.purposes.map((purpose) => [purpose.purpose, rulesOf(data, purpose)])),
  };
}

/** What the other files give: an instrument's own states and authorities stand in `AUTHORITIES` too. */
function besides({ states = [], authorities = [] }: InstrumentData): Known {
  const without = <T>(all: Readonly<Record<string, T>>, own: readonly T[]) =>
    Object.fromEntries(Object.entries(all).filter(([, one]) => !own.includes(one)));
  return {
    states: without(STATES, states),
    authorities: without(AUTHORITIES, authorities),
    instruments: [],
  };
}

/** The clauses that are the basis of an item in this instrument, or none. */
export function basisOf(instrument: Instrument, item: Item): readonly Clause[] {
  return instrument.items[item] ?? [];
}

/** Whether a body is a competent authority under the instrument, and of which state (Article 2). */
export function partyOf(instrument: Instrument, authority: string): CountryCode | undefined {
  return instrument.parties.find((party) =>
    party.authorities.some((competent) => competent === authority),
  )?.country;
}

function rulesOf(
  { items }: InstrumentData,
  { opens, under }: PurposeData,
): ReadonlyMap<Item, Clauses> {
  const rules = new Map<Item, Clauses>();
  for (const item of opens) {
    const clauses = under ?? items[item];
    if (clauses !== undefined) rules.set(item, clauses);
  }
  return rules;
}
