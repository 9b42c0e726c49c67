/** The versions of an instrument, each from its own day (Articles 16, 17): the version in force on a day is the law of it. */
import { type InstrumentStatus, later } from '../in-force.js';
import { compileInstrument, type Instrument } from '../instrument.js';
import type { Day, InstrumentData } from '../instrument-data.js';
import { amended } from './amended.js';

/** A text with those of its amendments that are in force from a day. */
export interface Version {
  /** The first day of it; null for the text as signed, which is the first of all. */
  readonly from: Day | null;
  /** Numbers of the amendments in it, in the order in which they took effect. */
  readonly amendments: readonly number[];
  readonly instrument: Living;
}

/** An instrument with all its versions, the earliest first. */
export type Living = Instrument & { readonly versions?: readonly Version[] };

/** The first day of an amendment, or undefined while the act of one Party is missing: signing is not being in force. */
export function effectiveFrom(
  { parties }: Pick<Instrument, 'parties'>,
  { amendments = {} }: Pick<InstrumentStatus, 'amendments'>,
  number: number,
): Day | undefined {
  const days = parties.map(({ country }) => amendments[number]?.[country]);
  const known = days.filter((day) => day !== undefined);
  return known.length === days.length ? known.reduce(later) : undefined;
}

/** The versions that the recorded days make of a text, the earliest first. */
export function versionsOf(
  data: InstrumentData,
  status: InstrumentStatus,
): readonly [Version, ...Version[]] {
  const first: Version = { from: null, amendments: [], instrument: compileInstrument(data) };
  const taken = (data.amendments ?? [])
    .flatMap((amendment, i) => {
      const from = effectiveFrom(data, status, i + 1);
      return from === undefined ? [] : [{ amendment, number: i + 1, from }];
    })
    // A stable sort: those of one day follow in the order of their numbers.
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  let text = data;
  const numbers: number[] = [];
  const later = taken.map(({ amendment, number, from }): Version => {
    text = amended(text, amendment);
    numbers.push(number);
    return { from, amendments: [...numbers], instrument: compileInstrument(text) };
  });
  return [first, ...later];
}

/** The version in force on a day, with all versions still at hand; the text as signed before the first amendment. */
export function versionOn<Any extends Living>(instrument: Any, day: Day): Living {
  const { versions } = instrument;
  if (versions === undefined) return instrument;
  const found = versions.filter(({ from }) => from === null || from <= day).at(-1);
  return found?.instrument ?? instrument;
}

/**
 * The version of a day as it was given under, whatever is disputed since: what came is held and accounted for by it
 * (11(5)), so that a freeze closes and never destroys. Nothing is read by it.
 */
export function asGivenOn(instrument: Living, day: Day): Living {
  const version = versionOn(instrument, day);
  const { disputed } = version;
  if (disputed === undefined) return version;
  const opens = [...version.opens].map(([purpose, rules]) => {
    const all = [...rules, ...(disputed.get(purpose) ?? [])];
    return [purpose, new Map(all)] as const;
  });
  return { ...version, opens: new Map(opens) };
}
