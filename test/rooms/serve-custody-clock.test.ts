/** A-11.5a The clock of custody: it runs with the gateway's, and goes back for nobody, not by a restart either. */
import { expect, test } from 'vitest';
import { watchClock } from '../../src/base/index.js';
import { openLedger } from '../../src/ledger/index.js';
import { openCustodyClock } from '../../src/serve-custody-clock.js';
import { bodyOf, countingIds, draftOf, testSigner } from './ledger/fixtures.js';
import { MemoryKeeper, MemoryStore } from './ledger/memory.js';

const NOW = Date.UTC(2026, 10, 22, 12);
const settable = (at = NOW) => ({
  at,
  now() {
    return this.at;
  },
});

/** A ledger in which an entry was sealed at each of these times, each in the log beside it. */
async function sealedAt(entries: readonly (readonly [log: string, time: number])[]) {
  const store = new MemoryStore();
  const clock = settable();
  const ledger = await openLedger({
    ...{ store, clock, keeper: new MemoryKeeper(), signer: testSigner(1), ids: countingIds() },
    authority: 'AZ-SMS',
  });
  for (const [log, time] of entries) {
    clock.at = time;
    await ledger.seal(draftOf({ log }), bodyOf('a'));
  }
  await ledger.close();
  return store;
}

test('in one run: never before what anybody saw', async () => {
  const given = settable();
  const clock = watchClock(given);
  const custody = await openCustodyClock({ clock, reader: await sealedAt([]) });
  for (const [at, newest] of [
    [NOW, NOW],
    [NOW + 9, NOW + 9],
    [NOW - 5, NOW + 9],
    [0, NOW + 9],
    [NOW + 8, NOW + 9],
    [NOW + 10, NOW + 10],
  ] as const) {
    given.at = at;
    // The gateway's own clock says what it is told.
    expect([clock.now(), custody.now()]).toEqual([at, newest]);
  }
  given.at = NOW + 99;
  clock.now();
  given.at = NOW;
  expect(custody.now()).toBe(NOW + 99);
});

test.each([
  { title: 'an empty ledger', entries: [], newest: NOW },
  { title: 'an earlier entry', entries: [['KZ-MIA', NOW - 5]], newest: NOW },
  { title: 'a later entry', entries: [['KZ-MIA', NOW + 5]], newest: NOW + 5 },
  {
    title: 'a later entry of any log',
    entries: [
      ['KZ-MIA', NOW + 5],
      ['DOMESTIC', NOW + 7],
      ['BE-IO', NOW - 5],
    ],
    newest: NOW + 7,
  },
] as const)('after a restart behind $title', async ({ entries, newest }) => {
  const reader = await sealedAt(entries);
  const custody = await openCustodyClock({ clock: watchClock(settable()), reader });
  expect(custody.now()).toBe(newest);
});
