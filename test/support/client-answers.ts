/** Answers as a gateway gives them to the client, without a gateway; and a client's answer put back as it came. */
import type { Guarded, Outline } from '../../client/src/index.js';

export const REQUEST = 'f68bac9b-165f-45ce-a989-fc02414b2e8a';
export const PURPOSE = 'IDENTITY_ESTABLISHMENT';
export const EXCHANGE = { request: REQUEST, instrument: 'AZ-KZ-2019', purpose: PURPOSE };

/** One error about a guarded coordinate, and what the client says of it. */
export function closedBy(code: string, coordinate: string, item: string) {
  const { instrument, purpose } = EXCHANGE;
  const closed = { coordinate, item, instrument, purpose, clause: '5(1)(1);6(9)' };
  return { closed, error: { message: 'no', extensions: { code, ...closed } } };
}

/** FIELD_WITHHELD at these response paths. */
export function withheldAt(coordinate: string, item: string, ...paths: readonly string[]) {
  const { closed, error } = closedBy('FIELD_WITHHELD', coordinate, item);
  const extensions = { ...error.extensions, paths: paths.map((path) => path.split('.')) };
  return { closed, error: { ...error, extensions } };
}

/** A fetch that answers so and notes what it was asked. */
export function answering(body: unknown, init: ResponseInit = {}) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch: typeof globalThis.fetch = async (url, given = {}) => {
    asked.push({ url: String(url), init: given });
    const bytes = body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
    const headers = { 'exchange-receipt': 'cmVjZWlwdA', ...init.headers };
    return new Response(bytes, { status: 200, ...init, headers });
  };
  return { fetch, asked };
}

/** The data as they came: each guarded value as it was, null where it was not given. */
export function asItCame(data: unknown, outline: Outline): unknown {
  if (Array.isArray(data)) return data.map((each) => asItCame(each, outline));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const field = Object.hasOwn(outline, key) ? outline[key] : undefined;
      if (field === undefined) return [key, value];
      const inner = field.coordinate === undefined ? value : givenBy(value);
      return [key, asItCame(inner, field.below ?? {})];
    }),
  );
}

function givenBy(guarded: Guarded<unknown>): unknown {
  return guarded.state === 'given' ? guarded.value : null;
}
