/** Mail out and in, and nonces: nothing leaves before its entry, nothing is judged twice, nothing is lost. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Cases,
  type Inbox,
  type Outbox,
  openCases,
  openInbox,
  openNonces,
  openNotices,
  openOutbox,
} from '../../../src/store/index.js';
import {
  mailTo,
  NOW,
  openTestExchange,
  receivedFile,
  type TestExchange,
} from './exchange-fixtures.js';

let exchange: TestExchange;
let cases: Cases;
let outbox: Outbox;
let inbox: Inbox;

beforeAll(async () => {
  exchange = await openTestExchange();
  cases = openCases(exchange);
  outbox = openOutbox(exchange);
  inbox = openInbox(exchange);
});
afterAll(() => exchange.close());
beforeEach(() => {
  exchange.clock.at = NOW;
});

/** Keeps a case with so much mail, and gives the case's id and the mail's. */
async function keepMail(count: number) {
  const id = randomUUID();
  const mail = Array.from({ length: count }, (_, at) => mailTo('KZ-MIA', `{"n":${at}}`));
  await cases.change(id, () => ({ file: receivedFile(id), request: null, mail, result: null }));
  return { id, ids: mail.map((one) => one.id), mail };
}

/** Seconds. */
const DAY = 86_400;

const noticeOf = () => ({
  ...{ id: randomUUID(), from: 'AZ-SMS', to: 'KZ-MIA', document: 'jws', receipt: null },
  ...{ digest: 'ab'.repeat(32), list: 'cd'.repeat(32) },
  ...{ writtenAt: NOW, effectiveFrom: NOW, recordedAt: NOW },
});

const jobs = async (ids: readonly string[]) => {
  const rows = await exchange.admin<{ key: string; payload: unknown }[]>`
    select key, payload from graphile_worker._private_jobs where key = any(${[...ids]}) order by key`;
  return rows.map(({ key, payload }) => ({ key, payload }));
};

