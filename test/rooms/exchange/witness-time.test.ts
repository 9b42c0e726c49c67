/** The time of a witness never goes back, whatever its clock says: who cosigned later says so (C2SP tlog-cosignature). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeCheckpoint } from '../../../src/exchange/index.js';
import {
  cosignedAt,
  formatSubmission,
  leafHash,
  signCheckpoint,
  witnessNameOf,
} from '../../../src/ledger/index.js';
import { openWitnessing } from '../../../src/store/index.js';
import { testSigner } from '../ledger/fixtures.js';
import { openTestExchange, type TestExchange } from '../store/exchange-fixtures.js';

const name = witnessNameOf('KZ-MIA');
const [log, witness] = [testSigner(1), testSigner(2)];
const NOW = 1_795_780_800;

let exchange: TestExchange;
beforeAll(async () => {
  exchange = await openTestExchange();
});
afterAll(() => exchange.close());

/** The times under which one checkpoint is cosigned, each by the clock of its turn, and the one that is kept. */
async function timesOf(origin: string, clocks: readonly number[]) {
  const note = await signCheckpoint({ origin, size: 1, root: leafHash(Buffer.from('a')) }, log);
  const witnessing = openWitnessing(exchange.sql);
  const logs = new Map([['AZ-SMS', { name: origin, publicKey: log.publicKey }]]);
  const told: (number | undefined)[] = [];
  for (const [turn, now] of clocks.entries()) {
    const clock = { now: () => now * 1000 + 999 };
    const body = formatSubmission({ oldSize: Math.min(turn, 1), proof: [], note });
    const rooms = { logs, witnessing, name, signer: witness, clock };
    const answer = await takeCheckpoint(rooms, { authority: 'AZ-SMS', body });
    const line = 'cosignature' in answer ? answer.cosignature : '';
    told.push(cosignedAt(`${note}${line}`, { name, publicKey: witness.publicKey }));
  }
  return { told, kept: (await witnessing.latest(origin))?.cosignedAt };
}

test.each([
  { title: 'later', clocks: [NOW, NOW + 10], times: [NOW, NOW + 10] },
  { title: 'in the same second', clocks: [NOW, NOW], times: [NOW, NOW] },
  { title: 'set back a second', clocks: [NOW, NOW - 1], times: [NOW, NOW] },
  { title: 'set back a year', clocks: [NOW, NOW - 31_536_000], times: [NOW, NOW] },
  { title: 'at its beginning', clocks: [NOW, 0, NOW + 1], times: [NOW, NOW, NOW + 1] },
])('a clock $title', async ({ title, clocks, times }) => {
  expect(await timesOf(`sorgu/AZ-SMS/${title.replaceAll(' ', '-')}`, clocks)).toEqual({
    told: times,
    kept: times.at(-1),
  });
});
