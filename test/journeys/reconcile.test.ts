/** Disclosures and receipts of two gateways are paired; what has no pair is told on both sides. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { play } from '../../scripts/demo/story.js';
import { parseVkey, verifyRows } from '../../src/ledger/index.js';
import {
  closePool,
  openExchangePool,
  openLedgerReader,
  openOwner,
  openReceipts,
  type Sql,
} from '../../src/store/index.js';
import { openTwoGateways, type TwoGateways } from '../support/two-gateways.js';
import { wholePerson } from '../support/whole-person.js';

const { civilStatus: _, ...whole } = wholePerson('one', '');
const person = {
  ...whole,
  nameCyrillic: whole.nameCyrillic && {
    ...whole.nameCyrillic,
    givenName: 'Пример',
    patronymic: null,
  },
  citizenships: [{ country: 'KAZ', since: '1992', until: null }],
};
const BAKU = 'sorgu/AZ-SMS/KZ-MIA';
const ASTANA = 'sorgu/KZ-MIA/AZ-SMS';
/** Nothing without its pair. */
const WHOLE = { unreceived: [], unentered: [], differing: [] };

let both: TwoGateways;
let held: Sql;
let owner: Sql;
beforeAll(async () => {
  both = await openTwoGateways([person]);
  await play({ ...both, person, say: () => undefined });
  held = openExchangePool(both.kz.database.urls.exchange);
  owner = openOwner(both.az.database.urls.owner);
}, 60_000);
afterAll(async () => {
  await closePool(held);
  await closePool(owner);
  await both.close();
});

const receipts = () => openReceipts(held).list(BAKU, 0, 1_000);
const logsOf = async (at: TwoGateways['az']) => (await at.exchange.reconcile())[0]?.logs;

/** The entry that an officer of Astana was answered live with: its receipt went to him, not to his gateway. */
async function liveIndex(): Promise<number> {
  const kept = new Set((await receipts()).map(({ index }) => index));
  const rows = await owner<{ seq: number; leaf: string }[]>`
    select e.seq::float8 as seq, e.leaf from ledger.leaf e join ledger.log l using (log_id)
    where l.origin = ${BAKU} order by e.seq`;
  const live = rows.find(({ seq, leaf }) => leaf.includes('"ANSWERED"') && !kept.has(seq));
  if (live === undefined) throw new Error('nobody asked live');
  return live.seq;
}

describe('A-11.4 the receipts of an answer package', () => {
  test('are kept when it comes, whoever opens it, and prove their entries', async () => {
    const [receipt, ...others] = await receipts();
    expect(others).toEqual([]);
    expect(receipt?.origin).toBe(BAKU);
    expect(JSON.parse(receipt?.entry ?? '{}')).toMatchObject({ outcome: 'ANSWERED' });
    expect(Object.keys(receipt ?? {})).not.toContain('salt');
  });

  test('hold the other side’s log to what it said', async () => {
    const key = parseVkey(both.az.witness.log ?? '');
    if (key === undefined) throw new Error('no key');
    const evidence = { publicKey: key.publicKey, kept: [], hasSalts: true };
    const reader = openLedgerReader(owner);
    const verdict = await verifyRows(reader.rows(), { ...evidence, receipts: await receipts() });
    expect(verdict.findings).toEqual([]);
  });
});

describe('A-11.4 reconciliation', () => {
  test('tells both sides of the answer whose receipt the other gateway does not hold', async () => {
    const live = await liveIndex();
    const logs = [
      { origin: BAKU, ...WHOLE, unreceived: [live] },
      { origin: ASTANA, ...WHOLE },
    ];
    expect(await logsOf(both.az)).toMatchObject(logs);
    expect(await logsOf(both.kz)).toMatchObject([...logs].reverse());
    const said = both.az.lines
      .map((line) => JSON.parse(line))
      .find(({ msg }) => msg === 'reconciled');
    expect(said).toMatchObject({ level: 50, authority: 'KZ-MIA', isAsked: true });
    const metrics = await (await fetch(`${both.az.adminUrl}/metrics`)).text();
    expect(metrics).toMatch(/^sorgu_reconciliation_unpaired\{kind="unreceived"\} 1$/m);
  });

  test('tells of a receipt whose entry is not there, and of one that is about another', async () => {
    const [receipt] = await receipts();
    if (receipt === undefined) throw new Error('no receipt');
    const live = await liveIndex();
    const leafHash = Buffer.alloc(32, 7).toString('base64');
    await openReceipts(held).keep([{ ...receipt, index: 700 }], 0);
    await openReceipts(held).keep([{ ...receipt, index: live, leafHash }], 0);
    const [baku] = (await logsOf(both.az)) ?? [];
    expect(baku).toMatchObject({ origin: BAKU, ...WHOLE, unentered: [700], differing: [live] });
    await openReceipts(held).keep([{ ...receipt, index: 0 }], 0);
    expect((await logsOf(both.az))?.[0]).toMatchObject({ unentered: [0, 700], differing: [live] });
  });

  test('tells of the last receipt of a range, however many stand before it', async () => {
    const [receipt] = await receipts();
    if (receipt === undefined) throw new Error('no receipt');
    const places = Array.from({ length: 150 }, (_, at) => 100 + at);
    const many = places.flatMap((index) =>
      [1, 2, 3].map((letter) => ({
        ...receipt,
        index,
        leafHash: Buffer.alloc(32, letter).toString('base64'),
      })),
    );
    await openReceipts(held).keep([...many, { ...receipt, index: 255 }], 0);
    const [baku] = (await logsOf(both.az)) ?? [];
    expect(baku?.unentered).toEqual(expect.arrayContaining([...places, 255]));
  });

  test('says where the partner cannot be asked', async () => {
    both.wire.cut(true);
    expect(await both.kz.exchange.reconcile()).toEqual([{ authority: 'AZ-SMS', logs: null }]);
    both.wire.cut(false);
  });
});
