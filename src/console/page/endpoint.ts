/** POST /graphql as the console speaks it. The only thing of the gateway that these pages know, beside personas and the log's key. */
import type { GraphiQLProps } from 'graphiql';
import { type Access, headersOf } from './access.js';
import { type AnswerNote, noteOf } from './answer.js';
import { meantOperation } from './operation-name.js';
import { openReceiptDesk } from './receipt-desk.js';
import type { Speech } from './speech.js';

type Fetcher = GraphiQLProps['fetcher'];

/** What is chosen at the moment of asking: as whom, and in which language. */
interface Chosen {
  readonly access: Access;
  readonly speech: Speech;
}

interface Session {
  readonly current: () => Chosen;
  /** Told about every answer but the console's own introspection, once its receipt was checked. */
  readonly onAnswer: (note: AnswerNote) => void;
}

/**
 * A GraphiQL fetcher that states the chosen access. What stands in the headers editor wins, so that a developer can
 * see what a wrong request or purpose is answered.
 */
export function fetcherFor({ current, onAnswer }: Session): Fetcher {
  const check = openReceiptDesk();
  return async (params, options) => {
    const { access: asking, speech } = current();
    const spoken = { 'Accept-Language': speech.language };
    const headers = statedHeaders(asking, { ...spoken, ...options?.headers });
    const operationName = meantOperation(params);
    const response = await post({ ...params, operationName }, headers);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const status = response.status;
    const body = parse(bytes) ?? {
      errors: [{ message: speech.say('NO_JSON', { status }) }],
    };
    if (operationName !== 'IntrospectionQuery') {
      const receipt = response.headers.get('Exchange-Receipt');
      const proof = receipt === null ? null : await check({ receipt, bytes, headers });
      // Another's by now: it is not told under the name that was chosen since.
      if (current().access === asking) onAnswer(noteOf({ status, body, receipt, proof }));
    }
    return body as Awaited<ReturnType<Fetcher>> & object;
  };
}

/** Sends a GraphQL request under the stated headers. */
export function post(params: object, headers: Headers, signal?: AbortSignal): Promise<Response> {
  return fetch('/graphql', {
    method: 'POST',
    headers,
    body: JSON.stringify(params),
    cache: 'no-store',
    ...(signal && { signal }),
  });
}

/** The headers of an access; what is given beside it wins, in whatever case its names are written. */
export function statedHeaders(
  access: Access,
  given: Readonly<Record<string, unknown>> = {},
): Headers {
  const headers = new Headers({
    'Content-Type': 'application/json',
    Accept: 'application/graphql-response+json, application/json;q=0.9',
    ...headersOf(access),
  });
  for (const [name, value] of Object.entries(given)) headers.set(name, String(value));
  return headers;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
