/** What a coordinate needs: the purposes that open it, instrument by instrument. Feeds `explain` and disclosure.md. */
import type { Instrument } from '../treaty/index.js';
import { decideCoordinate } from './decide.js';

/** The purposes of an instrument under which a guarded coordinate is disclosed, in the order of the data. */
export function permittedPurposes(instrument: Instrument, coordinate: string): readonly string[] {
  return [...instrument.purposes.keys()].filter(
    (purpose) => decideCoordinate({ instrument, purpose }, coordinate)?.verdict === 'DISCLOSE',
  );
}
