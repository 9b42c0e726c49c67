/** One gateway of the demo: a PostgreSQL, keys, certificates and people of its own, in a folder that is removed after. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type PublicJwk, systemClock, systemIds } from '../../src/base/index.js';
import type { PartnerGateway } from '../../src/config/partners-file.js';
import type { Config } from '../../src/config.js';
import { exchangeKeyPaths, ledgerKeyPath, witnessKeyPath } from '../../src/data-folder.js';
import type { CertificateAuthority } from '../../src/development/index.js';
import { SAMPLE_STATUS } from '../../src/development/index.js';
import {
  type Caller,
  type DevelopmentIssuer,
  openDevelopmentIssuer,
} from '../../src/identity/index.js';
import { formatVkey, originOf, witnessNameOf } from '../../src/ledger/index.js';
import {
  createMessageKey,
  fingerprintOf,
  openDecryptionKey,
  openFileSigner,
} from '../../src/partner/index.js';
import type { PersonRecord } from '../../src/register/index.js';
import { serve } from '../../src/serve.js';
import type { OpenedExchange } from '../../src/serve-exchange.js';
import {
  type BundledPostgres,
  closePool,
  createKeyFile,
  markSample,
  migrate,
  openBundledPostgres,
  openImporter,
  openKeyFile,
  openOwner,
} from '../../src/store/index.js';
import { type Answered, type AskOptions, openAsker } from './asker.js';

export interface DemoGateway {
  readonly authority: string;
  readonly url: string;
  readonly adminUrl: string;
  /** What its operator's log says. */
  readonly lines: readonly string[];
  readonly dataDir: string;
  readonly database: DemoDatabase;
  readonly exchange: OpenedExchange;
  /** How it is known to the other side: certificate, and the keys of log and witness. */
  readonly witness: PartnerGateway & { readonly tls: TlsFiles };
  /** The public keys that the other side is told. */
  readonly keys: { readonly signing: PublicJwk; readonly encryption: { readonly kid: string } };
  /** Asks in GraphQL as somebody; gives the data, and the errors beside it. */
  ask(as: Partial<Caller>, query: string, options?: AskOptions): Promise<Answered>;
  /** Signs its tokens. */
  readonly issuer: DevelopmentIssuer;
  /** Stops answering; its database stays. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

interface TlsFiles {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

/** What a gateway keeps its rows in, migrated. */
export type DemoDatabase = Pick<BundledPostgres, 'urls' | 'close'>;

export interface DemoPlan {
  readonly authority: Config['authority'];
  /** Whom it exchanges with; left out, the other one of the demo. */
  readonly counterpart?: string;
  readonly dir: string;
  readonly certifier: CertificateAuthority;
  readonly port: number;
  readonly people: readonly PersonRecord[];
  /** A database on a cluster that runs already; left out, the gateway starts one of its own. */
  readonly database?: DemoDatabase;
  /** Where partners reach it, if not at its own port. */
  readonly origin?: string;
  /** Whether it answers queries over TLS too, by the same certificate. */
  readonly overTls?: boolean;
  /** Whose routers it knows; left out, those of the sample. */
  readonly callers?: Config['callers'];
}

/** A plan with the address and the certificate that the other gateway has to know beforehand. */
export interface PreparedPlan extends DemoPlan {
  readonly tls: { readonly cert: string; readonly key: string };
  readonly partner: PartnerGateway;
}

/** Makes the certificate of a gateway, and the keys by which the two witness each other's logs. */
export async function prepare(plan: DemoPlan): Promise<PreparedPlan> {
  const { authority, certifier, port } = plan;
  const tls = certifier.issue({ name: authority, hosts: ['127.0.0.1'] });
  const { origin = `https://127.0.0.1:${port}` } = plan;
  const certificates = [fingerprintOf(tls.cert)];
  return {
    ...plan,
    tls,
    partner: { authority, origin, certificates, ...(await witnessKeys(plan)) },
  };
}

