/** The body of an answer, read strictly: data with what was closed in it, or one refusal. */
import { REFUSAL_CODES, REFUSAL_REASONS } from './codes.js';
import { listOf, Malformed, recordOf, textOf } from './malformed.js';
import type { Exchange, Refused } from './outcome.js';
import type { Sent } from './post.js';

type Json = Readonly<Record<string, unknown>>;

/** An answer with data, not yet held against its outline. */
export interface Told {
  readonly data: Json;
  /** Its errors, each an object with `extensions`. */
  readonly errors: readonly Json[];
  readonly exchange: Exchange | null;
}

/** Reads a body. Throws Malformed for whatever a gateway does not say. */
export function readAnswer(sent: Sent): Told | Refused {
  const body = recordOf(parse(sent.body));
  const errors = 'errors' in body ? listOf(body.errors).map(recordOf) : [];
  const refusal = errors.find((error) => REFUSALS.has(codeOf(error)));
  if (refusal !== undefined) return refusedBy(refusal, sent);
  if (sent.status !== 200) throw new Malformed();
  return { data: recordOf(body.data), errors, exchange: exchangeIn(body.extensions) };
}

/** The code of an error of the gateway. */
export function codeOf(error: Json): string {
  return textOf(recordOf(error.extensions).code);
}

const REFUSALS: ReadonlySet<string> = new Set(REFUSAL_CODES);

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Malformed();
  }
}

function refusedBy(error: Json, { retryAfter }: Sent): Refused {
  const { code, reason } = recordOf(error.extensions);
  return {
    outcome: 'refused',
    code: oneOf(REFUSAL_CODES, code) ?? 'INTERNAL',
    reason: oneOf(REFUSAL_REASONS, reason) ?? null,
    message: textOf(error.message),
    locations: 'locations' in error ? listOf(error.locations).map(placeOf) : [],
    retryAfter,
  };
}

function oneOf<Code>(codes: readonly Code[], value: unknown): Code | undefined {
  return codes.find((code) => code === value);
}

function placeOf(value: unknown): Refused['locations'][number] {
  const { line, column } = recordOf(value);
  if (typeof line !== 'number' || typeof column !== 'number') throw new Malformed();
  return { line, column };
}

function exchangeIn(extensions: unknown): Exchange | null {
  if (extensions === undefined) return null;
  const { exchange } = recordOf(extensions);
  if (exchange === undefined) return null;
  const { request, instrument, purpose } = recordOf(exchange);
  return {
    request: textOf(request),
    instrument: textOf(instrument),
    purpose: textOf(purpose),
  };
}
