/** What everybody can be told of publications, and their publishers of what stands in the way. Every language has a text for every key. */
export const PUBLICATION_KEYS = {
  KIND: [
    'LEGISLATION',
    'LEGISLATION_CHANGE',
    'METHOD',
    'COMPARISON',
    'EXPERIENCE',
    'CAMPAIGN',
    'PRACTICE_NOTE',
    'STATISTICS',
  ],
  STATE: ['PUBLISHED', 'HELD', 'WITHDRAWN'],
  /** Languages of a source, by their ISO 639-1 code. */
  LANGUAGE: ['ru', 'en', 'az', 'kk', 'nl', 'fr', 'de'],
  /** The labels of a page and of a feed. */
  PAGE: [
    'TITLE',
    'ABOUT',
    'SOURCE',
    'INSTRUMENT',
    'PUBLISHER',
    'ADOPTED',
    'IN_FORCE_FROM',
    'PUBLISHED_ON',
    'CHANGED_ON',
    'CHANGES',
    'SOURCE_LANGUAGES',
    'OTHER_LANGUAGES',
    'FILES',
    'VERSIONS',
    'WITHDRAWN_BECAUSE',
  ],
  FAULT: [
    'WRONG_FORM',
    'TOO_LONG',
    'UNKNOWN_MEMBER',
    'UNKNOWN_KIND',
    'UNKNOWN_INSTRUMENT',
    'UNKNOWN_CLAUSE',
    'UNKNOWN_PUBLISHER',
    'UNKNOWN_LANGUAGE',
    'NO_TEXT',
    'NO_SOURCE',
    'SOURCE_NOT_PUBLIC',
    'NO_CHANGED_ACT',
    'NOT_A_CHANGE',
    'DATES_OUT_OF_ORDER',
    'DATE_AHEAD',
    'DUPLICATE_ID',
    'ID_TAKEN',
    'INSTRUMENT_NOT_IN_FORCE',
    'NO_PUBLICATION',
    'NOT_THIS_ROLE',
    'NOT_HELD',
    'ALREADY_WITHDRAWN',
    'NO_REASON',
    'PERSONAL_REASON',
    'STATISTICS_BY_HAND',
    'CONFLICT',
  ],
} as const;

export type PublicationList = keyof typeof PUBLICATION_KEYS;
/** The texts of one language. Constant: nothing that was sent is ever put into them. */
export type PublicationCatalogue = {
  readonly [List in PublicationList]: Readonly<
    Record<(typeof PUBLICATION_KEYS)[List][number], string>
  >;
};
