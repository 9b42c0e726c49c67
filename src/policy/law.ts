/**
 * The law as one authority applies it: every instrument with its versions, narrowed by the authority's own closings and
 * by what the Parties disagree on, with the dates that are recorded. It is read from the records anew for any instant,
 * so that a decision of a past day is replayed under the law of that day.
 */
import {
  type Day,
  disagreementsOf,
  frozenRules,
  type Instrument,
  type InstrumentData,
  type InstrumentStatus,
  type LifeRecord,
  type Living,
  loadInstruments,
  recordedStatus,
  recordsAt,
  type Version,
  versionOn,
  versionsOf,
  widest,
} from '../treaty/index.js';
import { type Closing, freeze, narrow } from './narrow.js';

/** What an operator recorded about one instrument. */
export interface InstrumentSetting {
  readonly status: InstrumentStatus;
  readonly closings: readonly Closing[];
}

export interface Law {
  /** Every instrument with all its versions, in the version of the day, for those who ask what there is. */
  readonly instruments: ReadonlyMap<string, Living>;
  /** Those on which a grant may stand. */
  readonly granting: ReadonlyMap<string, Living>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  /** Instruments whose text nobody here has confirmed. */
  readonly unconfirmed: readonly string[];
  /** Instruments of which the settings say one day and the records another: no grant stands on them. */
  readonly contradicted: readonly string[];
}

export interface LawOptions {
  readonly settings: ReadonlyMap<string, InstrumentSetting>;
  /** Production grants nothing on an unconfirmed text. */
  readonly grantUnconfirmed: boolean;
  /** Records that nobody made, or that were changed: nothing is granted then, on any text. */
  readonly doubted?: boolean;
  /** The texts as signed; those of the gateway where they are left out. */
  readonly texts?: ReadonlyMap<string, Instrument>;
  /** What was recorded of the life of the instruments (Articles 12, 16, 17); nothing where it is left out. */
  readonly records?: readonly LifeRecord[];
  /** The moment, milliseconds since the epoch, as of which records are read; all of them where it is left out. */
  readonly at?: number;
  /** The day whose versions `instruments` and `granting` hold; the text as signed where it is left out. */
  readonly today?: Day;
}

interface Read {
  readonly id: string;
  readonly instrument: Living;
  readonly status: InstrumentStatus;
  readonly contradicts: boolean;
  readonly isConfirmed: boolean;
}

/** Compiles the law; throws InstrumentFault for a setting that does not fit its instrument. */
export function readLaw(options: LawOptions): Law {
  const { settings, grantUnconfirmed, texts = loadInstruments(), doubted = false } = options;
  const all = [...texts].map(([id, signed]) => readInstrument(id, signed, options));
  const mapOf = (some: readonly Read[]) =>
    new Map(some.map(({ id, instrument }) => [id, instrument]));
  const known = all.filter(({ id, status }) => settings.has(id) || Object.keys(status).length > 0);
  return {
    instruments: mapOf(all),
    granting: mapOf(
      all.filter(
        ({ isConfirmed, contradicts }) =>
          !doubted && (grantUnconfirmed || isConfirmed) && !contradicts,
      ),
    ),
    status: new Map(known.map(({ id, status }) => [id, status])),
    unconfirmed: all.filter(({ isConfirmed }) => !isConfirmed).map(({ id }) => id),
    contradicted: all.filter(({ contradicts }) => contradicts).map(({ id }) => id),
  };
}

function readInstrument(
  id: string,
  signed: Instrument,
  { settings, records = [], at = Number.POSITIVE_INFINITY, today }: LawOptions,
): Read {
  const { status: set = {}, closings = [] } = settings.get(id) ?? {};
  const own = recordsAt(records, at).filter(({ instrument }) => instrument === id);
  const { status, contradicts } = recordedStatus(set, own);
  const parties = signed.parties.map(({ country }) => country);
  const disputed = frozenRules(disagreementsOf(own, parties));
  // A closing that fits no text is a slip of the operator's; later versions may have lost its rule.
  narrow(widest(signed), closings);
  const versions: Version[] = [];
  for (const version of versionsOf(dataOf(signed), status)) {
    const open = closings.filter(({ purpose, item }) =>
      version.instrument.opens.get(purpose)?.has(item),
    );
    const instrument = freeze(narrow(version.instrument, open), disputed);
    // Each leads to all others: from whichever one is held, the version of another day is found.
    versions.push({ ...version, instrument: { ...instrument, versions } });
  }
  const living = versions[0]?.instrument ?? signed;
  return {
    ...{ id, status, contradicts },
    instrument: today === undefined ? living : versionOn(living, today),
    isConfirmed: signed.confirmed || status.confirmed === true,
  };
}

const dataOf = (signed: Instrument): InstrumentData => ({
  ...signed,
  purposes: [...signed.purposes.values()],
});

/** The law in force as it changes: whoever holds its maps reads them as they stand when asked. */
export interface LawInForce {
  readonly instruments: ReadonlyMap<string, Living>;
  readonly granting: ReadonlyMap<string, Living>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  /** The law of this moment, whole. */
  now(): Law;
}

/** Opens it over whoever knows the law of the moment. */
export function openLaw(now: () => Law): LawInForce {
  return {
    instruments: mapOver(() => now().instruments),
    granting: mapOver(() => now().granting),
    status: mapOver(() => now().status),
    now,
  };
}

function mapOver<K, V>(now: () => ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const map: ReadonlyMap<K, V> = {
    get size() {
      return now().size;
    },
    get: (key) => now().get(key),
    has: (key) => now().has(key),
    keys: () => now().keys(),
    values: () => now().values(),
    entries: () => now().entries(),
    forEach: (each) => {
      for (const [key, value] of now()) each(value, key, map);
    },
    [Symbol.iterator]: () => now()[Symbol.iterator](),
  };
  return map;
}
