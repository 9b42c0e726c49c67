/**
 * The gateway as production runs it: an issuer of its own, tokens bound to a client certificate that a proxy hands on, a
 * register that is no sample, and nobody but a developer may introspect.
 */
import { createHash, generateKeyPairSync, randomUUID, X509Certificate } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { CompactSign } from 'jose';
import { systemIds } from '../../src/base/index.js';
import type { Config } from '../../src/config.js';
import { ledgerKeyPath } from '../../src/data-folder.js';
import { makeCertificateAuthority } from '../../src/development/index.js';
import { type Served, serve } from '../../src/serve.js';
import {
  closePool,
  createKeyFile,
  openImporter,
  openOwner,
  openRequests,
} from '../../src/store/index.js';
import { configOf } from './config-of.js';
import { makeDataDir } from './data-dir.js';
import { openTestDatabase } from './postgres.js';
import { NOW, sampleRequest } from './requests.js';
import { wholePerson } from './whole-person.js';

export interface ProductionGateway extends Omit<Served, 'close'> {
  /** The headers by which a caller of the KZ ministry is known. */
  headersOf(role: 'PARTNER_GATEWAY' | 'DEVELOPER'): Promise<Readonly<Record<string, string>>>;
  /** A live request of that ministry about one person, and its purpose. */
  readonly request: string;
  readonly purpose: string;
  close(): Promise<void>;
}

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'https://gateway.example';
const KID = 'issuer-1';
const PURPOSE = 'IDENTITY_ESTABLISHMENT';
const clock = { now: () => NOW };
const issuer = generateKeyPairSync('ed25519');
const client = makeCertificateAuthority('test', { clock, ids: systemIds }).issue({
  name: 'KZ-MIA',
  hosts: [],
});

/** Starts it, with settings of the test's own; `close` stops it and removes its database. */
export async function startProduction(change: Partial<Config> = {}): Promise<ProductionGateway> {
  const database = await openTestDatabase();
  const dataDir = await makeDataDir();
  await createKeyFile(ledgerKeyPath(dataDir), 'production');
  const request = sampleRequest({ purpose: PURPOSE, people: ['person'] });
  const owner = openOwner(database.urls.owner);
  const importer = openImporter({
    url: database.urls.owner,
    clock: { now: () => NOW - 2 * 86_400_000 },
    ids: systemIds,
  });
  await importer.load({ lines: lines(), reject: ({ code }) => Promise.reject(new Error(code)) });
  await openRequests(owner).insert(request);
  await closePool(owner);
  const config = { ...configOf(dataDir), ...PRODUCTION, ...change };
  const served = await serve({ config, urls: database.urls, clock, log: () => undefined });
  return {
    ...served,
    headersOf,
    request: request.id,
    purpose: PURPOSE,
    async close() {
      await served.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const PRODUCTION: Partial<Config> = {
  mode: 'production',
  tokens: {
    issuer: ISSUER,
    audience: AUDIENCE,
    jwks: {
      set: { keys: [{ kty: 'OKP', ...issuer.publicKey.export({ format: 'jwk' }), kid: KID }] },
    },
  },
  tlsTerminated: true,
  instruments: new Map([
    [
      'AZ-KZ-2019',
      { status: { notifications: { AZE: '2019-12-01', KAZ: '2021-07-01' } }, closings: [] },
    ],
  ]),
};

async function* lines(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(wholePerson('person'))}\n`);
}

async function headersOf(role: string): Promise<Readonly<Record<string, string>>> {
  const der = new X509Certificate(client.cert).raw;
  const iat = Math.floor(NOW / 1000);
  const claims = {
    ...{ iss: ISSUER, aud: AUDIENCE, iat, exp: iat + 600, jti: randomUUID() },
    ...{ sub: 'KZ-0417', authority: 'KZ-MIA', role, act: { sub: 'gateway.example' } },
    cnf: { 'x5t#S256': createHash('sha256').update(der).digest('base64url') },
  };
  const token = await new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: KID })
    .sign(issuer.privateKey);
  return { authorization: `Bearer ${token}`, 'client-cert': `:${der.toString('base64')}:` };
}
