export { compileCheck, MESSAGE_FAULTS, type MessageFault } from './document/check-message.js';
export {
  askedBack,
  DRAFT_FAULTS,
  type DraftFault,
  outsideInstrument,
  refusingSigning,
} from './document/draft-fault.js';
export { draftFaults } from './document/draft-faults.js';
export { CODE, DIGEST, INSTANT, line, NAME_CODE, UUID_V4 } from './document/forms.js';
export {
  exactly,
  listOf,
  type MessageSchema,
  oneOf,
  only,
  orNull,
  publishedSchema,
  type SchemaOf,
  saying,
} from './document/message-schema.js';
export { MESSAGE_SCHEMAS } from './document/published-schemas.js';
export {
  type DocumentSubject,
  documentBytes,
  documentDigest,
  MAX_SUBJECTS,
  type RequestDocument,
  readRequestDocument,
} from './document/request-document.js';
export {
  type Brought,
  bytesDigest,
  COMPACT,
  type Envelope,
  envelopeBytes,
  JWK,
  readEnvelope,
} from './envelope/envelope.js';
export {
  CONDITIONS,
  COUNT,
  eitherOf,
  ITEM,
  MOMENT,
  OFFICER,
  TEXT,
} from './envelope/move-schema.js';
export {
  type Asker,
  type Grant,
  type GrantQuestion,
  type GrantResult,
  type GrantSubject,
  grantFor,
  type HeldGround,
  type NoGrantReason,
} from './grant.js';
export {
  GrantOutdated,
  type Grants,
  type GrantsOptions,
  type HeldRequest,
  openGrants,
  type RequestShelf,
  type StatedExchange,
} from './grants.js';
export * from './life/index.js';
export * from './paper/index.js';
export {
  type Aim,
  REQUEST_STATES,
  type Request,
  type RequestState,
  type RequestSubject,
  type StatedPurpose,
} from './request.js';
export {
  SAMPLE_REQUESTS,
  type SampleOptions,
  type SampleSubjects,
  sampleRequests,
} from './sample.js';
export type {
  SentQuestion,
  SentReading,
  SentRequest,
} from './sent-grant.js';
export { type FindSent, type SentGrantsOptions, withCustody } from './sent-grants.js';
export { type Amendment, endFact, recordFact } from './standing/amend.js';
export { isMailbox, isTelephone } from './standing/fact-schemas.js';
export {
  type ContactPointFact,
  type Fact,
  keyOf,
  recordsOf,
  type Standing,
} from './standing/facts.js';
export { listDigest } from './standing/list.js';
export { type ListClock, listClock } from './standing/list-clock.js';
export {
  type NoticeOfChange,
  type NoticeReceipt,
  noticeDigest,
  readNotice,
  readNoticeReceipt,
} from './standing/notice.js';
export {
  contactPointsAt,
  historyOf,
  isRevoked,
  letterheadAt,
  messageKeysAt,
  nameAt,
  signatoryAt,
} from './standing/queries.js';
export {
  isAgreed,
  type NoticeReception,
  noticeParts,
  receiveNotice,
  whyNotTold,
} from './standing/receive-notice.js';
export { holding, type Moment, type Recorded } from './standing/recorded.js';
export {
  HOLD_REASONS,
  type HoldReason,
  type SignedPaper,
  whyHeld,
  whyHeldByHand,
} from './standing/why-held.js';
export * from './term/index.js';
export {
  type ProvisionDocument,
  provisionBytes,
  provisionDigest,
  readProvision,
  readSought,
} from './unasked/provision-document.js';
export {
  blankSheet,
  noteAge,
  noteMatch,
  type ProvisionSheet,
  requestToProvide,
  type SheetGap,
  sheetGaps,
} from './unasked/provision-sheet.js';
export { type ProvisionMotion, type ProvisionStanding, stepProvision } from './unasked/steps.js';
