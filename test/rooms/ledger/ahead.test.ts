/**
 * a batch that is planned while the last one is committed and sent behind it, and what becomes of it when that
 * one fails. Where somebody waits for a turn it is planned and not sent.
 */
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal, type Signer } from '../../../src/base/index.js';
import {
  type Batch,
  checkReceipt,
  type LedgerWriter,
  openLedger,
  type Receipt,
  verifyRows,
} from '../../../src/ledger/index.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from './fixtures.js';
import { type Failure, MemoryKeeper, MemoryStore } from './memory.js';

const key = testSigner(1);
const { publicKey } = key;

/** A door that stays shut until it is opened, and what waits at it. */
class Gate {
  waiting: (() => void)[] = [];
  isShut = false;

  pass(): Promise<void> | undefined {
    if (!this.isShut) return undefined;
    return new Promise((open) => this.waiting.push(open));
  }

  open(): void {
    for (const pass of this.waiting.splice(0)) pass();
  }
}

class GatedStore extends MemoryStore {
  readonly gate = new Gate();
  /** Before `acquire`. */
  readonly door = new Gate();
  /** Turns of the event loop that a commit takes. */
  turns = 0;
  sent = 0;

  override append(batch: Batch): Promise<void> {
    this.sent += 1;
    return super.append(batch);
  }

  protected override async pause(): Promise<void> {
    for (let at = 0; at < this.turns; at += 1) await turn();
    await this.gate.pass();
  }

  override async acquire() {
    await this.door.pass();
    return super.acquire();
  }
}

class GatedKeeper extends MemoryKeeper {
  readonly gate = new Gate();

  override async keep(origin: string, note: string): Promise<void> {
    await this.gate.pass();
    await super.keep(origin, note);
  }
}

let store: GatedStore;
let keeper: GatedKeeper;
/** Signatures made, and which of them fails. */
let signed: number;
let failing: number | undefined;
const signer: Signer = {
  publicKey,
  async sign(message) {
    signed += 1;
    if (signed === failing) throw new Error('the key is out of reach');
    return key.sign(message);
  },
};

beforeEach(() => {
  store = new GatedStore();
  keeper = new GatedKeeper();
  signed = 0;
  failing = undefined;
});

const open = (limits?: { waiting: number; batch: number }): Promise<LedgerWriter> =>
  openLedger({
    ...{ store, keeper, signer, clock: stillClock, ids: countingIds(), authority: 'AZ-SMS' },
    ...(limits && { limits }),
  });

const seal = (ledger: LedgerWriter, text: string, log = 'KZ-MIA') =>
  ledger.seal(draftOf({ log }), bodyOf(text));

const isRefusal = (error: unknown) =>
  error instanceof Refusal && error.code === 'LEDGER_UNAVAILABLE';

async function expectWhole(): Promise<void> {
  const evidence = { publicKey, kept: keeper.notes, hasSalts: true };
  expect((await verifyRows(store.rows(), evidence)).findings).toEqual([]);
}

function expectSealed(receipts: readonly Receipt[], first: number): void {
  expect(receipts.map(({ index }) => index)).toEqual(receipts.map((_, at) => first + at));
  receipts.forEach((receipt, at) => {
    expect(checkReceipt(receipt, { publicKey, body: bodyOf(`${at}`) })).toHaveProperty('entry');
  });
}

const OTHERS = 20;

/** A first seal that waits for its commit, and others for whom the next batch is planned meanwhile, and sent or not. */
async function holdFirst(ledger: LedgerWriter, next: 'SENT' | 'PLANNED') {
  store.gate.isShut = true;
  const first = seal(ledger, 'first');
  first.catch(() => undefined);
  await turn();
  const ready = next === 'PLANNED' ? ledger.ready() : undefined;
  const others = Promise.all(Array.from({ length: OTHERS }, (_, at) => seal(ledger, `${at}`)));
  others.catch(() => undefined);
  await turn();
  await turn();
  expect([store.gate.waiting.length, store.sent]).toEqual([1, next === 'SENT' ? 2 : 1]);
  store.gate.isShut = false;
  return { first, others, ready };
}

