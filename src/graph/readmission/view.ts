/** From a case as its desk tells it to the case of the schema. */
import type { Language } from '../../base/index.js';
import type { ToldCase } from '../../readmission/index.js';
import { readmissionWords } from '../../words/index.js';
import type { PlacedFault } from './faults.js';
import type { ReadmissionCase, ReadmissionFaultType, ReadmissionWarning } from './types.js';

/** The case, with its warnings in a language. */
export function readmissionView(told: ToldCase, language: Language): ReadmissionCase {
  const { file, legalBasis, confirmed, events, clocks, bookings } = told;
  const { opened, voluntaryReturn: said } = file;
  return {
    ...{ request: file.request, instrument: file.instrument, legalBasis, confirmed },
    ...{ openedAt: opened.at, openedBy: opened.authority, endsAt: file.endsAt },
    evidence: file.evidence.map(({ by, ...evidence }) => ({
      ...evidence,
      ...{ by: by.authority, at: by.at },
    })),
    voluntaryReturnOffered: said?.offered ?? null,
    noticeOn: said?.on ?? null,
    noticeLanguage: said?.language ?? null,
    noOfferReason: said?.reason ?? null,
    ...{ events, clocks, bookings },
    records: told.records.map(({ by, confirmed: other, ...record }) => ({
      ...record,
      ...{ by: by.authority, at: by.at, confirmedAt: other?.at ?? null },
    })),
    warnings: warningsIn(told.warnings, language),
  };
}

/** Warnings with their texts. */
export function warningsIn(
  codes: ToldCase['warnings'],
  language: Language,
): readonly ReadmissionWarning[] {
  const words = readmissionWords(language).WARNING;
  return codes.map((code) => ({ code, text: words[code] }));
}

/** Faults with their texts. */
export function faultsIn(
  faults: readonly PlacedFault[],
  language: Language,
): readonly ReadmissionFaultType[] {
  const words = readmissionWords(language).FAULT;
  return faults.map(({ code, at }) => ({ code, at, text: words[code] }));
}
