export { CODES } from './codes.js';
export { COUNTRY_CODES, isCountryCode, PROTECTED_STATUS_CODES } from './countries.js';
export {
  asylumBodies,
  issuingBodies,
  issuingBodyOf,
} from './issuing-bodies.js';
export { BIRTH_AGREEMENTS, type BirthAgreement } from './matching/birth-agreement.js';
export { documentKeys } from './matching/document-key.js';
export type {
  Candidate,
  CandidateName,
  Identification,
  StatedDocument,
} from './matching/identification.js';
export { NAME_AGREEMENTS, type NameAgreement } from './matching/name-agreement.js';
export { type Ranked, rank } from './matching/rank.js';
export {
  DOCUMENT_AGREEMENTS,
  type DocumentAgreement,
  type Explanation,
  type Score,
  score,
} from './matching/score.js';
export {
  type AskedKeys,
  askedKeys,
  type NameKeys,
  type NameParts,
  nameKeys,
  swappedKeys,
} from './names/name-key.js';
export { scriptOf } from './names/script-of.js';
export { latinOf } from './names/transliterate.js';
export { adultFrom, earliestDay, isPartialDate, latestDay } from './partial-date.js';
export type {
  BodyRecord,
  EntryBanRecord,
  ImageRecord,
  LiabilityRecord,
  PermitRecord,
  PersonRecord,
} from './person.js';
export { HARD_CASES, type HardCaseName } from './sample/hard-cases.js';
export { type SampleOptions, samplePeople } from './sample/sample-people.js';
export { isNameScript, NAME_SCRIPTS, type NameScript, searchKey } from './search-key.js';
export {
  type FaultyLine,
  MAX_LINE_BYTES,
  parsePerson,
} from './validate/parse-person.js';
export { LINE_FAULTS } from './validate/reading.js';
