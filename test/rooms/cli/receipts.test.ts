/** A-11.4 `sorgu receipts`: what officers were answered live with is recorded, whole files of it or nothing, and listed. */
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  listReceipts,
  readStandings,
  recordReceipts,
  runProgram,
  showPairs,
  type Tools,
} from '../../../src/cli/index.js';
import {
  formatReceipt,
  openLedger,
  type Receipt,
  signCheckpoint,
} from '../../../src/ledger/index.js';
import { openReceipts, type Receipts } from '../../../src/store/index.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from '../ledger/fixtures.js';
import { MemoryKeeper, MemoryStore } from '../ledger/memory.js';
import { openTestExchange, type TestExchange } from '../store/exchange-fixtures.js';
import { type Desk, listen, openDesk } from './desk.js';

const ORIGIN = 'sorgu/KZ-MIA/AZ-SMS';
const [log, forger] = [testSigner(1), testSigner(2)];
let exchange: TestExchange;
let receipts: Receipts;
let desk: Desk;
let sealed: readonly Receipt[];

beforeAll(async () => {
  exchange = await openTestExchange();
  receipts = openReceipts(exchange.sql);
  sealed = await sealOf('KZ-MIA', log);
});
afterAll(() => exchange.close());
beforeEach(() => {
  desk = openDesk();
});
afterEach(async () => {
  desk.close();
  await exchange.admin`delete from exchange.receipt`;
});

/** Receipts of three answers, as the authority's gateway gives them in its header. */
async function sealOf(authority: string, signer = log): Promise<readonly Receipt[]> {
  const ledger = await openLedger({
    ...{ store: new MemoryStore(), keeper: new MemoryKeeper(), signer, authority },
    ...{ clock: stillClock, ids: countingIds() },
  });
  const made: Receipt[] = [];
  for (const body of ['a', 'b', 'c'])
    made.push(await ledger.seal(draftOf({ log: 'AZ-SMS' }), bodyOf(body)));
  await ledger.close();
  return made;
}

/** Runs a command line with the two tools as `main` wires them. */
async function run(...words: readonly string[]) {
  const logs = [{ name: ORIGIN, publicKey: log.publicKey }];
  const tools = {
    recordReceipts: (file, voice) => recordReceipts({ file, receipts, logs, now: 0 }, voice),
    listReceipts: (authority, voice) =>
      listReceipts({ receipts, origin: `sorgu/${authority}/AZ-SMS` }, voice),
  } as Tools;
  const voice = listen();
  const code = await runProgram(['node', 'sorgu', 'receipts', ...words], tools, voice);
  return { code, ...voice };
}

const first = () => sealed[0] as Receipt;
const second = () => sealed[1] as Receipt;
const held = () => receipts.list(ORIGIN, 0, 100);
const linesOf = (list: readonly (Receipt | undefined)[]): Buffer =>
  Buffer.from(list.map((one) => `${one === undefined ? '' : formatReceipt(one)}\n`).join(''));

describe('sorgu receipts record', () => {
  test('records a file of them without their salts, and the same again changes nothing', async () => {
    const file = desk.file('live', linesOf([...sealed, undefined]));
    for (const _ of [1, 2]) {
      expect(await run('record', file)).toMatchObject({ code: 0, said: ['3 recorded'] });
      expect(await held()).toEqual(sealed.map(({ salt: _salt, ...receipt }) => receipt));
    }
  });

  test.each<[string, () => Receipt | string | Promise<Receipt>]>([
    ['a text that is none', () => 'xyz'],
    ['another leaf hash', () => ({ ...first(), leafHash: second().leafHash })],
    ['an entry that is not the leaf', () => ({ ...first(), entry: second().entry })],
    ['another place', () => ({ ...first(), index: 1 })],
    ['a place that is none', () => ({ ...first(), index: 0.5 })],
    ['a proof too long', () => ({ ...second(), proof: [...second().proof, ...second().proof] })],
    ['the checkpoint of another tree', () => ({ ...first(), checkpoint: second().checkpoint })],
    [
      'a checkpoint that another key signed',
      async () => {
        const root = Buffer.from(first().leafHash, 'base64');
        const checkpoint = await signCheckpoint({ origin: ORIGIN, size: 1, root }, forger);
        return { ...first(), checkpoint };
      },
    ],
    ['a log that nobody told us of', async () => (await sealOf('BE-IO'))[0] as Receipt],
    ['a whole log of another key', async () => (await sealOf('KZ-MIA', forger))[0] as Receipt],
    ['our own log', async () => ({ ...first(), origin: 'sorgu/AZ-SMS/KZ-MIA' })],
  ])('records nothing where one line has %s', async (_, make) => {
    const made = await make();
    const bad = typeof made === 'string' ? `${made}\n` : linesOf([made]);
    const file = desk.file('live', Buffer.concat([linesOf([sealed[2]]), Buffer.from(bad)]));
    const { code, said, written } = await run('record', file);
    const line = "line 2 is no receipt of a partner's log: nothing is recorded";
    expect({ code, said, written }).toEqual({ code: 1, said: [line], written: [] });
    expect(await held()).toEqual([]);
  });

  test('an empty file records none', async () => {
    const file = desk.file('live', Buffer.alloc(0));
    expect(await run('record', file)).toMatchObject({ code: 0, said: ['0 recorded'] });
  });

  test.each([
    ['is not there', () => rmSync(desk.file('live', Buffer.alloc(0)))],
    ['is a folder', () => undefined],
  ])('a file that %s is told in one line', async (_, make) => {
    const path = make() === undefined ? desk.path('.') : desk.path('live');
    const { code, said } = await run('record', path);
    expect([code, said.length]).toEqual([1, 1]);
    expect(said[0]).toMatch(/^error: (ENOENT|EISDIR)/);
  });

  test.each([['record'], ['list'], ['forget']])('%s alone is wrong usage', async (word) => {
    expect(await run(word)).toMatchObject({ code: 2, written: [] });
  });
});

