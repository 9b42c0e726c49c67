/**
 * What can be missing from a request or contradict in it (9(2)), and what follows: before our own signatory signs, and
 * when a partner's request arrives. An incomplete request that arrives is never refused: no clause gives that ground.
 */

/** Before signing: it cannot be signed, or the signatory is shown it. */
type AtSigning = 'REFUSES' | 'SHOWN';
/**
 * On arrival: a question under 10(1), something the officer is shown, or no request under the instrument at all, which
 * is told to the sender by its code and opens nothing.
 */
type OnArrival = 'ASKED_BACK' | 'SHOWN' | 'OUTSIDE_INSTRUMENT';

interface Consequence {
  readonly signing: AtSigning;
  readonly arrival: OnArrival;
}

const OUTSIDE: Consequence = { signing: 'REFUSES', arrival: 'OUTSIDE_INSTRUMENT' };
const MISSING: Consequence = { signing: 'REFUSES', arrival: 'ASKED_BACK' };
// What the instrument or the purpose does not open is withheld by policy; the rest is executed (10(1)).
const CLOSED: Consequence = { signing: 'REFUSES', arrival: 'SHOWN' };
const NOTE: Consequence = { signing: 'SHOWN', arrival: 'SHOWN' };

const CONSEQUENCES = {
  INSTRUMENT_UNKNOWN: OUTSIDE,
  INSTRUMENT_NOT_IN_FORCE: OUTSIDE,
  INSTRUMENT_TERMINATED: OUTSIDE,
  AUTHORITY_NOT_COMPETENT: OUTSIDE,
  AUTHORITIES_OF_ONE_PARTY: OUTSIDE,
  SUBJECT_WITHOUT_BASIS: OUTSIDE,
  AUTHORITY_NAME_MISSING: MISSING,
  LETTERHEAD_MISSING: MISSING,
  SUBSTANCE_MISSING: MISSING,
  PURPOSE_MISSING: MISSING,
  PURPOSE_UNKNOWN: MISSING,
  PURPOSE_TWICE: MISSING,
  BASIS_MISSING: MISSING,
  BASIS_NOT_OF_PURPOSE: MISSING,
  JUSTIFICATION_MISSING: MISSING,
  ITEM_MISSING: MISSING,
  SUBJECT_MISSING: MISSING,
  SUBJECT_UNIDENTIFIED: MISSING,
  NAME_EMPTY: MISSING,
  NAME_MIXES_SCRIPTS: MISSING,
  NAME_IN_OTHER_SCRIPT: MISSING,
  DOCUMENT_NUMBER_MISSING: MISSING,
  BORN_AFTER_WRITING: MISSING,
  COUNTRY_UNKNOWN: MISSING,
  ITEM_UNKNOWN: CLOSED,
  ITEM_NOT_IN_INSTRUMENT: CLOSED,
  ITEM_NOT_OPENED: CLOSED,
  ITEM_WITHOUT_ITS_RECORD: CLOSED,
  ITEM_TWICE: CLOSED,
  LANGUAGE_NOT_WORKING: CLOSED,
  TEXT_NOT_IN_WORKING_LANGUAGE: NOTE,
  CITIZENSHIP_OF_NO_PARTY: NOTE,
  MRZ_UNREADABLE: NOTE,
  MRZ_CHECK_DIGIT: NOTE,
  MRZ_CONTRADICTS: NOTE,
} as const satisfies Record<string, Consequence>;

export type DraftFaultCode = keyof typeof CONSEQUENCES;

// Object.keys loses the key type; the literal above is the only source of it.
export const DRAFT_FAULTS = Object.keys(CONSEQUENCES) as readonly DraftFaultCode[];

/** A code and the path to what it is about; nothing of the document's content. */
export interface DraftFault {
  readonly code: DraftFaultCode;
  /** `subjects[0].names[1].surname`. */
  readonly at: string;
}

/** What stands between a draft and its signature; none: it can be signed. */
export function refusingSigning(faults: readonly DraftFault[]): readonly DraftFault[] {
  return faults.filter(({ code }) => CONSEQUENCES[code].signing === 'REFUSES');
}

/** What a request that arrived is asked back for under 10(1). */
export function askedBack(faults: readonly DraftFault[]): readonly DraftFault[] {
  return faults.filter(({ code }) => CONSEQUENCES[code].arrival === 'ASKED_BACK');
}

/** Why what arrived is no request under the instrument (Articles 2, 17; memorandum 8); none: it is one. */
export function outsideInstrument(faults: readonly DraftFault[]): readonly DraftFault[] {
  return faults.filter(({ code }) => CONSEQUENCES[code].arrival === 'OUTSIDE_INSTRUMENT');
}
