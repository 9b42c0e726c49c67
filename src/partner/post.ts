/**
 * Mail between gateways: envelopes signed by the sending gateway, the receipts they are answered with, and the signed
 * request inside. What is not signed by the right key and of the right shape is a fault with a code, nothing more.
 */
import {
  canonicalJson,
  type Json,
  type MessageSigner,
  type PublicJwk,
  parseStrictJson,
} from '../base/index.js';
import {
  type Consent,
  type CustodyMessage,
  custodyBytes,
  type DestructionCertificate,
  readConsent,
  readCustodyMessage,
} from '../custody/index.js';
import {
  bytesDigest,
  DELIVERIES,
  type Delivery,
  type Envelope,
  type NoticeOfChange,
  type NoticeReceipt,
  type ProvisionDocument,
  type RequestDocument,
  readEnvelope,
  readNotice,
  readNoticeReceipt,
  readProvision,
  readRequestDocument,
} from '../requests/index.js';
import { decryptJws, encryptJws, type JweFault, type JweRules, LONGEST_JWE } from './jose/jwe.js';
import { type JwsFault, type JwsRules, LONGEST_JWS, signJws, verifyJws } from './jose/jws.js';
import type { RecipientKey } from './jose/recipient-key.js';
import { publicJwkOf, readVerificationKey, type VerificationKey } from './jose/verification-key.js';

const TYPES = {
  message: 'sorgu-message+jws',
  receipt: 'sorgu-receipt+jws',
  request: 'sorgu-request+jws',
  provision: 'sorgu-provision+jws',
  notice: 'sorgu-notice+jws',
  consent: 'sorgu-consent+jws',
  custody: 'sorgu-custody+jws',
  export: 'sorgu-export+jws',
  answer: 'sorgu-answer+jws',
  leaves: 'sorgu-leaves+jws',
  certificate: 'sorgu-destruction+jws',
} as const;

/** Why mail is not taken. Closed. */
export type MailFault = JwsFault | 'MAIL_NOT_CANONICAL' | 'MAIL_FORM';

/** Mail whose signature and shape are good. */
export interface OpenedMail {
  readonly envelope: Envelope;
  /** SHA-256 of the signed bytes, hexadecimal. */
  readonly digest: string;
}

/** A document whose signature is good under the key of this kid; whose key that is, the registers over time say. */
export interface Opened<Document> {
  readonly document: Document;
  readonly kid: string;
}

/** Opens a document that a signatory signed with the key that came with it. */
type OpenSigned<Document> = (
  jws: string,
  key: PublicJwk,
) => Promise<Opened<Document> | { readonly fault: MailFault }>;

/** What the receiving gateway says of mail, signed: the sender keeps it. */
export type MailReceipt = {
  readonly v: 1;
  readonly id: string;
  /** SHA-256 of the bytes that were taken, hexadecimal. */
  readonly digest: string;
  readonly delivery: Delivery;
  /** Why the request was not taken as one; null where it was judged as a message of a case. */
  readonly code: string | null;
  /** Beside a notice of change that was recorded alone (9(4)). */
  readonly notice?: NoticeReceipt;
};

/** The key that is good now for a kid; asked for every message, so that a revocation holds from the next. */
export type FindKey = (kid: string) => Promise<VerificationKey | undefined>;

/** What opens an answer: one's own key of a kid, and the sender's. */
export interface AnswerKeys {
  readonly own: JweRules['find'];
  readonly find: FindKey;
}

/** Reads and writes mail. */
export interface Post {
  open(jws: string, find: FindKey): Promise<OpenedMail | { readonly fault: MailFault }>;
  /** `key` is the signatory's own, as it came with the request: good where its thumbprint is the `kid`. */
  readonly openRequest: OpenSigned<RequestDocument>;
  /** The same of a provision (8(2)). */
  readonly openProvision: OpenSigned<ProvisionDocument>;
  /** The same of a notice of change (2, 9(4)). */
  readonly openNotice: OpenSigned<NoticeOfChange>;
  /** The same of a provider's consent (11(2), 11(3)). */
  readonly openConsent: OpenSigned<Consent>;
  /** A message about what was received, signed by the sending gateway. */
  openCustody(
    jws: string,
    find: FindKey,
  ): Promise<Opened<CustodyMessage> | { readonly fault: MailFault }>;
  /** A document that is not signed: a draft, or one that came on paper; null where it is none. */
  readDocument(json: Json): RequestDocument | null;
  openReceipt(jws: string, find: FindKey): Promise<MailReceipt | { readonly fault: MailFault }>;
  /** Signs an envelope's canonical JSON. */
  write(envelope: string): Promise<string>;
  writeReceipt(receipt: MailReceipt): Promise<string>;
  /** Signs what gateways tell each other of leaves of their logs; opens it, its shape not looked at. */
  writeLeaves(json: Json): Promise<string>;
  openLeaves(
    jws: string,
    find: FindKey,
  ): Promise<{ readonly json: Json } | { readonly fault: MailFault }>;
  /** Signs what a provider is told of the destruction of what it gave (11(5)). */
  writeCertificate(certificate: DestructionCertificate): Promise<string>;
  writeCustody(message: CustodyMessage): Promise<string>;
  /** Signs what leaves this authority under a consent (11(3)). */
  writeExport(bytes: Uint8Array): Promise<string>;
  /** Signs an answer package and encrypts it to its recipient. */
  writeAnswer(answer: string, recipient: RecipientKey): Promise<string>;
  /** Opens an answer package; the text of what was signed. */
  openAnswer(
    jwe: string,
    keys: AnswerKeys,
  ): Promise<{ readonly answer: string } | { readonly fault: MailFault | JweFault }>;
}

