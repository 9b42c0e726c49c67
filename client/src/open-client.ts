/**
 * The client of a gateway: states who asks, on what and for what, asks, reads the answer strictly, verifies its
 * receipt, and puts what became of it in the place of each guarded value. It keeps no value and writes none down.
 */
import type { Surfaced } from './guarded.js';
import { headsOf, originOf, type Stated, withToken } from './heads.js';
import { failed, type Outcome } from './outcome.js';
import type { Operation, Outline } from './outline.js';
import { type Fetch, post } from './post.js';
import { understand } from './understand.js';
import { openVerifier, type Verify } from './verify.js';

export interface ClientOptions extends Stated {
  /** The gateway's address; only its origin counts. */
  readonly url: string;
  /** The access token, or what fetches a fresh one: tokens last ten minutes at most. */
  readonly token: string | (() => string | Promise<string>);
  readonly fetch?: Fetch;
  /** How receipts are verified. */
  readonly verify?: Verify;
}

/** Variables may be left out where each of them may. */
type Given<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, signal?: AbortSignal]
    : [variables: Variables, signal?: AbortSignal];

export interface Client {
  /**
   * Asks one operation. The outcome is told, not thrown; thrown on are only the reason of an aborted signal and what
   * `token` throws.
   */
  ask<Data, Variables, Below extends Outline>(
    operation: Operation<Data, Variables, Below>,
    ...given: Given<Variables>
  ): Promise<Outcome<Surfaced<Data, Below>>>;
}

/**
 * Opens a client for one request and one purpose.
 *
 * @throws TypeError if `url` is no http(s) address, or no header can carry request, purpose or language.
 */
export function openClient(options: ClientOptions): Client {
  const origin = originOf(options.url);
  const heads = headsOf(options);
  const fetch: Fetch = (...asked) => (options.fetch ?? globalThis.fetch)(...asked);
  const receiptOf = openVerifier({ origin, fetch, verify: options.verify ?? {} });
  return {
    async ask(operation, ...[variables, signal]) {
      const { name: operationName, text: query, outline } = operation;
      const headers = withToken(heads, await tokenOf(options));
      if (headers === undefined) return failed('TOKEN_MALFORMED');
      const body = JSON.stringify({ query, operationName, variables });
      const sent = await post({ url: `${origin}/graphql`, headers, body, fetch, signal });
      if (sent === undefined) return failed('UNREACHABLE');
      const understood = understand(sent, { ...options, outline });
      if (understood.outcome !== 'understood') return understood;
      const receipt = await receiptOf({ sent, understood, headers, signal });
      if ('outcome' in receipt) return receipt;
      const { withheld, exchange } = understood;
      // The type was made by codegen from the text that was asked; the outline was held against the data.
      const data = understood.data as Answer<typeof operation>;
      return { outcome: 'answered', data, withheld, exchange, receipt };
    },
  };
}

type Answer<Asked> =
  Asked extends Operation<infer Data, infer _, infer Below> ? Surfaced<Data, Below> : never;

const tokenOf = async ({ token }: ClientOptions): Promise<string> =>
  typeof token === 'string' ? token : token();
