/** What the operator sees of a door: figures for every reply, a line for what was refused. */
import type { Metrics } from './metrics.js';
import type { Routed } from './router.js';
import type { SecurityLog } from './security-log.js';

/** Seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30];

/** Told of every reply and the seconds it took. */
export type Observer = (routed: Routed, seconds: number) => void;

/** Opens the figures of one door under its name; throws for a name that stands twice. */
export function openObserver(
  name: string,
  { metrics, log }: { readonly metrics: Metrics; readonly log: SecurityLog },
): Observer {
  const labels = ['route', 'code'];
  const count = metrics.counter(`${name}_responses`, 'Responses by route and code.', labels);
  const spread = metrics.histogram(`${name}_seconds`, 'Time from headers to reply.', BOUNDS);
  return ({ route, reply }, seconds) => {
    spread(seconds);
    count(route, reply.code ?? String(reply.status));
    if (reply.code !== undefined) log.note(reply.code, route);
  };
}
