/** POST /graphql as the contract has it: JSON, one operation, the exchange headers; nothing cached, nobody redirected. */

export type Fetch = typeof globalThis.fetch;

/** What is sent, and as whom. */
export interface Question {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly fetch: Fetch;
  readonly signal: AbortSignal | undefined;
}

/** What came back, its bytes as they were before content encoding. */
export interface Sent {
  readonly status: number;
  readonly body: Uint8Array<ArrayBuffer>;
  /** The value of `Exchange-Receipt`. */
  readonly receipt: string | null;
  /** Seconds, from `Retry-After`. */
  readonly retryAfter: number | null;
}

const FORM = {
  credentials: 'omit',
  cache: 'no-store',
  // A token goes to the gateway that it was meant for, and to no other.
  redirect: 'error',
  referrerPolicy: 'no-referrer',
} as const;

/** Asks. Undefined where there is no whole answer; throws the signal's reason where the caller broke off. */
export async function post(question: Question): Promise<Sent | undefined> {
  const { url, headers, body, fetch, signal } = question;
  const given = signal === undefined ? {} : { signal };
  try {
    const response = await fetch(url, { ...FORM, ...given, method: 'POST', headers, body });
    return {
      status: response.status,
      body: new Uint8Array(await response.arrayBuffer()),
      receipt: response.headers.get('Exchange-Receipt'),
      retryAfter: secondsIn(response.headers.get('Retry-After')),
    };
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

/** A text under an address of the gateway, for whoever the headers name; undefined where it is not told. */
export async function read(question: Omit<Question, 'body'>): Promise<string | undefined> {
  const { url, headers, fetch, signal } = question;
  const given = signal === undefined ? {} : { signal };
  try {
    const response = await fetch(url, { ...FORM, ...given, headers });
    return response.ok ? await response.text() : undefined;
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

const digits = /^\d{1,9}$/;

function secondsIn(text: string | null): number | null {
  return text !== null && digits.test(text) ? Number(text) : null;
}
