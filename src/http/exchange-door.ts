/**
 * The door for other gateways: a listener of its own, because nobody gets as far as a request without a certificate by
 * the authority that certifies partners. Whose certificate it is, and whether it is good now, the reception asks anew
 * for every message. TLS ends here and nowhere before.
 */
import type { Clock } from '../base/index.js';
import { RECONCILIATION_PATH } from '../ledger/index.js';
import type { Reception, WitnessDesk } from '../partner/index.js';
import { type BudgetLimits, openBodyBudget } from './body-budget.js';
import { exchangeRoute } from './exchange-route.js';
import { inUrl, LISTENER_LIMITS, type ListenerLimits, openListener } from './listener.js';
import type { Metrics } from './metrics.js';
import { openObserver } from './observer.js';
import { openRouter } from './router.js';
import type { SecurityLog } from './security-log.js';
import { witnessRoutes } from './witness-routes.js';

export interface ExchangeDoorOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The origin that partners send to and sign, where it is not that of host and port; null where it is. */
  readonly origin: string | null;
  /** PEM texts; `ca` certifies partners. */
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string };
  readonly reception: Reception;
  /** Takes what partners ask to reconcile; without it there is no such address. */
  readonly reconciliation?: Reception;
  /** Cosigns the partners' logs; without it there are no such addresses. */
  readonly witness?: WitnessDesk;
  readonly metrics: Metrics;
  readonly log: SecurityLog;
  readonly clock: Clock;
  /** Told of every error that is not a refusal. */
  readonly alarm: (error: unknown) => void;
  readonly limits?: Partial<ListenerLimits & { readonly body: number }>;
  /** Bytes of bodies in memory at one time. */
  readonly budget?: BudgetLimits;
}

export interface ExchangeDoor {
  /** The origin that partners send to: `https://127.0.0.1:4443`. */
  readonly url: string;
  /** Stops accepting, lets what is in flight finish (bounded), closes. */
  close(): Promise<void>;
}

/** Bytes: the longest signed mail that is read, an answer package with portraits and fingerprints. */
const BODY_LIMIT = 34_603_008;
/** Bytes: room for one of the longest of each of two partners, and for many usual ones beside. */
const BODY_BUDGET: BudgetLimits = { all: 100_663_296, each: 50_331_648 };
/** A partner sends its mail from one address, many at once, and takes its time; what they hold in memory, the budget bounds. */
const EXCHANGE_LIMITS = { ...LISTENER_LIMITS, connections: 256, fromOne: 64, request: 120_000 };

/** Opens the door; rejects with the system's error where the address cannot be had. */
export async function openExchangeDoor(options: ExchangeDoorOptions): Promise<ExchangeDoor> {
  const { host, port, tls, reception, metrics, log, clock, alarm } = options;
  const { body: bodyLimit = BODY_LIMIT, ...limits } = { ...EXCHANGE_LIMITS, ...options.limits };
  const failed = metrics.counter('sorgu_exchange_failed_handshakes', 'Handshakes that failed.', []);
  // Known once there is a port; no request comes before.
  let url = '';
  const budget = openBodyBudget(options.budget ?? BODY_BUDGET);
  const common = { origin: () => url, bodyLimit, budget };
  const { reconciliation } = options;
  const { witness } = options;
  const routes = [
    exchangeRoute({ ...common, reception, path: '/exchange/messages' }),
    ...(reconciliation === undefined
      ? []
      : [exchangeRoute({ ...common, reception: reconciliation, path: RECONCILIATION_PATH })]),
    ...(witness === undefined ? [] : witnessRoutes(witness)),
  ];
  const listener = await openListener({
    ...{ host, port, limits, clock },
    tls: { cert: tls.cert, key: tls.key, clientCa: tls.ca },
    router: openRouter({ routes, guard: () => {}, alarm }),
    observe: openObserver('sorgu_exchange', { metrics, log }),
    onFailedHandshake() {
      failed();
      log.note('UNAUTHENTICATED', 'handshake');
    },
  });
  url = options.origin ?? `https://${inUrl(host)}:${listener.port}`;
  return { url, close: () => listener.close() };
}
