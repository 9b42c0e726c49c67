/** POST /graphql as the console speaks it. The only thing of the gateway that these pages know, beside the personas. */
import type { GraphiQLProps } from 'graphiql';
import { type Access, headersOf } from './access.js';
import { type AnswerNote, noteOf } from './answer.js';

type Fetcher = GraphiQLProps['fetcher'];

interface Session {
  /** The access chosen at the moment of asking. */
  readonly access: () => Access;
  /** Told about every answer but the console's own introspection. */
  readonly onAnswer: (note: AnswerNote) => void;
}

/**
 * A GraphiQL fetcher that states the chosen access. What stands in the headers editor wins, so that a developer can
 * see what a wrong request or purpose is answered.
 */
export function fetcherFor({ access, onAnswer }: Session): Fetcher {
  return async (params, options) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json;q=0.9',
        ...headersOf(access()),
        ...options?.headers,
      },
      body: JSON.stringify(params),
      cache: 'no-store',
    });
    const body: unknown = await response.json().catch(() => notJson(response.status));
    if (params.operationName !== 'IntrospectionQuery') {
      const receipt = response.headers.get('Exchange-Receipt');
      onAnswer(noteOf({ status: response.status, body, receipt }));
    }
    return body as Awaited<ReturnType<Fetcher>> & object;
  };
}

function notJson(status: number): { readonly errors: readonly { readonly message: string }[] } {
  return { errors: [{ message: `The gateway answered ${status} without JSON.` }] };
}
