/** A-12 A-13 A-16 A-17 The life of an instrument at running gateways: what a coordinator records is the law at once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANALYST, playToAnswer } from '../../scripts/demo/story.js';
import { systemClock } from '../../src/base/index.js';
import type { Caller } from '../../src/identity/index.js';
import { openLawInForce } from '../../src/serve-law.js';
import {
  closePool,
  openAuditShelf,
  openInstrumentRecords,
  openOwner,
} from '../../src/store/index.js';
import type { Day } from '../../src/treaty/index.js';
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

let both: TwoGateways;
let id: string;
beforeAll(async () => {
  both = await openTwoGateways([person]);
  id = await playToAnswer({ ...both, person, say: () => undefined });
}, 60_000);
afterAll(() => both.close());

type As = Partial<Caller>;
const COORDINATOR: As = { role: 'COORDINATOR', officer: 'AZ-SMS-0002' };
const EXECUTING: As = { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-0101' };
const PARTNER: As = {
  ...{ authority: 'KZ-MIA', gateway: 'gateway.kz-mia', officer: ANALYST.officer },
  role: 'PARTNER_GATEWAY',
};

const ACT = `mutation ($id: ID!, $instrument: ID!, $party: CountryCode!, $reference: String!, $sha256: String!, $act: InstrumentActInput!) {
  answer: recordInstrumentAct(id: $id, instrument: $instrument, party: $party, reference: $reference, sha256: $sha256, act: $act) {
    record { id kind } faults { code at } } }`;

interface Answer {
  readonly record: { readonly id: string } | null;
  readonly faults: readonly { readonly code: string; readonly at: string }[];
}

interface Given {
  readonly as?: As;
  readonly id?: string;
  readonly instrument?: string;
  readonly party?: string;
  readonly reference?: string;
  readonly sha256?: string;
}

async function record(act: object, { as = COORDINATOR, ...given }: Given = {}): Promise<Answer> {
  const variables = {
    ...{ id: randomUUID(), instrument: 'AZ-KZ-2019', party: 'AZE', reference: 'Note 12/1' },
    ...{ sha256: 'ab'.repeat(32), act },
    ...given,
  };
  const { data, errors } = await both.az.ask(as, ACT, { variables });
  if (data === null) throw new Error(JSON.stringify(errors));
  return Reflect.get(data, 'answer');
}

async function recorded(act: object, given: Given = {}): Promise<string> {
  const { record: made, faults } = await record(act, given);
  if (made === null) throw new Error(JSON.stringify(faults));
  return made.id;
}

const codes = async (answering: Promise<Answer>) =>
  (await answering).faults.map(({ code, at }) => `${code} ${at}`);

const PURPOSE = 'IDENTITY_ESTABLISHMENT';
const QUERY = '{ subjects { edges { node { id dateOfBirth nameLatin { surname } } } } }';

/** What Astana's gateway is told of the register now: withheld coordinates, or the code of the refusal. */
async function asked(request = id): Promise<readonly unknown[]> {
  const { errors } = await both.az.ask(PARTNER, QUERY, { request, purpose: PURPOSE });
  return errors.map(({ extensions: { coordinate, code } }) => coordinate ?? code);
}

const EXPLAIN = `query ($operation: String!) { explain(operation: $operation) { coordinate verdict reason permittedPurposes } }`;

async function explained(): Promise<Readonly<Record<string, unknown>> | undefined> {
  const asking = { variables: { operation: QUERY }, request: id, purpose: PURPOSE };
  const { data } = await both.az.ask(PARTNER, EXPLAIN, asking);
  const all: readonly Readonly<Record<string, unknown>>[] = Reflect.get(data ?? {}, 'explain');
  return all.find(({ coordinate }) => coordinate === 'Person.dateOfBirth');
}

async function rows<Row extends object>(query: string): Promise<readonly Row[]> {
  const sql = openOwner(both.az.database.urls.owner);
  try {
    return await sql.unsafe<Row[]>(query);
  } finally {
    await closePool(sql);
  }
}

const policies = async (): Promise<readonly string[]> =>
  (await rows<{ leaf: string }>('select leaf from ledger.leaf order by log_id, seq'))
    .map(({ leaf }) => JSON.parse(leaf))
    .filter(({ request, outcome }) => request === id && outcome === 'ANSWERED')
    .map(({ policy }) => policy);

