/**
 * The token endpoint of a state (RFC 8693), as its authority's own issuer would run it: a router that shows its
 * registered certificate exchanges an officer's token for one that this state's gateway takes, which names the same
 * officer, the router as the actor, and the router's certificate. For the demo: development's issuers stand behind it.
 */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { type Clock, Refusal } from '../../../src/base/index.js';
import { type Caller, type DevelopmentIssuer, openIdentity } from '../../../src/identity/index.js';
import { fingerprintOf } from '../../../src/partner/index.js';

/** A router as it was registered. */
export interface RegisteredRouter {
  /** What stands in `act.sub`. */
  readonly name: string;
  /** PEM. */
  readonly cert: string;
  /** PEM: who certified it. */
  readonly ca: string;
}

export interface TokenEndpointOptions {
  /** Whose gateway the tokens are for. */
  readonly audience: string;
  /** Signs for that gateway. */
  readonly issuer: DevelopmentIssuer;
  /** The issuer of the officers who ask, whom this state believes about them. */
  readonly subjects: DevelopmentIssuer;
  readonly router: RegisteredRouter;
  /** What an officer is at this gateway. */
  readonly roleOf: (officer: Caller) => Caller['role'];
  readonly tls: { readonly cert: string; readonly key: string };
  readonly clock: Clock;
}

export interface TokenEndpoint {
  readonly url: string;
  close(): Promise<void>;
}

const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const EXCHANGE = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: ACCESS_TOKEN,
};
/** Seconds: what the router is told; the tokens themselves live longer. */
const LIFE = 600;
const LONGEST_FORM = 16_384;

/** Opens the endpoint on a free port of this machine. */
export async function openTokenEndpoint(options: TokenEndpointOptions): Promise<TokenEndpoint> {
  const exchange = openExchange(options);
  const { router, tls } = options;
  const certified = { requestCert: true, rejectUnauthorized: true, ca: router.ca };
  const server = createServer({ ...tls, ...certified }, (request, response) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LONGEST_FORM) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const certificate = (request.socket as TLSSocket).getPeerX509Certificate()?.toString() ?? '';
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      void exchange(certificate, form).then((answer) => {
        const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
        response.writeHead('error' in answer ? 400 : 200, headers).end(JSON.stringify(answer));
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}/token`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

type Exchanged =
  | { readonly error: 'invalid_client' | 'invalid_request' | 'invalid_grant' | 'invalid_target' }
  | {
      readonly access_token: string;
      readonly issued_token_type: string;
      readonly token_type: 'Bearer';
      /** Seconds. */
      readonly expires_in: number;
    };

function openExchange({ subjects, router, clock, ...options }: TokenEndpointOptions) {
  const { issuer, audience, keys } = subjects;
  const common = { clock, mode: 'development', bindCertificates: false } as const;
  const identity = openIdentity({ issuer, audience, keys: { set: keys }, ...common });
  const registered = fingerprintOf(router.cert);
  return async (certificate: string, form: URLSearchParams): Promise<Exchanged> => {
    if (fingerprintOf(certificate) !== registered) return { error: 'invalid_client' };
    const isExchange = Object.entries(EXCHANGE).every(([name, value]) => form.get(name) === value);
    if (!isExchange) return { error: 'invalid_request' };
    if (form.get('audience') !== options.audience) return { error: 'invalid_target' };
    try {
      const authorization = `Bearer ${form.get('subject_token')}`;
      const officer = await identity.recognise({ authorization, certificate: undefined });
      const caller = { ...officer, role: options.roleOf(officer), gateway: router.name };
      const token = await options.issuer.sign(caller, registered);
      const described = { issued_token_type: ACCESS_TOKEN, token_type: 'Bearer' } as const;
      return { access_token: token, ...described, expires_in: LIFE };
    } catch (error) {
      if (error instanceof Refusal) return { error: 'invalid_grant' };
      throw error;
    }
  };
}
