export {
  CLASSIFICATIONS,
  type Classification,
  digestOf,
  type ReportDocument,
} from './document.js';
export {
  clauseOf,
  type PlacedFault,
  type WrittenReport,
  writtenFaults,
} from './draft.js';
export { REPORT_CODES, REPORT_FAULTS, type ReportFault } from './faults.js';
export {
  type Acting,
  clearReport,
  consentTo,
  type FindingReason,
  type Made,
  permitOnward,
  withdrawFrom,
  writeReport,
} from './moves.js';
export {
  mayPassOn,
  openedAt,
  REPORT_STATES,
  type ReportFile,
  type ReportState,
  type Sight,
  sightOf,
  stateOf,
} from './report.js';
export {
  type ReportMover,
  type ReportStep,
  stepDigest,
} from './steps.js';
export {
  type ToldFinding,
  type ToldOffer,
  type ToldReport,
  toldOffer,
  toldReport,
} from './told.js';
export { holds, REPORT_PARTS, scanReport } from './verdict.js';
