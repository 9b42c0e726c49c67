/** What a gateway signs for another, over HTTP: mail (`/exchange/messages`) and questions of a reconciliation, as the reception is handed it and as its response goes out. */
import type { HttpResponse, MailResponse, Reception } from '../partner/index.js';
import { readBody } from './body.js';
import type { BodyBudget, Share } from './body-budget.js';
import { certificateOf } from './client-certificate.js';
import type { Incoming } from './incoming.js';
import type { Reply } from './reply.js';
import type { Route } from './router.js';

export interface ExchangeRouteOptions {
  readonly path: string;
  readonly reception: Reception;
  /** Our own origin, as partners are told it. */
  readonly origin: () => string;
  /** Bytes. */
  readonly bodyLimit: number;
  readonly budget: BodyBudget;
}

export function exchangeRoute({
  path,
  reception,
  origin,
  bodyLimit,
  budget,
}: ExchangeRouteOptions): Route {
  return {
    path,
    method: 'POST',
    async handle(incoming: Incoming): Promise<Reply> {
      const { request } = incoming;
      const shares: Share[] = [];
      try {
        const answered = await reception({
          targetUri: `${origin()}${request.url ?? ''}`,
          rawHeaders: request.rawHeaders,
          certificate: certificateOf(request, false)?.fingerprint,
          body(sender) {
            const share = budget.open(sender);
            shares.push(share);
            return readBody(incoming, bodyLimit, share.take);
          },
        });
        return replyOf(answered);
      } finally {
        // Until here the body is in memory, whatever became of it.
        for (const share of shares) share.close();
      }
    },
  };
}

function replyOf({ response, code }: MailResponse): Reply {
  const { 'content-type': type = '', ...headers } = headersOf(response);
  const challenge = response.status === 401 ? { 'www-authenticate': 'Signature' } : {};
  return {
    status: response.status,
    type,
    body: response.body,
    headers: { ...headers, ...challenge },
    ...(code === null ? {} : { code }),
  };
}

const headersOf = ({ fields }: HttpResponse): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), value]));
