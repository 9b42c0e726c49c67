/**
 * Environment -> Config, by one schema, with every fault told at once. The only reader of process.env. A fault names
 * the setting and what it should be, never what it was: settings hold passwords.
 */
import { readFileSync } from 'node:fs';
import type { Language } from './base/index.js';
import type { RegisteredRouter } from './config/callers-file.js';
import type { InstrumentSettings } from './config/instruments-file.js';
import type { PartnerGateway } from './config/partners-file.js';
import {
  adminPortOf,
  type Environment,
  faultsBetween,
  rulesFor,
  type Task,
} from './config/rules.js';
import { type JwksSource, type Settings, settingsSchema } from './config/schema.js';
import type { FileReader } from './config/text-file.js';
import type { ReadmissionSettings } from './readmission/index.js';
import type { OperationLists } from './safelist/index.js';
import type { AuthorityCode } from './treaty/index.js';
import { languageOfLocale } from './words/index.js';

export type { Environment, Task } from './config/rules.js';

type Mode = 'production' | 'development';

export interface Config {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** On loopback, whatever the host. */
  readonly adminPort: number;
  readonly dataDir: string;
  readonly authority: AuthorityCode;
  /** URLs by role; `app` and `ledger` are null together, where the bundled PostgreSQL serves. */
  readonly database: {
    readonly app: string | null;
    readonly ledger: string | null;
    /** The role that writes cases and mail. */
    readonly exchange: string | null;
    readonly owner: string | null;
  };
  /** Null in development, where the development issuer serves. */
  readonly tokens: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwks: JwksSource;
  } | null;
  /** PEM texts. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** The door for other gateways; null where there is none. */
  readonly exchange: {
    readonly port: number;
    /** Where partners reach it; null where that is HOST and the port. */
    readonly origin: string | null;
    /** PEM texts; `ca` certifies partners. */
    readonly tls: { readonly cert: string; readonly key: string; readonly ca: string };
    readonly partners: readonly PartnerGateway[];
    /** Whether a log is written before its witness has shown that it is not behind. */
    readonly witnessOutOfReach: 'REFUSE' | 'SERVE';
  } | null;
  /** Whose routers may ask at /subgraph; null where none is registered. */
  readonly callers: readonly RegisteredRouter[] | null;
  /** The origin of the API that routers are told and sign; null where it is that of host and port. */
  readonly subgraphOrigin: string | null;
  /** The origin at which everybody reads publications; null where it is that of host and port. */
  readonly publicationsOrigin: string | null;
  /** Where receipts of the domestic log go: a file, or an https address; null where nowhere. */
  readonly domesticReceipts: string | null;
  /** A proxy ends TLS and hands the client certificate on in Client-Cert (RFC 9440). */
  readonly tlsTerminated: boolean;
  /** By instrument id; an instrument that is not here has no date and no closing. */
  readonly instruments: ReadonlyMap<string, InstrumentSettings>;
  /** By instrument: legal basis and clocks of readmission; one that is not here has neither. */
  readonly readmission: ReadonlyMap<string, ReadmissionSettings>;
  /** The operations that authorities are held to; one that is not here is held to none. */
  readonly safelist: OperationLists;
  /** Statistics show no number of fewer persons, but 0. */
  readonly statisticsThreshold: number;
  /** Operations a minute that one officer may ask through one gateway. */
  readonly rateLimit: number;
}

export interface ReadOptions {
  readonly task: Task;
  readonly readFile: FileReader;
}

export type ConfigResult =
  | { readonly config: Config }
  | { readonly config: null; readonly faults: readonly string[] };

/** Reads this process's environment; `fixed` are the settings that the command itself decides. */
export function configOfProcess(task: Task, fixed: Environment = {}): ConfigResult {
  return readConfig(
    { ...process.env, ...fixed },
    { task, readFile: (path) => readFileSync(path, 'utf8') },
  );
}

/** The language of this process's terminal. */
export const languageOfProcess = (): Language => languageOfLocale(process.env);

/** Reads an environment; touches nothing but the files it names. An empty setting counts as none. */
export function readConfig(environment: Environment, options: ReadOptions): ConfigResult {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const raw: Environment = Object.fromEntries(given);
  const read = settingsSchema(options.readFile).safeParse(raw);
  const faults = [
    ...(read.error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? []),
    ...rulesFor(raw, options.task).flatMap(({ broken, fault }) => (broken ? [fault] : [])),
  ];
  const settings = read.data;
  if (settings === undefined) return { config: null, faults: unique(faults) };
  faults.push(...faultsBetween(settings));
  return faults.length > 0
    ? { config: null, faults: unique(faults) }
    : { config: configOf(settings) };
}

const unique = (faults: readonly string[]): readonly string[] => [...new Set(faults)];

function configOf(settings: Settings): Config {
  const { TLS_CERT: cert, TLS_KEY: key } = settings;
  return {
    mode: settings.SORGU_MODE,
    host: settings.HOST,
    port: settings.PORT,
    adminPort: adminPortOf(settings),
    dataDir: settings.DATA_DIR,
    authority: settings.AUTHORITY,
    database: databaseOf(settings),
    tokens: tokensOf(settings),
    tls: cert === undefined || key === undefined ? null : { cert, key },
    exchange: exchangeOf(settings),
    callers: settings.SUBGRAPH_CALLERS ?? null,
    subgraphOrigin: settings.SUBGRAPH_URL ?? null,
    publicationsOrigin: settings.PUBLICATIONS_URL ?? null,
    domesticReceipts: settings.DOMESTIC_RECEIPTS ?? null,
    tlsTerminated: settings.TLS_TERMINATED === '1',
    instruments: settings.INSTRUMENTS ?? new Map(),
    readmission: settings.READMISSION ?? new Map(),
    safelist: settings.SAFELIST ?? new Map(),
    statisticsThreshold: settings.STATISTICS_THRESHOLD,
    rateLimit: settings.RATE_LIMIT,
  };
}

const databaseOf = (settings: Settings): Config['database'] => ({
  app: settings.DATABASE_URL ?? null,
  ledger: settings.DATABASE_LEDGER_URL ?? null,
  exchange: settings.DATABASE_EXCHANGE_URL ?? null,
  owner: settings.DATABASE_OWNER_URL ?? null,
});

function tokensOf({ JWT_ISSUER, JWT_AUDIENCE, JWKS }: Settings): Config['tokens'] {
  if (JWT_ISSUER === undefined || JWT_AUDIENCE === undefined || JWKS === undefined) return null;
  return { issuer: JWT_ISSUER, audience: JWT_AUDIENCE, jwks: JWKS };
}

function exchangeOf(settings: Settings): Config['exchange'] {
  const { EXCHANGE_PORT: port, EXCHANGE_URL: origin = null } = settings;
  const { EXCHANGE_TLS_CERT: cert, EXCHANGE_TLS_KEY: key, EXCHANGE_TLS_CA: ca } = settings;
  const isWhole = cert !== undefined && key !== undefined && ca !== undefined;
  if (port === undefined || !isWhole) return null;
  const { EXCHANGE_PARTNERS: partners = [], WITNESS_OUT_OF_REACH, SORGU_MODE } = settings;
  const byMode = SORGU_MODE === 'production' ? 'REFUSE' : 'SERVE';
  const witnessOutOfReach = WITNESS_OUT_OF_REACH ?? byMode;
  return { port, origin, tls: { cert, key, ca }, partners, witnessOutOfReach };
}
