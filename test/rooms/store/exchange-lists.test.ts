/** Lists of cases: what each officer sees, in which order, page by page, and that an index gives it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestState } from '../../../src/requests/index.js';
// The statement itself, to look at its plan.
import { pageOf } from '../../../src/store/exchange/case-list.js';
import { type CaseFile, type CaseQuery, type Cases, openCases } from '../../../src/store/index.js';
import {
  draftFile,
  NOW,
  openTestExchange,
  receivedFile,
  type TestExchange,
} from './exchange-fixtures.js';

let exchange: TestExchange;
let cases: Cases;
const DAY = 86_400_000;

interface Row {
  readonly id: string;
  readonly box: CaseQuery['box'];
  readonly state: RequestState;
  readonly due: number | null;
  readonly officers: readonly string[];
}
const rows: Row[] = [];

/** Keeps a case in a state. Two ends of the term in three are shared, so that ids decide. */
async function put(at: number): Promise<void> {
  const id = randomUUID();
  const inbox = at % 4 !== 0;
  const states = ['RECEIVED', 'IN_EXECUTION', 'ANSWERED'] as const;
  const due = at % 5 === 0 ? null : NOW + (at % 3) * DAY;
  const officers = at % 2 === 0 ? ['A', 'B'] : at % 7 === 0 ? ['B'] : [];
  const file = inbox ? receivedFile(id) : draftFile(id);
  const state: RequestState = inbox
    ? (states[at % 3] ?? 'RECEIVED')
    : at % 8 === 0
      ? 'DRAFT'
      : 'SENT';
  const kept: CaseFile = {
    ...file,
    case: { ...file.case, state },
    dueBefore: due,
    officers,
  };
  await cases.change(id, () => ({ file: kept, request: null, mail: [], result: null }));
  const box = inbox ? 'INBOX' : state === 'DRAFT' ? 'DRAFTS' : 'OUTBOX';
  rows.push({ id, box, state, due, officers });
}

beforeAll(async () => {
  exchange = await openTestExchange();
  cases = openCases(exchange);
  for (let at = 0; at < 120; at += 1) await put(at);
});
afterAll(() => exchange.close());

const everything: CaseQuery = {
  box: 'INBOX',
  officer: null,
  states: null,
  dueBefore: null,
  after: null,
  first: 1000,
};

const sortKey = ({ due, id }: Row) =>
  `${`${due ?? Number.MAX_SAFE_INTEGER}`.padStart(20, '0')} ${id}`;

function expected(query: CaseQuery): string[] {
  const { box, officer, states, dueBefore } = query;
  return rows
    .filter((row) => row.box === box)
    .filter((row) => officer === null || row.officers.includes(officer))
    .filter((row) => states === null || states.includes(row.state))
    .filter((row) => dueBefore === null || (row.due !== null && row.due < dueBefore))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ id }) => id);
}

const queries: readonly Partial<CaseQuery>[] = [
  {},
  { box: 'OUTBOX' },
  { box: 'DRAFTS' },
  { officer: 'A' },
  { officer: 'B' },
  { officer: 'B', box: 'OUTBOX' },
  { officer: 'NOBODY' },
  { states: ['RECEIVED'] },
  { states: ['RECEIVED', 'ANSWERED'], officer: 'A' },
  { states: [] },
  { dueBefore: NOW },
  { dueBefore: NOW + 1 },
  { dueBefore: NOW + 2 * DAY, officer: 'B', states: ['IN_EXECUTION'] },
];

