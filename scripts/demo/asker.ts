/** Asks a gateway in GraphQL, over HTTP or over TLS to its certificate alone. */
import { fingerprintOf } from '../../src/partner/index.js';
import { openLine, post, TRANSPORT_LIMITS } from '../../src/partner/transport/line.js';
import type { PreparedPlan } from './gateway.js';

export interface AskOptions {
  readonly variables?: object;
  readonly request?: string;
  readonly purpose?: string;
}

export interface Answered {
  // What a script prints of an answer is looked at by hand.
  readonly data: Readonly<Record<string, never>> | null;
  readonly errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly receipt: string | null;
}

interface Asker {
  ask(
    url: string,
    token: string,
    asked: AskOptions & { readonly query: string },
  ): Promise<Answered>;
  close(): void;
}

/** Bytes: the longest answer that an officer of a demo waits for. */
const LONGEST_ANSWER = 16_777_216;

/** Opens the way to the gateway of this plan; nothing is connected yet. */
export function openAsker({ tls, certifier }: PreparedPlan): Asker {
  const limits = { ...TRANSPORT_LIMITS, longestAnswer: LONGEST_ANSWER };
  const certificates = [fingerprintOf(tls.cert)];
  const line = openLine({ tls: { ...tls, ca: certifier.cert }, certificates, limits });
  return {
    async ask(url, token, { query, variables, request, purpose }) {
      const headers = {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${token}`,
        ...(request === undefined ? {} : { 'exchange-request': request }),
        ...(purpose === undefined ? {} : { 'exchange-purpose': purpose }),
      };
      const body = JSON.stringify({ query, variables });
      if (url.startsWith('http:')) {
        const response = await fetch(url, { method: 'POST', headers, body });
        return answered(await response.text(), response.headers.get('exchange-receipt'));
      }
      const fields = Object.entries(headers);
      const asked = { method: 'POST', targetUri: url, fields, body: Buffer.from(body) };
      const answer = await post(asked, { line, limits });
      if ('unreachable' in answer) throw new Error(answer.unreachable);
      const receipt = answer.fields.find(([name]) => name.toLowerCase() === 'exchange-receipt');
      return answered(Buffer.from(answer.body).toString(), receipt?.[1] ?? null);
    },
    close: () => line.destroy(),
  };
}

function answered(text: string, receipt: string | null): Answered {
  const { data = null, errors = [] } = JSON.parse(text) as Partial<Answered>;
  return { data, errors, receipt };
}
