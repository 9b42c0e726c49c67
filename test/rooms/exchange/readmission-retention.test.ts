/** A-11.5, B-4c, B-4d A readmission case is encrypted, ends, and is destroyed; nothing of it is read after its end. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { destroyDue } from '../../../src/exchange/index.js';
import type { ReadmissionStep } from '../../../src/graph/index.js';
import { openDestruction } from '../../../src/serve-keeping.js';
import { openEpochKeys } from '../../../src/store/index.js';
import { scanRows } from '../../rigs/destroy/look.js';
import { formsOf } from '../../rigs/destroy/marks.js';
import { openScanner } from '../../rigs/destroy/scan.js';
import { OFFICE, UNDER } from '../../support/interviews.js';
import { NOW } from '../../support/requests.js';
import {
  COORDINATOR,
  DAY,
  MARKS,
  OFFICER,
  openReadmissionStage,
  PARTNER,
  RETENTION,
  type ReadmissionStage,
} from './readmission-stage.js';

let stage: ReadmissionStage;
/** When the cases of every test are opened. */
const start = NOW;
beforeAll(async () => {
  stage = await openReadmissionStage();
});
beforeEach(() => {
  stage.clock.at = NOW;
});
afterAll(() => stage.close());

const LONGEST = RETENTION.longest * DAY;
const CLOSED: ReadmissionStep = { kind: 'EVENT', event: 'CLOSED' };
const letter: ReadmissionStep = {
  kind: 'WRITE',
  draft: { kind: 'LETTER', text: 'Said.', n: null, item: null, answers: null, due: null },
};

/** Everything that may be said of a case, to both sides, and to every step of theirs. */
async function heardOf(request: string): Promise<unknown> {
  const { desk, make, window } = stage;
  const booking = randomUUID();
  const steps: readonly ReadmissionStep[] = [
    ...[{ kind: 'OPEN' } as const, letter, CLOSED, { kind: 'CONFIRM', number: 1 } as const],
    { kind: 'BOOK', window: await window(), n: 1, language: 'az' },
    ...[{ kind: 'CANCEL', booking } as const, { kind: 'NOTE', note: 'Said.' } as const],
    { kind: 'OUTCOME', booking, outcome: 'NATIONAL' },
    { kind: 'EXTEND', until: start + 2 * LONGEST, reason: 'A complaint.' },
  ];
  const heard: unknown[] = [];
  for (const caller of [OFFICER, COORDINATOR]) {
    heard.push(await desk.read(caller, request), await desk.notes(caller, request));
  }
  for (const caller of [PARTNER, OFFICER, COORDINATOR]) {
    for (const step of steps) heard.push(await make(caller, request, step));
  }
  return heard;
}

const told = async (request: string): Promise<string> =>
  JSON.stringify([
    await stage.desk.read(OFFICER, request),
    await stage.underGrant(request),
    await stage.desk.notes(OFFICER, request),
  ]);
const saysAll = (text: string): boolean =>
  Object.values(MARKS).every((mark) => text.includes(mark));

