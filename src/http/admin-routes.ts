/** The admin listener: is it alive, can it answer, what did it do. Loopback only; nothing about a person. */
import type { Metrics } from './metrics.js';
import { OPENMETRICS_TYPE } from './metrics.js';
import { jsonReply, type Reply, textReply } from './reply.js';
import type { Route } from './router.js';

/** What must hold for the gateway to answer, by name: `database`, `ledger`, `keys`. */
export type Checks = Readonly<Record<string, () => Promise<boolean | Hindrance>>>;

/** A code that says why not: a constant, for the operator. */
interface Hindrance {
  readonly reason: string;
}

/** Liveness: the process answers. Says nothing of what stands behind it. */
export const healthRoute: Route = {
  path: '/healthz',
  method: 'GET',
  handle: () => jsonReply({ status: 'ok' }),
};

export interface AdminOptions {
  readonly checks: Checks;
  readonly metrics: Metrics;
}

export function adminRoutes({ checks, metrics }: AdminOptions): readonly Route[] {
  return [
    healthRoute,
    { path: '/readyz', method: 'GET', handle: () => readiness(checks) },
    {
      path: '/metrics',
      method: 'GET',
      handle: async () => textReply(await metrics.text(), OPENMETRICS_TYPE),
    },
  ];
}

/** Milliseconds. A check that hangs is a check that fails. */
const PATIENCE = 3_000;

async function readiness(checks: Checks): Promise<Reply> {
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await holds(check)] as const),
  );
  const ready = outcomes.every(([, outcome]) => outcome === true);
  const held = outcomes.map(([name, outcome]) => [name, outcome === true] as const);
  const reasons = outcomes.flatMap(([name, outcome]) =>
    typeof outcome === 'boolean' ? [] : [[name, outcome.reason] as const],
  );
  const why = reasons.length === 0 ? {} : { reasons: Object.fromEntries(reasons) };
  return jsonReply({ ready, checks: Object.fromEntries(held), ...why }, ready ? 200 : 503);
}

function holds(check: Checks[string]): Promise<boolean | Hindrance> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    const settle = (isGood: boolean | Hindrance): void => {
      clearTimeout(timer);
      resolve(isGood);
    };
    check().then(settle, () => settle(false));
  });
}
