import type { Config } from '../../src/config.js';

/** The settings of a gateway of a test: development, on free ports, with no limit of rate in its way. */
export const configOf = (dataDir: string): Config => ({
  mode: 'development',
  host: '127.0.0.1',
  port: 0,
  adminPort: 0,
  dataDir,
  authority: 'AZ-SMS',
  database: { app: null, ledger: null, exchange: null, owner: null },
  tokens: null,
  tls: null,
  exchange: null,
  callers: null,
  subgraphOrigin: null,
  publicationsOrigin: null,
  domesticReceipts: null,
  tlsTerminated: false,
  instruments: new Map(),
  readmission: new Map(),
  safelist: new Map(),
  statisticsThreshold: 5,
  rateLimit: 999_999,
});
