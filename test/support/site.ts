/** Where gateways can be started, ended and started again: a database, a key, a sample register and its requests. */

import { rm } from 'node:fs/promises';
import { systemClock, systemIds } from '../../src/base/index.js';
import { ledgerKeyPath } from '../../src/data-folder.js';
import { loadSample } from '../../src/development/index.js';
import { type Caller, openDevelopmentIssuer } from '../../src/identity/index.js';
import { type PersonRecord, samplePeople } from '../../src/register/index.js';
import type { Request } from '../../src/requests/index.js';
import { type Served, type ServeOptions, serve } from '../../src/serve.js';
import {
  type BundledUrls,
  closePool,
  createKeyFile,
  markSample,
  migrate,
  openBundledPostgres,
  openImporter,
  openKeyFile,
  openOwner,
  openRequests,
} from '../../src/store/index.js';
import { dayOf } from '../../src/treaty/index.js';
import { configOf } from './config-of.js';
import { makeDataDir } from './data-dir.js';

/** A caller without its officer, and what it may ask on. */
export interface Standing {
  readonly caller: Omit<Caller, 'officer'>;
  readonly request: string;
  readonly purpose: string;
}

export interface Site {
  readonly dataDir: string;
  readonly urls: BundledUrls;
  readonly standings: readonly Standing[];
  /** Raw public key of the logs. */
  readonly publicKey: Uint8Array;
  /** A token for this officer. */
  readonly mint: (caller: Caller) => Promise<string>;
}

/** A site on a cluster of its own. */
export interface OwnSite extends Site {
  stopDatabase(): Promise<void>;
  /** Starts it again, on the same data, at the same URLs. */
  startDatabase(): Promise<void>;
  close(): Promise<void>;
}

const PEOPLE = 40;

/** Makes a site on a cluster of its own, in this directory or in a new one; `close` removes both. */
export async function openSite(directory?: string): Promise<OwnSite> {
  const dataDir = directory ?? (await makeDataDir());
  const open = () => openBundledPostgres({ dataDir, log: () => undefined });
  let postgres = await open();
  const stopDatabase = () => postgres.close();
  const startDatabase = async () => {
    postgres = await open();
  };
  const close = async () => {
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const site = await fillSite(dataDir, postgres.urls);
    return { ...site, stopDatabase, startDatabase, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Makes a site of an empty database and an empty data directory. */
export async function fillSite(dataDir: string, urls: BundledUrls): Promise<Site> {
  await migrate(urls);
  const keyPath = ledgerKeyPath(dataDir);
  await createKeyFile(keyPath, 'development');
  const { publicKey } = await openKeyFile(keyPath, 'development');
  const { sign: mint } = await openDevelopmentIssuer({ clock: systemClock, dataDir });
  const requests = await loadPeople(urls);
  return { dataDir, urls, publicKey, mint, standings: requests.map(standingOn) };
}

/** Serves on a site; `log` is handed the operator's log line by line. */
export function serveOn(
  { dataDir, urls }: Pick<Site, 'dataDir'> & Pick<ServeOptions, 'urls'>,
  options: Partial<ServeOptions> = {},
): Promise<Served> {
  return serve({ config: configOf(dataDir), urls, log: () => undefined, ...options });
}

async function loadPeople(urls: BundledUrls): Promise<readonly Request[]> {
  const owner = openOwner(urls.owner);
  const importer = openImporter({ url: urls.owner, clock: systemClock, ids: systemIds });
  const { insert, listFor } = openRequests(owner);
  const people = samplePeople({ seed: 2019, count: PEOPLE, today: dayOf(systemClock.now()) });
  try {
    await loadSample({
      isMarked: async () => false,
      isEmpty: async () => true,
      mark: () => markSample(owner),
      listRequests: async () => [],
      importPeople: async () => {
        await importer.load({ lines: linesOf(people), reject: () => undefined });
      },
      insertRequest: insert,
      clock: systemClock,
    });
    return await listFor('AZ-SMS');
  } finally {
    await closePool(owner);
  }
}

async function* linesOf(people: Iterable<PersonRecord>): AsyncGenerator<Uint8Array> {
  for (const person of people) yield Buffer.from(`${JSON.stringify(person)}\n`);
}

function standingOn(request: Request): Standing {
  if (request.state === 'IN_EXECUTION') {
    const own = { gateway: null, authority: 'AZ-SMS', unit: null, role: 'EXECUTING_OFFICER' };
    return {
      caller: { ...own, role: 'EXECUTING_OFFICER' },
      request: request.id,
      purpose: 'REQUEST_EXECUTION',
    };
  }
  const authority = request.requestingAuthority;
  return {
    caller: { gateway: 'gateway.invalid', authority, unit: null, role: 'PARTNER_GATEWAY' },
    request: request.id,
    purpose: request.purposes[0]?.purpose ?? '',
  };
}