describe('sorgu receipts list', () => {
  test('writes those of one log, as verify-ledger at the other side reads them', async () => {
    await run('record', desk.file('live', linesOf(sealed)));
    const { code, written } = await run('list', 'KZ-MIA');
    expect(code).toBe(0);
    const standings = sealed.map(({ entry: _, salt: _salt, ...standing }) => standing);
    const file = desk.file('held', Buffer.from(written.join('')));
    expect(await readStandings(file)).toEqual(standings);
    expect(written.join('')).not.toContain('"entry"');
  });

  test('writes nothing of a log of which none is held', async () => {
    await run('record', desk.file('live', linesOf(sealed)));
    expect(await run('list', 'BE-IO')).toMatchObject({ code: 0, written: [] });
  });

  test('writes more than are read at once, each once and in order', async () => {
    await run('record', desk.file('live', linesOf([first()])));
    await exchange.admin`
      insert into exchange.receipt (origin, index, leaf_hash, entry, proof, checkpoint, received_at)
      select origin, n, leaf_hash, entry, proof, checkpoint, received_at
      from exchange.receipt, generate_series(1, 2000) n`;
    const { written } = await run('list', 'KZ-MIA');
    const indices = written.map((line) => JSON.parse(line).index);
    expect(indices).toEqual(Array.from({ length: 2_001 }, (_, index) => index));
  });

  test.each([
    ['the last that is read at once', 999],
    ['the first of what is read next', 1_000],
  ])('writes both of two of one place: %s', async (_, index) => {
    await run('record', desk.file('live', linesOf([first()])));
    await exchange.admin`
      insert into exchange.receipt (origin, index, leaf_hash, entry, proof, checkpoint, received_at)
      select origin, n, leaf_hash, entry, proof, checkpoint, received_at
      from exchange.receipt, generate_series(1, 2000) n
      union all select origin, ${index}, sha256(leaf_hash), entry, proof, checkpoint, received_at
      from exchange.receipt`;
    const { written } = await run('list', 'KZ-MIA');
    const indices = written.map((line) => JSON.parse(line).index);
    const each = Array.from({ length: 2_001 }, (_, n) => n);
    expect(indices).toEqual(each.flatMap((n) => (n === index ? [n, n] : [n])));
    expect(new Set(written).size).toBe(2_002);
  });
});

describe('sorgu reconcile', () => {
  const whole = { origin: ORIGIN, size: 3, unreceived: [], unentered: [], differing: [] };
  test.each([
    {
      where: 'all have their pair',
      logs: [whole],
      told: [`${ORIGIN} 3 entries, each disclosure with its receipt\n`],
    },
    {
      where: 'one was not received',
      logs: [{ ...whole, unreceived: [1] }],
      told: [`${ORIGIN} unreceived 1\n`],
    },
    {
      where: 'receipts have no entry, or another',
      logs: [whole, { ...whole, unentered: [7, 9], differing: [2] }],
      told: [
        `${ORIGIN} 3 entries, each disclosure with its receipt\n`,
        `${ORIGIN} unentered 7 9\n`,
        `${ORIGIN} differing 2\n`,
      ],
    },
    { where: 'the partner cannot be asked', logs: null, told: [] },
    { where: 'there is no log yet', logs: [], told: [] },
  ])('where $where', ({ logs, told }) => {
    const voice = listen();
    const isWhole = logs?.every(({ unreceived, unentered, differing }) =>
      [unreceived, unentered, differing].every((list) => list.length === 0),
    );
    expect(showPairs([{ authority: 'KZ-MIA', logs }], voice)).toBe(isWhole === true ? 0 : 1);
    expect(voice).toMatchObject({ written: told });
    expect(voice.said.length).toBe(logs === null ? 1 : 0);
  });
});
