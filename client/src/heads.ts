/** The headers of an operation, and the address they go to; each is checked before anything is sent. */
import type { Purpose } from './operations.generated.js';

/** What a client states with every operation. */
export interface Stated {
  /** The request that the operations stand on, and the purpose of theirs; left out for what is public. */
  readonly request?: string;
  readonly purpose?: Purpose;
  /** Language of messages, as in `Accept-Language`: ru, en, az, kk. */
  readonly language?: string;
}

/** The origin of an http(s) address; throws TypeError, which does not repeat it. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) throw new TypeError('url is no address');
  const { protocol, origin } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError('url is no http address');
  return origin;
}

/** The headers but the token; throws TypeError for what a header cannot carry, which it does not repeat. */
export function headsOf({ request, purpose, language }: Stated): Headers {
  const stated = {
    'Exchange-Request': request,
    'Exchange-Purpose': purpose,
    'Accept-Language': language,
  };
  const heads = new Headers({
    'Content-Type': 'application/json',
    Accept: 'application/graphql-response+json',
  });
  for (const [name, value] of Object.entries(stated)) {
    if (value === undefined) continue;
    if (!visible.test(value)) throw new TypeError(`${name} cannot carry what was given`);
    heads.set(name, value);
  }
  return heads;
}

/** These headers and a token; undefined where it is none (RFC 6750, section 2.1). */
export function withToken(heads: Headers, token: string): Headers | undefined {
  if (!bearer.test(token)) return undefined;
  const all = new Headers(heads);
  all.set('Authorization', `Bearer ${token}`);
  return all;
}

const visible = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
const bearer = /^[A-Za-z0-9\-._~+/]+=*$/;
