/** Mail to other gateways: signed for this one delivery, sent over mTLS, its answer verified and bound to it. */
import type { Clock, Ids, MessageSigner } from '../../base/index.js';
import { signRequest } from '../http-signature/sign.js';
import { MAIL_PATH, MAIL_TYPE, type Sent, unreachable } from './answers.js';
import { judgeAnswer } from './judge.js';
import { post, TRANSPORT_LIMITS, type TransportLimits, type TransportTls } from './line.js';
import { type Endpoint, openLines, uriAt } from './lines.js';
import type { FindPartner } from './partner-key.js';

export interface TransportOptions {
  /** Asked for every message, so that a certificate that was withdrawn is good for no further one. */
  readonly endpoints: (authority: string) => Promise<Endpoint | undefined>;
  readonly find: FindPartner;
  readonly tls: TransportTls;
  readonly signer: MessageSigner;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly limits?: Partial<TransportLimits>;
  /** Where partners take it, where that is not the address of mail. */
  readonly path?: string;
}

export interface PartnerTransport {
  /** Sends mail (a JWS) once. Rejects only where `endpoints`, `find` or the signer does. */
  send(to: string, jws: string): Promise<Sent>;
  /** Ends every connection; what is under way is UNREACHABLE. */
  close(): void;
}

/** Opens the way to the partners. Nothing is connected before something is sent. */
export function openTransport(options: TransportOptions): PartnerTransport {
  const { endpoints, find, tls, clock, path = MAIL_PATH } = options;
  const limits = { ...TRANSPORT_LIMITS, ...options.limits };
  const lines = openLines({ tls, limits });
  return {
    async send(to, jws) {
      const endpoint = await endpoints(to);
      const targetUri = endpoint && uriAt(endpoint.origin, path);
      if (endpoint === undefined || targetUri === undefined) return unreachable('NO_ADDRESS');
      const request = await signRequest(mailRequest(targetUri, jws), options);
      const answer = await post(request, { line: lines.to(to, endpoint), limits });
      return 'unreachable' in answer
        ? unreachable(answer.unreachable)
        : judgeAnswer(answer, { request, to, find, clock });
    },
    close: () => lines.close(),
  };
}

const mailRequest = (targetUri: string, jws: string) => ({
  method: 'POST',
  targetUri,
  fields: [['Content-Type', MAIL_TYPE]] as const,
  body: Buffer.from(jws, 'latin1'),
});
