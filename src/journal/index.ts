export { type Looked, lookDigest, lookedEntry } from './audit.js';
export { type MovedCooperation, movedCooperationEntry } from './cooperation.js';
export { type OpenedPackage, openedEntry, type ToldPerson, tagKeyOf } from './custody.js';
export {
  answeredEntry,
  DOMESTIC_LOG,
  type JournalHead,
  logOf,
  refusedEntry,
  type Visit,
} from './journal.js';
export { isEntryOf, lifeRecordEntry } from './life.js';
export { enclosedEntry, type MovedCase, movedEntry } from './moves.js';
export { type ToldNotice, toldNoticeEntry } from './notices.js';
export {
  type MovedProvision,
  movedProvisionEntry,
  type OpenedProvision,
  openedProvisionEntry,
} from './provisions.js';
export {
  type InReadmission,
  readReadmissionEntry,
  steppedReadmissionEntry,
} from './readmission.js';
export {
  type Handled,
  handledEntry,
  movedCustodyEntry,
  refusedHandlingEntry,
} from './received.js';
export { logsOf, movedReportEntries, type ReportReader, readReportsEntry } from './reports.js';
export { destroyedEntry, type Extension, extendedEntry } from './retention.js';
export { type Searched, searchedEntry } from './search.js';
