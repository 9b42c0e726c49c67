/** The ways that are measured: one query through the router to both states, and what it asks of each, asked of it alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASKED, type Asking, askRouter } from '../../../scripts/demo/federation/ask-router.js';
import {
  ROUTER_FILES,
  type RouterKeys,
  readTls,
} from '../../../scripts/demo/federation/router-keys.js';
import type { States } from '../../../scripts/demo/federation/states.js';
import { systemClock } from '../../../src/base/index.js';
import { openFileSigner } from '../../../src/partner/index.js';
import { openHop } from '../../partner-gateway/src/hop.js';
import { readSettings } from '../../partner-gateway/src/settings.js';
import { openTokenExchange } from '../../partner-gateway/src/tokens.js';

/** Asks once; rejects where the answer is not whole. */
export type Way = () => Promise<unknown>;

export interface Ways {
  readonly names: readonly string[];
  readonly ask: Readonly<Record<string, Way>>;
  close(): void;
}

/** The ways through the router, by their names in the table, and those without it. */
export const ROUTER = 'both states, through the router';
export const ROUTED = { AZE: 'AZE, through the router', KAZ: 'KAZ, through the router' } as const;
export const ALONE = { AZE: 'AZE alone', KAZ: 'KAZ alone' } as const;

/** Opens them; `asking` is how the router is asked. */
export async function openWays(states: States, keys: RouterKeys, asking: Asking): Promise<Ways> {
  const settings = readSettings(join(keys.dir, ROUTER_FILES.settings));
  const signer = await openFileSigner(join(keys.dir, ROUTER_FILES.signing), 'development');
  const tls = { ...readTls(keys), ca: readFileSync(settings.tls.ca, 'utf8') };
  const common = { tls, patience: 10_000, clock: systemClock };
  const tokens = openTokenExchange({ ...common, states: settings.states });
  const alone = settings.states.map((state) => {
    const hop = openHop({ ...common, state, signer });
    const operation = operationFor(state.code, states.request);
    const ask = async () => {
      const token = await tokens.exchange(asking.token, state.authority);
      const { request, purpose } = asking;
      const answer = await hop.ask(operation, { token, request, purpose, language: undefined });
      if ('fault' in answer) throw new Error(`${state.code}: ${answer.fault}`);
    };
    return { name: state.code === 'AZE' ? ALONE.AZE : ALONE.KAZ, ask, hop };
  });
  const routed = (asked: readonly ('aze' | 'kaz')[]) => async () => {
    const { errors, receipts } = await askRouter({ ...asking, states: asked });
    const isWhole = asked.every((state) =>
      receipts[state.toUpperCase()]?.some((end) => 'receipt' in end),
    );
    if (!isWhole) throw new Error(`the router: ${errors.map(({ extensions }) => extensions.code)}`);
  };
  const named = [
    { name: ROUTER, ask: routed(['aze', 'kaz']) },
    { name: ROUTED.AZE, ask: routed(['aze']) },
    { name: ROUTED.KAZ, ask: routed(['kaz']) },
    ...alone,
  ];
  return {
    names: named.map(({ name }) => name),
    ask: Object.fromEntries(named.map(({ name, ask }) => [name, ask])),
    close() {
      for (const { hop } of alone) hop.close();
      tokens.close();
    },
  };
}

/** The same fields as in the federated query, of the one entity. */
function operationFor(code: string, request: string) {
  const [field, asked] = code === 'AZE' ? ['aze', ASKED.aze] : ['kaz', ASKED.kaz];
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
    __typename ... on ExchangeSubject { ${field} { ${asked} } } } }`;
  const variables = { of: [{ __typename: 'ExchangeSubject', id: `${request}.1` }] };
  return { query, variables, isOnRecord: true };
}
