/** What can be missing from an instrument, or contradict in it: closed codes, with their words in `words/instruments`. */

/** Of the file's form, member by member. */
const FORM_CODES = [
  /** The file is no JSON object. */
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
  'KIND_WITHOUT_CLAUSE',
  'PURPOSE_NOBODY_MAY_STATE',
  'PURPOSES_MISSING',
  'PARTIES_MISSING',
  'AUTHORITIES_MISSING',
  'BINDING_FORCE_MISSING',
  'PREVAILING_MISSING',
  'WORKING_LANGUAGE_MISSING',
  'ENTRY_MISSING',
  'TERMINATION_MISSING',
] as const;

/** Of what the members say together. */
const SENSE_CODES = [
  'ID_TAKEN',
  'PARTY_TWICE',
  'STATE_UNKNOWN',
  'ZONE_UNKNOWN',
  'AUTHORITY_UNKNOWN',
  'AUTHORITY_OF_ANOTHER_STATE',
  /** Another file gives this state or authority. */
  'GIVEN_TWICE',
  'PREVAILING_NOT_OF_TEXT',
  'TERM_WITHOUT_DAYS',
  'ITEM_WITHOUT_BINDING_FORCE',
  'PURPOSE_TWICE',
  'PURPOSE_UNKNOWN',
  'RULES_CONTRADICT',
  'ITEM_TWICE',
  /** The grounds of a ban without the ban: nothing would ever be disclosed. */
  'RECORD_NOT_OPENED',
  'CONDITION_NOT_OF_PURPOSE',
  'RETENTION_MISSING',
  'EXECUTION_MISSING',
  'EXECUTION_OPENS_LESS',
  'TEXT_NOT_OF_INSTRUMENT',
  'CLAUSE_TWICE',
  'CLAUSE_NOT_IN_TEXT',
] as const;

/** Every code. Closed. */
export const INSTRUMENT_FAULTS = [...FORM_CODES, ...SENSE_CODES] as const;
export type InstrumentFaultCode = (typeof INSTRUMENT_FAULTS)[number];

/** One reason why data cannot be an instrument, and where: `purposes[0].opens[2]`. Never what stands there. */
export interface InstrumentFaultAt {
  readonly code: InstrumentFaultCode;
  readonly at: string;
}

/** Every reason at once, as data that do not load throw it. */
export class InstrumentFault extends Error {
  override readonly name = 'InstrumentFault';
  readonly faults: readonly InstrumentFaultAt[];

  constructor(message: string, faults: readonly InstrumentFaultAt[] = []) {
    super(message);
    this.faults = faults;
  }
}

/** The place of a member below another. */
export const below = (at: string, member: string | number): string =>
  typeof member === 'number' ? `${at}[${member}]` : at === '' ? member : `${at}.${member}`;
