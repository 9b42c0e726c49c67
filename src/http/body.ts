/** The body of POST /graphql, from the socket to a document: each step refuses with a constant. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Json, parseStrictJson, Refusal } from '../base/index.js';
import type { DocumentParams } from '../graph/index.js';

/** The caller went away; nobody is left to answer. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone';
}

const jsonType = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** Throws Refusal(UNSUPPORTED_MEDIA_TYPE) unless the body is JSON, in UTF-8, as it is. */
export function checkMediaType({ headers }: IncomingMessage): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (!jsonType.test(headers['content-type'] ?? '') || encoding !== 'identity') {
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  }
}

/**
 * Reads the body. Throws Refusal(PAYLOAD_TOO_LARGE) as soon as it is longer than `limit` bytes, said or sent, and
 * CallerGone where the connection ends first. What follows the limit is dropped by the listener, never kept. `claim` is
 * told of bytes before they are kept, and may throw.
 */
export function readBody(
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  limit: number,
  claim: (bytes: number) => void = () => {},
): Promise<Uint8Array> {
  const stated = Number(request.headers['content-length'] ?? 0);
  if (stated > limit) return Promise.reject(new Refusal('PAYLOAD_TOO_LARGE'));
  try {
    claim(stated);
  } catch (error) {
    return Promise.reject(error);
  }
  if (request.headers.expect !== undefined) response.writeContinue();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const drop = (error: unknown): void => {
      chunks.length = 0;
      isDropped = true;
      reject(error);
    };
    let isDropped = false;
    request.on('data', (chunk: Buffer) => {
      if (isDropped) return;
      length += chunk.length;
      if (length > limit) return drop(new Refusal('PAYLOAD_TOO_LARGE'));
      try {
        // What was stated is claimed already.
        if (length > stated) claim(Math.min(chunk.length, length - stated));
        chunks.push(chunk);
      } catch (error) {
        drop(error);
      }
    });
    let isRead = false;
    request.once('end', () => {
      isRead = true;
      resolve(Buffer.concat(chunks));
    });
    const leave = () => {
      // Every request closes; an error, with its stack, is made only for one that was cut off.
      if (!isRead) reject(new CallerGone());
    };
    request.once('error', leave);
    request.once('close', leave);
  });
}

/** The document in a body; throws Refusal(BAD_REQUEST) for anything but one JSON object of the known shape. */
export function readDocument(body: Uint8Array): DocumentParams {
  const value = parse(body);
  if (!isMap(value)) throw new Refusal('BAD_REQUEST');
  const { query, variables = null, operationName = null, extensions = null } = value;
  const isShaped =
    typeof query === 'string' &&
    (variables === null || isMap(variables)) &&
    (operationName === null || typeof operationName === 'string') &&
    (extensions === null || isMap(extensions));
  if (!isShaped) throw new Refusal('BAD_REQUEST');
  return { query, variables, operationName, extensions };
}

function parse(body: Uint8Array): Json {
  try {
    return parseStrictJson(body);
  } catch {
    throw new Refusal('BAD_REQUEST');
  }
}

// A list is a batch, and is refused like any other value that is no object.
function isMap(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
