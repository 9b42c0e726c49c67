/** A gateway of the demo, asked at `/subgraph` as the router of somebody's authority asks it. */
import type { Answered, AskOptions } from '../../scripts/demo/asker.js';
import type { DemoGateway } from '../../scripts/demo/gateway.js';
import { systemClock } from '../../src/base/index.js';
import { type Caller, openDevelopmentIssuer } from '../../src/identity/index.js';
import { routerOf, signHop } from './signed-hop.js';

export interface Routed extends Answered {
  readonly status: number;
  readonly text: string;
}

/** Asks as this caller, through the router of the caller's own authority. */
export async function askSubgraph(
  { url, dataDir, authority: own }: Pick<DemoGateway, 'url' | 'dataDir' | 'authority'>,
  as: Partial<Caller>,
  { query, variables, request, purpose }: AskOptions & { readonly query: string },
): Promise<Routed> {
  const clock = systemClock;
  const issuer = await openDevelopmentIssuer({ clock, dataDir });
  const caller = { officer: 'X-1', gateway: null, unit: null, authority: own, ...as } as Caller;
  const hop = {
    url: `${url}/subgraph`,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${await issuer.sign(caller)}`,
      ...(request === undefined ? {} : { 'exchange-request': request }),
      ...(purpose === undefined ? {} : { 'exchange-purpose': purpose }),
    },
    body: JSON.stringify({ query, variables }),
  };
  const signer = await routerOf(dataDir, caller.authority);
  const headers = Object.fromEntries(await signHop(hop, { signer, clock }));
  const response = await fetch(hop.url, { method: 'POST', headers, body: hop.body });
  const text = await response.text();
  const { data = null, errors = [] } = JSON.parse(text) as Partial<Answered>;
  const receipt = response.headers.get('exchange-receipt');
  return { status: response.status, text, data, errors, receipt };
}
