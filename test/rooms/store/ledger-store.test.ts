import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import type { Checkpoint } from '../../../src/ledger/checkpoint.js';
import {
  type Batch,
  checkConsistency,
  checkInclusion,
  checkReceipt,
  type LedgerProofs,
  leafHash,
  openProofs,
  parseCheckpoint,
  type Receipt,
  verifyRows,
} from '../../../src/ledger/index.js';
import { openLedgerReader, openLedgerStore, openPools } from '../../../src/store/index.js';
import {
  ledgerSigner,
  type OpenedLedger,
  openAttackedDatabase,
  openLedgerOn,
  sealBatch,
} from '../../support/ledger.js';
import { bodyOf, draftOf } from '../ledger/fixtures.js';
import { MemoryKeeper } from '../ledger/memory.js';

const { publicKey } = ledgerSigner;
let database: Awaited<ReturnType<typeof openAttackedDatabase>>;
let keeper: MemoryKeeper;
let opened: OpenedLedger[];

beforeEach(async () => {
  database = await openAttackedDatabase();
  keeper = new MemoryKeeper();
  opened = [];
});
afterEach(async () => {
  for (const one of opened) await one.close();
  await database.drop();
});

async function open(): Promise<OpenedLedger> {
  const one = await openLedgerOn(database.urls, keeper);
  opened.push(one);
  return one;
}

/** Ends every session of the ledger's writer, as a restart of PostgreSQL would. */
const endWriters = () => database.admin`
  select pg_terminate_backend(pid, 5000) from pg_stat_activity
  where application_name = 'sorgu ledger' and datname = current_database()`;

async function expectWhole(entries: number): Promise<void> {
  const rows = openLedgerReader(database.admin).rows();
  const { findings, tips } = await verifyRows(rows, {
    publicKey,
    kept: keeper.notes,
    hasSalts: true,
  });
  expect(findings).toEqual([]);
  expect(tips.reduce((sum, { frontier }) => sum + frontier.size, 0)).toBe(entries);
}

const BEFORE_ALL = {
  kind: 'entry',
  ...{ logId: 1, seq: -1, leaf: '{}', leafHash: Buffer.alloc(32), salt: Buffer.alloc(32) },
} as const;
const SHORT_SALT = { ...BEFORE_ALL, seq: 0, salt: Buffer.alloc(31) } as const;

const isRefusal = (error: unknown) =>
  error instanceof Refusal && error.code === 'LEDGER_UNAVAILABLE';

