/**
 * What is done with mail at the door, from the certificate of the handshake to the signed response. In this order: key
 * and certificate are of one partner; the body is read; signature, time and nonce are good; the type is ours; the mail is
 * handled. Whoever is not recognised gets one answer, costs no body, and learns nothing from it.
 */
import type { Clock, Ids, MessageSigner } from '../../base/index.js';
import {
  type Fields,
  type HttpRequest,
  type HttpResponse,
  onlyValue,
} from '../http-signature/message.js';
import { LABEL, readParameters } from '../http-signature/profile.js';
import { signResponse } from '../http-signature/sign.js';
import { parseInnerLists } from '../http-signature/structured-fields.js';
import {
  type HttpSignatureFault,
  type RequestRules,
  verifyRequest,
} from '../http-signature/verify.js';
import { MAIL_STATUS, MAIL_TYPE, type MailCode, REFUSAL_TYPE } from './answers.js';
import type { FindPartner, PartnerKey } from './partner-key.js';
import { fieldsOf } from './raw-fields.js';

/** A request as it came over mTLS. Attacker-controlled but for `certificate`. */
export interface ArrivingMail {
  /** Our own origin and the path that was asked for: what the sender must have signed. */
  readonly targetUri: string;
  /** Names and values in turn, as on the wire. */
  readonly rawHeaders: readonly string[];
  /** Fingerprint of the certificate of the handshake; undefined without one. */
  readonly certificate: string | undefined;
  /** Reads the body of a sender who was recognised, which nobody has read; its rejection passes through. */
  body(sender: string): Promise<Uint8Array>;
}

/** Mail by a partner whose certificate and signature are good. */
export interface RecognisedMail {
  readonly authority: string;
  /** What should be a compact JWS, byte for character; attacker-controlled. */
  readonly body: string;
}

/** What the path of a message answers. */
export type HandledMail =
  | { readonly receipt: string }
  | {
      readonly receipt: null;
      readonly code: 'MAIL_REFUSED' | 'MAIL_CONFLICT' | 'TOO_MANY_DECLINED';
    };

export interface ReceptionOptions {
  readonly find: FindPartner;
  readonly remember: RequestRules['remember'];
  readonly handle: (mail: RecognisedMail) => Promise<HandledMail>;
  readonly signer: MessageSigner;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The response, and its code where it is a refusal. */
export interface MailResponse {
  readonly response: HttpResponse;
  readonly code: MailCode | null;
}

/** Answers mail. Rejects where `find`, `remember`, `handle`, the body or the signer does; nothing is answered then. */
export type Reception = (mail: ArrivingMail) => Promise<MailResponse>;

/** Opens the reception of a gateway that signs with this key. */
export function openReception(options: ReceptionOptions): Reception {
  return async (mail) => {
    const fields = fieldsOf(mail.rawHeaders);
    const sender = await recognise(statedKey(fields), mail.certificate, options.find);
    if (sender === undefined) return NOT_RECOGNISED;
    const { targetUri } = mail;
    const request = { method: 'POST', targetUri, fields, body: await mail.body(sender.authority) };
    const code = await refusalOf(request, sender, options);
    if (code === 'UNAUTHENTICATED') return NOT_RECOGNISED;
    const answer = code === null ? await handled(request, sender, options) : refusal(code);
    return { ...answer, response: await signResponse(answer.response, request, options) };
  };
}

/** The partner whose key the signature names, where the connection is by one of its certificates. */
async function recognise(
  keyid: string | undefined,
  certificate: string | undefined,
  find: FindPartner,
): Promise<PartnerKey | undefined> {
  if (keyid === undefined || certificate === undefined) return undefined;
  const partner = await find(keyid);
  return partner?.certificates.includes(certificate) ? partner : undefined;
}

/** The key that a message says it is signed by; nothing of it is verified yet. */
function statedKey(fields: Fields): string | undefined {
  const input = parseInnerLists(onlyValue(fields, 'signature-input') ?? '')?.get(LABEL);
  return input && readParameters(input.parameters)?.keyid;
}

async function refusalOf(
  request: HttpRequest,
  { key }: PartnerKey,
  { clock, remember }: ReceptionOptions,
): Promise<MailCode | null> {
  const find = async () => key;
  const verified = await verifyRequest(request, { clock, find, remember });
  if ('fault' in verified) return TOLD[verified.fault] ?? 'UNAUTHENTICATED';
  return onlyValue(request.fields, 'content-type') === MAIL_TYPE ? null : 'UNSUPPORTED_MEDIA_TYPE';
}

/** Faults of a message whose signature is good; of any other fault its sender is not told which. */
const TOLD: Readonly<Partial<Record<HttpSignatureFault, MailCode>>> = {
  SIGNATURE_NOT_YET_GOOD: 'MESSAGE_NOT_IN_TIME',
  SIGNATURE_EXPIRED: 'MESSAGE_NOT_IN_TIME',
  SIGNATURE_LASTS_TOO_LONG: 'MESSAGE_NOT_IN_TIME',
  MESSAGE_REPLAYED: 'MESSAGE_REPLAYED',
};

async function handled(
  { body }: HttpRequest,
  { authority }: PartnerKey,
  { handle }: ReceptionOptions,
): Promise<MailResponse> {
  // Whatever is not ASCII is no JWS; its reader says so.
  const answer = await handle({ authority, body: Buffer.from(body).toString('latin1') });
  if (answer.receipt === null) return refusal(answer.code);
  return { response: responseOf(200, MAIL_TYPE, answer.receipt), code: null };
}

const refusal = (code: MailCode): MailResponse => ({
  response: responseOf(MAIL_STATUS[code], REFUSAL_TYPE, JSON.stringify({ code })),
  code,
});

const responseOf = (status: number, type: string, body: string): HttpResponse => ({
  status,
  fields: [['Content-Type', type]],
  body: Buffer.from(body),
});

const NOT_RECOGNISED: MailResponse = refusal('UNAUTHENTICATED');
