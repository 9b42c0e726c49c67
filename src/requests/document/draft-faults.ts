/**
 * Everything that is missing from a request or contradicts in it, against its instrument on a day (9(2), 15, 17). Asked
 * before our signatory signs, and of every request that arrives; `draft-fault.ts` says what follows from each code.
 */
import {
  type Day,
  type Instrument,
  type InstrumentStatus,
  inForceUntil,
  isInForce,
  partyOf,
  versionOn,
} from '../../treaty/index.js';
import type { DraftFault, DraftFaultCode } from './draft-fault.js';
import { itemFaults, purposeFaults } from './purpose-faults.js';
import type { RequestDocument } from './request-document.js';
import { subjectFaults } from './subject-faults.js';
import { looksWrittenIn } from './working-language.js';

/** What the operator recorded of the instrument, and the day on which the request is signed or received. */
export interface DraftStanding {
  readonly status: InstrumentStatus;
  readonly on: Day;
}

/** Every fault, in the order of the document. The instrument is undefined where the gateway knows none of that name. */
export function draftFaults(
  document: RequestDocument,
  known: Instrument | undefined,
  standing: DraftStanding,
): readonly DraftFault[] {
  if (known === undefined) return fault('INSTRUMENT_UNKNOWN', 'instrument');
  const instrument = versionOn(known, standing.on);
  return [
    ...force(instrument, standing),
    ...authorities(document, instrument),
    ...language(document, instrument),
    ...missing(document.letterhead, 'LETTERHEAD_MISSING', 'letterhead'),
    ...purposeFaults(document, instrument),
    ...missing(document.substance, 'SUBSTANCE_MISSING', 'substance'),
    ...itemFaults(document, instrument),
    ...subjectFaults(document, instrument),
  ];
}

const fault = (code: DraftFaultCode, at: string): readonly DraftFault[] => [{ code, at }];

function missing(text: string, code: DraftFaultCode, at: string): readonly DraftFault[] {
  return text.trim() === '' ? fault(code, at) : [];
}

function force(instrument: Instrument, { status, on }: DraftStanding): readonly DraftFault[] {
  if (isInForce(instrument, status, on)) return [];
  const until = inForceUntil(instrument, status);
  const hasEnded = until !== undefined && until <= on;
  return fault(hasEnded ? 'INSTRUMENT_TERMINATED' : 'INSTRUMENT_NOT_IN_FORCE', 'instrument');
}

function authorities(
  { requesting, requested }: RequestDocument,
  instrument: Instrument,
): readonly DraftFault[] {
  const parties = { requesting, requested };
  const from = partyOf(instrument, requesting.authority);
  const to = partyOf(instrument, requested.authority);
  return [
    ...(from === undefined ? fault('AUTHORITY_NOT_COMPETENT', 'requesting.authority') : []),
    ...(to === undefined ? fault('AUTHORITY_NOT_COMPETENT', 'requested.authority') : []),
    ...(from !== undefined && from === to
      ? fault('AUTHORITIES_OF_ONE_PARTY', 'requested.authority')
      : []),
    ...Object.entries(parties).flatMap(([who, { name }]) =>
      missing(name, 'AUTHORITY_NAME_MISSING', `${who}.name`),
    ),
  ];
}

function language(
  { language: stated, substance, purposes }: RequestDocument,
  { workingLanguage }: Instrument,
): readonly DraftFault[] {
  const texts = [
    ['substance', substance] as const,
    ...purposes.map(
      ({ justification }, i) => [`purposes[${i}].justification`, justification] as const,
    ),
  ];
  return [
    ...(stated === workingLanguage ? [] : fault('LANGUAGE_NOT_WORKING', 'language')),
    ...texts
      .filter(([, text]) => !looksWrittenIn(text, workingLanguage))
      .flatMap(([at]) => fault('TEXT_NOT_IN_WORKING_LANGUAGE', at)),
  ];
}
