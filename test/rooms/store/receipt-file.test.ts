/** The domestic log is told to a file of the supervisory authority, in order, none twice, none lost. */
import { appendFile, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger, parseStanding, tellNext, verifyRows } from '../../../src/ledger/index.js';
import { openReceiptFile } from '../../../src/store/index.js';
import { makeDataDir } from '../../support/data-dir.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from '../ledger/fixtures.js';
import { MemoryKeeper, MemoryStore } from '../ledger/memory.js';

const ORIGIN = 'sorgu/AZ-SMS/DOMESTIC';
const signer = testSigner(1);

let folder: string;
let path: string;
let sink: Awaited<ReturnType<typeof openReceiptFile>>;
beforeEach(async () => {
  folder = await makeDataDir();
  path = join(folder, 'receipts.ndjson');
  sink = await openReceiptFile(path);
});
afterEach(async () => {
  await sink.close();
  await rm(folder, { recursive: true, force: true });
});

async function sealed(count: number, word = 'a'): Promise<MemoryStore> {
  const store = new MemoryStore();
  const ledger = await openLedger({
    ...{ store, signer, keeper: new MemoryKeeper(), clock: stillClock, ids: countingIds() },
    authority: 'AZ-SMS',
  });
  for (let n = 0; n < count; n += 1) {
    await ledger.seal(draftOf({ log: 'DOMESTIC' }), bodyOf(`${word} ${n}`));
  }
  return store;
}

const told = async () =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .slice(0, -1)
    .map((line) => parseStanding(line));

test('A-11.4 each entry once, with a proof, in as many steps as it takes', async () => {
  const three = await sealed(3);
  expect(await tellNext(three, ORIGIN, sink)).toBe('TOLD');
  expect(await tellNext(three, ORIGIN, sink)).toBe('CURRENT');
  const many = await sealed(300);
  expect(await tellNext(many, ORIGIN, sink)).toBe('TOLD');
  expect(await tellNext(many, ORIGIN, sink)).toBe('TOLD');
  expect(await tellNext(many, ORIGIN, sink)).toBe('CURRENT');
  const lines = await told();
  expect(lines.map((line) => line?.index)).toEqual(Array.from({ length: 300 }, (_, n) => n));
  const receipts = lines.filter((line) => line !== undefined);
  const { publicKey } = signer;
  const evidence = { publicKey, kept: [], hasSalts: true, receipts };
  expect((await verifyRows(many.rows(), evidence)).findings).toEqual([]);
  const other = await verifyRows((await sealed(300, 'b')).rows(), evidence);
  expect(other.findings.map(({ code }) => code)).toContain('RECEIPT_DIFFERS');
});

test('A-11.4 a log without entries has nothing to tell', async () => {
  expect(await tellNext(new MemoryStore(), ORIGIN, sink)).toBe('CURRENT');
});

test('A-11.4 a line that a power failure cut off is written anew', async () => {
  await tellNext(await sealed(2), ORIGIN, sink);
  const whole = await readFile(path, 'utf8');
  await truncate(path, whole.length - 10);
  await tellNext(await sealed(2), ORIGIN, sink);
  expect(await readFile(path, 'utf8')).toBe(whole);
});

test.each([
  ['rolled back', () => sealed(2)],
  ['rolled back to nothing', async () => new MemoryStore()],
  ['another', () => sealed(3, 'b')],
])('A-11.4 a log that is %s is found out by what the sink knows', async (_, other) => {
  await tellNext(await sealed(3), ORIGIN, sink);
  const before = await readFile(path, 'utf8');
  expect(await tellNext(await other(), ORIGIN, sink)).toBe('LOST');
  expect(await readFile(path, 'utf8')).toBe(before);
});

test('A-11.4 a file that holds something else is not written to', async () => {
  await appendFile(path, 'hello\n');
  await expect(tellNext(await sealed(1), ORIGIN, sink)).rejects.toThrow(/no receipt/);
  expect(await readFile(path, 'utf8')).toBe('hello\n');
});