describe('a list', () => {
  test.each(queries)(
    'A-11.1 holds what the query asks for and nothing else: %j',
    async (change) => {
      const query = { ...everything, ...change };
      const { files, more } = await cases.list(query);
      expect(files.map((file) => file.case.head.id)).toEqual(expected(query));
      expect(more).toBe(false);
    },
  );

  test.each(queries.filter(({ states }) => states?.length !== 0))(
    'is the same page by page: %j',
    async (change) => {
      const query = { ...everything, ...change, first: 7 };
      const found: string[] = [];
      let after: CaseQuery['after'] = null;
      for (let more = true; more; ) {
        const page = await cases.list({ ...query, after });
        found.push(...page.files.map((file) => file.case.head.id));
        const last = page.files.at(-1);
        expect(page.files.length <= 7 && (!page.more || page.files.length === 7)).toBe(true);
        if (last !== undefined) after = { dueBefore: last.dueBefore, id: last.case.head.id };
        more = page.more;
      }
      expect(found).toEqual(expected(query));
    },
  );

  test('follows a change: another state, another term, other officers', async () => {
    const id = randomUUID();
    const change = (file: ReturnType<typeof receivedFile>) =>
      cases.change(id, () => ({ file, request: null, mail: [], result: null }));
    const seenBy = async (officer: string, states: CaseQuery['states'] = null) =>
      (await cases.list({ ...everything, officer, states })).files.length;
    const file = receivedFile(id, { officers: ['C', 'D'], dueBefore: NOW });
    await change(file);
    expect([await seenBy('C'), await seenBy('D')]).toEqual([1, 1]);
    await change({ ...file, case: { ...file.case, state: 'CLOSED' }, officers: ['D', 'E'] });
    expect([await seenBy('C'), await seenBy('D'), await seenBy('E')]).toEqual([0, 1, 1]);
    expect([await seenBy('D', ['RECEIVED']), await seenBy('D', ['CLOSED'])]).toEqual([0, 1]);
    await change({ ...file, officers: [] });
    expect([await seenBy('D'), await seenBy('E')]).toEqual([0, 0]);
  });
});

test('A-10.3 cases wake when their time has come, the longest waiting first', async () => {
  const wake = async (wakeAt: number | null) => {
    const id = randomUUID();
    await cases.change(id, () => ({
      file: receivedFile(id, { wakeAt }),
      request: null,
      mail: [],
      result: null,
    }));
    return id;
  };
  const [late, now, soon] = [await wake(NOW - DAY), await wake(NOW), await wake(NOW + 1)];
  await wake(null);
  expect(await cases.woken({ now: NOW, first: 10 })).toEqual([late, now]);
  expect(await cases.woken({ now: NOW, first: 1 })).toEqual([late]);
  expect(await cases.woken({ now: NOW + 1, first: 10 })).toEqual([late, now, soon]);
});

describe('of 100,000 open cases', () => {
  beforeAll(async () => {
    await exchange.admin`
      insert into exchange.case_file (id, box, state, due_before, version, content)
      select gen_random_uuid(), 'INBOX', 'RECEIVED', to_timestamp(1790000000 + n), 1, '{}'
      from generate_series(1, 100000) n`;
    await exchange.admin`
      insert into exchange.case_officer (case_id, officer, box, state, due_before)
      select id, 'MANY', box, state, due_before from exchange.case_file where content = '{}'`;
    await exchange.admin`analyze exchange.case_file, exchange.case_officer`;
  });

  interface Plan {
    readonly 'Node Type': string;
    readonly 'Relation Name'?: string;
    readonly 'Actual Rows': number;
    readonly 'Actual Loops': number;
    readonly Plans?: readonly Plan[];
  }
  const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

  test.each<Partial<CaseQuery>>([
    { officer: 'MANY' },
    { officer: 'A' },
    { officer: 'NOBODY' },
    { officer: 'MANY', states: ['CLOSED'] },
    { officer: null },
    { states: ['POSTPONED', 'RECEIVED'] },
    { officer: 'MANY', after: { dueBefore: 1_790_050_000_000, id: randomUUID() } },
    { officer: 'MANY', dueBefore: 1_790_000_000_000 },
  ])('a page comes from an index, and no more is read than it shows: %j', async (change) => {
    const { text, parameters } = pageOf({ ...everything, first: 50, ...change });
    const [row] = await exchange.sql.unsafe<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
      `explain (analyze, format json) ${text}`,
      parameters,
    );
    const plan = row === undefined ? [] : nodes(row['QUERY PLAN'][0].Plan);
    const reads = plan.filter((node) => node['Relation Name'] !== undefined);
    expect(reads.map((node) => node['Node Type']).filter((type) => type.startsWith('Seq'))).toEqual(
      [],
    );
    for (const read of reads) expect(read['Actual Rows'] * read['Actual Loops']).toBeLessThan(120);
  });
});
