/** The lists that are made of the example operations: for each authority the purposes of its instruments. */
import { AUTHORITIES, type Instrument, partyOf } from '../treaty/index.js';
import { STEPS } from './safelist.js';

/** An operation that was written for a purpose. */
export interface WrittenOperation {
  readonly purpose: string;
  readonly name: string;
  /** SHA-256 of its document without the literals, hexadecimal. */
  readonly hash: string;
}

/** The text of `schema/safelist.json`, in the form of the setting SAFELIST, at the first step. */
export function safelistText(
  instruments: Iterable<Instrument>,
  written: readonly WrittenOperation[],
): string {
  const all = [...instruments];
  const lists = Object.keys(AUTHORITIES).map((authority) => {
    const own = all.filter((instrument) => partyOf(instrument, authority) !== undefined);
    const purposes = new Set(own.flatMap((instrument) => [...instrument.purposes.keys()]));
    return [authority, { step: STEPS[0], purposes: operationsFor([...purposes], written) }];
  });
  return `${JSON.stringify(Object.fromEntries(lists), null, 2)}\n`;
}

function operationsFor(purposes: readonly string[], written: readonly WrittenOperation[]) {
  const byPurpose = purposes.map((purpose) => {
    const own = written.filter((operation) => operation.purpose === purpose);
    return [purpose, Object.fromEntries(own.map(({ name, hash }) => [name, hash]))] as const;
  });
  return Object.fromEntries(byPurpose);
}
