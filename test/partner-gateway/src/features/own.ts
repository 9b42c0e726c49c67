/** Our gateway as the router sees it: each fetch a signed hop to another process, with token, request and purpose. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { routerOf, signHop } from '../../../support/signed-hop.js';

export interface OwnAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
  /** The header Exchange-Receipt, or null. */
  readonly receipt: string | null;
}

export interface Own {
  /** Serves the subgraph of a feature from now on. */
  serve(feature: string): Promise<void>;
  ask(query: string, variables?: object): Promise<OwnAnswer>;
  close(): Promise<void>;
}

/** Where it answers, and who may ask there. */
interface Opened {
  readonly url: string;
  readonly dataDir: string;
  /** The gateway's clock stands. */
  readonly now: number;
  readonly token: string;
  readonly authority: string;
  readonly request: string;
  readonly purpose: string;
}

const CHILD = fileURLToPath(new URL('../../../rigs/features/gateway.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** Starts the gateway in a process of its own. */
export async function openOwn(): Promise<Own> {
  // By the settings of the product's own compiler.
  const child = fork(CHILD, { cwd: ROOT, execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit');
  const said = async (): Promise<unknown> => {
    const [message] = await Promise.race([once(child, 'message'), ended]);
    if (typeof message !== 'object') throw new Error('the gateway ended');
    return message;
  };
  const { url, dataDir, now, token, authority, request, purpose } = (await said()) as Opened;
  const signing = { signer: await routerOf(dataDir, authority), clock: { now: () => now } };
  const target = `${url}/subgraph`;
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${token}`,
    'exchange-request': request,
    'exchange-purpose': purpose,
  };
  return {
    async serve(feature) {
      const served = said();
      child.send(feature);
      await served;
    },
    async ask(query, variables = {}) {
      const body = JSON.stringify({ query, variables });
      const fields = await signHop({ url: target, headers, body }, signing);
      const signed = fields.map(([name, value]): [string, string] => [name, value]);
      const response = await fetch(target, { method: 'POST', headers: signed, body });
      const json: Omit<OwnAnswer, 'receipt'> = await response.json();
      return { ...json, receipt: response.headers.get('exchange-receipt') };
    },
    async close() {
      child.disconnect();
      await ended;
    },
  };
}
