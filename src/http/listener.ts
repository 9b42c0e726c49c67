/**
 * One listening socket: limits against slow and greedy callers, an orderly end. What is no HTTP, Node answers itself,
 * with a status alone.
 */
import { constants } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '../base/index.js';
import { send } from './reply.js';
import type { Routed, Router } from './router.js';

/** Milliseconds, and numbers of connections. */
export interface ListenerLimits {
  /** Until the headers are complete. */
  readonly headers: number;
  /** Until the request is complete. */
  readonly request: number;
  /** Between two requests of one connection. */
  readonly keepAlive: number;
  /** Without a byte in either direction: a caller that does not read what it asked for. */
  readonly idle: number;
  /** For requests in flight, once the listener is told to stop. */
  readonly grace: number;
  readonly connections: number;
  /** Of one address, so that nobody alone keeps the others out. */
  readonly fromOne: number;
  /** How often the first two are looked at. */
  readonly checkEvery: number;
}

export const LISTENER_LIMITS: ListenerLimits = {
  headers: 10_000,
  request: 30_000,
  keepAlive: 5_000,
  idle: 60_000,
  grace: 10_000,
  connections: 2_000,
  fromOne: 500,
  checkEvery: 2_000,
};

/** PEM texts. */
export interface ListenerTls {
  readonly cert: string;
  readonly key: string;
  /** Who must have certified a client. Without it any certificate is asked for and none is judged. */
  readonly clientCa?: string;
}

export interface ListenerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly tls: ListenerTls | null;
  readonly router: Router;
  /** Told of every reply once it is handed to the socket. */
  readonly observe: (routed: Routed, seconds: number) => void;
  /** Told of every connection that ended before its handshake did. */
  readonly onFailedHandshake?: () => void;
  readonly clock: Clock;
  readonly limits: ListenerLimits;
}

export interface Listener {
  readonly port: number;
  /** Stops accepting, lets requests in flight finish, ends the rest after the grace. */
  close(): Promise<void>;
}

/** Bytes of an unread body that are dropped before the connection is: it lets an honest caller read its refusal. */
const MOST_DROPPED = 4_194_304;
const LARGEST_HEADERS = 16_384;

/** A host as it stands in a URL. */
export const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Opens a listener; rejects with the system's error where the address cannot be had. */
export async function openListener(options: ListenerOptions): Promise<Listener> {
  const { limits, host, port } = options;
  const server = makeServer(options);
  server.maxConnections = limits.connections;
  server.timeout = limits.idle;
  boundAddresses(server, limits.fromOne);
  let isClosing = false;
  const handle = (request: IncomingMessage, response: ServerResponse) =>
    respond({ request, response }, options, () => isClosing);
  server.on('request', handle);
  // Answering the expectation is ours: a body that is refused is never asked for.
  server.on('checkContinue', handle);
  await listen(server, { host, port });
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      isClosing = true;
      return closeServer(server, limits.grace);
    },
  };
}

function makeServer({ limits, tls, onFailedHandshake = () => {} }: ListenerOptions): Server {
  const options: ServerOptions = {
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    keepAliveTimeout: limits.keepAlive,
    connectionsCheckingInterval: limits.checkEvery,
    maxHeaderSize: LARGEST_HEADERS,
  };
  if (tls === null) return createServer(options);
  const { clientCa: ca, cert, key } = tls;
  const server = createTlsServer({
    ...options,
    ...(ca === undefined ? ANY_CLIENT : { ...CERTIFIED_CLIENT, ca }),
    ...{ cert, key, minVersion: 'TLSv1.2', handshakeTimeout: limits.headers },
  });
  return server.on('tlsClientError', onFailedHandshake);
}

/** Ends a connection at once where its address has as many as it may, before any handshake. */
function boundAddresses(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.prependListener('connection', (socket: Socket) => {
    const { remoteAddress: from = '' } = socket;
    const before = open.get(from) ?? 0;
    if (before >= most) {
      socket.destroy();
      return;
    }
    open.set(from, before + 1);
    socket.once('close', () => {
      const left = (open.get(from) ?? 1) - 1;
      if (left > 0) open.set(from, left);
      else open.delete(from);
    });
  });
}

/** Any certificate is asked for and none is judged here: the token says which one it must be. */
const ANY_CLIENT = { requestCert: true, rejectUnauthorized: false } as const;
/** No request without a certificate that holds now: no session is resumed, since that would not look at it again. */
const CERTIFIED_CLIENT = {
  requestCert: true,
  rejectUnauthorized: true,
  secureOptions: constants.SSL_OP_NO_TICKET,
} as const;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function respond(
  { request, response }: Exchange,
  { router, observe, clock }: ListenerOptions,
  isClosing: () => boolean,
): void {
  const began = clock.now();
  const finish = (routed: Routed | undefined): void => {
    if (routed === undefined || response.destroyed) return;
    dropRest(request);
    send(response, routed.reply, isClosing());
    observe(routed, (clock.now() - began) / 1000);
  };
  // The router never rejects; what is thrown while sending ends this connection and no other.
  router(request, response)
    .then(finish)
    .catch(() => request.socket.destroy());
}

function dropRest(request: IncomingMessage): void {
  let dropped = 0;
  request.on('data', (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > MOST_DROPPED) request.socket.destroy();
  });
}

function listen(server: Server, address: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
