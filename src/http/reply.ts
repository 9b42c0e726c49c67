/** What a route answers, and how it goes out: the same headers in the same order, none that depends on the input. */
import type { ServerResponse } from 'node:http';
import type { ErrorCode, Language, Refusal } from '../base/index.js';
import type { WitnessRefusal } from '../ledger/index.js';
import type { MailCode } from '../partner/index.js';
import { refusalBody } from '../words/index.js';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
  /** Headers beside the constant ones. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The refusal it carries: for the security log and the figures, never for a header. */
  readonly code?: ErrorCode | MailCode | WitnessRefusal;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
export const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
export type AnswerType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

const STATUS: Readonly<Record<ErrorCode, number>> = {
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_MEDIA_TYPE: 415,
  NOT_ACCEPTABLE: 406,
  PAYLOAD_TOO_LARGE: 413,
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  TOO_COMPLEX: 400,
  PURPOSE_REQUIRED: 400,
  OPERATION_NOT_LISTED: 403,
  NO_GRANT: 403,
  LEDGER_UNAVAILABLE: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};
/** Seconds, where the refusal does not know better. */
const RETRY_AFTER = 5;

/** No page of ours is framed, cached, sniffed or read from another origin. */
const CONSTANT_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  vary: 'Accept, Accept-Language',
  'x-content-type-options': 'nosniff',
} as const;

/** Writes a reply and ends the response. `isLast` ends the connection too. */
export function send(response: ServerResponse, reply: Reply, isLast: boolean): void {
  const headers = {
    ...(reply.status === NOT_MODIFIED ? {} : contentHeaders(reply)),
    ...CONSTANT_HEADERS,
    ...reply.headers,
    ...(isLast ? { connection: 'close' } : {}),
  };
  response.writeHead(reply.status, headers);
  response.end(reply.body);
}

// What was not modified is not told of again (RFC 9110, 15.4.5).
const NOT_MODIFIED = 304;
const contentHeaders = ({ type, body }: Reply) => ({
  'content-type': type,
  'content-length': String(body.byteLength),
});

export interface RefusalForm {
  readonly type: AnswerType;
  readonly language: Language;
  /** The body, where it was made (and sealed) already. */
  readonly body?: Uint8Array;
}

/** A refusal as a reply. A fault of the document is 200 under application/json (GraphQL over HTTP, section 6.4). */
export function refusalReply(refusal: Refusal, { type, language, body }: RefusalForm): Reply {
  const { code, detail } = refusal;
  const isOfDocument = detail.reason !== undefined;
  return {
    status: isOfDocument && type === JSON_TYPE ? 200 : STATUS[code],
    type,
    body: body ?? refusalBody(refusal, language),
    headers: refusalHeaders(refusal),
    code,
  };
}

function refusalHeaders({ code, detail }: Refusal): Readonly<Record<string, string>> {
  if (code === 'UNAUTHENTICATED') return { 'www-authenticate': 'Bearer' };
  const isRetryable = STATUS[code] === 429 || STATUS[code] === 503;
  return isRetryable ? { 'retry-after': String(detail.retryAfter ?? RETRY_AFTER) } : {};
}

/** A value as a JSON reply with status 200. */
export function jsonReply(value: unknown, status = 200): Reply {
  return { status, type: JSON_TYPE, body: Buffer.from(JSON.stringify(value)) };
}

/** Text in UTF-8, status 200. */
export function textReply(text: string, type = 'text/plain; charset=utf-8'): Reply {
  return { status: 200, type, body: Buffer.from(text) };
}

/** Nothing stands at this address; says no more, whatever was asked. */
export const NOT_FOUND: Reply = { ...textReply('Not found\n'), status: 404 };
