/** A request as a route sees it. Everything in it is attacker-controlled. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Language, Refusal } from '../base/index.js';
import type { Credentials } from '../identity/index.js';
import { languageOf } from '../words/index.js';
import { certificateOf } from './client-certificate.js';

export interface Incoming {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly language: Language | undefined;
}

/** Headers that mean one thing: sent twice, a proxy and we might each believe another. */
const SINGLE_HEADERS = [
  'host',
  'authorization',
  'content-type',
  'content-encoding',
  'exchange-request',
  'exchange-purpose',
  'client-cert',
];

export function readIncoming(request: IncomingMessage, response: ServerResponse): Incoming {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  return {
    request,
    response,
    path,
    query: new URLSearchParams(query),
    language: languageOf(request.headers['accept-language']),
  };
}

/** Throws Refusal(BAD_REQUEST) for a header that must be single and is not. */
export function checkSingleHeaders({ headersDistinct }: IncomingMessage): void {
  if (SINGLE_HEADERS.some((name) => (headersDistinct[name]?.length ?? 0) > 1)) {
    throw new Refusal('BAD_REQUEST');
  }
}

/**
 * Throws Refusal(BAD_REQUEST) unless the request names this machine and the port it came to. A page elsewhere whose
 * name was made to point here (DNS rebinding) sends its own name.
 */
export function checkLocalHost({ headers, socket }: IncomingMessage): void {
  const names = ['127.0.0.1', 'localhost'];
  const hosts = names.map((name) => `${name}:${socket.localPort}`);
  const allowed = socket.localPort === 80 ? [...hosts, ...names] : hosts;
  if (!allowed.includes(headers.host ?? '')) throw new Refusal('BAD_REQUEST');
}

/** What the door saw of the one who calls. */
export function credentialsOf(request: IncomingMessage, tlsTerminated: boolean): Credentials {
  const certificate = certificateOf(request, tlsTerminated);
  return {
    authorization: request.headers.authorization,
    certificate: certificate?.fingerprint,
    ...(certificate === undefined ? {} : { certified: certificate }),
  };
}
