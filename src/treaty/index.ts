export {
  ACTIVITY_KINDS,
  type ActivityClause,
  type ActivityKind,
  BODY_KINDS,
  type BodyKind,
  type CooperationData,
} from './activities.js';
export {
  AUTHORITIES,
  type Authority,
  type AuthorityCode,
  authorityOf,
  type CountryCode,
} from './authorities.js';
export { type Clause, type Clauses, formatClauses, isClause } from './clause.js';
export { type ClauseText, clauseTexts } from './clause-text.js';
export { CLOCK_READINGS, type ClockReading, DEFAULT_READING } from './clock-reading.js';
export {
  dayOf,
  type InstrumentStatus,
  inForceFrom,
  inForceUntil,
  isInForce,
  readingOf,
} from './in-force.js';
export {
  basisOf,
  type Day,
  type Instrument,
  type InstrumentData,
  InstrumentFault,
  loadInstrument,
  type PersonCondition,
  type PurposeData,
  partyOf,
  type RowRules,
  type StatedBy,
} from './instrument.js';
export { type InstrumentId, loadInstruments, PURPOSES, type Purpose } from './instruments/index.js';
export {
  CHILD_ITEMS,
  COORDINATES_OF,
  type Coordinate,
  type GuardedCoordinate,
  ITEMS,
  type Item,
  itemOf,
  itemsNeeded,
} from './items.js';
export { PUBLICATION_KINDS, type PublicationKind } from './publication-kinds.js';
export {
  REPORT_KINDS,
  type ReportConsent,
  type ReportKind,
  type ReportRules,
} from './report-kinds.js';
