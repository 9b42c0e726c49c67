export { askedBack, outsideInstrument, refusingSigning } from './document/draft-fault.js';
export { draftFaults } from './document/draft-faults.js';
export { MESSAGE_SCHEMAS } from './document/published-schemas.js';
export {
  type DocumentSubject,
  documentBytes,
  documentDigest,
  type RequestDocument,
  readRequestDocument,
} from './document/request-document.js';
export {
  type Asker,
  type Grant,
  type GrantQuestion,
  type GrantResult,
  type GrantSubject,
  grantFor,
  type NoGrantReason,
} from './grant.js';
export {
  type Grants,
  type GrantsOptions,
  openGrants,
  type RequestShelf,
  type StatedExchange,
} from './grants.js';
export * from './life/index.js';
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
export * from './term/index.js';