async function witnessKeys(plan: DemoPlan) {
  const { authority, dir } = plan;
  const paths = [ledgerKeyPath, witnessKeyPath].map((at) => at(join(dir, authority)));
  const keys = paths.map(async (path) => {
    await createKeyFile(path, 'development');
    return (await openKeyFile(path, 'development')).publicKey;
  });
  const [ledger, witness] = await Promise.all(keys);
  if (ledger === undefined || witness === undefined) throw new Error('a key was not made');
  const { counterpart = authority === 'AZ-SMS' ? 'KZ-MIA' : 'AZ-SMS' } = plan;
  return {
    log: formatVkey({ name: originOf(authority, counterpart), publicKey: ledger }),
    witness: formatVkey({ name: witnessNameOf(authority), publicKey: witness }, 'COSIGNATURE'),
  };
}

/** Starts a gateway that knows this partner. */
export async function openDemoGateway(
  plan: PreparedPlan,
  partner: PartnerGateway,
): Promise<DemoGateway> {
  const { authority, dir } = plan;
  const dataDir = join(dir, authority);
  const database = plan.database ?? (await startDatabase(dataDir));
  await fill(database.urls.owner, plan.people);
  const paths = exchangeKeyPaths(dataDir);
  // One that is opened again has them.
  if (!existsSync(paths.signing)) {
    await createMessageKey(paths.signing, 'Ed25519', 'development');
    await createMessageKey(paths.encryption, 'X25519', 'development');
  }
  const lines: string[] = [];
  const served = await serve({
    config: configOf(plan, dataDir, partner),
    urls: database.urls,
    log: (line) => void lines.push(line),
  });
  if (served.exchange === null) throw new Error('the exchange did not open');
  const signing = (await openFileSigner(paths.signing, 'development')).publicJwk;
  const encryption = (await openDecryptionKey(paths.encryption, 'development')).publicJwk;
  const issuer = await openDevelopmentIssuer({ clock: systemClock, dataDir });
  const asker = openAsker(plan);
  return {
    ...{ authority, dataDir, database, exchange: served.exchange },
    ...{ url: served.url, adminUrl: served.adminUrl, lines },
    witness: { ...plan.partner, tls: { ...plan.tls, ca: plan.certifier.cert } },
    keys: { signing, encryption },
    issuer,
    ask: async (as, query, options = {}) => {
      const caller = { officer: 'X-1', gateway: null, unit: null, authority, ...as } as Caller;
      return asker.ask(`${served.url}/graphql`, await issuer.sign(caller), { query, ...options });
    },
    stop: () => served.close(),
    async close() {
      asker.close();
      await served.close();
      await database.close();
    },
  };
}

async function startDatabase(dataDir: string): Promise<DemoDatabase> {
  const database = await openBundledPostgres({ dataDir, log: () => undefined });
  await migrate(database.urls);
  return database;
}

async function fill(url: string, people: readonly PersonRecord[]): Promise<void> {
  const owner = openOwner(url);
  await markSample(owner);
  await closePool(owner);
  const importer = openImporter({ url, clock: systemClock, ids: systemIds });
  const lines = people.map((person) => Buffer.from(`${JSON.stringify(person)}\n`));
  await importer.load({ lines: Readable.from(lines), reject: () => undefined });
}

function configOf(plan: PreparedPlan, dataDir: string, partner: PartnerGateway): Config {
  const { authority, tls, certifier, port } = plan;
  const sample = [...SAMPLE_STATUS].map(([id, status]) => [id, { status, closings: [] }] as const);
  return {
    mode: 'development',
    host: '127.0.0.1',
    port: 0,
    adminPort: 0,
    dataDir,
    authority,
    database: { app: null, ledger: null, exchange: null, owner: null },
    tokens: null,
    tls: plan.overTls === true ? tls : null,
    exchange: {
      port,
      origin: plan.origin ?? null,
      tls: { ...tls, ca: certifier.cert },
      partners: [partner],
      witnessOutOfReach: 'SERVE',
    },
    callers: plan.callers ?? null,
    subgraphOrigin: null,
    publicationsOrigin: null,
    statisticsThreshold: 5,
    domesticReceipts: null,
    tlsTerminated: false,
    instruments: new Map(sample),
    readmission: new Map(),
    safelist: new Map(),
    rateLimit: 100_000,
  };
}

/** A port of this machine that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
