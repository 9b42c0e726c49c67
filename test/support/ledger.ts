/** A ledger on a database of a test's own, and the hand of somebody who rewrites it. */
import { systemClock, systemIds } from '../../src/base/index.js';
import { appendLeaf, emptyFrontier, frontierRoot } from '../../src/ledger/frontier.js';
import {
  type CheckpointKeeper,
  type LedgerWriter,
  leafHash,
  openLedger,
  signCheckpoint,
} from '../../src/ledger/index.js';
import { isStoredLevel } from '../../src/ledger/stored-nodes.js';
import {
  closePool,
  openLedgerStore,
  openOwner,
  openPools,
  type Pools,
  type Sql,
} from '../../src/store/index.js';
import { bodyOf, draftOf, subjectOf, testSigner } from '../rooms/ledger/fixtures.js';
import { openTestDatabase } from './postgres.js';

export const ledgerSigner = testSigner(1);

export interface OpenedLedger {
  readonly ledger: LedgerWriter;
  readonly pools: Pools;
  close(): Promise<void>;
}

/** Opens a ledger as the gateway does. */
export async function openLedgerOn(
  urls: { app: string; ledger: string },
  keeper: CheckpointKeeper,
): Promise<OpenedLedger> {
  const pools = openPools(urls);
  const ledger = await openLedger({
    store: openLedgerStore(pools),
    keeper,
    signer: ledgerSigner,
    clock: systemClock,
    ids: systemIds,
    authority: 'AZ-SMS',
  }).catch(async (error: unknown) => {
    await pools.close();
    throw error;
  });
  return {
    ledger,
    pools,
    close: async () => {
      await ledger.close();
      await pools.close();
    },
  };
}

/** Seals `count` entries at once: one batch. */
export async function sealBatch(ledger: LedgerWriter, log: string, count: number) {
  const subjects = [subjectOf(1), subjectOf(2, { withheld: [] })];
  const draft = draftOf({ log, subjects });
  const seals = Array.from({ length: count }, (_, at) => ledger.seal(draft, bodyOf(`${at}`)));
  return Promise.all(seals);
}

/** A superuser's connection to a database of its own. */
export async function openAttackedDatabase() {
  const database = await openTestDatabase();
  const admin = openOwner(database.urls.admin);
  return {
    urls: database.urls,
    admin,
    drop: async () => {
      await closePool(admin);
      await database.drop();
    },
  };
}

/** Makes leaf hashes and nodes of log 1 follow from its entries. */
export async function rewriteNodes(sql: Sql): Promise<void> {
  await sql`delete from ledger.node where log_id = 1`;
  const entries = await sql<{ seq: number; leaf: string }[]>`
    select seq::float8 as seq, leaf from ledger.leaf where log_id = 1 order by ledger.leaf.seq`;
  let frontier = emptyFrontier;
  for (const { seq, leaf } of entries) {
    const hash = leafHash(Buffer.from(leaf));
    await sql`update ledger.entry set leaf_hash = ${Buffer.from(hash)} where log_id = 1 and seq = ${seq}`;
    const grown = appendLeaf(frontier, hash);
    frontier = grown.frontier;
    for (const node of grown.completed.filter(({ level }) => isStoredLevel(level))) {
      await sql`insert into ledger.node values (1, ${node.level}, ${node.index}, ${Buffer.from(node.hash)})`;
    }
  }
}

/** Signs every checkpoint of log 1 anew, as its entries now stand. */
export async function rewriteCheckpoints(sql: Sql): Promise<void> {
  const [log] = await sql<{ origin: string }[]>`select origin from ledger.log where log_id = 1`;
  const rows = await sql<{ size: number }[]>`
    select size::float8 as size from ledger.checkpoint where log_id = 1`;
  const entries = await sql<{ leaf: string }[]>`
    select leaf from ledger.leaf where log_id = 1 order by seq`;
  for (const { size } of rows) {
    let frontier = emptyFrontier;
    for (const { leaf } of entries.slice(0, size)) {
      frontier = appendLeaf(frontier, leafHash(Buffer.from(leaf))).frontier;
    }
    const root = frontierRoot(frontier);
    const note = await signCheckpoint({ origin: log?.origin ?? '', size, root }, ledgerSigner);
    await sql`update ledger.checkpoint set root = ${Buffer.from(root)}, note = ${note}
      where log_id = 1 and size = ${size}`;
  }
}