const RULE = { purpose: PURPOSE, item: 'DATE_OF_BIRTH' };
const daysAgo = (days: number): Day =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10) as Day;

describe('A-12 a disagreement freezes a rule to its narrower reading', () => {
  let disagreement: string;

  test('until it is raised the rule is open', async () => {
    expect(await asked()).toEqual([]);
    expect(await explained()).toMatchObject({ verdict: 'DISCLOSE', reason: null });
  });

  test('from its record on the rule is closed, and says why', async () => {
    const act = { kind: 'DISAGREEMENT', rules: [RULE], requests: [id], freezes: true };
    disagreement = await recorded(act);
    expect(await asked()).toEqual(['Person.dateOfBirth']);
    const verdict = await explained();
    expect(verdict).toMatchObject({ verdict: 'WITHHOLD', reason: 'IN_DISPUTE' });
    expect(verdict?.permittedPurposes).not.toContain(PURPOSE);
  });

  test('entries say under which law they were decided: another one before and after', async () => {
    const told = await policies();
    expect(new Set(told).size).toBe(2);
  });

  test('11(1) who has not all requests before him is not told over which it arose', async () => {
    const query =
      '{ instrumentLife(instrument: "AZ-KZ-2019") { disagreements { id state requests } records { kind request } } }';
    const read = async (as: As) => JSON.stringify((await both.az.ask(as, query)).data);
    expect(await read(COORDINATOR)).toContain(id);
    for (const as of [EXECUTING, PARTNER]) {
      const told = await read(as);
      expect(told).toContain('"RAISED"');
      expect(told).not.toContain(id);
    }
  });

  test('11(1) one about requests alone is told to nobody else: it would say that there is one', async () => {
    const about = await recorded({
      ...{ kind: 'DISAGREEMENT', rules: [], requests: [id], freezes: false },
    });
    const step = { kind: 'DISAGREEMENT_STEP', disagreement: about, step: 'CONSULT' };
    const consulted = await recorded(step);
    const annulled = await recorded({ kind: 'ANNULMENT', record: consulted });
    const query =
      '{ instrumentLife(instrument: "AZ-KZ-2019") { disagreements { id } records { id } } }';
    const read = async (as: As) => JSON.stringify((await both.az.ask(as, query)).data);
    for (const one of [about, consulted, annulled]) {
      expect(await read(COORDINATOR)).toContain(one);
      for (const as of [EXECUTING, PARTNER, { ...PARTNER, authority: 'KZ-MLSPP' }]) {
        expect(await read(as)).not.toContain(one);
      }
    }
  });

  test.each<[string, As]>([
    ['a gateway of Belgium', { ...PARTNER, authority: 'BE-IO', gateway: 'gateway.be-io' }],
    ['an officer of another authority', { role: 'COORDINATOR', authority: 'KZ-MIA' }],
    ['a developer', { role: 'DEVELOPER' }],
  ])('%s reads nothing, and records nothing', async (_, as) => {
    const query = '{ instrumentLife(instrument: "AZ-KZ-2019") { records { id } } }';
    expect((await both.az.ask(as, query)).data).toEqual({ instrumentLife: null });
    const act = { kind: 'TERMINATION', writtenOn: daysAgo(300), on: daysAgo(300) };
    expect(await codes(record(act, { as }))).toEqual(['NOT_THIS_ROLE act']);
  });

  test('settled by both sides in one document it opens again', async () => {
    const settle = { kind: 'DISAGREEMENT_STEP', disagreement, step: 'SETTLE' };
    await recorded(settle);
    expect(await asked()).toEqual(['Person.dateOfBirth']);
    await recorded(settle, { party: 'KAZ' });
    expect(await asked()).toEqual([]);
  });
});