describe('the outbox', () => {
  test('A-11.4 mail of a case may go by the commit that keeps it: a job for each letter', async () => {
    const { id, ids, mail } = await keepMail(2);
    expect(await outbox.load(ids[0] ?? '')).toEqual({
      ...mail[0],
      about: 'CASE',
      of: id,
      keptAt: NOW,
      sealed: true,
      sent: false,
      dead: false,
      receipt: null,
    });
    const expected = [...ids].sort().map((key) => ({ key, payload: { id: key } }));
    expect(await jobs(ids)).toEqual(expected);
  });

  test('A-11.4 a change that came too late leaves neither its mail nor its job', async () => {
    const id = randomUUID();
    const [late, soon] = [mailTo('KZ-MIA', '{"n":1}'), mailTo('KZ-MIA', '{"n":2}')];
    const kept = { file: receivedFile(id), request: null, result: null };
    const mails = [[late], [soon]];
    await cases.change(id, async () => {
      const mail = mails.shift() ?? [];
      // Another process keeps the case first.
      if (mail[0] === late) await openCases(exchange).change(id, () => ({ ...kept, mail: [] }));
      return { ...kept, mail };
    });
    expect(await outbox.load(late.id)).toBeUndefined();
    expect((await jobs([late.id, soon.id])).map(({ key }) => key)).toEqual([soon.id]);
  });

  test('A-9.4 mail of a notice has no job before it is sealed, and one after, however often it is', async () => {
    const mail = mailTo('KZ-MIA', '{"n":1}');
    await openNotices(exchange).keep(noticeOf(), mail);
    expect(await outbox.load(mail.id)).toMatchObject({ about: 'NOTICE', sealed: false });
    expect(await jobs([mail.id])).toEqual([]);
    await expect(outbox.sent(mail.id, 'receipt')).rejects.toThrow(/23514/);
    await outbox.seal(mail.id);
    await outbox.seal(mail.id);
    expect(await jobs([mail.id])).toEqual([{ key: mail.id, payload: { id: mail.id } }]);
    expect(await outbox.load(mail.id)).toMatchObject({ sealed: true });
  });

  test('what was sent keeps its first receipt, and fails no more', async () => {
    const { ids } = await keepMail(1);
    const [id = ''] = ids;
    await outbox.sent(id, 'first');
    await outbox.sent(id, 'second');
    await exchange.admin`delete from graphile_worker._private_jobs where key = ${id}`;
    await outbox.seal(id);
    expect(await jobs(ids)).toEqual([]);
    expect(await outbox.load(id)).toMatchObject({ sent: true, receipt: 'first', dead: false });
    expect(await outbox.failed(id, { code: 'X', final: true })).toBe('DEAD');
    expect(await outbox.load(id)).toMatchObject({ sent: true, dead: false });
  });

  test('after 25 attempts mail is a dead letter that an operator sees and can revive', async () => {
    const { id, ids } = await keepMail(1);
    const [mail = ''] = ids;
    const fates: string[] = [];
    for (let attempt = 1; attempt <= 25; attempt += 1) {
      exchange.clock.at = NOW + attempt;
      fates.push(await outbox.failed(mail, { code: `C${attempt}`, final: false }));
    }
    expect(fates).toEqual([...Array.from({ length: 24 }, () => 'AGAIN'), 'DEAD']);
    expect((await outbox.dead(1000)).filter((letter) => letter.id === mail)).toEqual([
      {
        id: mail,
        about: 'CASE',
        of: id,
        to: 'KZ-MIA',
        attempts: 25,
        code: 'C25',
        keptAt: NOW,
        diedAt: NOW + 25,
      },
    ]);
    expect(await outbox.load(mail)).toMatchObject({ dead: true });
    // The worker takes the job of what is dead for done.
    await exchange.admin`delete from graphile_worker._private_jobs where key = ${mail}`;
    expect(await outbox.again(mail)).toBe(true);
    expect(await jobs([mail])).toEqual([{ key: mail, payload: { id: mail } }]);
    expect(await outbox.again(mail)).toBe(false);
    expect(await outbox.failed(mail, { code: 'AFTER', final: false })).toBe('AGAIN');
    expect(await outbox.failed(mail, { code: 'REFUSED', final: true })).toBe('DEAD');
    expect((await outbox.dead(1)).map((letter) => letter.code)).toEqual(['REFUSED']);
  });

  test('mail that never was is not there, and ends its job', async () => {
    expect(await outbox.load(randomUUID())).toBeUndefined();
    expect(await outbox.failed(randomUUID(), { code: 'X', final: false })).toBe('DEAD');
    expect(await outbox.again(randomUUID())).toBe(false);
  });
});

describe('the inbox', () => {
  const arrived = (change = {}) => ({
    id: randomUUID(),
    from: 'KZ-MIA',
    digest: 'aa'.repeat(32),
    ...change,
  });

  test('an envelope is new until its receipt was given, then it gets the receipt given then', async () => {
    const one = arrived();
    expect(await inbox.take(one)).toBe('NEW');
    expect(await inbox.take(one)).toBe('NEW');
    expect(await inbox.answered(one, 'first')).toBe('first');
    expect(await inbox.answered(one, 'second')).toBe('first');
    expect(await inbox.take(one)).toEqual({ receipt: 'first' });
  });

  test('other bytes under its id are a conflict, before and after it was answered', async () => {
    const one = arrived();
    const other = { ...one, digest: 'bb'.repeat(32) };
    await inbox.take(one);
    expect(await inbox.take(other)).toBe('CONFLICT');
    await inbox.answered(one, 'receipt');
    expect(await inbox.take(other)).toBe('CONFLICT');
    expect(await inbox.take(one)).toEqual({ receipt: 'receipt' });
  });

  test('nobody takes an id away from another authority', async () => {
    const one = arrived();
    await inbox.take({ ...one, from: 'BE-IO', digest: 'cc'.repeat(32) });
    expect(await inbox.take(one)).toBe('NEW');
  });

  test('of many deliveries at once with two contents, one content is taken', async () => {
    for (let round = 0; round < 20; round += 1) {
      const one = arrived();
      const takings = await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          inbox.take({ ...one, digest: (at % 2 === 0 ? 'aa' : 'bb').repeat(32) }),
        ),
      );
      const sides = [0, 1].map((side) => new Set(takings.filter((_, at) => at % 2 === side)));
      expect(sides.map((side) => [...side]).sort()).toEqual([['CONFLICT'], ['NEW']]);
    }
  });

  test('answering what was never taken is a fault', async () => {
    await expect(inbox.answered(arrived(), 'x')).rejects.toThrow(
      'inbox: answered what was never taken',
    );
  });
});

