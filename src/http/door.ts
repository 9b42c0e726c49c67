/** The HTTP door: the public listener and the admin listener, opened together and closed together. */
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../base/index.js';
import type { QueryCheck } from '../partner/index.js';
import type { Gateway } from '../rooms.js';
import { adminRoutes, type Checks, healthRoute } from './admin-routes.js';
import { bodyLimitOf } from './body-limit.js';
import { type DevelopmentOptions, developmentRoutes } from './development-routes.js';
import { graphqlRoute } from './graphql-route.js';
import { checkLocalHost, type Incoming } from './incoming.js';
import { type LedgerRoutesOptions, ledgerRoutes } from './ledger-routes.js';
import {
  inUrl,
  LISTENER_LIMITS,
  type Listener,
  type ListenerLimits,
  openListener,
} from './listener.js';
import type { Metrics } from './metrics.js';
import { openObserver } from './observer.js';
import { type PublicationDoor, publicationRoutes } from './publication-routes.js';
import { openRouter, type Route } from './router.js';
import type { SecurityLog } from './security-log.js';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly adminPort: number;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** A proxy ends TLS and says in Client-Cert which certificate it saw (RFC 9440). */
  readonly tlsTerminated: boolean;
  readonly gateway: Gateway;
  /** The same path, asked as a subgraph; null where no router is registered, and then nothing stands there. */
  readonly subgraph: SubgraphDoor | null;
  readonly ledger: Omit<LedgerRoutesOptions, 'tlsTerminated'>;
  readonly publications: PublicationDoor;
  /** Null in production: neither personas nor console, and any Host. */
  readonly development: DevelopmentOptions | null;
  readonly checks: Checks;
  readonly metrics: Metrics;
  readonly log: SecurityLog;
  readonly clock: Clock;
  /** Told of every error that is not a refusal. */
  readonly alarm: (error: unknown) => void;
  readonly limits?: Partial<ListenerLimits & { readonly body: number }>;
}

export interface SubgraphDoor {
  readonly gateway: Gateway;
  readonly check: QueryCheck;
  /** The origin that routers sign; null where it is that of host and port. */
  readonly origin: string | null;
}

export interface HttpDoor {
  /** Where the API answers: `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly adminUrl: string;
  /** Stops accepting, lets what is in flight finish (bounded), closes. */
  close(): Promise<void>;
}

/** Bytes. The longest operation we answer is a tenth of it. */
const BODY_LIMIT = 262_144;
const ADMIN_HOST = '127.0.0.1';

/** Opens both listeners; rejects with the system's error where an address cannot be had, leaving none open. */
export async function openHttp(options: HttpOptions): Promise<HttpDoor> {
  const { host, port, adminPort, tls, clock } = options;
  const observe = openObserver('sorgu_http', options);
  const usual = { ...LISTENER_LIMITS, ...options.limits };
  // Behind a proxy all have its address, and it is the proxy that bounds them.
  const limits = options.tlsTerminated ? { ...usual, fromOne: usual.connections } : usual;
  const admin = await openListener({
    ...{ host: ADMIN_HOST, port: adminPort, tls: null, limits, clock, observe: () => {} },
    router: routerOf(adminRoutes(options), checkLocalHost, options),
  });
  // Known once there is a port; no request comes before.
  let url = '';
  const api = await openListener({
    ...{ host, port, tls, limits, clock, observe },
    router: routerOf(
      publicRoutes(options, () => url),
      guardOf(options),
      options,
    ),
  }).catch((error: unknown) => admin.close().then(() => Promise.reject(error)));
  url = `${tls === null ? 'http' : 'https'}://${inUrl(host)}:${api.port}`;
  return {
    url,
    adminUrl: `http://${ADMIN_HOST}:${admin.port}`,
    close: () => closeBoth(api, admin),
  };
}

function publicRoutes(options: HttpOptions, url: () => string): readonly Route[] {
  const { gateway, subgraph, ledger, tlsTerminated, development, limits } = options;
  const { identity, ownAuthority } = ledger;
  const usual = limits?.body ?? BODY_LIMIT;
  const bodyLimit = (incoming: Incoming) =>
    bodyLimitOf({ identity, ownAuthority, tlsTerminated, usual }, incoming);
  const handle = graphqlRoute({ gateway, tlsTerminated, bodyLimit });
  const subgraphRoutes =
    subgraph === null ? [] : [subgraphRoute({ ...subgraph, tlsTerminated, url, usual })];
  return [
    { path: '/graphql', method: 'POST', handle },
    ...subgraphRoutes,
    healthRoute,
    ...ledgerRoutes({ ...ledger, tlsTerminated }),
    ...publicationRoutes({ ...options, ownAuthority, url }),
    ...(development === null ? [] : developmentRoutes(development)),
  ];
}

interface SubgraphRouteOptions extends SubgraphDoor {
  readonly tlsTerminated: boolean;
  /** Where the API answers. */
  readonly url: () => string;
  /** Bytes of a body at most. */
  readonly usual: number;
}

function subgraphRoute(options: SubgraphRouteOptions): Route {
  const { gateway, check, origin, tlsTerminated, url, usual } = options;
  const handle = graphqlRoute({
    ...{ gateway, tlsTerminated },
    bodyLimit: async () => usual,
    signerOf: ({ request: { url: target = '', rawHeaders } }, body) =>
      check({ targetUri: `${origin ?? url()}${target}`, rawHeaders, body }),
  });
  return { path: '/subgraph', method: 'POST', handle };
}

type Guard = (request: IncomingMessage) => void;

function guardOf({ development }: HttpOptions): Guard {
  return development === null ? () => {} : checkLocalHost;
}

function routerOf(routes: readonly Route[], guard: Guard, { alarm }: HttpOptions) {
  return openRouter({ routes, guard, alarm });
}

async function closeBoth(api: Listener, admin: Listener): Promise<void> {
  // The admin listener stays until the last answer is out, so that a stop can be watched.
  await api.close();
  await admin.close();
}