describe('A-11.5a a case has an end, and is read until then', () => {
  test('the second before its end; from its end on it is an unknown one to everybody, and no job ran', async () => {
    const request = await stage.filed();
    expect((await stage.desk.read(OFFICER, request))?.file.endsAt).toBe(start + LONGEST);
    stage.clock.at = start + LONGEST - 1_000;
    expect(saysAll(await told(request))).toBe(true);
    stage.clock.at = start + LONGEST - 1;
    expect(saysAll(await told(request))).toBe(true);
    stage.clock.at = start + LONGEST;
    expect(await stage.underGrant(request)).toBeUndefined();
    const sealed = stage.side.sealed.length;
    expect(await heardOf(request)).toEqual(await heardOf(randomUUID()));
    expect(stage.side.sealed.length).toBe(sealed);
    expect(await stage.shelf.interviews.bookings(request)).toEqual([]);
  });

  test('B-4d closed, it ends so many days of 24 hours after the instant of that step', async () => {
    const request = await stage.filed();
    stage.clock.at = start + 10 * DAY + 7;
    const id = randomUUID();
    expect(await stage.make(PARTNER, request, CLOSED)).toEqual({ fault: 'NOT_THIS_ROLE' });
    expect(await stage.make(OFFICER, request, CLOSED, id)).toMatchObject({ fault: null });
    stage.clock.at += DAY;
    // Asked again, it is the same step.
    expect(await stage.make(OFFICER, request, CLOSED, id)).toMatchObject({ fault: null });
    expect(await stage.make(PARTNER, request, letter)).toMatchObject({ fault: null });
    const note = { kind: 'NOTE', note: 'More.' } as const;
    expect(await stage.make(OFFICER, request, note)).toEqual({ fault: 'CASE_CLOSED' });
    stage.clock.at = start + (10 + RETENTION.days) * DAY + 6;
    expect(saysAll(await told(request))).toBe(true);
    stage.clock.at += 1;
    expect(await stage.desk.read(OFFICER, request)).toBeUndefined();
  });

  test('of many who close at once, each sees one end, and it is held', async () => {
    const request = await stage.filed();
    const made = await Promise.all(
      Array.from({ length: 6 }, () => stage.make(OFFICER, request, CLOSED)),
    );
    expect(made.filter(({ fault }) => fault === null)).toHaveLength(1);
    expect((await stage.shelf.cases.load(request))?.endsAt).toBe(start + RETENTION.days * DAY);
  });

  test('of two processes that move an end at once, both are kept one after the other', async () => {
    const request = await stage.filed();
    const shelves = [stage.shelf, await stage.shelfAt(start), await stage.shelfAt(start)];
    const ends = [40, 50, 60].map((days) => start + days * DAY);
    await Promise.all(
      shelves.map(({ cases }, at) =>
        cases.change(request, (found) => {
          if (found === undefined) throw new Error('no case');
          const step = { id: String(at), digest: '', number: null };
          const file = { ...found, endsAt: ends[at] ?? 0, steps: [...found.steps, step] };
          return { file, under: UNDER, result: null };
        }),
      ),
    );
    const told = await stage.shelf.cases.load(request);
    const made = told?.steps.map(({ id }) => id).slice(-3) ?? [];
    expect([...made].sort()).toEqual(['0', '1', '2']);
    expect(ends).toContain(told?.endsAt);
    const after = await stage.shelfAt(told?.endsAt ?? 0);
    expect(await after.cases.load(request)).toBeUndefined();
    expect(await stage.shelf.notes.list(request)).toHaveLength(1);
  });

  test('put off by the coordinator for a reason, once that stands in the ledger; not beyond the longest', async () => {
    const request = await stage.filed();
    await stage.make(OFFICER, request, CLOSED);
    const until = start + 200 * DAY;
    const putOff = (to: number): ReadmissionStep => ({ kind: 'EXTEND', until: to, reason: 'Why.' });
    expect(await stage.make(OFFICER, request, putOff(until))).toEqual({ fault: 'NOT_THIS_ROLE' });
    expect(await stage.make(PARTNER, request, putOff(until))).toEqual({ fault: 'NOT_THIS_ROLE' });
    const beyond = start + LONGEST + 1;
    expect(await stage.make(COORDINATOR, request, putOff(beyond))).toEqual({
      fault: 'BEYOND_LONGEST',
    });
    expect(await stage.make(COORDINATOR, request, putOff(start + DAY))).toEqual({
      fault: 'END_NOT_LATER',
    });
    const { sealed } = stage.side;
    const before = sealed.length;
    expect(await stage.make(COORDINATOR, request, putOff(until))).toMatchObject({ fault: null });
    expect(sealed.slice(before)).toMatchObject([
      { outcome: 'EXTENDED', log: 'BE-IO', request, asking: { role: 'COORDINATOR' } },
    ]);
    stage.clock.at = until - 1;
    expect(saysAll(await told(request))).toBe(true);
    stage.clock.at = until;
    expect(await stage.desk.read(OFFICER, request)).toBeUndefined();
    expect(await stage.make(COORDINATOR, request, putOff(until + DAY))).toEqual({
      fault: 'NO_READMISSION',
    });
  });
});

/** Rows of every table, and the files of the exchange's tables, where a mark is found in any form. */
async function foundIn(marks: readonly string[]): Promise<readonly string[]> {
  const { admin } = stage;
  const scan = openScanner(marks.flatMap((mark) => formsOf(mark, mark.split(' ')[0] ?? '')));
  const rows = await scanRows(admin, scan);
  await admin`checkpoint`;
  const files = await admin<{ path: string }[]>`
    select current_setting('data_directory') || '/' || pg_relation_filepath(c.oid) as path
    from pg_class c join pg_class t on c.oid in (t.oid, t.reltoastrelid)
    where t.relnamespace = 'exchange'::regnamespace and t.relkind in ('r', 'i')`;
  const bytes = Buffer.concat(await Promise.all(files.map(({ path }) => readFile(path))));
  return [...rows, ...scan(bytes)];
}

/** A checkpoint, and keys that are overwritten and flushed, take their time on a busy disk. */
const LONG = 60_000;

