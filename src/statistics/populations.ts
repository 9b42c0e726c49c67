/** Whom the tables of an instrument count: nationals of its Parties (A-3.1(2)), and persons of no known nationality. */
import type { Instrument, InstrumentId } from '../treaty/index.js';
import { DEFINITIONS } from './definitions.js';

export interface Population {
  readonly instrument: InstrumentId;
  /** Countries of its Parties. */
  readonly parties: readonly string[];
}

/** The population of every instrument that has a table. */
export function populationsOf(
  instruments: ReadonlyMap<string, Pick<Instrument, 'parties'>>,
): readonly Population[] {
  return [...new Set(DEFINITIONS.map(({ instrument }) => instrument))].map((instrument) => ({
    instrument,
    parties: (instruments.get(instrument)?.parties ?? []).map(({ country }) => country),
  }));
}
