/**
 * release needs both, the ticket under which was read and the entry that says so. The transaction that commits an
 * entry consumes its tickets; one whose ticket is not there is refused, and the log goes on behind it.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CheckpointKeeper, verifyRows } from '../../../src/ledger/index.js';
import {
  closePool,
  listOpenTickets,
  openLedgerReader,
  openOwner,
} from '../../../src/store/index.js';
import {
  ledgerSigner,
  type OpenedLedger,
  openAttackedDatabase,
  openLedgerOn,
} from '../../support/ledger.js';
import { bodyOf, draftOf } from '../ledger/fixtures.js';
import { MemoryKeeper } from '../ledger/memory.js';

let database: Awaited<ReturnType<typeof openAttackedDatabase>>;
let opened: OpenedLedger;
const keeper = (): CheckpointKeeper => new MemoryKeeper();

beforeEach(async () => {
  database = await openAttackedDatabase();
  opened = await openLedgerOn(database.urls, keeper());
});
afterEach(async () => {
  await opened.close();
  await database.drop();
});

/** A ticket as a reading leaves it, of so many sets of items. */
async function give(xid: number, sets = 1, openedAt = new Date()): Promise<string> {
  for (let nth = 1; nth <= sets; nth += 1) {
    await database.admin`insert into granted.ticket
      (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
      values (${String(xid)}::text::xid8, ${nth}, ${openedAt}, 'x', 'REQUEST', gen_random_uuid(), '', '', '{}', '{}', '{}')`;
  }
  return String(xid);
}

const seal = (tickets: readonly string[]) =>
  opened.ledger.seal(draftOf({ tickets }), bodyOf('answer'));
async function left() {
  const rows = await database.admin<{ xid: string }[]>`
    select distinct xid::text as xid from granted.ticket order by 1`;
  return rows.map(({ xid }) => xid);
}

test('an entry consumes its own tickets, each whole, and no other', async () => {
  const tickets = [await give(11), await give(12, 3)];
  await give(13);
  expect((await seal(tickets)).index).toBe(0);
  expect(await left()).toEqual(['13']);
});

test('without its ticket, or with one that is spent, an entry is refused and none is written', async () => {
  const ticket = await give(11);
  await seal([ticket]);
  for (const tickets of [['99'], [ticket], [await give(12), '99']]) {
    await expect(seal(tickets)).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  }
  const [count] = await database.admin<
    { n: number }[]
  >`select count(*)::int as n from ledger.entry`;
  expect(count?.n).toBe(1);
  expect(await left()).toEqual(['12']);
  expect((await seal(['12'])).index).toBe(1);
});

test('a ticket pays for one entry, though two name it at once', async () => {
  const ticket = await give(11);
  const both = await Promise.allSettled([seal([ticket]), seal([ticket])]);
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
});

test('those who share a batch with a spent ticket are sealed all the same, without a gap', async () => {
  const count = 120;
  const isSpent = (at: number) => at % 40 === 7;
  const tickets: string[] = [];
  for (let at = 0; at < count; at += 1) tickets.push(isSpent(at) ? '9999' : await give(100 + at));
  const sealed = await Promise.allSettled(tickets.map((ticket) => seal([ticket])));
  sealed.forEach(({ status }, at) => {
    expect(status).toBe(isSpent(at) ? 'rejected' : 'fulfilled');
  });
  const indices = sealed.flatMap((one) => (one.status === 'fulfilled' ? [one.value.index] : []));
  expect(indices).toEqual(Array.from({ length: count - 3 }, (_, at) => at));
  expect(await left()).toEqual([]);
  expect((await seal([await give(11)])).index).toBe(count - 3);
});

test('two who name one ticket at once take nobody with them', async () => {
  const [shared, own] = [await give(11), await give(12)];
  const three = await Promise.allSettled([seal([shared]), seal([own]), seal([shared])]);
  expect(three.map(({ status }) => status)).toContain('rejected');
  expect(three[1]?.status).toBe('fulfilled');
});

test('readings without an entry are listed once they are a minute old, the oldest first', async () => {
  await give(11);
  expect(await listOpenTickets(opened.pools.app)).toEqual({ count: 0, first: [], undone: 0 });
  await give(13, 1, new Date('2026-02-02T03:04:05Z'));
  await give(12, 2, new Date('2026-01-02T03:04:05Z'));
  const { count, first } = await listOpenTickets(opened.pools.app);
  expect([count, first.map(({ ticket }) => ticket)]).toEqual([2, ['12', '13']]);
  expect(first[0]).toMatchObject({
    ...{ since: '2026-01-02T03:04:05Z', reader: 'x', kind: 'REQUEST', persons: 0 },
  });
});

describe('somebody who would hide a reading', () => {
  const hidden = async () => {
    const { count } = await listOpenTickets(opened.pools.app);
    return count === 0;
  };
  const LONG_AGO = new Date('2026-01-02T03:04:05Z');
  /** With the login of the ledger's writer. */
  async function asWriter(...statements: readonly string[]): Promise<unknown> {
    const sql = openOwner(database.urls.ledger);
    const done = await sql
      .begin(async (own) => {
        for (const statement of statements) await own.unsafe(statement);
      })
      .then(
        () => 'done',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
    await closePool(sql);
    return done;
  }
  const CONSUME = "select granted.consume(array['11'])";
  const FALSE_ENTRY = `insert into ledger.entry (log_id, seq, leaf, leaf_hash, salt) values (1, 7, '{}', sha256('7'), sha256('8'))`;

  test.each<[string, readonly string[], string]>([
    ['consumes its ticket', [CONSUME], 'SG002'],
    ['consumes it under cover of no ticket', ["select granted.consume('{}')", CONSUME], 'SG002'],
    ['deletes it', ['delete from granted.ticket'], '42501'],
    ['changes it', ["update granted.ticket set opened_at = 'infinity'"], '42501'],
    [
      'takes back the transaction that consumes it',
      [FALSE_ENTRY, CONSUME, 'select 1 / 0'],
      '22012',
    ],
  ])('with the login of the writer %s: it stays, and is listed', async (_, statements, end) => {
    await seal([await give(10)]);
    await give(11, 2, LONG_AGO);
    expect(await asWriter(...statements)).toBe(end);
    expect(await hidden()).toBe(false);
    expect(await left()).toEqual(['11']);
  });

  test('writes a false entry to consume it: the ledger is found changed', async () => {
    await seal([await give(10)]);
    await give(11, 2, LONG_AGO);
    expect(await asWriter(FALSE_ENTRY, CONSUME)).toBe('done');
    expect(await hidden()).toBe(true);
    const reader = openLedgerReader(database.admin);
    const { publicKey } = ledgerSigner;
    const { findings } = await verifyRows(reader.rows(), { publicKey, kept: [], hasSalts: true });
    expect(findings.length).toBeGreaterThan(0);
  });

  test.each(['infinity', '2999-01-01'])('dates it at %s: it is listed', async (day) => {
    await give(11, 1, LONG_AGO);
    await database.admin.unsafe(`update granted.ticket set opened_at = '${day}'`);
    expect(await hidden()).toBe(false);
  });

  test('deletes the ticket of what is being read, as an administrator: nothing is released', async () => {
    const ticket = await give(11);
    await database.admin`delete from granted.ticket`;
    await expect(seal([ticket])).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  });
});