/** What a signatory signs. */
export type SignedKind = 'request' | 'provision' | 'notice' | 'consent';

/** Signs the bytes of a document with its signatory's own key (9(3)): what `openRequest` and the like open. */
export const signDocument = (
  kind: SignedKind,
  bytes: Uint8Array,
  signer: MessageSigner,
): Promise<string> => signJws(bytes, TYPES[kind], signer);

/** Opens a notice of change: what `signDocument` signed. */
export const openNotice: OpenSigned<NoticeOfChange> = opening(
  'notice',
  (json) => readNotice(json).message,
);

/** Opens the post room of a gateway that signs with this key. */
export function openPost(signer: MessageSigner): Post {
  return {
    async open(jws, find) {
      const longest = LONGEST_JWE + LONGEST_JWS;
      const read = await openJson(jws, { typ: TYPES.message, find, longest });
      if ('fault' in read) return read;
      const { envelope } = readEnvelope(read.json);
      return envelope === null ? { fault: 'MAIL_FORM' } : { envelope, digest: read.digest };
    },
    openRequest: opening('request', (json) => readRequestDocument(json).document),
    openProvision: opening('provision', (json) => readProvision(json).document),
    openNotice,
    openConsent: opening('consent', (json) => readConsent(json).document),
    async openCustody(jws, find) {
      const read = await openJson(jws, { typ: TYPES.custody, find });
      if ('fault' in read) return read;
      const { message } = readCustodyMessage(read.json);
      return message === null ? { fault: 'MAIL_FORM' } : { document: message, kid: read.kid };
    },
    readDocument: (json) => readRequestDocument(json).document,
    async openReceipt(jws, find) {
      const read = await openJson(jws, { typ: TYPES.receipt, find });
      if ('fault' in read) return read;
      return isReceipt(read.json) ? read.json : { fault: 'MAIL_FORM' };
    },
    writeCustody: (message) => signJws(custodyBytes(message), TYPES.custody, signer),
    writeExport: (bytes) => signJws(bytes, TYPES.export, signer),
    write: (envelope) => signJws(Buffer.from(envelope), TYPES.message, signer),
    writeLeaves: (json) => signJws(Buffer.from(canonicalJson(json)), TYPES.leaves, signer),
    openLeaves: (jws, find) => openJson(jws, { typ: TYPES.leaves, find }),
    writeAnswer: async (answer, recipient) =>
      encryptJws(await signJws(Buffer.from(answer), TYPES.answer, signer), recipient),
    async openAnswer(jwe, { own, find }) {
      const opened = await decryptJws(jwe, { find: own });
      if ('fault' in opened) return opened;
      const rules = { typ: TYPES.answer, find, longest: LONGEST_JWE };
      const verified = await verifyJws(opened.jws, rules);
      if ('fault' in verified) return verified;
      return { answer: Buffer.from(verified.payload).toString() };
    },
    writeReceipt: (receipt) => signJws(Buffer.from(canonicalJson(receipt)), TYPES.receipt, signer),
    writeCertificate: (certificate) =>
      signJws(Buffer.from(canonicalJson(certificate)), TYPES.certificate, signer),
  };
}

function opening<Document>(
  kind: SignedKind,
  readDocument: (json: Json) => Document | null,
): OpenSigned<Document> {
  return async (jws, jwk) => {
    const rules = { typ: TYPES[kind], find: async (kid: string) => ownKey(jwk, kid) };
    const read = await openJson(jws, rules);
    if ('fault' in read) return read;
    const document = readDocument(read.json);
    return document === null ? { fault: 'MAIL_FORM' } : { document, kid: read.kid };
  };
}

type ReadJson = { readonly json: Json; readonly kid: string; readonly digest: string };

async function openJson(
  jws: string,
  rules: JwsRules,
): Promise<ReadJson | { readonly fault: MailFault }> {
  const verified = await verifyJws(jws, rules);
  if ('fault' in verified) return verified;
  const { payload, kid } = verified;
  const json = canonical(payload);
  // One message, one spelling: its digest names it on both sides.
  if (json === undefined) return { fault: 'MAIL_NOT_CANONICAL' };
  return { json, kid, digest: bytesDigest(payload) };
}

function canonical(payload: Uint8Array): Json | undefined {
  try {
    const json = parseStrictJson(payload);
    return Buffer.from(canonicalJson(json)).equals(payload) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** A key that came with what it signed speaks for its thumbprint alone; whose it is, others must say. */
function ownKey(jwk: PublicJwk, kid: string): VerificationKey | undefined {
  const read = readVerificationKey(jwk);
  if ('fault' in read || read.key.kid !== kid) return undefined;
  return publicJwkOf(read.key.publicKey)?.kid === kid ? read.key : undefined;
}

/** A code is a word of the protocol: nothing else of a partner's is shown to an operator. */
const CODE = /^[A-Z][A-Z_]{0,63}$/;
const RECEIPT_MEMBERS = ['code', 'delivery', 'digest', 'id', 'v'];

function isReceipt(json: Json): json is MailReceipt {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const { notice, ...rest } = json as { readonly [name: string]: Json };
  if (Object.keys(rest).sort().join() !== RECEIPT_MEMBERS.join()) return false;
  if (notice !== undefined && readNoticeReceipt(notice).message === null) return false;
  const { v, id, digest, delivery, code } = rest;
  return (
    v === 1 &&
    typeof id === 'string' &&
    typeof digest === 'string' &&
    DELIVERIES.some((known) => known === delivery) &&
    (code === null || (typeof code === 'string' && CODE.test(code)))
  );
}
