/** What a partner's answer to mail means. Only what its gateway signed for this very request counts as its word. */
import { type Clock, readObject } from '../../base/index.js';
import {
  fieldValues,
  type HttpRequest,
  type HttpResponse,
  onlyValue,
} from '../http-signature/message.js';
import { type HttpSignatureFault, verifyResponse } from '../http-signature/verify.js';
import {
  MAIL_STATUS,
  MAIL_TYPE,
  type MailCode,
  OUTCOMES,
  type Sent,
  unreachable,
} from './answers.js';
import type { FindPartner } from './partner-key.js';

export interface Judging {
  /** The signed request as it was sent. */
  readonly request: HttpRequest;
  /** Whom it was sent to. */
  readonly to: string;
  readonly find: FindPartner;
  readonly clock: Clock;
}

/** Judges an attacker-controlled answer. Never rejects but where `find` does. */
export async function judgeAnswer(answer: HttpResponse, judging: Judging): Promise<Sent> {
  if (isUnsigned(answer)) return unsignedOutcome(answer.status);
  const { request, to, find, clock } = judging;
  const verified = await verifyResponse(answer, request, {
    clock,
    async find(keyid) {
      const partner = await find(keyid);
      // Another partner's key is good for its own answers.
      return partner?.authority === to ? partner.key : undefined;
    },
  });
  if (!('fault' in verified)) return signedOutcome(answer);
  return unreachable(APART.has(verified.fault) ? 'CLOCKS_APART' : 'ANSWER_NOT_VERIFIED');
}

/** Faults that are found once the signature is good. */
const APART: ReadonlySet<HttpSignatureFault> = new Set<HttpSignatureFault>([
  'SIGNATURE_NOT_YET_GOOD',
  'SIGNATURE_EXPIRED',
]);

const isUnsigned = ({ fields }: HttpResponse): boolean =>
  ['signature', 'signature-input'].every((name) => fieldValues(fields, name)?.length === 0);

/**
 * What a partner's machine says before it knows whom it answers, or where it fails. Its certificate is all that vouches
 * for it, so it can delay mail, and never make it count as delivered.
 */
function unsignedOutcome(status: number): Sent {
  if (status === MAIL_STATUS.UNAUTHENTICATED) return OUTCOMES.UNAUTHENTICATED;
  if (status === 413) return { outcome: 'REFUSED', code: 'PAYLOAD_TOO_LARGE' };
  if (status === 429) return unreachable('PARTNER_BUSY');
  return unreachable(status >= 500 ? 'PARTNER_UNAVAILABLE' : 'ANSWER_NOT_VERIFIED');
}

/** ASCII without spaces: what a compact JWS is, before anybody reads it. */
const tokenForm = /^[\x21-\x7e]+$/;

function signedOutcome({ status, fields, body }: HttpResponse): Sent {
  const text = Buffer.from(body).toString('latin1');
  if (status === 200) {
    const isReceipt = onlyValue(fields, 'content-type') === MAIL_TYPE && tokenForm.test(text);
    return isReceipt ? { outcome: 'DELIVERED', receipt: text } : unreachable('ANSWER_NOT_VERIFIED');
  }
  const { code } = readObject(body) ?? {};
  return isMailCode(code) && MAIL_STATUS[code] === status
    ? OUTCOMES[code]
    : unreachable('ANSWER_NOT_VERIFIED');
}

const isMailCode = (code: unknown): code is MailCode =>
  typeof code === 'string' && Object.hasOwn(MAIL_STATUS, code);
