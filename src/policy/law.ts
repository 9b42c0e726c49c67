/** The law as one authority applies it: every instrument, narrowed by its own closings, with the dates it has recorded. */
import { type Instrument, type InstrumentStatus, loadInstruments } from '../treaty/index.js';
import { type Closing, narrow } from './narrow.js';

/** What an operator recorded about one instrument. */
export interface InstrumentSetting {
  readonly status: InstrumentStatus;
  readonly closings: readonly Closing[];
}

export interface Law {
  /** Every instrument, for those who ask what there is. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Those on which a grant may stand. */
  readonly granting: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  /** Instruments whose text nobody here has confirmed. */
  readonly unconfirmed: readonly string[];
}

export interface LawOptions {
  readonly settings: ReadonlyMap<string, InstrumentSetting>;
  /** Production grants nothing on an unconfirmed text. */
  readonly grantUnconfirmed: boolean;
}

/** Compiles the law; throws InstrumentFault for a setting that does not fit its instrument. */
export function readLaw({ settings, grantUnconfirmed }: LawOptions): Law {
  const all = [...loadInstruments()].map(
    ([id, instrument]) => [id, narrow(instrument, settings.get(id)?.closings ?? [])] as const,
  );
  const isConfirmed = ([id, { confirmed }]: (typeof all)[number]) =>
    confirmed || settings.get(id)?.status.confirmed === true;
  return {
    instruments: new Map(all),
    granting: new Map(all.filter((each) => grantUnconfirmed || isConfirmed(each))),
    status: new Map([...settings].map(([id, { status }]) => [id, status])),
    unconfirmed: all.filter((each) => !isConfirmed(each)).map(([id]) => id),
  };
}
