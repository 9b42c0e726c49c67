/** The gate before the ledger: nothing is sealed before the witness has shown that the log is not behind. */
import { describe, expect, it } from 'vitest';
import { type Condemnation, gateLedger, openGate, openLedger } from '../../../src/ledger/index.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from './fixtures.js';
import { MemoryKeeper, MemoryStore } from './memory.js';

async function behind(outOfReach: 'REFUSE' | 'SERVE') {
  const store = new MemoryStore();
  const options = { signer: testSigner(1), clock: stillClock, ids: countingIds() };
  const writer = await openLedger({
    ...{ ...options, store, keeper: new MemoryKeeper(), authority: 'AZ-SMS' },
  });
  const gate = openGate(['KZ-MIA'], outOfReach);
  const ledger = gateLedger(writer, gate);
  const seal = (log: string) =>
    ledger.seal(draftOf({ log }), bodyOf('a')).then(
      ({ index }) => index,
      (refusal: { readonly code: string }) => refusal.code,
    );
  return { gate, ledger, seal, store };
}

describe('A-11.4 while the witness is out of reach', () => {
  it('its log is closed where the setting refuses, and no other', async () => {
    const { gate, ledger, seal, store } = await behind('REFUSE');
    expect(await seal('KZ-MIA')).toBe('LEDGER_UNAVAILABLE');
    expect(store.rowList).toEqual([]);
    expect(await seal('BE-IO')).toBe(0);
    expect(await ledger.ready()).toEqual({ ready: false, reason: 'WITNESS_AWAITED' });
    gate.confirm('KZ-MIA');
    expect(await seal('KZ-MIA')).toBe(0);
    expect(await ledger.ready()).toEqual({ ready: true });
  });

  it('its log is open where the setting serves', async () => {
    const { ledger, seal } = await behind('SERVE');
    expect(await seal('KZ-MIA')).toBe(0);
    expect(await ledger.ready()).toEqual({ ready: true });
  });
});

describe('A-11.4 once it is proven that a log lost or changed entries', () => {
  it.each<Condemnation>(['BEHIND_WITNESS', 'REWRITTEN'])(
    '%s closes every log, whatever the setting and whatever is confirmed later',
    async (reason) => {
      const { gate, ledger, seal, store } = await behind('SERVE');
      gate.condemn(reason);
      gate.confirm('KZ-MIA');
      for (const log of ['KZ-MIA', 'BE-IO', 'DOMESTIC']) {
        expect(await seal(log)).toBe('LEDGER_UNAVAILABLE');
      }
      expect(store.rowList).toEqual([]);
      expect(await ledger.ready()).toEqual({ ready: false, reason });
    },
  );
});
