/**
 * A gateway on a small register of its own cluster, with two requests for every purpose of every instrument: one whose
 * persons hold different items, and one whose persons hold all that the purpose opens.
 */
import { rm } from 'node:fs/promises';
import { request as open } from 'node:http';
import { systemIds } from '../../../src/base/index.js';
import { ledgerKeyPath } from '../../../src/data-folder.js';
import { type Caller, openDevelopmentIssuer } from '../../../src/identity/index.js';
import type { Request } from '../../../src/requests/index.js';
import type { Rooms } from '../../../src/rooms.js';
import { serve } from '../../../src/serve.js';
import {
  type BundledUrls,
  closePool,
  createKeyFile,
  markSample,
  migrate,
  openBundledPostgres,
  openImporter,
  openOwner,
  openRequests,
} from '../../../src/store/index.js';
import { configOf } from '../../support/config-of.js';
import { makeMemoryDir } from '../../support/data-dir.js';
import { NOW, sampleRequest } from '../../support/requests.js';
import { type TwinStanding, twinStandings } from '../../support/twin-registers.js';
import { variant } from '../../support/twins.js';
import { standAt } from '../../support/wall.js';
import { type Build, between } from './builds.js';

/** Who asks on which request, for which purpose. */
export interface Grantee {
  readonly instrument: string;
  readonly purpose: string;
  readonly request: string;
  readonly token: string;
  /** Whose token it is. */
  readonly authority: string;
}

export interface Told {
  readonly status: number;
  readonly json: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
  };
}

export interface Ground {
  readonly url: string;
  readonly dataDir: string;
  readonly grantees: readonly Grantee[];
  /** Serves as another build from now on. */
  become(build: Build): void;
  ask(grantee: Grantee, body: object): Promise<Told>;
  /** What the path of a query is opened over. */
  readonly rooms: Rooms;
  close(): Promise<void>;
}

const clock = { now: () => NOW };

/** Opens it, with `put` between its rooms and the path; `close` removes all of it. */
export async function openGround(put = (rooms: Rooms): Rooms => rooms): Promise<Ground> {
  const dataDir = await makeMemoryDir();
  const postgres = await openBundledPostgres({ dataDir, log: () => undefined });
  let build: Build = 'honest';
  const standings = twinStandings();
  const plain = standings.map((standing) => ({ ...standing, request: plainRequest(standing) }));
  const all = [...standings, ...plain];
  await migrate(postgres.urls);
  await createKeyFile(ledgerKeyPath(dataDir), 'development');
  await fill(
    postgres.urls,
    standings,
    all.map(({ request }) => request),
  );
  const config = configOf(dataDir);
  const options = { urls: postgres.urls, clock, log: () => undefined };
  const become = between(() => build);
  const opened: Rooms[] = [];
  const note = (rooms: Rooms): Rooms => {
    opened.push(rooms);
    return put(become(rooms));
  };
  const served = await serve({ config, ...options, between: note });
  // Those of /graphql are opened first.
  const [rooms] = opened;
  if (rooms === undefined) throw new Error('no room was opened');
  const { sign } = await openDevelopmentIssuer({ clock, dataDir });
  return {
    url: served.url,
    dataDir,
    grantees: await Promise.all(all.map((standing) => granteeOf(standing, sign))),
    become: (other) => {
      build = other;
    },
    ask: (grantee, body) => ask(served.url, grantee, body),
    rooms,
    async close() {
      await served.close();
      await postgres.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const plainRequest = ({ instrument, purpose, twins }: TwinStanding): Request =>
  sampleRequest({
    instrument: instrument.id,
    purpose,
    people: twins.slice(0, 2).map(({ id }) => id),
  });

async function fill(
  urls: BundledUrls,
  standings: readonly TwinStanding[],
  requests: readonly Request[],
): Promise<void> {
  const owner = openOwner(urls.owner);
  const recorded = { now: () => NOW - 2 * 86_400_000 };
  const importer = openImporter({ url: urls.owner, clock: recorded, ids: systemIds });
  try {
    await importer.load({ lines: linesOf(standings), reject: refuse });
    for (const request of requests) await openRequests(owner).insert(request);
    await markSample(owner);
    await standAt(owner, Date.UTC(2000, 0, 1));
  } finally {
    await closePool(owner);
  }
}

const refuse = ({ code }: { readonly code: string }): never => {
  throw new Error(`a person of the rig was rejected: ${code}`);
};

async function* linesOf(standings: readonly TwinStanding[]): AsyncGenerator<Uint8Array> {
  for (const { twins } of standings) {
    for (const [nth, twin] of twins.entries()) {
      yield Buffer.from(`${JSON.stringify(variant(twin, nth))}\n`);
    }
  }
}

async function granteeOf(
  { instrument, purpose, request }: TwinStanding,
  sign: (caller: Caller) => Promise<string>,
): Promise<Grantee> {
  const isOfficer = instrument.purposes.get(purpose)?.statedBy === 'requested';
  const common = { officer: 'RIG-1', unit: null };
  const { requestingAuthority } = request;
  const caller: Caller = isOfficer
    ? { ...common, gateway: null, authority: 'AZ-SMS', role: 'EXECUTING_OFFICER' }
    : {
        ...common,
        gateway: 'gateway.invalid',
        authority: requestingAuthority,
        role: 'PARTNER_GATEWAY',
      };
  const { authority } = caller;
  const token = await sign(caller);
  return { instrument: instrument.id, purpose, request: request.id, token, authority };
}

// A connection for each: none is closed while the rig makes its next operations.
function ask(url: string, { token, request, purpose }: Grantee, body: object): Promise<Told> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${token}`,
    'exchange-request': request,
    'exchange-purpose': purpose,
  };
  return new Promise((resolve, reject) => {
    const asked = open(`${url}/graphql`, { method: 'POST', agent: false, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0 } = response;
        resolve({ status, json: JSON.parse(Buffer.concat(chunks).toString()) });
      });
    });
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}