describe('nonces', () => {
  const second = Math.floor(NOW / 1000);
  const seen = (change = {}) => ({
    keyid: 'key',
    nonce: randomUUID(),
    until: second + 60,
    ...change,
  });

  test('each is good once under its key, also of many at once', async () => {
    const nonces = openNonces(exchange.sql);
    const one = seen();
    const told = await Promise.all(Array.from({ length: 12 }, () => nonces.remember(one)));
    expect(told.filter((isNew) => isNew)).toHaveLength(1);
    expect(await nonces.remember({ ...one, keyid: 'other' })).toBe(true);
    expect(await nonces.remember(one)).toBe(false);
  });

  test('is forgotten only when the time window has refused it for a day: the clock may be set back', async () => {
    const nonces = openNonces(exchange.sql);
    const one = seen({ until: second });
    await nonces.remember(one);
    await nonces.forget((second + DAY) * 1000 + 999);
    expect(await nonces.remember(one)).toBe(false);
    await nonces.forget((second + DAY + 1) * 1000);
    expect(await nonces.remember(one)).toBe(true);
  });
});

test('a nonce, a change, a receipt and a failure wait for the disk; what can be found out again does not', async () => {
  // Looks at the setting when the transaction is about to be committed.
  await exchange.admin.unsafe(`
    create table public.seen (what text, waits text);
    create function public.see() returns trigger language plpgsql security definer as $$
    begin
      insert into public.seen values (tg_table_name || ' ' || lower(tg_op), current_setting('synchronous_commit'));
      return null;
    end $$;`);
  for (const table of ['nonce', 'inbox', 'case_file', 'mail']) {
    await exchange.admin.unsafe(`create constraint trigger see after insert or update on exchange.${table}
      deferrable initially deferred for each row execute function public.see()`);
  }
  const one = { id: randomUUID(), from: 'KZ-MIA', digest: 'aa'.repeat(32) };
  await openNonces(exchange.sql).remember({ keyid: 'key', nonce: randomUUID(), until: 1 });
  await inbox.take(one);
  const { ids } = await keepMail(1);
  await inbox.answered(one, 'receipt');
  const notice = mailTo('KZ-MIA', '{"n":1}');
  await openNotices(exchange).keep(noticeOf(), notice);
  await outbox.seal(notice.id);
  await outbox.failed(ids[0] ?? '', { code: 'X', final: false });
  await outbox.sent(ids[0] ?? '', 'receipt');
  const seen = await exchange.admin`select * from public.seen`;
  expect([...seen]).toEqual([
    { what: 'nonce insert', waits: 'on' },
    { what: 'inbox insert', waits: 'off' },
    { what: 'case_file insert', waits: 'on' },
    { what: 'mail insert', waits: 'on' },
    { what: 'inbox update', waits: 'on' },
    { what: 'mail insert', waits: 'on' },
    { what: 'mail update', waits: 'off' },
    { what: 'mail update', waits: 'on' },
    { what: 'mail update', waits: 'off' },
  ]);
});
