export type {
  Fields,
  HttpMessage,
  HttpRequest,
  HttpResponse,
} from './http-signature/message.js';
export { type Signing, signQuery, signRequest, signResponse } from './http-signature/sign.js';
export {
  HTTP_SIGNATURE_FAULTS,
  type HttpSignatureFault,
  type RequestRules,
  type ResponseRules,
  type SeenNonce,
  type VerifiedMessage,
  verifyRequest,
  verifyResponse,
} from './http-signature/verify.js';
export { decryptJws, encryptJws, JWE_FAULTS, type JweFault, type JweRules } from './jose/jwe.js';
export {
  JWS_FAULTS,
  type JwsFault,
  type JwsOutcome,
  type JwsRules,
  signJws,
  type VerifiedJws,
  verifyJws,
} from './jose/jws.js';
export {
  type DecryptionKey,
  type RecipientJwk,
  type RecipientKey,
  readRecipientKey,
} from './jose/recipient-key.js';
export { readToldKey, type ToldKey } from './jose/told-key.js';
export {
  KEY_FAULTS,
  type KeyFaultCode,
  readVerificationKey,
  type VerificationKey,
} from './jose/verification-key.js';
export {
  type MailFault,
  type MailReceipt,
  type Opened,
  type OpenedMail,
  openNotice,
  openPost,
  type Post,
  type SignedKind,
  signDocument,
} from './post.js';
export {
  type ArrivingQuery,
  openQueryCheck,
  type QueryCheck,
  type RouterKey,
} from './query-check.js';
export { openReceiptAddress } from './receipt-address.js';
export {
  createMessageKey,
  type KeyCurve,
  type KeyUse,
  openDecryptionKey,
  openFileSigner,
} from './signers/key-file.js';
export type { SignerFault, SignerFaultCode } from './signers/signer-fault.js';
export { openTokenSigner, type TokenOptions } from './signers/token-signer.js';
export type { MailCode, RefusedCode, Sent, UnreachableCode } from './transport/answers.js';
export type { TransportLimits, TransportTls } from './transport/line.js';
export type { Endpoint } from './transport/lines.js';
export { type FindPartner, fingerprintOf, type PartnerKey } from './transport/partner-key.js';
export {
  type ArrivingMail,
  type HandledMail,
  type MailResponse,
  openReception,
  type Reception,
  type ReceptionOptions,
  type RecognisedMail,
} from './transport/reception.js';
export {
  openTransport,
  type PartnerTransport,
  type TransportOptions,
} from './transport/transport.js';
export { openWitnessClient, type WitnessClient } from './witness/client.js';
export type { WitnessDesk } from './witness/desk.js';
