/**
 * What a published table says of itself: its title, its method, the names of what is counted and of every category.
 * `{threshold}`, `{period}` and `{recorded}` in a text are places for the table to fill. Every language has a text for
 * every key; a catalogue that lacks one does not compile.
 */
export const STATISTICS_KEYS = {
  /** What is counted. */
  SUBJECT: ['REGISTRATIONS', 'PERMITS', 'WORK_RIGHTS', 'ENTRY_BANS'],
  /** Its kinds, as the register codes them. */
  KIND: [
    'STAY',
    'RESIDENCE',
    'TEMPORARY_RESIDENCE',
    'PERMANENT_RESIDENCE',
    'WORK',
    'PERMIT',
    'EXEMPT',
    'ENTRY',
    'EXIT',
  ],
  DIMENSION: ['KIND', 'REGION', 'AGE', 'SEX'],
  /** Categories, and what stands for all of them (_T) or for none that is known (_U). */
  CATEGORY: [
    '_T',
    '_U',
    'FEMALE',
    'MALE',
    'Y_LT15',
    'Y15T24',
    'Y25T44',
    'Y45T64',
    'Y_GE65',
    'BAKU',
    'NAKHCHIVAN',
    'ABSHERON_KHIZI',
    'MOUNTAINOUS_SHIRVAN',
    'GANJA_DASHKASAN',
    'KARABAKH',
    'GAZAKH_TOVUZ',
    'GUBA_KHACHMAZ',
    'LANKARAN_ASTARA',
    'CENTRAL_ARAN',
    'MIL_MUGHAN',
    'SHAKI_ZAGATALA',
    'EASTERN_ZANGAZUR',
    'SHIRVAN_SALYAN',
  ],
  /** How it was made, a sentence each, in this order. */
  METHOD: ['COUNTED', 'POPULATION', 'RECORDED', 'YEAR', 'HIDDEN', 'ALSO_HIDDEN', 'NOT_ROUNDED'],
  LABEL: ['PERSONS', 'HIDDEN_CELL', 'TABLE'],
  /** Why a table is not computed or not released. */
  FAULT: [
    'UNKNOWN_TABLE',
    'UNKNOWN_PERIOD',
    'PERIOD_NOT_ENDED',
    'THRESHOLD_TOO_LOW',
    'NOTHING_RECORDED',
    'RECORDED_TOO_EARLY',
    'RECORDED_AHEAD',
    'COUNTED_OTHERWISE',
    'ALREADY_RELEASED',
    'NO_DRAFT',
    'DISCLOSES',
    'NOT_PUBLISHED',
  ],
} as const satisfies Record<string, readonly string[]>;

export type StatisticsList = keyof typeof STATISTICS_KEYS;
export type StatisticsFault = (typeof STATISTICS_KEYS)['FAULT'][number];

/** One language's texts, by list. */
export type StatisticsCatalogue = {
  readonly [List in StatisticsList]: Readonly<
    Record<(typeof STATISTICS_KEYS)[List][number], string>
  >;
};