describe('the ledger on PostgreSQL', () => {
  it.each([1, 2, 16, 64, 500])('seals %i at once; every receipt checks', async (count) => {
    const { ledger } = await open();
    const receipts = await sealBatch(ledger, 'KZ-MIA', count);
    receipts.forEach((receipt, at) => {
      const body = bodyOf(`${at}`);
      expect(checkReceipt(receipt, { publicKey, body })).toHaveProperty('entry');
    });
    expect(receipts.map(({ index }) => index)).toEqual([...receipts.keys()]);
    await expectWhole(count);
  });

  it('keeps an entry as it was, whatever characters it holds', async () => {
    const { ledger } = await open();
    const officer =
      'tab\t quote" slash\\ {brace}, NULL \u0000 \u2028 \u0130\u0259 \u{1F512} \n \x1e end';
    const receipt = await sealBatch(ledger, 'KZ-MIA', 1).then(([one]) => one);
    const asking = { ...draftOf().asking, officer };
    const second = await ledger.seal(draftOf({ asking }), bodyOf('x'));
    expect(receipt?.index).toBe(0);
    expect(checkReceipt(second, { publicKey, body: bodyOf('x') })).toMatchObject({
      entry: { asking: { officer } },
    });
    await expectWhole(2);
  });

  describe('proofs', () => {
    const base64 = (text: string) => Buffer.from(text, 'base64');
    const proofsOf = ({ pools }: OpenedLedger) =>
      openProofs({ reader: openLedgerReader(pools.app), authority: 'AZ-SMS', publicKey });

    async function grow(batches = [1, 3, 7, 2]) {
      const one = await open();
      const receipts: Receipt[] = [];
      for (const count of batches) {
        receipts.push(...(await sealBatch(one.ledger, 'KZ-MIA', count)));
      }
      const heads = keeper.notes.map((note) =>
        parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1)),
      );
      return { proofs: proofsOf(one), receipts, heads: heads.filter((head) => head !== undefined) };
    }

    async function expectIncluded(
      proofs: LedgerProofs,
      { size, root }: Checkpoint,
      receipts: readonly Receipt[],
    ) {
      for (const { index, entry } of receipts.filter((one) => one.index < size)) {
        const proof = (await proofs.inclusion('KZ-MIA', index, size))?.map(base64) ?? [];
        const claim = { index, size, root, proof, leafHash: leafHash(Buffer.from(entry)) };
        expect(checkInclusion(claim)).toBe(true);
      }
    }

    async function expectGrowth(proofs: LedgerProofs, heads: readonly Checkpoint[]) {
      const pairs = heads.flatMap((a) => heads.filter((b) => b.size >= a.size).map((b) => [a, b]));
      for (const [a, b] of pairs) {
        if (a === undefined || b === undefined) continue;
        const { size: from, root: fromRoot } = a;
        const { size: to, root: toRoot } = b;
        const proof = (await proofs.consistency('KZ-MIA', from, to))?.map(base64) ?? [];
        expect(checkConsistency({ from, to, fromRoot, toRoot, proof })).toBe(true);
      }
    }

    it('of inclusion hold for every index and checkpoint', async () => {
      const { proofs, receipts, heads } = await grow();
      for (const head of heads) await expectIncluded(proofs, head, receipts);
    });

    it('hold across tiles, from the nodes that are stored', async () => {
      const { proofs, receipts, heads } = await grow([255, 2, 300, 31]);
      for (const head of heads) {
        const near = [0, 1, 128, 254, 255, 256, 511, 512, 556, 587];
        await expectIncluded(
          proofs,
          head,
          receipts.filter(({ index }) => near.includes(index)),
        );
      }
      await expectGrowth(proofs, heads);
    });

    it.each(['node where index = 1', 'entry where seq = 586'])('need %s', async (row) => {
      const { proofs } = await grow([300, 288]);
      await expect(proofs.inclusion('KZ-MIA', 587, 588)).resolves.toHaveLength(5);
      await database.admin.unsafe(`delete from ledger.${row}`);
      await expect(proofs.inclusion('KZ-MIA', 587, 588)).rejects.toThrow(/tree node is missing/);
    });

    it('of growth hold between every two checkpoints', async () => {
      const { proofs, heads } = await grow();
      await expectGrowth(proofs, heads);
      expect(await proofs.checkpoint('KZ-MIA')).toBe(keeper.notes.at(-1));
      expect(await proofs.checkpoint('BE-IO')).toBeUndefined();
    });
  });

  it.each([
    [13, 13],
    [0, 14],
    [-1, 13],
    [0.5, 13],
    [0, 0],
    [Number.NaN, 13],
    [0, 2 ** 60],
  ])('has no proof of index %d in size %d', async (index, size) => {
    const { ledger, pools } = await open();
    await sealBatch(ledger, 'KZ-MIA', 13);
    const reader = openLedgerReader(pools.app);
    const proofs = openProofs({ reader, authority: 'AZ-SMS', publicKey });
    expect(await proofs.inclusion('KZ-MIA', index, size)).toBeUndefined();
    expect(await proofs.inclusion('DOMESTIC', 0, 1)).toBeUndefined();
  });
});

