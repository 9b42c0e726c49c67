/** The product as it is started, over its own door; or with a ledger that seals nothing, to see what the rest costs. */

import { mkdir } from 'node:fs/promises';
import type { Config } from '../../../src/config.js';
import { ledgerKeyPath } from '../../../src/data-folder.js';
import type { Receipt } from '../../../src/ledger/index.js';
import type { Rooms } from '../../../src/rooms.js';
import { serve } from '../../../src/serve.js';
import { createKeyFile, type DatabaseUrls } from '../../../src/store/index.js';
import type { Listening } from './adapter.js';

export interface ProductOptions {
  readonly urls: DatabaseUrls;
  /** Keys and checkpoints of its own. */
  readonly dataDir: string;
}

/** Starts the product. */
export const openSealed = (options: ProductOptions): Promise<Listening> => start(options);

/** Starts the product with everything but the seal. */
export const openAuthorized = (options: ProductOptions): Promise<Listening> =>
  start(options, (rooms) => ({ ...rooms, ledger: { seal: async () => RECEIPT } }));

async function start(
  { urls, dataDir }: ProductOptions,
  between?: (rooms: Rooms) => Rooms,
): Promise<Listening> {
  await mkdir(dataDir, { recursive: true });
  await createKeyFile(ledgerKeyPath(dataDir), 'development');
  const served = await serve({
    config: configFor(dataDir),
    urls,
    log: () => undefined,
    ...(between && { between }),
  });
  return { url: `${served.url}/graphql`, close: served.close };
}

const configFor = (dataDir: string): Config => ({
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
  domesticReceipts: null,
  tlsTerminated: false,
  instruments: new Map(),
  safelist: new Map(),
  rateLimit: 10_000_000,
});

const RECEIPT: Receipt = {
  origin: 'sorgu/AZ-SMS/DOMESTIC',
  index: 0,
  leafHash: '',
  entry: '',
  salt: '',
  proof: [],
  checkpoint: '',
};
