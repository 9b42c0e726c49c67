export {
  type Asker,
  type Grant,
  grantFor,
  type GrantQuestion,
  type GrantResult,
  type GrantSubject,
  type NoGrantReason,
} from './grant.js';
export {
  type Aim,
  type Request,
  REQUEST_STATES,
  type RequestState,
  type RequestSubject,
  type StatedPurpose,
} from './request.js';
