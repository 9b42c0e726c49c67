/** Validators of what anybody may keep (RFC 9110, sections 8.8 and 13): an answer that is known is not sent again. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Reply } from './reply.js';

/** A reply, and when what it tells was last changed: milliseconds since the epoch, null where that is not known. */
export interface Dated {
  readonly reply: Reply;
  readonly changedAt: number | null;
}

/** The reply with its validators, or 304 where the caller has it already. */
export function unlessKnown({ reply, changedAt }: Dated, { headers }: IncomingMessage): Reply {
  const etag = `"${createHash('sha256').update(reply.body).digest('base64url').slice(0, 27)}"`;
  const modified = changedAt === null ? {} : { 'last-modified': new Date(changedAt).toUTCString() };
  const validated = { ...reply, headers: { ...reply.headers, etag, ...modified } };
  const isKnown =
    headers['if-none-match'] === undefined
      ? isUnmodified(headers['if-modified-since'], changedAt)
      : isNamed(headers['if-none-match'], etag);
  return isKnown ? { ...validated, status: 304, body: new Uint8Array() } : validated;
}

/** Compared weakly; attacker-controlled. */
const isNamed = (asked: string, etag: string): boolean =>
  asked
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === etag || one === '*');

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function isUnmodified(since: string | undefined, changedAt: number | null): boolean {
  if (since === undefined || changedAt === null || !httpDate.test(since)) return false;
  // An HTTP date has no milliseconds.
  return Math.floor(changedAt / 1000) * 1000 <= Date.parse(since);
}
