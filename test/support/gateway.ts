/**
 * The whole gateway for a journey: real HTTP on a free port, a database of its own, a clock that stands. What is not
 * handed in is the sample's.
 */

import { rm } from 'node:fs/promises';
import type { Clock, Ids } from '../../src/base/index.js';
import { systemIds } from '../../src/base/index.js';
import type { Config } from '../../src/config.js';
import { ledgerKeyPath } from '../../src/data-folder.js';
import { loadSample, type PersonaView } from '../../src/development/index.js';
import { type Caller, openDevelopmentIssuer } from '../../src/identity/index.js';
import { type PersonRecord, samplePeople } from '../../src/register/index.js';
import type { Request } from '../../src/requests/index.js';
import type { Rooms } from '../../src/rooms.js';
import { type Served, serve } from '../../src/serve.js';
import type { LedgerGround } from '../../src/serve-record.js';
import {
  closePool,
  createKeyFile,
  type DatabaseUrls,
  markSample,
  openImporter,
  openOwner,
  openRequests,
} from '../../src/store/index.js';
import { configOf } from './config-of.js';
import { makeDataDir } from './data-dir.js';
import { openTestDatabase } from './postgres.js';
import { NOW } from './requests.js';
import { routerOf, signHop, type UnsignedHop } from './signed-hop.js';

