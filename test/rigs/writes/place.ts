/** A ledger alone, as the gateway opens it, over a database that may crash. */

import { rm } from 'node:fs/promises';
import { systemClock, systemIds } from '../../../src/base/index.js';
import { ledgerFolder, ledgerKeyPath } from '../../../src/data-folder.js';
import { type Ledger, type LedgerWriter, openLedger } from '../../../src/ledger/index.js';
import {
  closePool,
  createKeyFile,
  migrate,
  openBundledPostgres,
  openFileKeeper,
  openKeyFile,
  type Sql,
} from '../../../src/store/index.js';
import { makeMemoryDir } from '../../support/data-dir.js';
import type { Place } from '../judge.js';
import { type Build, openGround, sealAs, storeOf } from '../planted.js';

export interface Desk {
  readonly place: Place;
  readonly ledger: Pick<LedgerWriter, 'ready'> & Ledger;
  /** The connection, or connections, that the ledger writes on. */
  readonly pool: Sql;
  /** Whether somebody else begins transactions there. */
  readonly isShared: boolean;
  close(): Promise<void>;
}

/** Opens the ledger of a build on a cluster of its own; `close` removes it. */
export async function openDesk(build: Build): Promise<Desk> {
  const dataDir = await makeMemoryDir();
  const postgres = await openBundledPostgres({ dataDir, log: () => undefined });
  const { urls } = postgres;
  await migrate(urls);
  await createKeyFile(ledgerKeyPath(dataDir), 'development');
  const signer = await openKeyFile(ledgerKeyPath(dataDir), 'development');
  const ground = openGround(build, urls);
  const keeper = await openFileKeeper({ directory: ledgerFolder(dataDir), clock: systemClock });
  const writer = await openLedger({
    ...{ store: storeOf(build, ground), keeper, signer },
    ...{ clock: systemClock, ids: systemIds, authority: 'AZ-SMS' },
  });
  return {
    place: { dataDir, urls, publicKey: signer.publicKey },
    ledger: { seal: sealAs(build, writer), ready: () => writer.ready() },
    pool: ground.ledger,
    isShared: build === 'begin-on-pool',
    async close() {
      await writer.close().catch(() => undefined);
      await keeper.close();
      await Promise.all([ground.close(), closePool(ground.ledger)]);
      await postgres.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