describe('A-11.5b destroyed, and nowhere in clear before', { timeout: LONG }, () => {
  test('nothing that was said stands in a row or a file, while the case lives and after', async () => {
    const request = await stage.filed();
    const before = await foundIn(Object.values(MARKS));
    expect(before).toEqual([]);
    // What is found where it does stand in clear: the place of a channel, which is nobody's.
    expect(await foundIn([OFFICE.place])).not.toEqual([]);
    expect(saysAll(await told(request))).toBe(true);
    stage.clock.at = start + LONGEST;
    await destroyDue(stage.side.rooms);
    expect(await foundIn(Object.values(MARKS))).toEqual([]);
  });

  test('keys, rows, entry and certificate; what has not ended, also on the same day, is read', async () => {
    const gone = await stage.filed();
    stage.clock.at = start + 60_000;
    const stays = await stage.filed();
    stage.clock.at = start + LONGEST;
    const { rooms, sealed } = stage.side;
    const before = sealed.length;
    await destroyDue(rooms);
    const [entry, ...more] = sealed.slice(before).filter(({ request }) => request === gone);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ log: 'BE-IO', outcome: 'DESTROYED', instrument: 'EU-AZ-2014' });
    expect(entry).toMatchObject({ clauses: ['17'], subjects: [], asking: { role: 'GATEWAY' } });
    const [certificate] = await rooms.erasures.certificates(gone);
    const said = JSON.parse(
      Buffer.from(certificate?.certificate.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(said).toMatchObject({ holding: 'READMISSION', ground: 'RETENTION_ENDED' });
    expect(said.values.map(({ group }: { group: string }) => group).sort()).toEqual([
      'CASE_KEY',
      'NOTES_KEY',
    ]);
    const { admin } = stage;
    for (const [table, column] of [
      ['held_value', 'case_id'],
      ['readmission_case', 'request_id'],
      ['interview_booking', 'request_id'],
      ['humanitarian_note', 'request_id'],
    ] as const) {
      const count = async (id: string) => {
        const rows = await admin`
          select 1 from ${admin(`exchange.${table}`)} where ${admin(column)} = ${id}`;
        return rows.length;
      };
      expect([table, await count(gone), (await count(stays)) > 0]).toEqual([table, 0, true]);
    }
    expect(await heardOf(gone)).toEqual(await heardOf(randomUUID()));
    expect(saysAll(await told(stays))).toBe(true);
    expect(await stage.faultsOfLedger()).toEqual([]);
  });

  test('a database from a backup, and a clock set back, bring nothing back', async () => {
    const request = await stage.filed();
    const { admin, side } = stage;
    const tables = ['custody_epoch', 'held_value', 'readmission_case', 'humanitarian_note'];
    for (const table of tables) {
      await admin.unsafe(`create table public.old_${table} as select * from exchange.${table}`);
    }
    stage.clock.at = start + LONGEST;
    await destroyDue(side.rooms);
    await admin`delete from exchange.held_value`;
    for (const table of tables) {
      await admin.unsafe(
        `insert into exchange.${table} select * from public.old_${table} on conflict do nothing`,
      );
      await admin.unsafe(`drop table public.old_${table}`);
    }
    const restored = await stage.shelfAt(start);
    expect(await restored.cases.load(request)).toBeUndefined();
    expect(await restored.cases.hasEnded(request)).toBe(true);
    expect(await restored.notes.list(request)).toEqual([]);
    // Its wrapped keys are there, and the keys that wrapped them nowhere.
    const rows = await admin<{ epoch: string }[]>`
      select epoch::text as epoch from exchange.held_value where case_id = ${request}`;
    expect(rows).toHaveLength(2);
    const keys = await openEpochKeys(side.custodyKeys);
    for (const { epoch } of rows) expect(await keys.fate(epoch)).toBe('ERASED');
    await destroyDue(side.rooms);
  });
});

describe('A-11.5b without a door for partners', () => {
  test('what has ended is destroyed all the same, with its entry; who is lost or comes back is looked for', async () => {
    const request = await stage.filed();
    stage.clock.at = start + LONGEST;
    const { side, sql, keys, clock } = stage;
    const { ledger, head, ids } = side.rooms;
    const faults: unknown[] = [];
    const before = side.sealed.length;
    const close = openDestruction({
      ...{ sql, keys, clock, ids, ledger, head, alarm: (error) => void faults.push(error) },
      onLostKey: (lost) => void faults.push(lost),
    });
    // It waits for the first look.
    await close();
    expect(faults).toEqual([]);
    const entries = side.sealed.slice(before).filter((entry) => entry.request === request);
    expect(entries).toMatchObject([{ outcome: 'DESTROYED', log: 'BE-IO' }]);
    const rows =
      await stage.admin`select 1 from exchange.readmission_case where request_id = ${request}`;
    expect(rows).toHaveLength(0);
    expect(await side.rooms.erasures.certificates(request)).toEqual([]);
  });
});