export interface GatewayError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The body as sent. */
  readonly text: string;
  readonly json: {
    readonly data?: unknown;
    readonly errors?: readonly GatewayError[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
}

/** As whom, on which request, for which purpose. */
export interface Standing {
  readonly persona: PersonaView;
  readonly request?: string;
  readonly purpose?: string;
  /** Where; the API unless it says otherwise. */
  readonly route?: '/graphql' | '/subgraph';
}

export interface GatewayPlan {
  readonly people?: readonly PersonRecord[];
  readonly requests?: readonly Request[];
  /** Milliseconds since the epoch; it stands still unless `clock` is handed in. */
  readonly now?: number;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly between?: (rooms: Rooms) => Rooms;
  readonly belowLedger?: (ground: LedgerGround) => LedgerGround;
  readonly config?: Partial<Config>;
}

export interface TestGateway extends Omit<Served, 'close'> {
  readonly urls: DatabaseUrls & { readonly admin: string };
  readonly dataDir: string;
  /** The first persona of this authority (and role). */
  persona(authority: string, role?: string): PersonaView;
  /** A caller of a test's own, with a development token. */
  callAs(caller: Partial<Caller>): Promise<PersonaView>;
  /** A persona and a sample request of it that stand on this instrument and purpose. */
  standing(instrument: string, purpose: string): Standing;
  ask(
    standing: Standing,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  addRequest(request: Request): Promise<void>;
  importPeople(people: Iterable<PersonRecord>, at?: number): Promise<void>;
  /** Lines of the operator's log so far. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

const DAY = 86_400_000;

/** Starts a gateway; `close` stops it and removes its database. */
export async function startGateway(plan: GatewayPlan = {}): Promise<TestGateway> {
  const { now = NOW, ids = systemIds } = plan;
  const clock = plan.clock ?? { now: () => now };
  const database = await openTestDatabase();
  const { urls } = database;
  const dataDir = await makeDataDir();
  await createKeyFile(ledgerKeyPath(dataDir), 'development');
  const owner = openOwner(urls.owner);
  const requests = openRequests(owner);
  const importPeople = async (people: Iterable<PersonRecord>, at = now - 2 * DAY) => {
    const importer = openImporter({ url: urls.owner, clock: { now: () => at }, ids });
    const reject = ({ code, field }: { code: string; field?: string | undefined }) => {
      throw new Error(`a person of the test was rejected: ${code} ${field ?? ''}`);
    };
    await importer.load({ lines: linesOf(people), reject });
  };
  await fill(plan, { now, owner, importPeople, insertRequest: requests.insert });
  const log: string[] = [];
  const served = await serve({
    config: { ...configOf(dataDir), ...plan.config },
    urls,
    clock,
    ids,
    log: (line) => log.push(line),
    ...(plan.between && { between: plan.between }),
    ...(plan.belowLedger && { belowLedger: plan.belowLedger }),
  });
  const personas = await personasOf(served.url);
  const persona = (authority: string, role?: string) =>
    one(
      personas,
      (each) => each.authority === authority && (role === undefined || each.role === role),
    );
  return {
    ...served,
    urls,
    dataDir,
    log,
    persona,
    callAs: (caller) => callerWithToken(caller, { dataDir, clock }),
    standing: (instrument, purpose) => standingOn(personas, instrument, purpose),
    ask: (standing, body, headers = {}) =>
      ask(served.url, standing, { body, headers, dataDir, clock }),
    addRequest: requests.insert,
    importPeople,
    async close() {
      await served.close();
      await closePool(owner);
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface Filling {
  readonly now: number;
  readonly owner: ReturnType<typeof openOwner>;
  readonly importPeople: (people: Iterable<PersonRecord>) => Promise<void>;
  readonly insertRequest: (request: Request) => Promise<void>;
}

async function fill({ people, requests }: GatewayPlan, filling: Filling): Promise<void> {
  const { now, owner, importPeople, insertRequest } = filling;
  if (people === undefined && requests === undefined) {
    await loadSample({
      isMarked: async () => false,
      isEmpty: async () => true,
      mark: () => markSample(owner),
      listRequests: async () => [],
      importPeople: () => importPeople(samplePeople({ seed: 2019, count: 80, today: dayOf(now) })),
      insertRequest,
      clock: { now: () => now - DAY },
    });
    return;
  }
  await importPeople(people ?? []);
  for (const request of requests ?? []) await insertRequest(request);
  await markSample(owner);
}

// The sample's dates rest on the day before the clock, as they do for whoever starts it today.
const dayOf = (now: number) =>
  new Date(now).toISOString().slice(0, 10) as `${number}-${number}-${number}`;

async function callerWithToken(
  change: Partial<Caller>,
  options: { readonly dataDir: string; readonly clock: Clock },
): Promise<PersonaView> {
  const officer = { officer: 'TEST-1', authority: 'KZ-MIA', unit: null, ...change };
  const role = officer.role ?? 'PARTNER_GATEWAY';
  const gateway = role === 'PARTNER_GATEWAY' ? 'gateway.test.invalid' : null;
  const caller = { gateway, ...officer, role };
  const { sign } = await openDevelopmentIssuer(options);
  return {
    persona: 'test',
    authority: caller.authority,
    role,
    token: await sign(caller),
    requests: [],
  };
}

async function* linesOf(people: Iterable<PersonRecord>): AsyncGenerator<Uint8Array> {
  for (const person of people) yield Buffer.from(`${JSON.stringify(person)}\n`);
}

async function personasOf(url: string): Promise<readonly PersonaView[]> {
  return (await fetch(`${url}/dev/personas`)).json();
}

function standingOn(
  personas: readonly PersonaView[],
  instrument: string,
  purpose: string,
): Standing {
  for (const persona of personas) {
    const request = persona.requests.find(
      (each) => each.instrument === instrument && each.purposes.includes(purpose),
    );
    if (request) return { persona, request: request.id, purpose };
  }
  throw new Error(`no persona stands on ${instrument} for ${purpose}`);
}

function one<T>(list: readonly T[], matches: (each: T) => boolean): T {
  const found = list.find(matches);
  if (found === undefined) throw new Error('no such persona');
  return found;
}

interface Sent {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly dataDir: string;
  readonly clock: Clock;
}

/** The headers of a hop, signed by the router of the authority that asks. */
async function signedFor(
  { persona: { authority } }: Standing,
  hop: UnsignedHop,
  { dataDir, clock }: Sent,
): Promise<Readonly<Record<string, string>>> {
  const signer = await routerOf(dataDir, authority);
  return Object.fromEntries(await signHop(hop, { signer, clock }));
}

async function ask(url: string, standing: Standing, sent: Sent): Promise<Reply> {
  const hop = {
    url: `${url}${standing.route ?? '/graphql'}`,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${standing.persona.token}`,
      ...(standing.request !== undefined && { 'exchange-request': standing.request }),
      ...(standing.purpose !== undefined && { 'exchange-purpose': standing.purpose }),
      ...sent.headers,
    },
    body: typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body),
  };
  const headers =
    standing.route === '/subgraph' ? await signedFor(standing, hop, sent) : hop.headers;
  const response = await fetch(hop.url, { method: 'POST', headers, body: hop.body });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) };
}
