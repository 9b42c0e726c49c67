/** The instruments as `instruments` shows them. */
import {
  clauseTexts,
  effectiveFrom,
  type Instrument,
  type InstrumentStatus,
  inForceFrom,
  inForceUntil,
} from '../../treaty/index.js';
import type { ClauseText, InstrumentItem, InstrumentType } from '../types/instrument.js';

/** Every instrument with what the operator recorded about it, items in the order of the data. */
export function instrumentViews(
  instruments: ReadonlyMap<string, Instrument>,
  status: ReadonlyMap<string, InstrumentStatus>,
): readonly InstrumentType[] {
  return [...instruments.values()].map((instrument) =>
    viewOf(instrument, status.get(instrument.id) ?? {}),
  );
}

/** What the clauses of an instrument say; empty for an unknown id. */
export function clauseViews(
  instruments: ReadonlyMap<string, Instrument>,
  id: string,
): readonly ClauseText[] {
  const instrument = instruments.get(id);
  return instrument === undefined ? [] : clauseTexts(instrument);
}

function viewOf(instrument: Instrument, status: InstrumentStatus): InstrumentType {
  const { id, parties, purposes, languages, prevailing, bindingForce, confirmed } = instrument;
  return {
    id,
    parties: parties.map(({ country, authorities }) => ({
      country,
      authorities: authorities.map((code) => ({ code })),
    })),
    purposes: [...purposes.keys()],
    items: itemsOf(instrument),
    languages,
    prevailing,
    inForceFrom: inForceFrom(instrument, status) ?? null,
    inForceUntil: inForceUntil(instrument, status) ?? null,
    bindingForce,
    confirmed: confirmed || status.confirmed === true,
    amendments: (instrument.amendments ?? []).map(({ reference, signedOn }, i) => ({
      ...{ number: i + 1, reference, signedOn },
      inForceFrom: effectiveFrom(instrument, status, i + 1) ?? null,
    })),
  };
}

function itemsOf({ opens }: Instrument): readonly InstrumentItem[] {
  return [...opens].flatMap(([purpose, rules]) =>
    [...rules].map(([item, clauses]) => ({ item, purpose, clauses })),
  );
}
