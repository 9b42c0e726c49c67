import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import {
  checkReceipt,
  formatReceipt,
  type LedgerWriter,
  openLedger,
  parseReceipt,
  type Receipt,
  verifyRows,
} from '../../../src/ledger/index.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from './fixtures.js';
import { type Failure, MemoryKeeper, MemoryStore } from './memory.js';

const signer = testSigner(1);
const { publicKey } = signer;
let store: MemoryStore;
let keeper: MemoryKeeper;

beforeEach(() => {
  store = new MemoryStore();
  keeper = new MemoryKeeper();
});

function open(limits?: { waiting: number; batch: number }): Promise<LedgerWriter> {
  const effects = { store, keeper, signer, clock: stillClock, ids: countingIds() };
  return openLedger({ ...effects, authority: 'AZ-SMS', ...(limits && { limits }) });
}

const seal = (ledger: LedgerWriter, log: string, text: string) =>
  ledger.seal(draftOf({ log }), bodyOf(text));

const verify = (kept: readonly string[] = keeper.notes) =>
  verifyRows(store.rows(), { publicKey, kept, hasSalts: true });

/** The sequence numbers of each log are 0, 1, 2 ... without gap or repetition, and everything verifies. */
async function expectWhole(): Promise<void> {
  expect((await verify()).findings).toEqual([]);
}

const isRefusal = (error: unknown) =>
  error instanceof Refusal && error.code === 'LEDGER_UNAVAILABLE' && error.detail.retryAfter === 1;

describe('sealing', () => {
  it('gives a receipt that checks against the body, and against no other', async () => {
    const ledger = await open();
    const receipt = await seal(ledger, 'KZ-MIA', 'one');
    expect(receipt.index).toBe(0);
    expect(receipt.origin).toBe('sorgu/AZ-SMS/KZ-MIA');
    expect(checkReceipt(receipt, { publicKey, body: bodyOf('one') })).toHaveProperty('entry');
    expect(checkReceipt(receipt, { publicKey, body: bodyOf('two') })).toEqual({ fault: 'BODY' });
  });

  it.each(['origin', 'leafHash', 'entry', 'salt', 'checkpoint'] as const)(
    'gives a receipt whose %s cannot be exchanged',
    async (name) => {
      const ledger = await open();
      const [one, other] = await Promise.all([
        seal(ledger, 'KZ-MIA', 'one'),
        seal(ledger, 'BE-IO', 'other'),
      ]);
      const forged = { ...one, [name]: other[name] };
      expect(checkReceipt(forged, { publicKey, body: bodyOf('one') })).toHaveProperty('fault');
    },
  );

  it('A-11.4 goes on where the clock runs backwards: every entry in its place, with the time it was told', async () => {
    const times = [3_600_000, 0, -86_400_000, -86_400_001, 7_200_000];
    const clock = { at: 0, now: () => stillClock.now() + (times[clock.at] ?? 0) };
    const effects = { store, keeper, signer, clock, ids: countingIds() };
    const ledger = await openLedger({ ...effects, authority: 'AZ-SMS' });
    for (; clock.at < times.length; clock.at += 1) {
      const { index, entry } = await seal(ledger, 'KZ-MIA', `answer ${clock.at}`);
      const { time } = JSON.parse(entry);
      expect({ index, time }).toEqual({
        index: clock.at,
        time: new Date(clock.now()).toISOString(),
      });
    }
    await ledger.close();
    await expectWhole();
    // As another process finds it that starts with the clock set back.
    expect((await seal(await open(), 'KZ-MIA', 'next')).index).toBe(times.length);
    await expectWhole();
  });

  it('hashes the bytes as they are when it is asked', async () => {
    const ledger = await open();
    const body = Buffer.from(bodyOf('as it is'));
    const sealed = ledger.seal(draftOf(), body);
    body.fill(0x20);
    expect(checkReceipt(await sealed, { publicKey, body: bodyOf('as it is') })).toHaveProperty(
      'entry',
    );
  });

  it.each([1, 2, 3, 17, 64, 500])('seals %i at once, each at its own index', async (count) => {
    const ledger = await open();
    const bodies = Array.from({ length: count }, (_, at) => `body ${at}`);
    const receipts = await Promise.all(bodies.map((text) => seal(ledger, 'KZ-MIA', text)));
    expect(receipts.map(({ index }) => index)).toEqual([...bodies.keys()]);
    receipts.forEach((receipt, at) => {
      const body = bodyOf(bodies[at] ?? '');
      const read = parseReceipt(formatReceipt(receipt));
      expect(read && checkReceipt(read, { publicKey, body })).toHaveProperty('entry');
    });
    await expectWhole();
  });

  it('puts what waits into one batch, with one checkpoint per log', async () => {
    const ledger = await open();
    const logs = ['KZ-MIA', 'BE-IO', 'KZ-MIA', 'DOMESTIC', 'BE-IO'];
    const first = seal(ledger, 'KZ-MIA', 'first');
    await Promise.all([first, ...logs.map((log) => seal(ledger, log, log))]);
    expect(store.batches.map(({ entries }) => entries.length)).toEqual([6]);
    expect(store.batches[0]?.checkpoints.length).toBe(3);
    await expectWhole();
  });

  it('goes on in any order of batches and logs, over restarts', async () => {
    const logs = fc.constantFrom('KZ-MIA', 'BE-IO', 'DOMESTIC');
    const batches = fc.array(fc.array(logs, { minLength: 1, maxLength: 9 }), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(batches, async (runs) => {
        store = new MemoryStore();
        keeper = new MemoryKeeper();
        for (const run of runs) {
          const ledger = await open();
          const receipts = await Promise.all(run.map((log, at) => seal(ledger, log, `${at}`)));
          receipts.forEach((receipt, at) => {
            const body = bodyOf(`${at}`);
            expect(checkReceipt(receipt, { publicKey, body })).toHaveProperty('entry');
          });
          await ledger.close();
        }
        await expectWhole();
      }),
      { numRuns: 60 },
    );
  });
});

