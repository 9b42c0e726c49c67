/** POST /graphql with every byte in sight: header lines as they were sent, in their order, and the body's bytes. */
import { Agent, request as send } from 'node:http';
import type { Standing, TestGateway } from './gateway.js';

export interface RawAnswer {
  readonly status: number;
  /** Names and values as sent, in their order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** A header given as a list is sent once for each of its values; one that is undefined is left out. */
export type SentHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface RawQuestion {
  readonly standing: Standing;
  /** A text stands as it is, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: SentHeaders;
}

const agent = new Agent({ keepAlive: true });

/** Asks the gateway. */
export function rawAsk(
  { url }: Pick<TestGateway, 'url'>,
  question: RawQuestion,
): Promise<RawAnswer> {
  const { standing, body, headers } = question;
  const wanted: SentHeaders = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${standing.persona.token}`,
    'exchange-request': standing.request,
    'exchange-purpose': standing.purpose,
    ...headers,
  };
  const sent = Object.entries(wanted).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value : [...value]] as const],
  );
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return exchange(`${url}${standing.route ?? '/graphql'}`, Object.fromEntries(sent), text);
}

function exchange(
  url: string,
  headers: Readonly<Record<string, string | string[]>>,
  body: string,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = send(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, rawHeaders } = response;
        resolve({ status, headers: pairsOf(rawHeaders), body: Buffer.concat(chunks).toString() });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function pairsOf(raw: readonly string[]): readonly (readonly [string, string])[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
}

/** What two answers must share to be one: everything but `Date` and the receipt (promise 4). */
export function without(
  { status, headers, body }: RawAnswer,
  ...names: readonly string[]
): RawAnswer {
  const left = headers.filter(([name]) => !names.includes(name.toLowerCase()));
  return { status, headers: left, body };
}

/** The value of a header, or undefined. */
export function headerOf({ headers }: RawAnswer, name: string): string | undefined {
  return headers.find(([known]) => known.toLowerCase() === name)?.[1];
}
