export {
  ACTIVITY_KINDS,
  type ActivityClause,
  type ActivityKind,
  BODY_KINDS,
  type BodyKind,
  type CooperationData,
} from './activities.js';
export { AUTHORITIES, authorityOf, STATES } from './authorities.js';
export type { Authority, CountryCode, Named, State } from './authority.js';
export { instrumentFaults } from './check/check.js';
export {
  INSTRUMENT_FAULTS,
  InstrumentFault,
  type InstrumentFaultAt,
  type InstrumentFaultCode,
} from './check/fault.js';
export { INSTRUMENT_SCHEMA } from './check/form.js';
export type { Known } from './check/sense.js';
export { type Clause, type Clauses, formatClauses, isClause } from './clause.js';
export { type ClauseText, clauseTexts, shownTexts } from './clause-text.js';
export { CLOCK_READINGS, type ClockReading, DEFAULT_READING } from './clock-reading.js';
export {
  dayOf,
  type InstrumentStatus,
  inForceFrom,
  inForceUntil,
  isDay,
  isInForce,
  mayAnswer,
  readingOf,
} from './in-force.js';
export { basisOf, type Instrument, loadInstrument, partyOf } from './instrument.js';
export {
  type Amendment,
  type Day,
  EXECUTION,
  type InstrumentData,
  type PersonCondition,
  type PurposeData,
  type RowRules,
  type StatedBy,
} from './instrument-data.js';
export type { AuthorityCode, InstrumentId, Purpose } from './instruments/index.js';
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
export { KNOWN, loadInstruments, nameOfPurpose, PURPOSES, RETENTION_DAYS } from './known.js';
export {
  DISAGREEMENT_STEPS,
  type DisagreementStep,
  type DisputedRule,
  type LifeAct,
  type LifeRecord,
  recordsAt,
} from './life/act.js';
export {
  type CostNote,
  costNotesOf,
  DISAGREEMENT_STATES,
  type Disagreement,
  type DisagreementState,
  disagreementsOf,
  frozenRules,
} from './life/disagreements.js';
export { recordedStatus } from './life/status.js';
export {
  asGivenOn,
  effectiveFrom,
  type Living,
  type Version,
  versionOn,
  versionsOf,
} from './life/versions.js';
export { LIFE_FAULTS, type LifeFault, type LifeGround, whyNotRecorded } from './life/weigh.js';
export { widest } from './life/widest.js';
export { PUBLICATION_KINDS, type PublicationKind } from './publication-kinds.js';
export {
  REPORT_KINDS,
  type ReportConsent,
  type ReportKind,
  type ReportRules,
} from './report-kinds.js';
