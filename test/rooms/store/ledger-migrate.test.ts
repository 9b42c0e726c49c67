/** A ledger as older versions stored it, brought to the newest form: nothing is said of it, nothing is lost. */
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { planBatch, type Tips } from '../../../src/ledger/batch.js';
import { composeEntry } from '../../../src/ledger/entry.js';
import { formatEntry } from '../../../src/ledger/entry-text.js';
import { appendLeaf, emptyFrontier } from '../../../src/ledger/frontier.js';
import { openLedger, verifyRows } from '../../../src/ledger/index.js';
import {
  type BundledUrls,
  closePool,
  migrate,
  openLedgerReader,
  openLedgerStore,
  openOwner,
  openPools,
  type Sql,
} from '../../../src/store/index.js';
import { drizzleFolder, migrateWhile } from '../../support/older-database.js';
import { openEmptyDatabase } from '../../support/postgres.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from '../ledger/fixtures.js';
import { MemoryKeeper } from '../ledger/memory.js';

const signer = testSigner(1);
const origin = 'sorgu/AZ-SMS/KZ-MIA';
const COUNT = 600;

const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;

/** The rows of a log of one batch, and the nodes of every level, as they were once stored. */
async function oldRows() {
  const ids = countingIds();
  const waiting = Array.from({ length: COUNT }, (_, n) => {
    const salt = ids.bytes(32);
    const facts = { origin, time: stillClock.now(), salt, body: bodyOf(`${n}`) };
    const { entry, marks } = composeEntry(draftOf(), facts);
    return { origin, leaf: formatEntry(entry), marks, salt, tickets: [] };
  });
  const none: Tips = new Map();
  const { batch } = await planBatch(none, waiting, signer);
  let frontier = emptyFrontier;
  const nodes = batch.entries.flatMap(({ leafHash }) => {
    const grown = appendLeaf(frontier, leafHash);
    frontier = grown.frontier;
    return grown.completed.map(({ level, index, hash }) => ({ level, index, hash: hex(hash) }));
  });
  const entries = batch.entries.map(({ seq, leaf, leafHash }) => {
    return { seq, leaf, leaf_hash: hex(leafHash) };
  });
  const subjects = batch.subjects.map(({ seq, n, tag, coordinates }) => {
    return { seq, n, tag: hex(tag), coordinates: hex(coordinates) };
  });
  const salts = waiting.map(({ salt }, seq) => ({ seq, salt: hex(salt) }));
  return {
    entry: entries,
    entry_subject: subjects,
    salt: salts,
    node: nodes,
    checkpoints: batch.checkpoints,
  };
}

async function fill(sql: Sql): Promise<void> {
  const { checkpoints, ...tables } = await oldRows();
  await sql`insert into ledger.log values (1, ${origin})`;
  for (const [table, rows] of Object.entries(tables)) {
    const json = JSON.stringify(rows.map((row) => ({ log_id: 1, ...row })));
    await sql.unsafe(
      `insert into ledger.${table}
       select * from jsonb_populate_recordset(null::ledger.${table}, $1::text::jsonb)`,
      [json],
    );
  }
  for (const { size, root, note } of checkpoints) {
    await sql`insert into ledger.checkpoint values (1, ${size}, ${hex(root)}::text::bytea, ${note})`;
  }
}

describe('A-11.4 a ledger of before', () => {
  let urls: BundledUrls;
  let owner: Sql;

  beforeAll(async () => {
    const database = await openEmptyDatabase();
    ({ urls } = database);
    owner = openOwner(urls.owner);
    return async () => {
      await closePool(owner);
      await database.drop();
    };
  });

  it('verifies once it is migrated, with the nodes at the heights of tiles alone', async () => {
    await migrateWhile(owner, ({ idx }) => idx <= 21);
    await fill(owner);
    await migrate(urls);
    const pools = openPools(urls);
    onTestFinished(() => pools.close());
    const rows = openLedgerReader(pools.app).rows();
    const verdict = await verifyRows(rows, { ...signer, kept: [], hasSalts: true });
    expect(verdict.findings).toEqual([]);
    expect(verdict.tips.map(({ frontier }) => frontier.size)).toEqual([COUNT]);
    const nodes = await owner`select level, index::int as index from ledger.node order by index`;
    expect(nodes).toEqual([
      { level: 8, index: 0 },
      { level: 8, index: 1 },
    ]);
  });

  it.each(['SELECT', 'INSERT'])('is what it was to its roles: %s', async (privilege) => {
    const [may] = await owner`
      select has_table_privilege('sorgu_app', 'ledger.entry', ${privilege}) as app,
        has_table_privilege('sorgu_ledger', 'ledger.entry', ${privilege}) as ledger,
        has_any_column_privilege('sorgu_exchange', 'ledger.entry', ${privilege}) as exchange`;
    const isRead = privilege === 'SELECT';
    expect(may).toEqual({ app: isRead, ledger: !isRead, exchange: false });
  });

  it('whose salt was lost is still found to lack it', async () => {
    const database = await openEmptyDatabase();
    const older = openOwner(database.urls.owner);
    onTestFinished(async () => {
      await closePool(older);
      await database.drop();
    });
    await migrateWhile(older, ({ idx }) => idx <= 21);
    await fill(older);
    await older`delete from ledger.salt where seq = 5`;
    await applyMigrations(drizzle(older), { migrationsFolder: drizzleFolder });
    const rows = openLedgerReader(older).rows();
    const { findings } = await verifyRows(rows, { ...signer, kept: [], hasSalts: true });
    expect(findings).toEqual([{ code: 'SALT_DIFFERS', origin, first: 5, last: 5 }]);
  });

  it('goes on', async () => {
    const pools = openPools(urls);
    onTestFinished(() => pools.close());
    const effects = { signer, clock: stillClock, ids: countingIds(), keeper: new MemoryKeeper() };
    const store = openLedgerStore(pools);
    const ledger = await openLedger({ ...effects, store, authority: 'AZ-SMS' });
    expect(await ledger.seal(draftOf(), bodyOf('x'))).toMatchObject({ index: COUNT });
    await ledger.close();
  });
});
