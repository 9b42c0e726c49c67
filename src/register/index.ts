export { COUNTRY_CODES, isCountryCode, PROTECTED_STATUS_CODES } from './countries.js';
export {
  asylumBodies,
  type IssuingBody,
  issuingBodies,
  issuingBodyOf,
} from './issuing-bodies.js';
export { adultFrom, earliestDay, isPartialDate, latestDay } from './partial-date.js';
export type {
  BodyRecord,
  CitizenshipEventRecord,
  CitizenshipRecord,
  DocumentRecord,
  EntryBanRecord,
  GroundRecord,
  ImageRecord,
  LiabilityRecord,
  NameRecord,
  PartialDate,
  PermitRecord,
  PersonRecord,
  RegistrationRecord,
  SearchName,
  TravelLegRecord,
  WorkRightRecord,
} from './person.js';
export { HARD_CASES, type HardCaseName, samplePersonId } from './sample/hard-cases.js';
export { type SampleOptions, samplePeople } from './sample/sample-people.js';
export { isNameScript, NAME_SCRIPTS, type NameScript, searchKey } from './search-key.js';
export {
  type FaultyLine,
  MAX_LINE_BYTES,
  type ParsedLine,
  parsePerson,
} from './validate/parse-person.js';
export { LINE_FAULTS, type LineFault } from './validate/reading.js';
export { MAX_IMAGE_BYTES } from './validate/values.js';
