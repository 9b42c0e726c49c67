/** Cases on PostgreSQL: what a step leaves is kept as a whole or not at all, and no change is lost. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import {
  type CaseFile,
  type Cases,
  closePool,
  type Kept,
  openCases,
  openExchangePool,
  openRequests,
} from '../../../src/store/index.js';
import {
  draftFile,
  grantOf,
  mailTo,
  NOW,
  openTestExchange,
  receivedFile,
  type TestExchange,
} from './exchange-fixtures.js';

let exchange: TestExchange;
let cases: Cases;

beforeAll(async () => {
  exchange = await openTestExchange();
  cases = openCases(exchange);
});
afterAll(() => exchange.close());

const keep = (file: CaseFile, more: Partial<Extract<Kept<null>, { file: CaseFile }>> = {}) => ({
  file,
  request: null,
  mail: [],
  result: null,
  ...more,
});

async function kept(change: Partial<CaseFile> = {}): Promise<string> {
  const id = randomUUID();
  await cases.change(id, () => keep(receivedFile(id, change)));
  return id;
}

describe('a case', () => {
  test('is read as it was kept, whatever characters it holds', async () => {
    const id = randomUUID();
    const odd = 'tab\t quote" slash\\ {brace}, NUL \u0000 \u2028 İə \u{1F512} \n ? $1';
    const file = draftFile(id, {
      draft: { substance: odd, n: 1e21, list: [null, true, -0.5] },
      document: 'a.b.c',
      answer: 'd.e.f.g.h',
      matches: { 1: 'AZ-1', 2: null },
      officers: ['KZ/17', "O'Neil, {x}"],
      held: ['UNKNOWN_LETTERHEAD'],
      dueBefore: NOW + 123,
      reviewAt: NOW + 1,
      wakeAt: NOW,
    });
    await cases.change(id, () => keep(file));
    expect(await cases.load(id)).toEqual(file);
    await cases.change(id, (found) => keep({ ...(found ?? file), answer: null, document: 'x' }));
    expect(await cases.load(id)).toEqual({ ...file, answer: null, document: 'x' });
  });

  test.each([
    randomUUID(),
    '',
    'x',
    '00000000-0000-0000-0000-000000000000',
    '\u0000',
    "' or true --",
  ])('A-11.1 of an id that names none is undefined: %#', async (id) => {
    expect(await cases.load(id)).toBeUndefined();
    expect(await cases.change(id, (found) => ({ file: null, result: found }))).toBeUndefined();
  });

  test('keeps a long answer that a step leaves as it was', async () => {
    const answer = 'x'.repeat(2_000_000);
    const id = await kept({ answer });
    await cases.change(id, (found = receivedFile(id)) => keep({ ...found, unit: 'other' }));
    expect(await cases.load(id)).toMatchObject({ answer, unit: 'other' });
  });
});

describe('a change is kept as a whole or not at all', () => {
  const everything = async (id: string) => ({
    file: (await cases.load(id))?.unit,
    request: (await openRequests(exchange.sql).load(id))?.state,
    mail: (await exchange.admin`select id from exchange.mail where case_id = ${id}`).length,
    officers: (
      await exchange.admin`select officer from exchange.case_officer where case_id = ${id}`
    ).length,
  });

  test('case, grant, officers and mail', async () => {
    const id = randomUUID();
    const mail = [mailTo('KZ-MIA'), mailTo('KZ-MIA')];
    const file = receivedFile(id, { officers: ['AZ/1', 'AZ/2', 'AZ/1'] });
    await cases.change(id, () => keep(file, { request: grantOf(id), mail }));
    expect(await everything(id)).toEqual({
      file: 'KZ-MIA/MIGRATION',
      request: 'RECEIVED',
      mail: 2,
      officers: 2,
    });
  });

  test.each([
    [
      'a mail whose id is taken',
      (id: string, taken: string) =>
        keep(receivedFile(id, { unit: 'new' }), {
          mail: [mailTo('KZ-MIA'), { ...mailTo('KZ-MIA'), id: taken }],
          request: grantOf(id, { state: 'CLOSED' }),
        }),
    ],
    [
      'a grant that the tables refuse',
      (id: string) =>
        keep(receivedFile(id, { unit: 'new', officers: [] }), {
          mail: [mailTo('KZ-MIA')],
          request: grantOf(id, { state: 'CLOSED', digest: 'no digest' }),
        }),
    ],
    [
      'a step that throws',
      (): never => {
        throw new RangeError('step');
      },
    ],
    ['a step that rejects', (): Promise<never> => Promise.reject(new RangeError('step'))],
    ['a step that leaves nothing', () => ({ file: null, result: null })],
  ])('not: %s', async (_, step) => {
    const id = randomUUID();
    const first = mailTo('KZ-MIA');
    const file = receivedFile(id, { officers: ['AZ/1'] });
    await cases.change(id, () => keep(file, { request: grantOf(id), mail: [first] }));
    const before = await everything(id);
    await cases.change<null>(id, () => step(id, first.id)).catch((error: unknown) => error);
    expect(await everything(id)).toEqual(before);
    const fresh = randomUUID();
    await cases.change<null>(fresh, () => step(fresh, first.id)).catch((error: unknown) => error);
    expect(await everything(fresh)).toEqual({ mail: 0, officers: 0 });
  });

  test('an error of the database leaves with its code alone, an error of the step as it is', async () => {
    const id = await kept();
    const taken = mailTo('KZ-MIA', 'CANARY');
    const twice = keep(receivedFile(id), { mail: [taken, taken] });
    await expect(cases.change(id, () => twice)).rejects.toThrow(/^database: 23505$/);
    const fault = new RangeError('step');
    await expect(cases.change(id, () => Promise.reject(fault))).rejects.toBe(fault);
  });

  test('A-8.1 the grant follows the case: what is no longer granted is gone', async () => {
    const id = await kept();
    const change = (request: ReturnType<typeof grantOf>) =>
      cases.change(id, (found = receivedFile(id)) => keep(found, { request }));
    const load = () => openRequests(exchange.sql).load(id);
    await change(grantOf(id));
    expect(await load()).toMatchObject(grantOf(id));
    const [, second] = grantOf(id).purposes;
    const answered = grantOf(id, {
      state: 'PARTLY_REFUSED',
      asOf: NOW,
      grantUntil: NOW + 1,
      purposes: second ? [{ ...second, justification: 'иное' }] : [],
      subjects: [
        { n: 2, person: 'AZ-2', items: [], child: true, coordinatorDecision: false },
        { n: 3, person: 'AZ-3', items: null, child: false, coordinatorDecision: false },
      ],
    });
    await change(answered);
    expect(await load()).toMatchObject(answered);
    await cases.change(id, (found = receivedFile(id)) => keep(found));
    expect(await load()).toMatchObject(answered);
  });
});

describe('changes of one case follow each other', () => {
  const count = (file: CaseFile | undefined) => Number(file?.unit ?? 0);

  test('in one process and in two, none is lost, and a case is opened once', async () => {
    const other = openExchangePool(exchange.urls.exchange);
    const both = [cases, openCases({ ...exchange, sql: other })];
    const id = randomUUID();
    let steps = 0;
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        both[at % 2]?.change(id, async (found) => {
          steps += 1;
          await Promise.resolve();
          const next = count(found) + 1;
          return {
            ...keep(receivedFile(id, { unit: `${next}` })),
            mail: [mailTo('KZ-MIA')],
            result: next,
          };
        }),
      ),
    );
    await closePool(other);
    expect([...seen].sort((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, at) => at + 1),
    );
    expect(count(await cases.load(id))).toBe(60);
    const mail = await exchange.admin`select id from exchange.mail where case_id = ${id}`;
    expect(mail).toHaveLength(60);
    // Both raced, so that the second look was needed; in one process alone it never is.
    expect(steps).toBeGreaterThan(60);
  });

  test.each([
    ['opened', undefined],
    ['changed', '0'],
  ])('a case that another process %s while the step ran is looked at again', async (_, unit) => {
    const id = unit === undefined ? randomUUID() : await kept({ unit });
    const other = openCases(exchange);
    const seen: (string | null | undefined)[] = [];
    await cases.change(id, async (found) => {
      seen.push(found?.unit);
      if (seen.length === 1)
        await other.change(id, () => keep(receivedFile(id, { unit: 'theirs' })));
      return keep(receivedFile(id, { unit: 'ours' }), { mail: [mailTo('KZ-MIA')] });
    });
    expect(seen).toEqual([unit, 'theirs']);
    expect(await cases.load(id)).toMatchObject({ unit: 'ours' });
    expect(await exchange.admin`select id from exchange.mail where case_id = ${id}`).toHaveLength(
      1,
    );
  });

  test('in one process a step runs once, after the one before it, however that ended', async () => {
    const id = await kept({ unit: '0' });
    const order: string[] = [];
    const step = (name: string, fails: boolean) =>
      cases
        .change(id, async (found = receivedFile(id)) => {
          order.push(`${name} begins`);
          await exchange.admin`select 1`;
          order.push(`${name} ends`);
          if (fails) throw new RangeError(name);
          return keep(found);
        })
        .catch(() => undefined);
    await Promise.all([step('a', false), step('b', true), step('c', false)]);
    expect(order).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test('changes of two cases do not wait for each other', async () => {
    const [one, two] = [await kept(), await kept()];
    await cases.change(one, async (found = receivedFile(one)) => {
      await cases.change(two, (inner = receivedFile(two)) => keep({ ...inner, unit: 'inside' }));
      return keep(found);
    });
    expect(await cases.load(two)).toMatchObject({ unit: 'inside' });
  });
});

describe('a lost connection', () => {
  test('while the step runs costs nothing', async () => {
    const id = await kept();
    await cases.change(id, async (found = receivedFile(id)) => {
      await exchange.cut();
      return keep({ ...found, unit: 'after' });
    });
    expect(await cases.load(id)).toMatchObject({ unit: 'after' });
  });

  test('while the change is written is UNAVAILABLE, keeps nothing, and holds up nobody', async () => {
    const id = await kept();
    const before = await cases.load(id);
    let cut = Promise.resolve();
    await exchange.admin.begin(async (sql) => {
      await sql`select 1 from exchange.case_file where id = ${id} for update`;
      const mail = [mailTo('KZ-MIA')];
      const change = cases
        .change(id, (found = receivedFile(id)) => keep({ ...found, unit: 'lost' }, { mail }))
        .catch((error: unknown) => error);
      cut = waitingThenCut();
      const error = await change;
      expect(error).toBeInstanceOf(Refusal);
      // Not ended by its time, but by the loss.
      expect(error).toMatchObject({ code: 'UNAVAILABLE' });
      expect(String((error as Refusal).cause)).toMatch(/57P01|CONNECTION_CLOSED|ECONNRESET/);
    });
    await cut;
    expect(await cases.load(id)).toEqual(before);
    expect(await exchange.admin`select id from exchange.mail where case_id = ${id}`).toHaveLength(
      0,
    );
    await cases.change(id, (found = receivedFile(id)) => keep({ ...found, unit: 'kept' }));
    expect(await cases.load(id)).toMatchObject({ unit: 'kept' });
  });

  /** Ends the exchange's sessions once one of them waits for a lock. */
  async function waitingThenCut(): Promise<void> {
    const other = openExchangePool(exchange.urls.admin);
    let waiting = 0;
    while (waiting === 0) {
      const [row] = await other<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity
        where usename = 'sorgu_exchange' and datname = current_database() and wait_event_type = 'Lock'`;
      waiting = row?.n ?? 0;
    }
    await exchange.cut();
    await closePool(other);
  }

  test('and a database that is gone is UNAVAILABLE', async () => {
    const away = await openTestExchange();
    await away.close();
    const gone = openCases(away);
    const id = randomUUID();
    const unavailable = { code: 'UNAVAILABLE' };
    await expect(gone.load(id)).rejects.toMatchObject(unavailable);
    await expect(gone.change(id, () => keep(receivedFile(id)))).rejects.toMatchObject(unavailable);
    await expect(gone.woken({ now: NOW, first: 1 })).rejects.toMatchObject(unavailable);
  });
});
