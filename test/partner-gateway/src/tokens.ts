/**
 * The asker's token, exchanged for one of each state (RFC 8693): it names the same officer, this router as the actor, and
 * is bound to the router's certificate. What was exchanged is kept until shortly before its end, under a digest.
 */
import type { Clock } from '../../../src/base/index.js';
import { readObject } from '../../../src/base/index.js';
import {
  openLine,
  post,
  TRANSPORT_LIMITS,
  type TransportTls,
} from '../../../src/partner/transport/line.js';
import { digestOf } from './hop.js';
import type { StateSettings } from './settings.js';

export interface TokenExchange {
  /** A token for this audience, or undefined where its issuer gives none. Never rejects. */
  exchange(token: string, audience: string): Promise<string | undefined>;
  close(): void;
}

export interface TokenOptions {
  readonly states: readonly Pick<StateSettings, 'authority' | 'tokens'>[];
  readonly tls: TransportTls;
  readonly clock: Clock;
  readonly patience: number;
}

const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
/** Milliseconds before its end at which a token is not used any more. */
const MARGIN = 30_000;
const MOST = 1_000;

interface Kept {
  readonly token: string;
  readonly until: number;
}

/** Opens the exchange; nothing is asked yet. */
export function openTokenExchange(options: TokenOptions): TokenExchange {
  const { clock } = options;
  const kept = new Map<string, Kept>();
  const endpoints = new Map(
    options.states.map(({ authority, tokens }) => [authority, openEndpoint(tokens, options)]),
  );
  return {
    async exchange(token, audience) {
      const name = `${audience} ${digestOf(token)}`;
      const known = kept.get(name);
      if (known !== undefined && clock.now() < known.until) return known.token;
      kept.delete(name);
      const fresh = await endpoints.get(audience)?.fetch(token, audience);
      const [oldest] = kept.keys();
      if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest);
      if (fresh !== undefined) kept.set(name, fresh);
      return fresh?.token;
    },
    close() {
      for (const { close } of endpoints.values()) close();
    },
  };
}

/** The token endpoint of one state. */
function openEndpoint(
  { url, certificates }: StateSettings['tokens'],
  { tls, patience, clock }: TokenOptions,
) {
  const limits = { ...TRANSPORT_LIMITS, answer: patience, connect: patience };
  const line = openLine({ tls, certificates, limits });
  return {
    async fetch(subject: string, audience: string): Promise<Kept | undefined> {
      const answer = await post(requestFor(url, subject, audience), { line, limits });
      if ('unreachable' in answer || answer.status !== 200) return undefined;
      return readToken(answer.body, clock);
    },
    close: () => line.destroy(),
  };
}

function requestFor(url: string, subject: string, audience: string) {
  const form = new URLSearchParams({
    ...{ grant_type: GRANT, audience, requested_token_type: ACCESS_TOKEN },
    ...{ subject_token: subject, subject_token_type: ACCESS_TOKEN },
  });
  const fields = [['content-type', 'application/x-www-form-urlencoded']] as const;
  return { method: 'POST', targetUri: url, fields, body: Buffer.from(form.toString()) };
}

function readToken(body: Uint8Array, clock: Clock): Kept | undefined {
  const { access_token: token, expires_in: seconds } = readObject(body) ?? {};
  if (typeof token !== 'string' || typeof seconds !== 'number') return undefined;
  return { token, until: clock.now() + seconds * 1000 - MARGIN };
}
