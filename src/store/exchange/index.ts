export type {
  Box,
  CaseFile,
  CasePlace,
  CaseQuery,
  Kept,
  ListedCase,
  Mail,
  Scan,
  StepReceipt,
} from './case-file.js';
export type { NoticeCount } from './case-notices.js';
export { type Cases, openCases } from './cases.js';
export {
  type CustodyFiles,
  type KeptCustody,
  openCustodyFiles,
} from './custody-files.js';
export { type Arrived, type Inbox, openInbox } from './inbox.js';
export {
  type InstrumentRecords,
  type KeptRecord,
  openInstrumentRecords,
} from './instrument-records.js';
export { type JobEvent, type Jobs, type JobTasks, openJobs } from './jobs.js';
export { type Nonces, openNonces, type RememberedNonce } from './nonces.js';
export {
  type KeptNotice,
  type ListedNotice,
  type Notices,
  openNotices,
  type UnsealedNotice,
} from './notices.js';
export {
  type DeadLetter,
  type Failure,
  type KeptMail,
  type Outbox,
  openOutbox,
} from './outbox.js';
export { openExchangePool } from './pool.js';
export type {
  KeptProvision,
  ListedProvision,
  ProvisionFile,
  ProvisionQuery,
} from './provision-file.js';
export { openProvisions, type Provisions } from './provisions.js';
export { type KeptReceipt, openReceipts, type Receipts } from './receipts.js';
export { openStandings, type Standings } from './standings.js';
export { openWitnessing, type WitnessedLog, type Witnessing } from './witnessing.js';