describe('A-11.4: a ledger that cannot be written releases nothing', () => {
  const failures: readonly Failure[] = ['BEFORE', 'AFTER'];

  it.each(failures)('append fails %s its commit: refused, then recovers', async (failure) => {
    const ledger = await open();
    const before = await seal(ledger, 'KZ-MIA', 'before');
    store.appendFailures.push(failure, failure);
    await expect(seal(ledger, 'KZ-MIA', 'a')).rejects.toSatisfy(isRefusal);
    await expect(seal(ledger, 'BE-IO', 'b')).rejects.toSatisfy(isRefusal);
    const after = await seal(ledger, 'KZ-MIA', 'after');
    expect(before.index).toBe(0);
    expect(after.index).toBe(failure === 'BEFORE' ? 1 : 2);
    await expectWhole();
  });

  it.each(failures)('keeping fails %s its effect: refused, then recovers', async (failure) => {
    const ledger = await open();
    keeper.failures.push(failure, failure);
    await expect(seal(ledger, 'KZ-MIA', 'a')).rejects.toSatisfy(isRefusal);
    await expect(seal(ledger, 'KZ-MIA', 'b')).rejects.toSatisfy(isRefusal);
    expect((await seal(ledger, 'KZ-MIA', 'after')).index).toBe(2);
    await expectWhole();
  });

  it('any sequence of failures loses and repeats no index, and every receipt holds', async () => {
    const fault = fc.constantFrom<Failure | undefined>('BEFORE', 'AFTER', undefined, undefined);
    const steps = fc.array(fc.tuple(fault, fault, fc.nat(5)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        store = new MemoryStore();
        keeper = new MemoryKeeper();
        const ledger = await open();
        for (const step of plan) await expectSealedOrRefused(ledger, step);
        await expectWhole();
      }),
      { numRuns: 100 },
    );
  });

  type Step = [append: Failure | undefined, keep: Failure | undefined, others: number];

  async function expectSealedOrRefused(ledger: LedgerWriter, [append, keep, others]: Step) {
    if (append !== undefined) store.appendFailures.push(append);
    if (keep !== undefined) keeper.failures.push(keep);
    const seals = Array.from({ length: others + 1 }, (_, at) => seal(ledger, 'BE-IO', `${at}`));
    for (const result of await Promise.allSettled(seals)) {
      const isRight =
        result.status === 'rejected' ? isRefusal(result.reason) : isStored(result.value);
      expect(isRight).toBe(true);
    }
  }

  function isStored(receipt: Receipt): boolean {
    return store.rowList.some(
      (row) => row.kind === 'entry' && row.seq === receipt.index && row.leaf === receipt.entry,
    );
  }

  it('the database gone: refused at once, ready again with its return', async () => {
    const ledger = await open();
    await seal(ledger, 'KZ-MIA', 'before');
    store.isGone = true;
    await expect(seal(ledger, 'KZ-MIA', 'gone')).rejects.toSatisfy(isRefusal);
    expect(await ledger.ready()).toEqual({ ready: false, reason: 'UNREACHABLE' });
    store.isGone = false;
    store.right = 'TAKEN';
    expect(await ledger.ready()).toEqual({ ready: true });
    expect((await seal(ledger, 'KZ-MIA', 'after')).index).toBe(1);
    await expectWhole();
  });

  it('more seals than may wait: those beyond are refused at once', async () => {
    const ledger = await open({ waiting: 3, batch: 2 });
    const seals = Array.from({ length: 9 }, (_, at) => seal(ledger, 'KZ-MIA', `${at}`));
    const results = await Promise.allSettled(seals);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBe(6);
    expect(refused.every(({ reason }) => isRefusal(reason))).toBe(true);
    expect(Math.max(...store.batches.map(({ entries }) => entries.length))).toBe(2);
    await expectWhole();
  });

  it('another process writes: unready and refusing until it ends', async () => {
    store.right = 'BUSY';
    const ledger = await open();
    expect(await ledger.ready()).toEqual({ ready: false, reason: 'BUSY' });
    await expect(seal(ledger, 'KZ-MIA', 'a')).rejects.toSatisfy(isRefusal);
    store.right = 'TAKEN';
    expect(await ledger.ready()).toEqual({ ready: true });
    expect((await seal(ledger, 'KZ-MIA', 'a')).index).toBe(0);
  });

  it('another process wrote while the right was lost: goes on after its entries', async () => {
    const ledger = await open();
    await seal(ledger, 'KZ-MIA', 'mine');
    store.right = 'TAKEN';
    const other = await open();
    await seal(other, 'KZ-MIA', 'its');
    store.appendFailures.push('BEFORE');
    store.right = 'TAKEN';
    await expect(seal(ledger, 'KZ-MIA', 'lost')).rejects.toSatisfy(isRefusal);
    expect((await seal(ledger, 'KZ-MIA', 'mine again')).index).toBe(2);
    await expectWhole();
  });

  it('refuses to open on a ledger that does not fit what was kept', async () => {
    const ledger = await open();
    await seal(ledger, 'KZ-MIA', 'a');
    await seal(ledger, 'KZ-MIA', 'b');
    await ledger.close();
    store.rowList = store.rowList.filter((row) => row.kind !== 'entry' || row.seq !== 1);
    await expect(open()).rejects.toThrow(
      /^ledger: ENTRY_MISSING sorgu\/AZ-SMS\/KZ-MIA index 1: an entry is missing: compare with sorgu verify-ledger$/,
    );
  });

  it('damage found when the right passes over: never written to, read but once', async () => {
    const first = await open();
    await seal(first, 'KZ-MIA', 'a');
    store.right = 'BUSY';
    const second = await open();
    store.rowList = store.rowList.filter(({ kind }) => kind !== 'subject');
    store.right = 'TAKEN';
    expect(await second.ready()).toEqual({ ready: false, reason: 'DAMAGED' });
    const batches = store.batches.length;
    store.isGone = true;
    expect(await second.ready()).toEqual({ ready: false, reason: 'DAMAGED' });
    await expect(seal(second, 'KZ-MIA', 'b')).rejects.toSatisfy(isRefusal);
    expect(store.batches.length).toBe(batches);
  });

  it('closed: commits what waits, refuses what comes', async () => {
    const ledger = await open({ waiting: 100, batch: 1 });
    const seals = Array.from({ length: 5 }, (_, at) => seal(ledger, 'KZ-MIA', `${at}`));
    const closed = ledger.close();
    await expect(seal(ledger, 'KZ-MIA', 'late')).rejects.toSatisfy(isRefusal);
    expect((await Promise.all(seals)).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    await closed;
    expect(await ledger.ready()).toEqual({ ready: false, reason: 'CLOSED' });
  });
});