describe('A-11.4 whoever writes to the database', () => {
  const NOT_KEPT = 'is not what was kept';

  test('moves a case, a note or a booking to another request: it does not open there', async () => {
    const [one, other] = [await stage.filed(), await stage.filed()];
    const { admin, shelf } = stage;
    await admin`
      update exchange.readmission_case c set sealed = o.sealed, version = o.version
      from exchange.readmission_case o where c.request_id = ${one} and o.request_id = ${other}`;
    await expect(shelf.cases.load(one)).rejects.toThrow(NOT_KEPT);
    await admin`update exchange.humanitarian_note set request_id = ${one} where request_id = ${other}`;
    await expect(shelf.notes.list(one)).rejects.toThrow(NOT_KEPT);
    await admin`update exchange.interview_booking set n = 2 where request_id = ${other}`;
    await expect(shelf.interviews.bookings(other)).rejects.toThrow(NOT_KEPT);
    await admin`update exchange.interview_booking set cancelled_at = now() where request_id = ${one}`;
    await admin`
      update exchange.interview_booking set request_id = ${one}, n = 1 where request_id = ${other}`;
    await expect(shelf.interviews.bookings(one)).rejects.toThrow(NOT_KEPT);
  });

  test('takes the key of the notes: the case is read, and they are not', async () => {
    const request = await stage.filed();
    await stage.admin`
      delete from exchange.held_value where case_id = ${request} and item_group = 'NOTES_KEY'`;
    expect(await stage.shelf.notes.list(request)).toEqual([]);
    expect(JSON.stringify(await stage.shelf.cases.load(request))).toContain(MARKS.letter);
  });

  test('gives a case the keys of another: it does not open', async () => {
    const [one, other] = [await stage.filed(), await stage.filed()];
    const { admin, shelf } = stage;
    await admin`
      update exchange.held_value v set sealed = o.sealed, wrapped = o.wrapped, epoch = o.epoch
      from exchange.held_value o
      where v.case_id = ${one} and o.case_id = ${other} and v.item_group = o.item_group`;
    await expect(shelf.cases.load(one)).rejects.toThrow(NOT_KEPT);
  });

  test.each([
    ['the holding', ['holding']],
    ['the keys', ['held_value']],
    ['both', ['holding', 'held_value']],
  ])('writes a later end into %s: nothing is read again, nor put off', async (_, tables) => {
    const request = await stage.filed();
    stage.clock.at = start + LONGEST;
    for (const table of tables) {
      await stage.admin`
        update ${stage.admin(`exchange.${table}`)} set ends_at = ends_at + interval '100 days'
        where case_id = ${request}`;
    }
    const tried = [
      () => stage.desk.read(OFFICER, request),
      () => stage.desk.notes(OFFICER, request),
      () => stage.underGrant(request),
      () => stage.make(PARTNER, request, letter),
      () =>
        stage.make(COORDINATOR, request, {
          ...{ kind: 'EXTEND', until: start + LONGEST + 50 * DAY, reason: 'Why.' },
        }),
    ];
    const heard: unknown[] = [];
    for (const attempt of tried) {
      heard.push(await attempt().catch((error: unknown) => String(error)));
    }
    expect(JSON.stringify(heard)).not.toContain(MARKS.letter);
    expect(JSON.stringify(heard)).not.toContain(MARKS.note);
    expect(heard.map((one) => (one as { fault?: unknown } | undefined)?.fault)).not.toContain(null);
    await stage.admin`delete from exchange.held_value where case_id = ${request}`;
  });

  test('brings back an earlier version of a case: the end that was moved since stays', async () => {
    const request = await stage.filed();
    const { admin, make, shelf } = stage;
    const [old] = await admin<{ sealed: Buffer; version: number }[]>`
      select sealed, version from exchange.readmission_case where request_id = ${request}`;
    await make(OFFICER, request, CLOSED);
    await admin`
      update exchange.readmission_case set sealed = ${old?.sealed ?? ''}, version = ${old?.version ?? 0}
      where request_id = ${request}`;
    expect((await shelf.cases.load(request))?.endsAt).toBe(start + RETENTION.days * DAY);
    await make(PARTNER, request, letter);
    expect((await shelf.cases.load(request))?.endsAt).toBe(start + RETENTION.days * DAY);
  });
});
