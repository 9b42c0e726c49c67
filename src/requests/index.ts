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
