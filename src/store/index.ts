export {
  type AboutPerson,
  type AuditShelf,
  type FoundRow,
  type KeptDeferral,
  openAuditShelf,
  openDeferrals,
  type ReportDeferrals,
  type StoredEntry,
} from './audit/index.js';
export { type BundledOptions, type BundledPostgres, openBundledPostgres } from './bundled/open.js';
export type { BundledUrls, DatabaseUrls } from './bundled/roles.js';
export {
  closePool,
  openOwner,
  openPool,
  type PoolOptions,
  type Sql,
} from './connect.js';
export {
  type Activities,
  type CasesBetween,
  type CountedCase,
  type CountIn,
  casesBetween,
  type KeptActivity,
  type MaterialBetween,
  openActivities,
  openMaterialBetween,
  openProvisionsBetween,
  type ProvisionsBetween,
} from './cooperation/index.js';
export {
  type Custody,
  type CustodyGround,
  type DueValue,
  type EpochKeys,
  type Erasure,
  type ErasureStep,
  type Erasures,
  eraseReturned,
  findLost,
  type KeyFate,
  type LostKey,
  type NewCertificate,
  type NewHolding,
  type NewValue,
  openCustody,
  openEpochKeys,
  openErasures,
  openHeldReader,
} from './custody/index.js';
export {
  type Arrived,
  type Box,
  type CaseFile,
  type CasePlace,
  type CaseQuery,
  type Cases,
  type CustodyFiles,
  type DeadLetter,
  type Failure,
  type Inbox,
  type InstrumentRecords,
  type JobEvent,
  type Jobs,
  type JobTasks,
  type Kept,
  type KeptCustody,
  type KeptMail,
  type KeptNotice,
  type KeptProvision,
  type KeptReceipt,
  type KeptRecord,
  type ListedCase,
  type ListedNotice,
  type ListedProvision,
  type Mail,
  type Nonces,
  type NoticeCount,
  type Notices,
  type Outbox,
  openCases,
  openCustodyFiles,
  openExchangePool,
  openInbox,
  openInstrumentRecords,
  openJobs,
  openNonces,
  openNotices,
  openOutbox,
  openProvisions,
  openReceipts,
  openStandings,
  openWitnessing,
  type ProvisionFile,
  type ProvisionQuery,
  type Provisions,
  type Receipts,
  type RememberedNonce,
  type Scan,
  type Standings,
  type UnsealedNotice,
  type WitnessedLog,
  type Witnessing,
} from './exchange/index.js';
export { StoreFault } from './fault.js';
export {
  type ImportCounts,
  type Importer,
  openImporter,
  type RejectedLine,
} from './import/index.js';
export { createKeyFile, type KeyUse, openKeyFile } from './key-file.js';
export type { Lanes } from './lanes.js';
export { openFileKeeper, readKept } from './ledger-keeper.js';
export { openLedgerStore } from './ledger-store.js';
export { openLedgerReader } from './ledger-store-reader.js';
export { isEmpty, isSample, markSample } from './mark.js';
export { isMigrated, migrate } from './migrate.js';
export {
  type FoundCandidate,
  openPersonSearch,
  type SearchAnswer,
  type SearchedBy,
  type SearchPass,
  type SearchPersons,
  type SearchQuestion,
  type SearchScope,
} from './person-search/index.js';
export { openPools, type Pools } from './pools.js';
export {
  openPublicationImporter,
  openPublicationKeeper,
  openPublicationShelf,
  type PublicationImporter,
  type RejectedPublication,
} from './publications/index.js';
export type {
  CompiledAsk,
  CompiledPage,
  CompiledSubject,
  FindPresent,
  FoundSubject,
  OpenReader,
  ReadCompiled,
  ReadOptions,
  RegisterReader,
  Row,
} from './reader.js';
export {
  type HumanitarianNote,
  type InterviewWindows,
  openInterviewWindows,
  openReadmissionShelf,
  type ReadmissionShelf,
} from './readmission/index.js';
export { openReceiptFile } from './receipt-file.js';
export type { Outline, OutlineMember } from './register/compiled/outline.js';
export { openRegister, type Register, type RegisterOptions } from './register-reader.js';
export {
  type KeptReport,
  openReports,
  openSealedSteps,
  type ReportQuery,
  type Reports,
  type SealedSteps,
} from './reports/index.js';
export { type NewRequest, openRequests, type RequestDetails, type Requests } from './requests.js';
export { checkRoles } from './roles.js';
export { checkServer } from './server-version.js';
export { openStatistics } from './statistics/index.js';
export {
  checkSubjectKeys,
  openSubjectKeys,
  type RetiredKeys,
  retireSubjectKeys,
  type SubjectKeys,
  wrapSubjectKeys,
} from './subject-keys/index.js';
export { listOpenTickets, type OpenTicket, type OpenTickets } from './tickets.js';
export { orUnavailable, unavailableIf } from './unavailable.js';
export { wallRoles, wallText } from './wall/wall-text.js';
