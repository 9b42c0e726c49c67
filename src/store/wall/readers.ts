/** The roles that read the register: one for each purpose of each instrument, and one to search. */
import {
  type Instrument,
  type Item,
  loadInstruments,
  type PurposeData,
  widest,
} from '../../treaty/index.js';

export interface Reader {
  readonly role: string;
  readonly instrument: Instrument;
  readonly purpose: PurposeData;
  readonly items: readonly Item[];
}

/** The role that looks for the person a request speaks of (10(1)). */
export const SEARCH_ROLE = 'sorgu_search';

/** The name of a purpose's role, in letters that SQL needs not quote. */
export function readerOf(instrument: string, purpose: string): string {
  return `sorgu_${instrument}_${purpose}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}

/** Every reader, in the order of the data and of whatever version ever opens; also that of a purpose that opens nothing, and reads nothing. */
export function listReaders(): readonly Reader[] {
  return [...loadInstruments().values()].map(widest).flatMap((instrument) =>
    [...instrument.purposes.values()].map((purpose) => {
      const items = [...(instrument.opens.get(purpose.purpose)?.keys() ?? [])];
      const role = readerOf(instrument.id, purpose.purpose);
      return { role, instrument, purpose, items };
    }),
  );
}

/** The names of all reading roles. */
export const readerRoles = (): readonly string[] => [
  ...listReaders().map(({ role }) => role),
  SEARCH_ROLE,
];