describe('A-13 costs of one request', () => {
  const query = 'query ($request: ID!) { costNotes(request: $request) { reference } }';
  const notes = async (as: As, request = id) =>
    (await both.az.ask(as, query, { variables: { request } })).data;
  const NONE = { costNotes: [] };
  const SIGNED = { costNotes: [{ reference: 'Note 12/1' }] };

  test('absent one signature none is shown; with both it is, to whom the request exists', async () => {
    await recorded({ kind: 'COST_NOTE', request: id });
    expect(await notes(COORDINATOR)).toEqual(NONE);
    await recorded({ kind: 'COST_NOTE', request: id }, { party: 'KAZ' });
    for (const as of [COORDINATOR, EXECUTING, PARTNER]) expect(await notes(as)).toEqual(SIGNED);
    const others: readonly As[] = [
      { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-0777' },
      { ...PARTNER, authority: 'KZ-MLSPP' },
      { ...PARTNER, authority: 'BE-IO' },
    ];
    for (const as of others) expect(await notes(as)).toEqual(NONE);
    expect(await notes(COORDINATOR, randomUUID())).toEqual(NONE);
  });
});

describe('what is refused is refused whole', () => {
  const count = async () => (await rows('select number from exchange.instrument_record')).length;

  test.each<[string, object, Given, string]>([
    [
      'A-17b a termination dated before its notice',
      { kind: 'TERMINATION', writtenOn: daysAgo(10), on: daysAgo(11) },
      {},
      'BEFORE_ITS_NOTICE act.on',
    ],
    [
      'a notification that the settings date otherwise',
      { kind: 'NOTIFICATION', on: '2021-01-01' },
      {},
      'CONTRADICTS_SETTINGS act.on',
    ],
    [
      'an instrument there is not',
      { kind: 'COST_NOTE', request: randomUUID() },
      { instrument: 'XX-YY-2000' },
      'NO_CASE act',
    ],
    [
      'an instrument of others',
      { kind: 'CONSENT', amendment: 1, on: daysAgo(1) },
      { party: 'BEL' },
      'NOT_A_PARTY party',
    ],
    ['a request there is not', { kind: 'COST_NOTE', request: randomUUID() }, {}, 'NO_CASE act'],
    [
      'members of another kind',
      { kind: 'COST_NOTE', request: randomUUID(), on: daysAgo(1) },
      {},
      'WRONG_FORM act.on',
    ],
    [
      'a member left out',
      { kind: 'TERMINATION', on: daysAgo(1) },
      {},
      'CONTENT_MISSING act.writtenOn',
    ],
    [
      'a day there is not',
      { kind: 'TERMINATION', writtenOn: '2024-02-30', on: daysAgo(1) },
      {},
      'WRONG_FORM act.writtenOn',
    ],
    [
      'no document',
      { kind: 'CONSENT', amendment: 1, on: daysAgo(1) },
      { reference: ' ' },
      'CONTENT_MISSING reference',
    ],
    [
      'a digest that is none',
      { kind: 'CONSENT', amendment: 1, on: daysAgo(1) },
      { sha256: 'AB' },
      'WRONG_FORM sha256',
    ],
    [
      'by an executing officer',
      { kind: 'CONSENT', amendment: 1, on: daysAgo(1) },
      { as: EXECUTING },
      'NOT_THIS_ROLE act',
    ],
  ])('%s', async (...[, act, given, fault]) => {
    const before = await count();
    expect(await codes(record(act, given))).toEqual([fault]);
    expect(await count()).toBe(before);
  });

  test('the same act sent twice is one record; another one under its id is none', async () => {
    const own = randomUUID();
    const act = { kind: 'DISAGREEMENT', rules: [RULE], requests: [], freezes: false };
    expect(await recorded(act, { id: own })).toBe(own);
    const before = await count();
    expect(await recorded(act, { id: own })).toBe(own);
    expect(await codes(record({ ...act, freezes: true }, { id: own }))).toEqual(['CONFLICT id']);
    expect(await count()).toBe(before);
  });

  test('of ten that come at once under ten ids each stands in its own place', async () => {
    const act = { kind: 'DISAGREEMENT', rules: [RULE], requests: [], freezes: false };
    const before = await count();
    await Promise.all(Array.from({ length: 10 }, () => recorded(act)));
    const numbers = await rows<{ number: number }>(
      'select number from exchange.instrument_record order by number',
    );
    expect(numbers.length).toBe(before + 10);
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, i) => i + 1));
  });

  test('the database lets nobody of the gateway change or remove a record', async () => {
    const { exchange, app } = both.az.database.urls;
    for (const url of [exchange, app]) {
      const sql = openOwner(url ?? '');
      try {
        for (const statement of [
          `update exchange.instrument_record set party = 'BEL'`,
          'delete from exchange.instrument_record',
          'truncate exchange.instrument_record',
        ]) {
          await expect(sql.unsafe(statement)).rejects.toThrow(/permission denied/);
        }
      } finally {
        await closePool(sql);
      }
    }
  });

  test('A-11.4 every record stands in the ledger', async () => {
    const leaves = await rows<{ leaf: string }>('select leaf from ledger.leaf');
    const entries = leaves.map(({ leaf }) => JSON.parse(leaf));
    const kept = await rows<{ id: string; digest: string }>(
      'select id::text as id, digest from exchange.instrument_record',
    );
    for (const { id: request, digest } of kept) {
      const found = entries.find((entry) => entry.request === request);
      expect(found).toMatchObject({ outcome: 'MOVED', requestDigest: digest });
    }
  });
});

