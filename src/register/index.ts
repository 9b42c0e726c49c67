export { CODES } from './codes.js';
export { COUNTRY_CODES, isCountryCode, PROTECTED_STATUS_CODES } from './countries.js';
export {
  asylumBodies,
  issuingBodies,
  issuingBodyOf,
} from './issuing-bodies.js';
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
