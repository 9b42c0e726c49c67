/** Mail to other gateways: signed for this one delivery, sent over mTLS, its answer verified and bound to it. */
import type { Agent } from 'node:https';
import type { Clock, Ids, MessageSigner } from '../../base/index.js';
import { signRequest } from '../http-signature/sign.js';
import { MAIL_PATH, MAIL_TYPE, type Sent, unreachable } from './answers.js';
import { judgeAnswer } from './judge.js';
import {
  openLine,
  post,
  TRANSPORT_LIMITS,
  type TransportLimits,
  type TransportTls,
} from './line.js';
import type { FindPartner } from './partner-key.js';

/** Where an authority takes mail, and the certificates registered for the host there. */
export interface Endpoint {
  /** `https://gateway.example:4443` */
  readonly origin: string;
  /** Fingerprints; two while one follows the other. */
  readonly certificates: readonly string[];
}

export interface TransportOptions {
  /** Asked for every message, so that a certificate that was withdrawn is good for no further one. */
  readonly endpoints: (authority: string) => Promise<Endpoint | undefined>;
  readonly find: FindPartner;
  readonly tls: TransportTls;
  readonly signer: MessageSigner;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly limits?: Partial<TransportLimits>;
}

export interface PartnerTransport {
  /** Sends mail (a JWS) once. Rejects only where `endpoints`, `find` or the signer does. */
  send(to: string, jws: string): Promise<Sent>;
  /** Ends every connection; what is under way is UNREACHABLE. */
  close(): void;
}

interface KeptLine {
  /** The certificates it believes. */
  readonly believes: string;
  readonly line: Agent;
}

/** Opens the way to the partners. Nothing is connected before something is sent. */
export function openTransport(options: TransportOptions): PartnerTransport {
  const { endpoints, find, tls, clock } = options;
  const limits = { ...TRANSPORT_LIMITS, ...options.limits };
  const lines = new Map<string, KeptLine>();
  const lineTo = (to: string, { certificates }: Endpoint): Agent => {
    const believes = certificates.join();
    const kept = lines.get(to);
    if (kept?.believes === believes) return kept.line;
    // Mail goes over no connection that was opened to a certificate since withdrawn.
    kept?.line.destroy();
    const line = openLine({ tls, certificates, limits });
    lines.set(to, { believes, line });
    return line;
  };
  return {
    async send(to, jws) {
      const endpoint = await endpoints(to);
      const targetUri = endpoint && mailUri(endpoint.origin);
      if (endpoint === undefined || targetUri === undefined) return unreachable('NO_ADDRESS');
      const request = await signRequest(mailRequest(targetUri, jws), options);
      const answer = await post(request, { line: lineTo(to, endpoint), limits });
      return 'unreachable' in answer
        ? unreachable(answer.unreachable)
        : judgeAnswer(answer, { request, to, find, clock });
    },
    close() {
      for (const { line } of lines.values()) line.destroy();
      lines.clear();
    },
  };
}

/** Where mail to this origin goes; undefined for a text that is no https address. */
function mailUri(origin: string): string | undefined {
  const uri = URL.canParse(origin) ? new URL(origin) : undefined;
  return uri?.protocol === 'https:' ? new URL(MAIL_PATH, uri.origin).href : undefined;
}

const mailRequest = (targetUri: string, jws: string) => ({
  method: 'POST',
  targetUri,
  fields: [['Content-Type', MAIL_TYPE]] as const,
  body: Buffer.from(jws, 'latin1'),
});