describe('a batch sent behind another', () => {
  it('is signed and sent while that is being committed', async () => {
    const ledger = await open();
    const { first, others } = await holdFirst(ledger, 'SENT');
    expect(signed).toBe(2);
    expect(store.batches).toHaveLength(0);
    store.gate.open();
    expect((await first).index).toBe(0);
    expectSealed(await others, 1);
    expect(signed).toBe(2);
    expect(store.batches.map(({ entries }) => entries.length)).toEqual([1, OTHERS]);
    await expectWhole();
  });

  it('is one of two at most that are on their way', async () => {
    const ledger = await open({ waiting: 100, batch: 10 });
    const { others } = await holdFirst(ledger, 'SENT');
    for (let at = 0; at < 5; at += 1) await turn();
    expect([store.sent, signed]).toEqual([2, 3]);
    store.gate.open();
    expectSealed(await others, 1);
    await expectWhole();
  });

  it('A-11.4 that failed before its commit: both are refused, nothing stands', async () => {
    const ledger = await open();
    store.appendFailures.push('BEFORE');
    const { first, others } = await holdFirst(ledger, 'SENT');
    store.gate.open();
    await expect(first).rejects.toSatisfy(isRefusal);
    await expect(others).rejects.toSatisfy(isRefusal);
    expect(store.batches).toHaveLength(0);
    expect((await seal(ledger, 'after')).index).toBe(0);
    await expectWhole();
  });

  it.each(['append', 'BEFORE', 'AFTER'] as const)(
    'A-11.4 that was committed, and this not shown (%s): both are refused, and stand without receipts',
    async (failure) => {
      const ledger = await open();
      if (failure === 'append') store.appendFailures.push('AFTER');
      else keeper.failures.push(failure);
      const { first, others } = await holdFirst(ledger, 'SENT');
      store.gate.open();
      await expect(first).rejects.toSatisfy(isRefusal);
      await expect(others).rejects.toSatisfy(isRefusal);
      expect(store.batches).toHaveLength(2);
      expect((await seal(ledger, 'after')).index).toBe(OTHERS + 1);
      await expectWhole();
    },
  );

  it('A-11.4 fails itself: its forerunner stands and is told, it alone is refused', async () => {
    const ledger = await open();
    const { first, others } = await holdFirst(ledger, 'SENT');
    store.gate.isShut = true;
    store.gate.open();
    expect((await first).index).toBe(0);
    store.appendFailures.push('BEFORE');
    store.gate.isShut = false;
    store.gate.open();
    await expect(others).rejects.toSatisfy(isRefusal);
    expect((await seal(ledger, 'after')).index).toBe(1);
    await expectWhole();
  });

  it('A-11.4 the right was lost meanwhile: what was sent stands, what comes goes on after the other’s', async () => {
    const ledger = await open();
    const { first, others } = await holdFirst(ledger, 'SENT');
    const ready = ledger.ready();
    store.door.isShut = true;
    store.gate.open();
    await first;
    expectSealed(await others, 1);
    await turn();
    expect(store.door.waiting).toHaveLength(1);
    store.door.isShut = false;
    await intrude();
    store.door.open();
    expect(await ready).toEqual({ ready: true });
    expect((await seal(ledger, 'after')).index).toBe(OTHERS + 2);
    await expectWhole();
  });
});

/** Another process takes the right, seals, and ends. */
async function intrude(): Promise<void> {
  store.right = 'TAKEN';
  const other = await open();
  await seal(other, 'its');
  store.right = 'TAKEN';
}

describe('a batch planned ahead', () => {
  it('halves many at once: one half is planned while the other is committed', async () => {
    const ledger = await open();
    store.turns = 3;
    expectSealed(
      await Promise.all(Array.from({ length: 64 }, (_, at) => seal(ledger, `${at}`))),
      0,
    );
    expect(store.batches.map(({ entries }) => entries.length)).toEqual([32, 32]);
    await expectWhole();
  });

  it('A-11.4 its forerunner failed before its commit: thrown away, planned anew', async () => {
    const ledger = await open();
    store.appendFailures.push('BEFORE');
    const { first, others } = await holdFirst(ledger, 'PLANNED');
    store.gate.open();
    await expect(first).rejects.toSatisfy(isRefusal);
    expectSealed(await others, 0);
    expect(signed).toBe(3);
    await expectWhole();
  });

  it('A-11.4 its forerunner failed after its commit: stands on it all the same', async () => {
    const ledger = await open();
    store.appendFailures.push('AFTER');
    const { first, others } = await holdFirst(ledger, 'PLANNED');
    store.gate.open();
    await expect(first).rejects.toSatisfy(isRefusal);
    expectSealed(await others, 1);
    expect(signed).toBe(2);
    await expectWhole();
  });

  it.each<Failure>(['BEFORE', 'AFTER'])(
    'A-11.4 its forerunner was not kept (%s): settled from the store first',
    async (failure) => {
      const ledger = await open();
      keeper.failures.push(failure);
      const { first, others } = await holdFirst(ledger, 'PLANNED');
      store.gate.open();
      await expect(first).rejects.toSatisfy(isRefusal);
      expectSealed(await others, 1);
      await expectWhole();
    },
  );

  it.each([true, false])(
    'A-11.4 the right was lost and another process wrote, the forerunner failed: %s',
    async (hasFailed) => {
      const ledger = await open();
      const { first, others, ready } = await holdFirst(ledger, 'PLANNED');
      if (hasFailed) store.appendFailures.push('BEFORE');
      store.door.isShut = true;
      store.gate.open();
      await (hasFailed ? expect(first).rejects.toSatisfy(isRefusal) : first);
      store.door.isShut = false;
      await intrude();
      store.door.open();
      expect(await ready).toEqual({ ready: true });
      expectSealed(await others, hasFailed ? 1 : 2);
      await expectWhole();
    },
  );

  it.each(['SENT', 'PLANNED'] as const)(
    'A-11.4 the database gone: everything that waits is refused, the next batch %s',
    async (next) => {
      const ledger = await open();
      const { first, others } = await holdFirst(ledger, next);
      store.isGone = true;
      store.gate.open();
      await expect(first).rejects.toSatisfy(isRefusal);
      await expect(others).rejects.toSatisfy(isRefusal);
      store.isGone = false;
      store.right = 'TAKEN';
      expect((await seal(ledger, 'after')).index).toBe(0);
      await expectWhole();
    },
  );

  it('A-11.4 its key failed: it alone is refused', async () => {
    const ledger = await open();
    failing = 2;
    const { first, others } = await holdFirst(ledger, 'PLANNED');
    store.gate.open();
    expect((await first).index).toBe(0);
    await expect(others).rejects.toSatisfy(isRefusal);
    expect((await seal(ledger, 'after')).index).toBe(1);
    await expectWhole();
  });

  it('counts among those that wait, and is committed by a close', async () => {
    const ledger = await open({ waiting: OTHERS, batch: OTHERS });
    const { first, others } = await holdFirst(ledger, 'PLANNED');
    await expect(seal(ledger, 'one more')).rejects.toSatisfy(isRefusal);
    const closed = ledger.close();
    store.gate.open();
    expect((await first).index).toBe(0);
    expectSealed(await others, 1);
    await closed;
    await expectWhole();
  });
});

