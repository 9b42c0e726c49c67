/**
 * What can be wrong with the file of an instrument, and with an act of a Party on it: every code, by list. Every language
 * has a text for every key; a catalogue that lacks one does not compile.
 */
export const INSTRUMENT_KEYS = {
  /** Of a file: what is missing or contradicts (`sorgu instrument check`). */
  FILE: [
    'NOT_A_FILE',
    'MEMBER_MISSING',
    'MEMBER_UNKNOWN',
    'FORM',
    'ID_FORM',
    'NAME_MISSING',
    'DAY_FORM',
    'CLAUSE_FORM',
    'PURPOSE_FORM',
    'ITEM_UNKNOWN',
    'CONDITION_UNKNOWN',
    'ITEM_WITHOUT_CLAUSE',
    'PURPOSE_WITHOUT_CLAUSE',
    'PURPOSE_NOBODY_MAY_STATE',
    'PURPOSES_MISSING',
    'PARTIES_MISSING',
    'AUTHORITIES_MISSING',
    'BINDING_FORCE_MISSING',
    'PREVAILING_MISSING',
    'WORKING_LANGUAGE_MISSING',
    'ENTRY_MISSING',
    'TERMINATION_MISSING',
    'ID_TAKEN',
    'PARTY_TWICE',
    'STATE_UNKNOWN',
    'ZONE_UNKNOWN',
    'AUTHORITY_UNKNOWN',
    'AUTHORITY_OF_ANOTHER_STATE',
    'GIVEN_TWICE',
    'KIND_WITHOUT_CLAUSE',
    'TEXT_NOT_OF_INSTRUMENT',
    'CLAUSE_TWICE',
    'CLAUSE_NOT_IN_TEXT',
    'PREVAILING_NOT_OF_TEXT',
    'TERM_WITHOUT_DAYS',
    'ITEM_WITHOUT_BINDING_FORCE',
    'PURPOSE_TWICE',
    'PURPOSE_UNKNOWN',
    'RULES_CONTRADICT',
    'ITEM_TWICE',
    'RECORD_NOT_OPENED',
    'CONDITION_NOT_OF_PURPOSE',
    'RETENTION_MISSING',
    'EXECUTION_MISSING',
    'EXECUTION_OPENS_LESS',
  ],
  /** Of an act: why it is not recorded (Articles 12, 13, 16, 17). */
  ACT: [
    'NO_INSTRUMENT',
    'NOT_A_PARTY',
    'DAY_TO_COME',
    'CONTRADICTS_SETTINGS',
    'ALREADY_RECORDED',
    'NOT_BY_NOTIFICATION',
    'NO_AMENDMENT',
    'NOT_AMENDED_SO',
    'BEFORE_SIGNATURE',
    'BEFORE_ITS_NOTICE',
    'NOT_IN_FORCE',
    'RULE_NOT_OPEN',
    'NOTHING_DISPUTED',
    'NO_DISAGREEMENT',
    'NOT_IN_THIS_STATE',
    'NOT_WHO_RAISED',
    'NO_RECORD',
    'NOT_THIS_ROLE',
    'CONFLICT',
    'NO_CASE',
    'CONTENT_MISSING',
    'TOO_LONG',
    'TOO_MANY',
    'CONTROL_CHARACTER',
    'WRONG_FORM',
  ],
} as const;

export type InstrumentWordList = keyof typeof INSTRUMENT_KEYS;

export type InstrumentCatalogue = {
  readonly [List in InstrumentWordList]: Readonly<
    Record<(typeof INSTRUMENT_KEYS)[List][number], string>
  >;
};
