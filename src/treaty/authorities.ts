/** The states and competent authorities of all instruments, each given by the file of one. Anybody else is nobody here. */
import type { Authority, State } from './authority.js';
import type { InstrumentData } from './instrument-data.js';
import { type AuthorityCode, DATA } from './instruments/index.js';

const all: readonly InstrumentData[] = DATA;

/** By country. */
export const STATES: Readonly<Record<string, State>> = Object.fromEntries(
  all.flatMap(({ states = [] }) => states.map((state) => [state.country, state])),
);

/** By code, in the order of the files. The emitted union of codes is made from the same files. */
export const AUTHORITIES = Object.fromEntries(
  all.flatMap(({ authorities = [] }) =>
    authorities.map((authority) => [authority.code, authority]),
  ),
) as Readonly<Record<AuthorityCode, Authority>>;

/** The competent authority of this code, or undefined for a body that no instrument names. */
export function authorityOf(code: string): Authority | undefined {
  return Object.hasOwn(AUTHORITIES, code) ? AUTHORITIES[code as AuthorityCode] : undefined;
}
