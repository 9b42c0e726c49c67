/**
 * The router's own door, inside the authority: the asker is recognised by the authority's issuer before anything is
 * planned; what is asked then goes on with a token for each state. No answer of it is kept by anybody.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Standing } from './hop.js';
import type { QueryContext } from './router.js';
import type { StateSettings } from './settings.js';
import type { TokenExchange } from './tokens.js';

export interface DoorOptions {
  readonly states: readonly StateSettings[];
  readonly tokens: TokenExchange;
  readonly answer: (
    request: IncomingMessage,
    response: ServerResponse,
    context: QueryContext,
  ) => Promise<void> | void;
}

const REFUSAL = JSON.stringify({
  errors: [{ message: 'Not recognised.', extensions: { code: 'UNAUTHENTICATED' } }],
});
const bearer = /^Bearer ([^\s]{1,8192})$/i;

/** Opens the door. The handler never rejects but where the router itself does. */
export function openDoor({ states, tokens, answer }: DoorOptions) {
  let number = 0;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('cache-control', 'no-store');
    const subject = bearer.exec(request.headers.authorization ?? '')?.[1];
    const given = await Promise.all(
      states.map(async ({ authority }) => ({
        authority,
        token: subject && (await tokens.exchange(subject, authority)),
      })),
    );
    if (given[0]?.token === undefined) {
      response.writeHead(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer' });
      response.end(REFUSAL);
      return;
    }
    const asked = standingOf(request);
    const standings = given.map(
      ({ authority, token }) => [authority, { ...asked, token }] as const,
    );
    number += 1;
    await answer(request, response, { standings: new Map(standings), hops: [], number });
  };
}

function standingOf({ headers }: IncomingMessage): Omit<Standing, 'token'> {
  return {
    request: single(headers['exchange-request']),
    purpose: single(headers['exchange-purpose']),
    language: headers['accept-language'],
  };
}

const single = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;
