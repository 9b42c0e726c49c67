export { canonicalJson, type Json } from './canonical-json.js';
export { type Clock, type SeenClock, systemClock, watchClock } from './clock.js';
export {
  ANSWER_CODES,
  type AnswerCode,
  AUDIT_FAULTS,
  type AuditFault,
  DOCUMENT_REASONS,
  type DocumentReason,
  ERROR_CODES,
  type ErrorCode,
  type Notice,
  Refusal,
  type RefusalDetail,
  type SourceLocation,
} from './codes.js';
export { decodeBase64url, type JsonObject, readCompact, readObject } from './compact.js';
export { type Ids, systemIds } from './ids.js';
export { LANGUAGES, type Language } from './language.js';
export {
  isPublicJwk,
  type MessageAlgorithm,
  type MessageSigner,
  type PublicJwk,
  type Signer,
} from './signer.js';
export { parseStrictJson } from './strict-json.js';
