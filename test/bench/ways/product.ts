/** The product as it is started, over its own door; or with a ledger that seals nothing, to see what the rest costs. */

import { mkdir } from 'node:fs/promises';
import { systemClock } from '../../../src/base/index.js';
import type { Config } from '../../../src/config.js';
import { ledgerKeyPath } from '../../../src/data-folder.js';
import { SAMPLE_STATUS } from '../../../src/development/index.js';
import { openGraph, openTurns } from '../../../src/graph/index.js';
import type { Receipt } from '../../../src/ledger/index.js';
import type { Rooms } from '../../../src/rooms.js';
import { serve } from '../../../src/serve.js';
import {
  createKeyFile,
  type DatabaseUrls,
  type Lanes,
  openRegister,
} from '../../../src/store/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import type { Listening } from './adapter.js';

export interface ProductOptions {
  readonly urls: DatabaseUrls;
  /** Keys and checkpoints of its own. */
  readonly dataDir: string;
}

/** Starts the product; hands on its ledger, so that another may seal there. */
export async function openSealed(
  options: ProductOptions,
): Promise<Listening & { readonly ledger: Rooms['ledger'] }> {
  let ledger = UNSEALED;
  const listening = await start(options, (rooms) => {
    ledger = rooms.ledger;
    return rooms;
  });
  return { ...listening, ledger };
}

/** Starts the product with everything but the seal. */
export const openAuthorized = (options: ProductOptions): Promise<Listening> =>
  start(options, (rooms) => ({ ...rooms, ledger: UNSEALED }));

/** The product whose register is read by other lanes; its entries go into the ledger of another that is started. */
export async function openOver(
  options: ProductOptions,
  { lanes, ledger }: { readonly lanes: Lanes; readonly ledger: Rooms['ledger'] },
): Promise<Listening> {
  const graph = await openGraph({
    ...openRegister({ lanes }),
    instruments: loadInstruments(),
    status: SAMPLE_STATUS,
    clock: systemClock,
    turns: openTurns(),
    alarm: (error) => void process.stderr.write(`${String(error)}\n`),
  });
  return start(options, (rooms) => ({ ...rooms, graph, ledger }));
}

/** A ledger that seals nothing. */
export const UNSEALED: Rooms['ledger'] = { seal: async () => RECEIPT };

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
  publicationsOrigin: null,
  statisticsThreshold: 5,
  domesticReceipts: null,
  tlsTerminated: false,
  instruments: new Map(),
  readmission: new Map(),
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
