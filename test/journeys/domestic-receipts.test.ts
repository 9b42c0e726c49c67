/**
 * The log of this authority's own officers is told to an https address of the supervisory authority, by a gateway
 * in a process of its own that trusts the address's certificate: every entry once, in order, none lost, and never where
 * the certificate or the answer is not the address's own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/demo/gateway.js';
import { systemClock, systemIds } from '../../src/base/index.js';
import { makeCertificateAuthority } from '../../src/development/index.js';
import { parseStanding, type Standing } from '../../src/ledger/index.js';
import { openReceiptAddress } from '../../src/partner/index.js';
import { makeDataDir } from '../support/data-dir.js';
import { openTestDatabase, type TestDatabase } from '../support/postgres.js';
import { fillSite, type Site } from '../support/site.js';

type Behaviour = 'TAKES' | 'REFUSES' | 'REDIRECTS';
let database: TestDatabase;
let site: Site;
let address: string;
let server: Server;
let behaviour: Behaviour = 'TAKES';
/** What was taken, and the kinds of everything that came. */
const taken: Standing[] = [];
const came: (string | undefined)[] = [];
const certifier = makeCertificateAuthority('Test', { clock: systemClock, ids: systemIds });

beforeAll(async () => {
  database = await openTestDatabase();
  site = await fillSite(await makeDataDir(), database.urls);
  server = createServer(
    certifier.issue({ name: 'sink', hosts: ['127.0.0.1'] }),
    async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      came.push(`${request.method} ${request.headers['content-type']}`);
      if (behaviour === 'REDIRECTS') {
        return response.writeHead(307, { location: `${address}/elsewhere` }).end();
      }
      if (behaviour === 'REFUSES') return response.writeHead(503).end('SECRET');
      const lines = Buffer.concat(chunks).toString().split('\n').slice(0, -1);
      taken.push(...lines.flatMap((line) => parseStanding(line) ?? []));
      return response.writeHead(204).end();
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.drop();
  await rm(site.dataDir, { recursive: true, force: true });
});

interface Running {
  readonly url: string;
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** Serves on the site, and tells the address. */
async function serving(): Promise<Running> {
  const ca = join(site.dataDir, 'ca.pem');
  await writeFile(ca, certifier.cert);
  const { app, ledger } = site.urls;
  const [port, admin] = [await freePort(), await freePort()];
  const child: ChildProcess = spawn(process.execPath, ['bin/sorgu.js', 'serve'], {
    env: {
      ...{ PATH: process.env.PATH, SORGU_MODE: 'development', AUTHORITY: 'AZ-SMS' },
      ...{ DATA_DIR: site.dataDir, DATABASE_URL: app, DATABASE_LEDGER_URL: ledger },
      ...{ PORT: String(port), ADMIN_PORT: String(admin), NODE_EXTRA_CA_CERTS: ca },
      DOMESTIC_RECEIPTS: `${address}/receipts`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  const ended = once(child, 'exit');
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (line: string): void => {
      log.push(line);
      if (line.startsWith('ready ')) resolve();
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', hear);
    }
    child.once('exit', () => reject(new Error(log.join('\n'))));
  });
  await ready;
  return {
    ...{ url: `http://127.0.0.1:${port}`, log },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Asks as an officer of the authority on a request that is not there: refused, and on record. */
async function ask({ url }: Running): Promise<number> {
  const token = await site.mint({
    ...{ officer: 'AZ-SMS-0001', gateway: null, authority: 'AZ-SMS', unit: null },
    role: 'EXECUTING_OFFICER',
  });
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...{ 'exchange-request': systemIds.uuid(), 'exchange-purpose': 'REQUEST_EXECUTION' },
    },
    body: JSON.stringify({ query: '{ subjects { edges { node { id sex } } } }' }),
  });
  return answer.status;
}

const indices = () => taken.map(({ index }) => index);

test('every entry is told once and in order, through refusals, redirects and a new start', async () => {
  const first = await serving();
  for (let n = 0; n < 3; n += 1) expect(await ask(first)).toBe(403);
  await expect.poll(indices, { timeout: 20_000 }).toEqual([0, 1, 2]);
  for (const bad of ['REFUSES', 'REDIRECTS'] as const) {
    const before = came.length;
    behaviour = bad;
    expect(await ask(first)).toBe(403);
    await expect.poll(() => came.length, { timeout: 20_000 }).toBeGreaterThan(before);
    expect(indices()).toEqual([0, 1, 2]);
  }
  expect(first.log.join()).toContain('UNREACHABLE');
  await first.stop();
  expect(first.log.join()).not.toContain('SECRET');
  behaviour = 'TAKES';
  const second = await serving();
  await expect.poll(indices, { timeout: 20_000 }).toEqual([0, 1, 2, 3, 4]);
  expect(await ask(second)).toBe(403);
  await expect.poll(indices, { timeout: 20_000 }).toEqual([0, 1, 2, 3, 4, 5]);
  await second.stop();
  expect(new Set(came)).toEqual(new Set(['POST application/x-ndjson']));
  expect(new Set(taken.map(({ origin }) => origin))).toEqual(new Set(['sorgu/AZ-SMS/DOMESTIC']));
}, 120_000);

test('an address whose certificate nobody vouches for is told nothing, by a constant', async () => {
  const [told] = taken;
  if (told === undefined) throw new Error('nothing was told');
  const before = came.length;
  const kept: Standing[] = [];
  const sink = openReceiptAddress(new URL(address), {
    last: async () => undefined,
    async take(receipts) {
      kept.push(...receipts);
    },
  });
  await expect(sink.take([told])).rejects.toThrow('receipts: the address did not take them');
  expect([came.length, kept]).toEqual([before, []]);
});
