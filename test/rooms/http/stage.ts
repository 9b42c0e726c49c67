/** The HTTP door over a gateway made by hand: what it was asked is kept, what it answers is set by the test. */
import { type Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { Refusal } from '../../../src/base/index.js';
import { type HttpDoor, type HttpOptions, openHttp, openMetrics } from '../../../src/http/index.js';
import type { Caller, Credentials } from '../../../src/identity/index.js';
import type { Receipt } from '../../../src/ledger/index.js';
import type { PublicationShelf } from '../../../src/publications/index.js';
import type { Ask, Gateway, Released } from '../../../src/rooms.js';
import { refusalBody } from '../../../src/words/index.js';

export const RECEIPT: Receipt = {
  origin: 'sorgu/AZ-SMS/KZ-MIA',
  index: 3,
  leafHash: 'aGFzaA==',
  entry: '{"name":"ə"}',
  salt: 'c2FsdA==',
  proof: ['cHJvb2Y='],
  checkpoint: 'sorgu/AZ-SMS/KZ-MIA\n4\ncm9vdA==\n\n— sorgu/AZ-SMS/KZ-MIA c2ln\n',
};

export const answered = (text = '{"data":{}}', receipt: Receipt | null = null): Released => ({
  body: Buffer.from(text),
  receipt,
  refusal: null,
});
export const refused = (refusal: Refusal): Released => ({
  body: refusalBody(refusal, 'en'),
  receipt: null,
  refusal,
});

const EMPTY_SHELF: PublicationShelf = {
  page: async () => ({ shown: [], more: false }),
  one: async () => undefined,
  body: async () => ({}),
  attachment: async () => undefined,
  versions: async () => [],
};

const ROLES = ['PARTNER_GATEWAY', 'AUDITOR', 'EXECUTING_OFFICER'] as const;

/** Tokens of the stage are `<authority>:<role>`. */
function callerOf({ authorization }: Credentials): Caller {
  const [, authority, said] = /^Bearer ([A-Z-]+):([A-Z_]+)$/.exec(authorization ?? '') ?? [];
  const role = ROLES.find((known) => known === said);
  if (authority === undefined || role === undefined) throw new Refusal('UNAUTHENTICATED');
  return { officer: '1', gateway: null, authority, unit: null, role };
}

export interface Stage {
  readonly door: HttpDoor;
  readonly asked: Ask[];
  /** What went to the security log: code and route. */
  readonly noted: string[];
  readonly alarmed: unknown[];
  reply: (ask: Ask) => Promise<Released> | Released;
  close(): Promise<void>;
}

export async function openStage(changes: Partial<HttpOptions> = {}): Promise<Stage> {
  const asked: Ask[] = [];
  const noted: string[] = [];
  const alarmed: unknown[] = [];
  const stage = {
    asked,
    noted,
    alarmed,
    reply: (_ask: Ask): Promise<Released> | Released => answered(),
  };
  const gateway: Gateway = {
    answer: async (ask) => {
      asked.push(ask);
      return stage.reply(ask);
    },
  };
  const door = await openHttp({
    host: '127.0.0.1',
    port: 0,
    adminPort: 0,
    tls: null,
    tlsTerminated: false,
    gateway,
    subgraph: { gateway, check: async () => undefined, origin: null },
    ledger: {
      identity: { recognise: async (credentials) => callerOf(credentials) },
      admit: () => {},
      proofs: {
        checkpoint: async (log) => (log === 'BE-IO' ? undefined : `checkpoint of ${log}\n`),
        inclusion: async (log, index, size) =>
          index < size ? [`${log} ${index} ${size}`] : undefined,
        consistency: async (log, from, to) => (from <= to ? [`${log} ${from} ${to}`] : undefined),
        tile: async (log, { level, index, width }) =>
          width > 9 ? undefined : Buffer.from(`${log} ${level} ${index} ${width}`),
        key: (log) => `key of ${log}`,
      },
      ownAuthority: 'AZ-SMS',
      logOf: (authority) => (authority === 'AZ-SMS' ? 'DOMESTIC' : authority),
    },
    publications: { shelf: EMPTY_SHELF, origin: null },
    development: null,
    checks: {},
    metrics: openMetrics(),
    log: { note: (code, route) => noted.push(`${code} ${route}`) },
    clock: { now: () => 0 },
    alarm: (error) => alarmed.push(error),
    ...changes,
  });
  return Object.assign(stage, { door, close: () => door.close() });
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Sent as it is, where the URL class would tidy it up. */
  readonly path?: string;
  /** One that keeps connections; without it each request has its own. */
  readonly agent?: Agent;
}

/** One request on a connection of its own, with exactly these headers. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body, path, agent }: Sending = {},
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const mutable = Object.entries(headers).map(([name, value]): [string, string | string[]] => [
      name,
      typeof value === 'string' ? value : [...value],
    ]);
    const sent = httpRequest(url, {
      method,
      headers: Object.fromEntries(mutable),
      agent: agent ?? false,
      ...(path === undefined ? {} : { path }),
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.end(body);
  });
}

const JSON_HEADERS = { 'content-type': 'application/json' };
export const OPERATION = '{"query":"{ __typename }"}';

/** POST /graphql with a good operation and these headers. */
export const post = (
  { door }: Stage,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
  body: string | Uint8Array = OPERATION,
): Promise<Received> =>
  ask(`${door.url}/graphql`, { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body });

/** What answers to these bytes, sent as they are, until the other side ends the connection. */
export function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

export const codeOf = ({ body }: Received): unknown =>
  JSON.parse(body).errors?.[0]?.extensions?.code;
