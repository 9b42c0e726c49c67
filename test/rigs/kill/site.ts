/** Where the rig's gateways serve, one after the other: one cluster, one database, one key, one sample register. */
import { rm } from 'node:fs/promises';
import { systemClock, systemIds } from '../../../src/base/index.js';
import { loadSample } from '../../../src/development/index.js';
import { type Caller, openDevelopmentIssuer } from '../../../src/identity/index.js';
import { type PersonRecord, samplePeople } from '../../../src/register/index.js';
import type { Request } from '../../../src/requests/index.js';
import { ledgerKeyPath } from '../../../src/serve.js';
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
} from '../../../src/store/index.js';
import { dayOf } from '../../../src/treaty/index.js';
import { makeDataDir } from '../../support/data-dir.js';

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
  close(): Promise<void>;
}

const PEOPLE = 40;

/** Makes the site; `close` removes it. */
export async function openSite(): Promise<Site> {
  const dataDir = await makeDataDir();
  const postgres = await openBundledPostgres({ dataDir, log: () => undefined });
  const close = async () => {
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...(await fillSite(dataDir, postgres.urls)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fillSite(dataDir: string, urls: BundledUrls): Promise<Omit<Site, 'close'>> {
  await migrate(urls);
  const keyPath = ledgerKeyPath(dataDir);
  await createKeyFile(keyPath, 'development');
  const { publicKey } = await openKeyFile(keyPath, 'development');
  const { sign: mint } = await openDevelopmentIssuer({ clock: systemClock, dataDir });
  const requests = await loadPeople(urls);
  return { dataDir, urls, publicKey, mint, standings: requests.map(standingOn) };
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
