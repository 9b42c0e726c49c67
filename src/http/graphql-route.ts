/** POST /graphql and POST /subgraph: HTTP in, the gateway's exact bytes out. The order of the checks is the contract's. */
import { Refusal } from '../base/index.js';
import { formatReceipt } from '../ledger/index.js';
import type { Gateway } from '../rooms.js';
import { negotiate } from './accept.js';
import { checkMediaType, readBody, readDocument } from './body.js';
import { checkSingleHeaders, credentialsOf, type Incoming } from './incoming.js';
import { type Reply, refusalReply } from './reply.js';
import type { Handler } from './router.js';

export interface GraphqlOptions {
  readonly gateway: Gateway;
  readonly tlsTerminated: boolean;
  /** Bytes of this caller's body at most. */
  readonly bodyLimit: (incoming: Incoming) => Promise<number>;
  /** Whose router signed a request with this body; left out where nobody signs. */
  readonly signerOf?: (incoming: Incoming, body: Uint8Array) => Promise<string | undefined>;
}

export function graphqlRoute(options: GraphqlOptions): Handler {
  const { gateway, tlsTerminated, bodyLimit, signerOf = async () => undefined } = options;
  return async (incoming: Incoming): Promise<Reply> => {
    const { request, language } = incoming;
    checkMediaType(request);
    const type = negotiate(request.headers.accept);
    if (type === undefined) throw new Refusal('NOT_ACCEPTABLE');
    const body = await readBody(incoming, await bodyLimit(incoming));
    checkSingleHeaders(request);
    const document = readDocument(body);
    const signer = await signerOf(incoming, body);
    const released = await gateway.answer({
      credentials: { ...credentialsOf(request, tlsTerminated), signer },
      request: single(request.headers['exchange-request']),
      purpose: single(request.headers['exchange-purpose']),
      language,
      document,
    });
    if (released.refusal !== null) {
      const { body: sealed, refusal } = released;
      return refusalReply(refusal, { type, language: language ?? 'en', body: sealed });
    }
    const { receipt } = released;
    const headers = receipt === null ? {} : { 'exchange-receipt': formatReceipt(receipt) };
    return { status: 200, type, body: released.body, headers };
  };
}

// checkSingleHeaders saw to it; Node's type allows for a list.
const single = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;
