export { CLASSIFICATIONS, type Classification, digestOf, type ReportAttachment, type ReportDocument } from './document.js';
export { clauseOf, LONGEST_ATTACHMENTS, type PlacedFault, type WrittenReport, writtenFaults } from './draft.js';
export { REPORT_CODES, REPORT_FAULTS, type ReportFault } from './faults.js';
export { isCleared, isScanned, isWhole, permittedIn, REPORT_STATES, type ReportFile, type ReportState, type Sight, sightOf, stateOf } from './report.js';
export { consentsIn, lastTold, REPORT_MOVES, type ReportMove, type ReportMover, type ReportStep, stepDigest } from './steps.js';
export { type Clearance, holds, type PlacedFinding, REPORT_PARTS, type ReportPart, type ScanVerdict, scanReport } from './verdict.js';