describe('receipts', () => {
  it('A-11.4 wait until their checkpoint is kept, and those of the next batch for both', async () => {
    const ledger = await open();
    keeper.gate.isShut = true;
    const { first, others } = await holdFirst(ledger, 'SENT');
    const told: string[] = [];
    void first.then(() => told.push('first'));
    void others.then(() => told.push('others'));
    store.gate.open();
    for (let at = 0; at < 5; at += 1) await turn();
    expect([told, store.batches.length, keeper.gate.waiting.length]).toEqual([[], 2, 1]);
    keeper.gate.isShut = false;
    keeper.gate.open();
    expect((await first).index).toBe(0);
    expectSealed(await others, 1);
    expect(told).toEqual(['first', 'others']);
  });

  it('do not wait for the next batch', async () => {
    const ledger = await open();
    const { first, others } = await holdFirst(ledger, 'SENT');
    const [pass] = store.gate.waiting.splice(0);
    store.gate.isShut = true;
    pass?.();
    expect((await first).index).toBe(0);
    expect(store.batches).toHaveLength(1);
    store.gate.isShut = false;
    await turn();
    store.gate.open();
    expectSealed(await others, 1);
  });

  it('do not wait for a question to the store', async () => {
    const ledger = await open();
    const { first, others, ready } = await holdFirst(ledger, 'PLANNED');
    store.door.isShut = true;
    store.gate.open();
    expect((await first).index).toBe(0);
    store.door.isShut = false;
    store.door.open();
    expect(await ready).toEqual({ ready: true });
    expectSealed(await others, 1);
  });
});

describe('A-11.4: whatever fails, while others wait', () => {
  const fault = fc.constantFrom<Failure | undefined>('BEFORE', 'AFTER', undefined, undefined);
  const bursts = fc.array(fc.tuple(fault, fault, fc.integer({ min: 1, max: 40 })), {
    minLength: 1,
    maxLength: 8,
  });

  it('no index is lost or repeated, and every receipt holds', async () => {
    await fc.assert(
      fc.asyncProperty(bursts, fc.nat(3), async (plan, turns) => {
        store = new GatedStore();
        keeper = new GatedKeeper();
        store.turns = turns;
        const ledger = await open();
        const seals: Promise<Receipt>[] = [];
        for (const burst of plan) seals.push(...(await sealBurst(ledger, burst)));
        const results = await Promise.allSettled(seals);
        const told = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
        expectStored(told);
        await expectWhole();
      }),
      { numRuns: 40 },
    );
  });

  type Burst = [append: Failure | undefined, keep: Failure | undefined, count: number];

  async function sealBurst(ledger: LedgerWriter, [append, keep, count]: Burst) {
    if (append !== undefined) store.appendFailures.push(append);
    if (keep !== undefined) keeper.failures.push(keep);
    const seals = Array.from({ length: count }, (_, at) => seal(ledger, `${at}`));
    for (const sealed of seals) sealed.catch(() => undefined);
    await turn();
    return seals;
  }

  function expectStored(told: readonly Receipt[]): void {
    const leaves = new Map(
      store.rowList.flatMap((row) => (row.kind === 'entry' ? [[row.seq, row.leaf]] : [])),
    );
    expect(told.map(({ index }) => leaves.get(index))).toEqual(told.map(({ entry }) => entry));
    expect(new Set(told.map(({ index }) => index)).size).toBe(told.length);
  }
});
