import type { StatisticsCatalogue } from './keys.js';

export const en: StatisticsCatalogue = {
  SUBJECT: {
    REGISTRATIONS: 'Persons registered',
    PERMITS: 'Persons given a permit',
    WORK_RIGHTS: 'Persons whose right to work began',
    ENTRY_BANS: 'Persons banned from entry or exit',
  },
  KIND: {
    STAY: 'at a place of stay',
    RESIDENCE: 'at a place of residence',
    TEMPORARY_RESIDENCE: 'temporary residence',
    PERMANENT_RESIDENCE: 'permanent residence',
    WORK: 'work',
    PERMIT: 'on a permit',
    EXEMPT: 'without needing a permit',
    ENTRY: 'entry',
    EXIT: 'exit',
  },
  DIMENSION: { KIND: 'Kind', REGION: 'Region', AGE: 'Age', SEX: 'Sex' },
  CATEGORY: {
    _T: 'Total',
    _U: 'Not known',
    FEMALE: 'Female',
    MALE: 'Male',
    Y_LT15: 'Under 15',
    Y15T24: '15 to 24',
    Y25T44: '25 to 44',
    Y45T64: '45 to 64',
    Y_GE65: '65 and over',
    BAKU: 'Baku',
    NAKHCHIVAN: 'Nakhchivan',
    ABSHERON_KHIZI: 'Absheron-Khizi',
    MOUNTAINOUS_SHIRVAN: 'Mountainous Shirvan',
    GANJA_DASHKASAN: 'Ganja-Dashkasan',
    KARABAKH: 'Karabakh',
    GAZAKH_TOVUZ: 'Gazakh-Tovuz',
    GUBA_KHACHMAZ: 'Guba-Khachmaz',
    LANKARAN_ASTARA: 'Lankaran-Astara',
    CENTRAL_ARAN: 'Central Aran',
    MIL_MUGHAN: 'Mil-Mughan',
    SHAKI_ZAGATALA: 'Shaki-Zagatala',
    EASTERN_ZANGAZUR: 'Eastern Zangazur',
    SHIRVAN_SALYAN: 'Shirvan-Salyan',
  },
  METHOD: {
    COUNTED:
      'Persons are counted, not events: each at most once in a calendar year and kind, in the quarter of the first event. Events whose month is not known are not counted. There is no total over kinds, because one person may be of several.',
    POPULATION:
      'Nationals of the Parties are counted, and persons whose nationality is not known. Age is the one reached in the calendar year; the region is that of the latest registered address.',
    RECORDED:
      'Each quarter is counted once, as the register stood on its last day; this table as it stood on {recorded}. What is recorded or corrected later changes no published number.',
    YEAR: 'A year is the sum of its quarters.',
    HIDDEN:
      'A number from 1 to one less than {threshold} is hidden and marked "c" (confidential), whomever it counts.',
    ALSO_HIDDEN:
      'Other numbers, 0 among them, are hidden with the same mark, so that no hidden number can be computed to within {threshold} persons from this table and all published before it. The mark does not say for which of the two reasons.',
    NOT_ROUNDED: 'No number is rounded or altered: what is shown is what was counted.',
  },
  LABEL: { PERSONS: 'Persons', HIDDEN_CELL: 'confidential', TABLE: 'Table' },
  FAULT: {
    UNKNOWN_TABLE: 'No table of this name is agreed.',
    UNKNOWN_PERIOD: 'A period is a year, 2025, or a quarter, 2025-Q3.',
    PERIOD_NOT_ENDED: 'The period has not ended yet.',
    THRESHOLD_TOO_LOW: 'The threshold is 5 at least; an authority may only raise it.',
    NOTHING_RECORDED:
      'The register held nobody on the last day of the period. If it was begun later, name the day on which it is to be read.',
    RECORDED_TOO_EARLY: 'The register is read as it stood on the last day of the period, or later.',
    RECORDED_AHEAD: 'The day on which the register is to be read has not ended yet.',
    COUNTED_OTHERWISE: 'A quarter of this period was counted already, as recorded on another day.',
    ALREADY_RELEASED: 'This table of this period is released already; it is never released again.',
    NO_DRAFT: 'There is no draft of this table and period; compute it first.',
    DISCLOSES:
      'Alone or with the tables already published, this table would let a small number be computed. Nothing was released.',
    NOT_PUBLISHED: 'The publication was refused. Nothing was released.',
  },
};
