/**
 * The line to one partner: HTTPS with our certificate, to a host whose certificate was registered for it. One POST gets
 * one bounded answer within bounded time, or the code of why there is none; nothing is followed, nothing repeated.
 */
import { hash } from 'node:crypto';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { checkServerIdentity, TLSSocket } from 'node:tls';
import type { HttpRequest, HttpResponse } from '../http-signature/message.js';
import type { UnreachableCode } from './answers.js';
import { fieldsOf } from './raw-fields.js';

/** What we show, and whom we trust to certify. PEM texts. */
export interface TransportTls {
  readonly cert: string;
  readonly key: string;
  /** Who certifies partners; nobody else is believed. */
  readonly ca: string;
}

/** Milliseconds, and bytes. */
export interface TransportLimits {
  /** Until the handshake is complete. */
  readonly connect: number;
  /** Until the answer is complete. */
  readonly answer: number;
  /** For which a connection is kept unused: less than a gateway keeps it, which could end it under mail. */
  readonly idle: number;
  readonly longestAnswer: number;
}

export const TRANSPORT_LIMITS: TransportLimits = {
  connect: 10_000,
  answer: 120_000,
  idle: 2_000,
  longestAnswer: 65_536,
};

const LARGEST_HEADERS = 16_384;
/** Bytes beyond which the partner is asked before the body is sent. */
const ASK_FIRST = 65_536;

/** Carries the code out of Node's machinery; leaves this file as a value. */
class LineFault extends Error {
  override readonly name = 'LineFault';

  constructor(readonly code: UnreachableCode) {
    super(code);
  }
}

export interface LineOptions {
  readonly tls: TransportTls;
  /** Fingerprints of the certificates that are believed; no other is. */
  readonly certificates: readonly string[];
  readonly limits: TransportLimits;
}

/** Opens a line; nothing is connected before something is sent. */
export function openLine({ tls, certificates, limits }: LineOptions): Agent {
  return new Agent({
    ...tls,
    keepAlive: true,
    timeout: limits.idle,
    minVersion: 'TLSv1.2',
    // Said here, so that no variable of the environment can say otherwise.
    rejectUnauthorized: true,
    // A resumed session would not be checked against the certificates again.
    maxCachedSessions: 0,
    checkServerIdentity(host, certificate) {
      const isRegistered = certificates.includes(hash('sha256', certificate.raw, 'base64url'));
      return isRegistered
        ? checkServerIdentity(host, certificate)
        : new LineFault('PARTNER_NOT_RECOGNISED');
    },
  });
}

type Posted = HttpResponse | { readonly unreachable: UnreachableCode };

/** Sends a request over a line. Never rejects. */
export function post(
  { method, targetUri, fields, body }: HttpRequest,
  { line, limits }: { readonly line: Agent; readonly limits: TransportLimits },
): Promise<Posted> {
  const asksFirst = body.length > ASK_FIRST;
  const sent = httpsRequest(targetUri, {
    method,
    agent: line,
    maxHeaderSize: LARGEST_HEADERS,
    headers: {
      ...Object.fromEntries(fields),
      'content-length': body.length,
      ...(asksFirst ? { expect: '100-continue' } : {}),
    },
  });
  if (asksFirst) sent.once('continue', () => sent.end(body));
  else sent.end(body);
  return answerOf(sent, limits);
}

/** What comes first: the whole answer, an error, or the end of patience. Nothing goes on after it. */
function answerOf(sent: ClientRequest, limits: TransportLimits): Promise<Posted> {
  return new Promise((resolve) => {
    const fail = (unreachable: UnreachableCode): void => {
      stopClocks();
      resolve({ unreachable });
      sent.destroy();
    };
    const stopClocks = startClocks(sent, limits, () => fail('TIMED_OUT'));
    sent.on('error', (error) => fail(codeOf(error, sent)));
    sent.on('response', (response) => {
      readAnswer(response, limits.longestAnswer).then(
        (answer) => {
          stopClocks();
          resolve(answer);
          // An answer before the end of the question: the rest of it is nobody's.
          if (!sent.writableFinished) sent.destroy();
        },
        (error: Error) => fail(codeOf(error, sent)),
      );
    });
  });
}

function startClocks(
  sent: ClientRequest,
  { connect, answer }: TransportLimits,
  end: () => void,
): () => void {
  const connecting = setTimeout(end, connect);
  const answering = setTimeout(end, answer);
  const connected = (): void => clearTimeout(connecting);
  sent.once('socket', (socket) => {
    if (sent.reusedSocket) connected();
    else socket.once('secureConnect', connected);
  });
  return () => {
    connected();
    clearTimeout(answering);
  };
}

async function readAnswer(response: IncomingMessage, longest: number): Promise<HttpResponse> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) throw new LineFault('ANSWER_TOO_LARGE');
    chunks.push(chunk);
  }
  const { statusCode = 0, rawHeaders } = response;
  return { status: statusCode, fields: fieldsOf(rawHeaders), body: Buffer.concat(chunks) };
}

/** Node's errors name hosts, and quote what the partner sent: only their kind goes on. */
function codeOf(error: NodeJS.ErrnoException, { socket }: ClientRequest): UnreachableCode {
  if (error instanceof LineFault) return error.code;
  if (socket instanceof TLSSocket && socket.authorizationError) return 'PARTNER_NOT_RECOGNISED';
  const isHandshake = error.code === 'EPROTO' || error.code?.startsWith('ERR_SSL_');
  return isHandshake ? 'HANDSHAKE_REFUSED' : 'NO_CONNECTION';
}
