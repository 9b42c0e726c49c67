/** From a request to the reply of its route; whatever is thrown on the way becomes a refusal of constant words. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '../base/index.js';
import { negotiate } from './accept.js';
import { CallerGone } from './body.js';
import { type Incoming, readIncoming } from './incoming.js';
import { JSON_TYPE, NOT_FOUND, type Reply, refusalReply } from './reply.js';

/** Answers one request; may throw a Refusal, or CallerGone. */
export type Handler = (incoming: Incoming) => Promise<Reply> | Reply;

export interface Route {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly handle: Handler;
  /** Whether it answers everything under `path/` too. */
  readonly isFolder?: boolean;
}

export interface RouterOptions {
  readonly routes: readonly Route[];
  /** Looks at every request before its route; throws a Refusal. */
  readonly guard: (request: IncomingMessage) => void;
  /** Told of every error that is not a refusal. */
  readonly alarm: (error: unknown) => void;
}

/** A reply and the route that gave it: a closed list, safe in a log. */
export interface Routed {
  readonly route: string;
  readonly reply: Reply;
}

export type Router = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<Routed | undefined>;

/** Makes the router. It never rejects; undefined where nobody is left to answer. */
export function openRouter({ routes, guard, alarm }: RouterOptions): Router {
  return async (request, response) => {
    const incoming = readIncoming(request, response);
    const route = routes.find((each) => isAt(each, incoming.path));
    const name = route?.path ?? 'elsewhere';
    try {
      guard(request);
      const reply = route === undefined ? NOT_FOUND : await answer(route, incoming);
      return { route: name, reply };
    } catch (error) {
      if (error instanceof CallerGone) return undefined;
      return { route: name, reply: refuse(asRefusal(error, alarm), incoming) };
    }
  };
}

const isAt = ({ path, isFolder = false }: Route, asked: string): boolean =>
  asked === path || (isFolder && asked.startsWith(`${path}/`));

async function answer(route: Route, incoming: Incoming): Promise<Reply> {
  const methods = route.method === 'GET' ? ['GET', 'HEAD'] : [route.method];
  if (methods.includes(incoming.request.method ?? '')) return route.handle(incoming);
  const refused = refuse(new Refusal('METHOD_NOT_ALLOWED'), incoming);
  return { ...refused, headers: { allow: methods.join(', ') } };
}

function asRefusal(error: unknown, alarm: RouterOptions['alarm']): Refusal {
  if (error instanceof Refusal) return error;
  alarm(error);
  return new Refusal('INTERNAL');
}

function refuse(refusal: Refusal, { request, language }: Incoming): Reply {
  const type = negotiate(request.headers.accept) ?? JSON_TYPE;
  return refusalReply(refusal, { type, language: language ?? 'en' });
}
