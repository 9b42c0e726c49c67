/** Every instrument the gateway knows. A new one is a file here and a line below. */
import { type Instrument, loadInstrument } from '../instrument.js';
import { AZ_BE_2019 } from './az-be-2019.js';
import { AZ_KZ_2019 } from './az-kz-2019.js';
import { EU_AZ_2014 } from './eu-az-2014.js';

const DATA = [AZ_KZ_2019, AZ_BE_2019, EU_AZ_2014] as const;

export type InstrumentId = (typeof DATA)[number]['id'];
export type Purpose = (typeof DATA)[number]['purposes'][number]['purpose'];

/** The purposes of all instruments, each once, in the order of the data. */
export const PURPOSES: readonly Purpose[] = [
  ...new Set(DATA.flatMap((data) => data.purposes.map(({ purpose }) => purpose))),
];

/** Compiles all of them; throws InstrumentFault for the first that does not load. */
export function loadInstruments(): ReadonlyMap<string, Instrument> {
  return new Map(DATA.map((data) => [data.id, loadInstrument(data)]));
}