describe('A-11.4: the database guards the ledger', () => {
  const tables = ['log', 'frame', 'entry', 'entry_subject', 'node', 'checkpoint'];

  it.each(tables)('the writer may insert into %s and do nothing else', async (table) => {
    const { pools } = await open();
    for (const privilege of ['SELECT', 'UPDATE', 'DELETE', 'TRUNCATE', 'INSERT']) {
      const [found] = await pools.ledger<{ may: boolean }[]>`
        select has_table_privilege(${`ledger.${table}`}, ${privilege}) as may`;
      expect(found?.may, privilege).toBe(privilege === 'INSERT');
    }
  });

  it('a second process stays unready, and becomes ready when the first ends', async () => {
    const first = await open();
    await sealBatch(first.ledger, 'KZ-MIA', 2);
    const second = await open();
    expect(await second.ledger.ready()).toEqual({ ready: false, reason: 'BUSY' });
    await expect(sealBatch(second.ledger, 'KZ-MIA', 1)).rejects.toSatisfy(isRefusal);
    await first.ledger.close();
    expect(await second.ledger.ready()).toEqual({ ready: true });
    const [receipt] = await sealBatch(second.ledger, 'KZ-MIA', 1);
    expect(receipt?.index).toBe(2);
    await expectWhole(3);
  });

  it('the sessions ended: refused at most once, then goes on without a gap', async () => {
    const { ledger } = await open();
    await sealBatch(ledger, 'KZ-MIA', 3);
    for (let round = 0; round < 5; round += 1) {
      await endWriters();
      await sealBatch(ledger, 'KZ-MIA', 1).catch((error: unknown) => {
        expect(isRefusal(error)).toBe(true);
      });
      await ledger.ready();
      await sealBatch(ledger, 'KZ-MIA', 1);
    }
    expect(await ledger.ready()).toEqual({ ready: true });
    const [count] = await database.admin<
      { n: number }[]
    >`select count(*)::int as n from ledger.entry`;
    expect(count?.n).toBeGreaterThanOrEqual(8);
    await expectWhole(count?.n ?? 0);
  });

  it('the session ended while a batch waits in it: refused, nothing half written', async () => {
    const { ledger } = await open();
    await sealBatch(ledger, 'KZ-MIA', 1);
    const blocker = await database.admin.reserve();
    await blocker`begin`;
    await blocker`lock table ledger.checkpoint in access exclusive mode`;
    const sealed = sealBatch(ledger, 'KZ-MIA', 4).catch((error: unknown) => error);
    const waiting = () => blocker<{ pid: number }[]>`
      select pid from pg_locks where not granted and relation = 'ledger.checkpoint'::regclass`;
    await expect.poll(async () => (await waiting()).length).toBe(1);
    await blocker`select pg_terminate_backend(pid, 5000) from pg_locks
      where not granted and relation = 'ledger.checkpoint'::regclass`;
    expect(await sealed).toSatisfy(isRefusal);
    await blocker`rollback`;
    blocker.release();
    const [receipt] = await sealBatch(ledger, 'KZ-MIA', 1);
    expect(receipt?.index).toBe(1);
    await expectWhole(2);
  });

  it('a connection that does not hold the right writes nothing', async () => {
    const { ledger, pools } = await open();
    await sealBatch(ledger, 'KZ-MIA', 1);
    const store = openLedgerStore(pools);
    const none = { logs: [], entries: [], subjects: [], nodes: [], tickets: [] };
    const note = keeper.notes[0] ?? '';
    const row = { kind: 'checkpoint', logId: 1, size: 99, root: Buffer.alloc(32), note } as const;
    await expect(store.append({ ...none, checkpoints: [row] })).rejects.toThrow(/right to write/);
    await expectWhole(1);
  });

  describe('a batch sent behind another', () => {
    const none = { logs: [], entries: [], subjects: [], nodes: [], tickets: [] };
    const batchOf = (size: number, root = Buffer.alloc(32)): Batch => ({
      ...none,
      checkpoints: [{ kind: 'checkpoint', logId: 1, size, root, note: `${size}` }],
    });
    const sizes = async () => {
      const rows = await database.admin<{ size: number }[]>`
        select size::float8 as size from ledger.checkpoint order by size`;
      return rows.map(({ size }) => size);
    };
    const openStore = async () => {
      const pools = openPools(database.urls);
      const store = openLedgerStore(pools);
      expect(await store.acquire()).toBe('TAKEN');
      return { store, close: () => pools.close() };
    };
    const all = async (given: readonly Promise<void>[]) =>
      (await Promise.allSettled(given)).map(({ status }) => status === 'fulfilled');

    it('is committed where that was, in the order sent', async () => {
      const { store, close } = await openStore();
      const sent = [1, 2, 3, 4, 5].map((size) => store.append(batchOf(size)));
      expect(await all(sent)).toEqual([true, true, true, true, true]);
      expect(await sizes()).toEqual([1, 2, 3, 4, 5]);
      await close();
    });

    it.each([
      ['refused by a key', () => batchOf(1)],
      ['refused by a constraint', () => ({ ...none, entries: [BEFORE_ALL], checkpoints: [] })],
      ['never sent', () => ({ ...none, entries: [SHORT_SALT], checkpoints: [] })],
    ])(
      'is not where that was %s, nor is what follows, until the right is asked for',
      async (_, faulty) => {
        const { store, close } = await openStore();
        await store.append(batchOf(1));
        const sent = [faulty(), batchOf(2), batchOf(3)].map((batch) => store.append(batch));
        expect(await all(sent)).toEqual([false, false, false]);
        expect(await all([store.append(batchOf(4))])).toEqual([false]);
        expect(await store.acquire()).toBe('HELD');
        expect(await all([batchOf(5), batchOf(6)].map((batch) => store.append(batch)))).toEqual([
          true,
          true,
        ]);
        expect(await sizes()).toEqual([1, 5, 6]);
        await close();
      },
    );

    it('is not where the session ended between them', async () => {
      const { store, close } = await openStore();
      const blocker = await database.admin.reserve();
      await blocker`begin`;
      await blocker`lock table ledger.checkpoint in access exclusive mode`;
      const sent = all([batchOf(1), batchOf(2)].map((batch) => store.append(batch)));
      const waiting = () => blocker<{ pid: number }[]>`
        select pid from pg_locks where not granted and relation = 'ledger.checkpoint'::regclass`;
      await expect.poll(async () => (await waiting()).length).toBe(1);
      await blocker`select pg_terminate_backend(pid, 5000) from pg_locks
        where not granted and relation = 'ledger.checkpoint'::regclass`;
      await blocker`rollback`;
      blocker.release();
      expect(await sent).toEqual([false, false]);
      expect(await all([store.append(batchOf(3))])).toEqual([false]);
      expect(await store.acquire()).toBe('TAKEN');
      expect(await all([store.append(batchOf(4))])).toEqual([true]);
      expect(await sizes()).toEqual([4]);
      await close();
    });
  });

  it('waits for the disk, whatever the setting of its role', async () => {
    const role = 'alter role sorgu_ledger in database';
    const [name] = await database.admin<{ name: string }[]>`select current_database() as name`;
    await database.admin.unsafe(`${role} ${name?.name} set synchronous_commit = off`);
    const { pools } = await open();
    const [set] = await pools.ledger<{ to: string }[]>`
      select current_setting('synchronous_commit') as to`;
    expect(set?.to).toBe('on');
  });
});

describe('opening twice on the same pools', () => {
  it('gives the right back on close', async () => {
    const pools = openPools(database.urls);
    const store = openLedgerStore(pools);
    expect(await store.acquire()).toBe('TAKEN');
    expect(await store.acquire()).toBe('HELD');
    const other = openPools(database.urls);
    expect(await openLedgerStore(other).acquire()).toBe('BUSY');
    await store.close();
    expect(await openLedgerStore(other).acquire()).toBe('TAKEN');
    await other.close();
    await pools.close();
  });
});
