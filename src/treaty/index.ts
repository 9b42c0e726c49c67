export {
  AUTHORITIES,
  type Authority,
  type AuthorityCode,
  authorityOf,
  type CountryCode,
} from './authorities.js';
export { type Clause, type Clauses, formatClauses, isClause } from './clause.js';
export {
  dayOf,
  inForceFrom,
  inForceUntil,
  type InstrumentStatus,
  isInForce,
} from './in-force.js';
export {
  basisOf,
  type Day,
  type Instrument,
  type InstrumentData,
  InstrumentFault,
  loadInstrument,
  partyOf,
  type PersonCondition,
  type PurposeData,
  type RowRules,
  type StatedBy,
} from './instrument.js';
export { type InstrumentId, loadInstruments, type Purpose, PURPOSES } from './instruments/index.js';
export {
  CHILD_ITEMS,
  type Coordinate,
  COORDINATES_OF,
  type GuardedCoordinate,
  type Item,
  itemOf,
  ITEMS,
  itemsNeeded,
} from './items.js';
