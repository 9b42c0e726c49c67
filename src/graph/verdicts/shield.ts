/**
 * The one door to graphql-shield and graphql-middleware. Their ESM builds do not load on Node 23 and later, and the
 * CommonJS build of graphql-shield calls util.isUndefined, which Node 23 took away: both are required here, after it
 * is put back.
 */
import { createRequire } from 'node:module';
import util from 'node:util';
import type { applyMiddleware } from 'graphql-middleware';
import type { allow, deny, rule, shield } from 'graphql-shield';

if (!('isUndefined' in util)) {
  Object.defineProperty(util, 'isUndefined', { value: (value: unknown) => value === undefined });
}

/** One rule, or `allow` or `deny`. */
export type ShieldRule = ReturnType<ReturnType<typeof rule>> | typeof allow | typeof deny;

interface Shield {
  readonly allow: typeof allow;
  readonly deny: typeof deny;
  readonly rule: typeof rule;
  readonly shield: typeof shield;
}

interface Middleware {
  readonly applyMiddleware: typeof applyMiddleware;
}

const load = createRequire(import.meta.url);

export const shieldRules: Shield = load('graphql-shield');
export const middleware: Middleware = load('graphql-middleware');
