/** All the instruments the gateway knows, and their purposes. */
import { AUTHORITIES, STATES } from './authorities.js';
import type { Named } from './authority.js';
import type { Known } from './check/sense.js';
import { type Instrument, loadInstrument } from './instrument.js';
import type { InstrumentData } from './instrument-data.js';
import { DATA, type Purpose } from './instruments/index.js';

const all: readonly InstrumentData[] = DATA;

const definitions = all.flatMap(({ purposes, amendments = [] }) => [
  ...purposes,
  ...amendments.flatMap((amendment) => amendment.purposes ?? []),
]);

/** The purposes of all instruments in all their versions, each once, in the order of the data. */
export const PURPOSES = [
  ...new Set(definitions.map(({ purpose }) => purpose)),
] as readonly Purpose[];

/** By purpose, days for which what was received may be held (11(5)); the shortest where instruments differ. */
export const RETENTION_DAYS: ReadonlyMap<string, number> = new Map(
  PURPOSES.flatMap((name) => {
    const days = definitions
      .filter(({ purpose }) => purpose === name)
      .flatMap(({ retentionDays }) => retentionDays ?? []);
    return days.length === 0 ? [] : [[name, Math.min(...days)] as const];
  }),
);

// Once: it never changes while the process lives.
const loaded: ReadonlyMap<string, Instrument> = new Map(
  all.map((data) => [data.id, loadInstrument(data)]),
);

/** All of them, as signed. One that does not load stops the start with InstrumentFault. */
export const loadInstruments = (): ReadonlyMap<string, Instrument> => loaded;

/** What a file that is to join them is checked against. */
export const KNOWN: Known = {
  states: STATES,
  authorities: AUTHORITIES,
  instruments: all.map(({ id }) => id),
};

/** The name of a purpose, as the first instrument that has it gives it; undefined for none of ours. */
export const nameOfPurpose = (purpose: string): Named | undefined =>
  definitions.find((one) => one.purpose === purpose)?.name;
