/**
 * Whoever is not the registered router, at the door of Baku's gateway: each with a token that is genuine, and each wrong
 * in one thing. Nothing may be released to any of them.
 */
import { join } from 'node:path';
import { systemClock, systemIds } from '../../../src/base/index.js';
import type { Caller } from '../../../src/identity/index.js';
import {
  fingerprintOf,
  type HttpRequest,
  type HttpResponse,
  openFileSigner,
  signQuery,
} from '../../../src/partner/index.js';
import { openLine, post, TRANSPORT_LIMITS } from '../../../src/partner/transport/line.js';
import { openTokenExchange } from '../../../test/partner-gateway/src/tokens.js';
import { ANALYST } from '../story.js';
import { makeRouterKeys, ROUTER_FILES, type RouterKeys, readTls } from './router-keys.js';
import type { States } from './states.js';

export interface Probed {
  /** ANSWERED, or the code of the refusal. */
  readonly outcome: string;
  readonly answer: HttpResponse | null;
}

export interface ProbeOptions {
  readonly states: States;
  /** The registered router. */
  readonly router: RouterKeys;
  readonly dir: string;
}

interface Shown {
  /** Whose certificate is shown, and to which the token is bound unless it says otherwise. */
  readonly keys: RouterKeys;
  readonly authority?: string;
  readonly boundTo?: RouterKeys;
  /** Whose key signs; null: nobody's. */
  readonly signedBy: RouterKeys | null;
}

export interface Probe {
  readonly name: string;
  /** What must come of it. */
  readonly outcome: string;
  readonly ask: () => Promise<Probed>;
}

/** What comes of the first: the registered router asks, by hand. */
export const ANSWERED = 'ANSWERED';

/** Everybody who tries. `another` is a router of another authority, registered in its own right. */
export async function openProbes(options: ProbeOptions & { readonly another: RouterKeys }) {
  const { router, another, dir } = options;
  const ended = await makeRouterKeys(join(dir, 'ended'), { days: -1 });
  const unknown = await makeRouterKeys(join(dir, 'unknown'));
  const probe = (name: string, outcome: string, shown: Shown): Probe => ({
    ...{ name, outcome },
    ask: () => probeAs(shown, options),
  });
  return [
    probe('the router itself, by hand', ANSWERED, { keys: router, signedBy: router }),
    probe('unsigned', 'UNAUTHENTICATED', { keys: router, signedBy: null }),
    probe('signed by a key that nobody registered', 'UNAUTHENTICATED', {
      ...{ keys: router, signedBy: unknown },
    }),
    probe('another certificate than the one the token is bound to', 'UNAUTHENTICATED', {
      ...{ keys: unknown, boundTo: router, signedBy: router },
    }),
    probe('a client certificate that has ended', 'UNAUTHENTICATED', {
      ...{ keys: ended, signedBy: router },
    }),
    probe("another authority's router, with a token of this one", 'UNAUTHENTICATED', {
      ...{ keys: another, boundTo: another, signedBy: another },
    }),
    probe("another authority's router, in its own right", 'NO_GRANT', {
      ...{ keys: another, authority: 'BE-IO', signedBy: another },
    }),
    ...[
      { name: 'the router itself', outcome: 'TOKEN', keys: router },
      { name: 'a certificate that has ended', outcome: 'NO_TOKEN', keys: ended },
      { name: "another authority's router", outcome: 'NO_TOKEN', keys: another },
    ].map(({ name, outcome, keys }) => ({
      ...{ name: `${name}, at the token endpoint`, outcome },
      ask: () => exchangeAs(keys, options),
    })),
  ];
}

async function probeAs(shown: Shown, { states }: ProbeOptions): Promise<Probed> {
  const { keys, authority = 'KZ-MIA', boundTo = keys, signedBy } = shown;
  const [, { gateway }] = states.all;
  const caller: Caller = {
    ...{ officer: ANALYST.officer, authority, unit: null, gateway: boundTo.name },
    role: 'PARTNER_GATEWAY',
  };
  const token = await gateway.issuer.sign(caller, fingerprintOf(boundTo.cert));
  const unsigned = queryOf(`${gateway.url}/subgraph`, token, states);
  const sent = signedBy === null ? unsigned : await signed(unsigned, signedBy);
  const limits = { ...TRANSPORT_LIMITS, longestAnswer: 1_048_576 };
  const certificates = [fingerprintOf(gateway.witness.tls.cert)];
  const line = openLine({ tls: { ...readTls(keys), ca: states.ca }, certificates, limits });
  const answer = await post(sent, { line, limits });
  line.destroy();
  if ('unreachable' in answer) return { outcome: answer.unreachable, answer: null };
  const { data, errors } = JSON.parse(Buffer.from(answer.body).toString());
  const outcome = data === undefined ? String(errors?.[0]?.extensions.code) : ANSWERED;
  return { outcome, answer };
}

/** The officer's own token, brought by somebody who is not the router. */
async function exchangeAs(keys: RouterKeys, { states }: ProbeOptions): Promise<Probed> {
  const [{ gateway: home }, { gateway, tokens }] = states.all;
  const subject = await home.issuer.sign({
    ...{ ...ANALYST, authority: 'KZ-MIA', unit: null, gateway: null },
  });
  const certificates = [fingerprintOf(gateway.witness.tls.cert)];
  const exchange = openTokenExchange({
    states: [{ authority: gateway.authority, tokens: { url: tokens.url, certificates } }],
    tls: { ...readTls(keys), ca: states.ca },
    ...{ clock: systemClock, patience: 10_000 },
  });
  const token = await exchange.exchange(subject, gateway.authority);
  exchange.close();
  return { outcome: token === undefined ? 'NO_TOKEN' : 'TOKEN', answer: null };
}

function queryOf(targetUri: string, token: string, { request, purpose }: States): HttpRequest {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on ExchangeSubject { id aze { nameCyrillic { surname } dateOfBirth } } } }`;
  const variables = { of: [{ __typename: 'ExchangeSubject', id: `${request}.1` }] };
  const fields = Object.entries({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    'exchange-request': request,
    'exchange-purpose': purpose,
  });
  const body = Buffer.from(JSON.stringify({ query, variables }));
  return { method: 'POST', targetUri, fields, body };
}

async function signed(query: HttpRequest, by: RouterKeys): Promise<HttpRequest> {
  const signer = await openFileSigner(join(by.dir, ROUTER_FILES.signing), 'development');
  return signQuery(query, { signer, clock: systemClock, ids: systemIds });
}