describe('11(4) whoever can write to the database', () => {
  const TAMPERED: readonly (readonly [string, string, string])[] = [
    [
      'takes a record from between others',
      `update exchange.instrument_record set number = number + 1000 where number > 1`,
      `update exchange.instrument_record set number = number - 1000 where number > 1`,
    ],
    [
      'changes what a record says',
      `update exchange.instrument_record set party = 'KAZ' where number = 1`,
      `update exchange.instrument_record set party = 'AZE' where number = 1`,
    ],
    [
      'dates a record otherwise',
      `update exchange.instrument_record set recorded_at = recorded_at - interval '1 day' where number = 1`,
      `update exchange.instrument_record set recorded_at = recorded_at + interval '1 day' where number = 1`,
    ],
    [
      'adds one that nobody made',
      `insert into exchange.instrument_record
         select number + 1000, gen_random_uuid(), instrument, party, act, reference, digest, officer, recorded_at
         from exchange.instrument_record where number = 1`,
      'delete from exchange.instrument_record where number > 1000',
    ],
  ];

  test.each(TAMPERED)('%s: nothing is granted, and it is said', async (_, change, back) => {
    const { urls } = both.az.database;
    const config = { mode: 'development', instruments: new Map() } as const;
    const sql = openOwner(urls.app ?? '');
    const shelf = openAuditShelf(sql, 'AZ-SMS');
    let doubts = 0;
    const open = () =>
      openLawInForce({
        ...{ config, clock: systemClock, records: openInstrumentRecords(sql) },
        entriesOf: (record) => shelf.ofRequest(record, { first: 10, after: null }),
        onDoubt: () => {
          doubts += 1;
        },
      });
    try {
      expect((await open()).granting.size).toBeGreaterThan(0);
      await rows(change);
      expect((await open()).granting.size).toBe(0);
      expect(doubts).toBe(1);
    } finally {
      await rows(back);
      await closePool(sql);
    }
  });
});

describe('A-17b after the end', () => {
  test('new requests and open ones are refused, and what was received is read on', async () => {
    expect(await asked()).toEqual([]);
    const on = daysAgo(200);
    for (const at of ['az', 'kz'] as const) {
      const as = { ...COORDINATOR, officer: 'X-2' };
      const variables = {
        ...{ id: randomUUID(), instrument: 'AZ-KZ-2019', party: 'KAZ', reference: 'Note 12/9' },
        ...{ sha256: 'cd'.repeat(32), act: { kind: 'TERMINATION', writtenOn: on, on } },
      };
      const { data } = await both[at].ask(as, ACT, { variables });
      expect(data).toMatchObject({ answer: { faults: [] } });
    }
    expect(await asked()).toEqual(['NO_GRANT']);
    const { data } = await both.az.ask(PARTNER, '{ instruments { id inForceUntil } }');
    const [agreement] = (
      Reflect.get(data ?? {}, 'instruments') as readonly Record<string, unknown>[]
    ).filter((one) => one.id === 'AZ-KZ-2019');
    expect(String(agreement?.inForceUntil) < daysAgo(0)).toBe(true);
    // Article 11: what Astana received it still holds, and reads for its purpose.
    const held = await both.kz.ask(ANALYST, QUERY, { request: id, purpose: PURPOSE });
    expect(JSON.stringify(held.data)).toContain('1980-02');
    expect(held.receipt).not.toBeNull();
  });
});
