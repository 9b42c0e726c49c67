/**
 * Cooperation without personal data over real HTTP (Article 7; memorandum, paragraphs 1, 3 and 5): two authorities at one
 * gateway, each by its own token, and everybody else, to whom none of it exists.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePool, openExchangePool, openOwner, type Sql } from '../../src/store/index.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { NOW } from '../support/requests.js';

let gateway: TestGateway;
let owner: Sql;
beforeAll(async () => {
  gateway = await startGateway({ people: [], requests: [], config: { instruments: IN_FORCE } });
  owner = openOwner(gateway.urls.owner);
});
afterAll(async () => {
  await closePool(owner);
  await gateway.close();
});

const IN_FORCE = new Map([
  [
    'AZ-KZ-2019',
    { status: { notifications: { AZE: '2020-01-01', KAZ: '2021-01-01' } } as const, closings: [] },
  ],
]);

type As = Parameters<TestGateway['callAs']>[0];
const OWN: As = { authority: 'AZ-SMS', role: 'COORDINATOR', officer: 'AZ-SMS-0301' };
const BELGIAN: As = { authority: 'BE-IO', role: 'COORDINATOR', officer: 'BE-IO-7' };
const KAZAKH: As = { authority: 'KZ-MIA', role: 'COORDINATOR', officer: 'KZ-MIA-3' };

/** Asks for one root field and gives what it answers. */
async function ask<T>(as: As, query: string, variables: object = {}): Promise<T> {
  const persona = await gateway.callAs(as);
  const reply = await gateway.ask({ persona }, { query, variables });
  if (reply.json.errors !== undefined) throw new Error(JSON.stringify(reply.json.errors));
  const [answer] = Object.values(reply.json.data as Record<string, T>);
  return answer as T;
}

interface Answer {
  readonly activity: Record<string, unknown> | null;
  readonly faults: readonly { readonly code: string; readonly at: string }[];
}

const ACTIVITY = `id state version text place from until places instrument clause kind
  title { ru en az kk } authorities { code } bodies { kind name } agreedBy { code }
  changes { at move version officer text cleared authority { code } }`;
const ANSWER = `{ activity { ${ACTIVITY} } faults { code at } }`;

const PLAN = {
  ...{ instrument: 'AZ-BE-2019', clause: '1(c)', kind: 'TRAINING', place: 'Brussels' },
  ...{ authorities: ['AZ-SMS', 'BE-IO'], title: { en: 'Training', az: 'Təlim' }, places: 10 },
  ...{ from: '2026-07-01', until: '2026-07-03' },
};

const propose = (as: As, change: object = {}): Promise<Answer> =>
  ask(as, `mutation ($plan: ActivityPlanInput!) { proposeActivity(plan: $plan) ${ANSWER} }`, {
    plan: { ...PLAN, ...change },
  });
const agree = (as: As, activity: unknown, version = 1): Promise<Answer> =>
  ask(
    as,
    `mutation ($activity: ID!, $version: Int!) {
      agreeActivity(activity: $activity, version: $version) ${ANSWER} }`,
    { activity, version },
  );
const record = (
  as: As,
  activity: unknown,
  { state, text = 'Said.' }: { readonly state: string; readonly text?: string },
): Promise<Answer> =>
  ask(
    as,
    `mutation ($activity: ID!, $state: ActivityRecord!, $text: String!) {
      recordActivity(activity: $activity, state: $state, text: $text) ${ANSWER} }`,
    { activity, state, text },
  );
const change = (as: As, activity: unknown, plan: object): Promise<Answer> =>
  ask(
    as,
    `mutation ($activity: ID!, $plan: ActivityDetailsInput!) {
      changeActivity(activity: $activity, plan: $plan) ${ANSWER} }`,
    { activity, plan },
  );
const list = (as: As, rest = ''): Promise<{ nodes: { id: string }[]; hasNextPage: boolean }> =>
  ask(as, `{ activities${rest} { nodes { id } hasNextPage } }`);
const look = (as: As, id: unknown): Promise<Record<string, unknown> | null> =>
  ask(as, `query ($id: ID!) { activity(id: $id) { ${ACTIVITY} } }`, { id });

const proposedBy = async (as: As, plan: object = {}) => {
  const { activity, faults } = await propose(as, plan);
  expect(faults).toEqual([]);
  return String(activity?.id);
};
const DETAILS = {
  ...{ title: PLAN.title, bodies: [], place: 'Baku', from: '2026-06-10', until: '2026-06-12' },
};

describe('B-1c, A-7 a training between two authorities', () => {
  test('is proposed by one, agreed by both, changed and agreed again, held, and each change is kept', async () => {
    const id = await proposedBy(BELGIAN);
    expect(await look(OWN, id)).toMatchObject({
      ...{ state: 'PROPOSED', version: 1, agreedBy: [{ code: 'BE-IO' }] },
    });
    expect((await agree(OWN, id)).activity).toMatchObject({ state: 'AGREED' });
    expect((await change(OWN, id, DETAILS)).activity).toMatchObject({
      ...{ state: 'PROPOSED', version: 2, agreedBy: [{ code: 'AZ-SMS' }] },
    });
    expect((await agree(BELGIAN, id)).faults).toEqual([{ code: 'OTHER_VERSION', at: 'version' }]);
    expect((await agree(BELGIAN, id, 2)).activity).toMatchObject({ state: 'AGREED' });
    const held = await record(OWN, id, { state: 'HELD', text: 'Ten officers were trained.' });
    expect(held.activity).toMatchObject({ state: 'HELD', text: 'Ten officers were trained.' });
    const seen = (await look(BELGIAN, id)) as {
      changes: { move: string; officer: string | null }[];
    };
    // Who made a change is told to officers of the same authority.
    expect(seen.changes.map(({ move, officer }) => [move, officer])).toEqual([
      ['PROPOSE', 'BE-IO-7'],
      ['AGREE', null],
      ['CHANGE', null],
      ['AGREE', 'BE-IO-7'],
      ['HOLD', null],
    ]);
    const rows = await owner`select n from exchange.activity_change where activity_id = ${id}`;
    expect(rows).toHaveLength(5);
  });

  test('stands in the log of the other authority, each change by its digest', async () => {
    const id = await proposedBy(OWN);
    await agree(BELGIAN, id);
    const auditor = { ...OWN, role: 'AUDITOR' } as const;
    const { nodes } = await ask<{ nodes: unknown }>(
      auditor,
      `query ($id: ID!) { auditRequest(request: $id) {
        nodes { origin outcome authority officer instrument clauses subjects released } } }`,
      { id },
    );
    const entry = {
      ...{ origin: 'sorgu/AZ-SMS/BE-IO', outcome: 'MOVED', instrument: 'AZ-BE-2019' },
      ...{ clauses: ['1(c)'], subjects: 0, released: [] },
    };
    expect(nodes).toEqual([
      { ...entry, authority: 'AZ-SMS', officer: 'AZ-SMS-0301' },
      { ...entry, authority: 'BE-IO', officer: 'BE-IO-7' },
    ]);
  });

  test('is agreed once, however many say so at once', async () => {
    const id = await proposedBy(BELGIAN);
    const answers = await Promise.all([1, 2, 3, 4].map(() => agree(OWN, id)));
    expect(answers.filter(({ activity }) => activity !== null)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ faults }) => faults.map(({ code }) => code)))).toEqual(
      new Set(['AGREED_ALREADY']),
    );
  });
});

describe('A-7 bad input in clear words, and nothing half done', () => {
  test.each<[string, object, string]>([
    [
      'a clause that does not provide for it',
      { clause: '3(a)' },
      'CLAUSE_NOT_FOR_ACTIVITY plan.clause',
    ],
    ['dates out of order', { until: '2026-06-30' }, 'ENDS_BEFORE_IT_BEGINS plan.until'],
    ['a month for a day', { until: '2026-08' }, 'WRONG_FORM plan.until'],
    ['an oversize title', { title: { en: 'x'.repeat(201) } }, 'TOO_LONG plan.title.en'],
    ['a title of two lines', { title: { en: 'a\nb' } }, 'CONTROL_CHARACTER plan.title.en'],
    ['an empty place', { place: ' ' }, 'CONTENT_MISSING plan.place'],
    ['no place for anybody', { places: 0 }, 'OUT_OF_RANGE plan.places'],
    [
      'an authority twice',
      { authorities: ['AZ-SMS', 'BE-IO', 'BE-IO'] },
      'WRONG_FORM plan.authorities',
    ],
    ['no instrument', { instrument: 'XX' }, 'INSTRUMENT_UNKNOWN plan.instrument'],
    [
      'a third authority',
      { authorities: ['AZ-SMS', 'KZ-MIA'] },
      'AUTHORITY_NOT_COMPETENT plan.authorities',
    ],
  ])('%s', async (_, plan, said) => {
    const before = await owner`select from exchange.activity_change`;
    const { activity, faults } = await propose(BELGIAN, plan);
    expect(activity).toBeNull();
    expect(faults.map(({ code, at }) => `${code} ${at}`)).toContain(said);
    expect(await owner`select from exchange.activity_change`).toHaveLength(before.length);
  });

  test('nothing of what was sent comes back in a fault', async () => {
    const canary = 'CANARY-7';
    const { faults } = await propose(BELGIAN, { clause: canary, instrument: canary });
    expect(JSON.stringify(faults)).not.toContain(canary);
  });

  test.each<[string, As]>([
    ['by an analyst', { ...OWN, role: 'REQUESTING_ANALYST' }],
    ['by the auditor', { ...OWN, role: 'AUDITOR' }],
    ['by an executing officer', { ...BELGIAN, role: 'EXECUTING_OFFICER' }],
  ])('%s nothing is changed', async (_, as) => {
    const id = await proposedBy(OWN);
    const fault = [{ code: 'NOT_THIS_ROLE', at: 'activity' }];
    expect((await agree(as, id)).faults).toEqual(fault);
    expect((await record(as, id, { state: 'CANCELLED' })).faults).toEqual(fault);
    expect((await propose(as)).faults).toEqual([{ code: 'NOT_THIS_ROLE', at: 'plan' }]);
  });
});

describe('A-11.1, A-7 to whoever takes no part it does not exist', () => {
  const OUTSIDERS: readonly [string, As][] = [
    ['a third authority', KAZAKH],
    ['its gateway', { ...KAZAKH, role: 'PARTNER_GATEWAY' }],
    ['an international organisation', { ...BELGIAN, authority: 'XX-IOM' }],
    ['a business', { ...BELGIAN, authority: 'AZ-OIL' }],
    ['a developer of this authority', { ...OWN, role: 'DEVELOPER' }],
    ['a gateway that says it is this authority’s', { ...OWN, role: 'PARTNER_GATEWAY' }],
  ];

  test.each(OUTSIDERS)('%s: the same as of an unknown id', async (_, as) => {
    const id = await proposedBy(BELGIAN, {
      bodies: [{ kind: 'INTERNATIONAL_ORGANISATION', name: 'IOM' }],
    });
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const steps of [
      (on: string) => look(as, on),
      (on: string) => agree(as, on),
      (on: string) => record(as, on, { state: 'CANCELLED' }),
      (on: string) => change(as, on, DETAILS),
      (on: string) => list(as, `(after: "${on}")`),
    ]) {
      expect(await steps(id)).toEqual(await steps(unknown));
    }
    expect((await list(as)).nodes.map((one) => one.id)).not.toContain(id);
    expect(await look(OWN, id)).toMatchObject({ state: 'PROPOSED', version: 1 });
  });

  test('A-2.1 of two Kazakh ministries the one that takes no part sees nothing', async () => {
    const title = { ru: 'Семинар' };
    const plan = { ...PLAN, instrument: 'AZ-KZ-2019', clause: '7(1)', kind: 'SEMINAR', title };
    const id = await proposedBy(KAZAKH, { ...plan, authorities: ['AZ-SMS', 'KZ-MIA'] });
    expect(await look(OWN, id)).not.toBeNull();
    expect(await look({ ...KAZAKH, authority: 'KZ-MLSPP' }, id)).toBeNull();
  });

  test('a place in somebody else’s list is no place in one’s own', async () => {
    const title = { ru: 'Семинар' };
    const plan = { ...PLAN, instrument: 'AZ-KZ-2019', clause: '7(1)', kind: 'SEMINAR', title };
    for (let n = 0; n < 6; n += 1)
      await proposedBy(KAZAKH, { ...plan, authorities: ['AZ-SMS', 'KZ-MIA'] });
    const { nodes } = await list(BELGIAN);
    for (const { id } of nodes) {
      expect(await list(KAZAKH, `(after: "${id}")`)).toEqual({ nodes: [], hasNextPage: false });
    }
    expect(nodes.length).toBeGreaterThan(3);
  });

  test('pages follow each other, the newest first, and hold the own alone', async () => {
    const of = '(instrument: "AZ-BE-2019", first: 2';
    const whole = (await list(BELGIAN, '(instrument: "AZ-BE-2019", first: 100)')).nodes;
    const paged: { id: string }[] = [];
    for (let after = ''; ; ) {
      const page = await list(BELGIAN, `${of}${after})`);
      paged.push(...page.nodes);
      if (!page.hasNextPage) break;
      after = `, after: "${page.nodes.at(-1)?.id}"`;
    }
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(3);
  });
});

describe('A-11.4 the exchange’s role adds to the register of activities, and nobody changes it', () => {
  test.each([
    `update exchange.activity_change set content = '{}'`,
    'delete from exchange.activity_change',
    `update exchange.activity_authority set authority = 'KZ-MIA'`,
    'delete from exchange.activity_authority',
    'truncate exchange.activity_change',
  ])('%s', async (statement) => {
    const sql = openExchangePool(gateway.urls.exchange ?? '');
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    await closePool(sql);
  });
});

const YEAR = 366 * 86_400_000;
const at = (instant: number) => new Date(instant).toISOString();

describe('B-5 contact points over time', () => {
  const POINT = {
    ...{ id: 'desk', name: 'Liaison desk', unit: 'LIAISON', address: 'Brussels' },
    ...{ telephone: '+32 2 793 80 00', email: 'desk@example.org' },
    duties: ['COMMUNICATION', 'MONITORING'],
  };
  const OFFICE =
    'id authority { code } name unit address telephone email duties validFrom validUntil recordedAt withdrawnAt note';
  type Pointed = { contactPoint: Record<string, unknown> | null; faults: unknown[] };
  const recordPoint = (as: As, point: object, from = NOW): Promise<Pointed> =>
    ask(
      as,
      `mutation ($point: ContactPointInput!, $from: Instant!, $note: String!) {
        recordContactPoint(point: $point, from: $from, note: $note) {
          contactPoint { ${OFFICE} } faults { code at } } }`,
      { point: { ...POINT, ...point }, from: at(from), note: 'Letter' },
    );
  const points = (as: As, rest = ''): Promise<Record<string, unknown>[]> =>
    ask(as, `{ contactPoints${rest} { ${OFFICE} } }`);

  test('a change is another version: each day has its own, and the history has both', async () => {
    const made = await recordPoint(BELGIAN, {}, NOW - YEAR);
    expect(made).toMatchObject({
      contactPoint: { ...POINT, authority: { code: 'BE-IO' } },
      faults: [],
    });
    await recordPoint(BELGIAN, { address: 'Ghent' }, NOW);
    const on = async (instant: number) =>
      (await points(OWN, `(authority: "BE-IO", validAt: "${at(instant)}")`)).map(
        ({ address }) => address,
      );
    expect(await on(NOW - 1)).toEqual(['Brussels']);
    expect(await on(NOW)).toEqual(['Ghent']);
    expect(await on(NOW - YEAR - 1)).toEqual([]);
    const versions = await ask<{ address: string }[]>(
      OWN,
      `{ contactPointHistory(authority: "BE-IO") { address note withdrawnAt } }`,
    );
    expect(versions.map(({ address }) => address)).toEqual(
      expect.arrayContaining(['Brussels', 'Ghent']),
    );
  });

  test('one that is ended answers no more, and is in the history', async () => {
    await recordPoint(OWN, { id: 'ended' }, NOW - YEAR);
    const end = `mutation { endContactPoint(id: "ended", from: "${at(NOW)}", note: "Closed") {
      contactPoint { validUntil } faults { code at } } }`;
    expect(await ask(OWN, end)).toEqual({
      ...{ contactPoint: { validUntil: at(NOW) }, faults: [] },
    });
    expect((await points(OWN)).map(({ id }) => id)).not.toContain('ended');
    expect(await ask(OWN, end)).toEqual({
      ...{ contactPoint: null, faults: [{ code: 'NO_CONTACT_POINT', at: 'id' }] },
    });
  });

  test('a partner sees this authority’s and its own, and no third one’s', async () => {
    await recordPoint(KAZAKH, { id: 'astana', address: 'Astana' });
    const codes = async (as: As) =>
      new Set((await points(as)).map(({ authority }) => (authority as { code: string }).code));
    expect(await codes(BELGIAN)).toEqual(new Set(['BE-IO']));
    expect(await codes(OWN)).toEqual(new Set(['BE-IO', 'KZ-MIA']));
    expect(await points({ ...BELGIAN, authority: 'XX-IOM' })).toEqual([]);
    expect(await points(BELGIAN, '(authority: "KZ-MIA")')).toEqual([]);
  });

  test.each<[string, As]>([
    ['a partner’s gateway', { ...BELGIAN, role: 'PARTNER_GATEWAY' }],
    ['a signatory', { ...OWN, role: 'SIGNATORY' }],
    ['a business', { ...BELGIAN, authority: 'AZ-OIL' }],
  ])('%s records none', async (_, as) => {
    expect(await recordPoint(as, { id: 'false' })).toEqual({
      ...{ contactPoint: null, faults: [{ code: 'NOT_THIS_ROLE', at: 'id' }] },
    });
  });

  test.each<[object, string, string]>([
    [{ id: 'a b' }, 'WRONG_FORM', 'point.id'],
    [{ telephone: '02 793 80 00' }, 'WRONG_FORM', 'point.telephone'],
    [{ email: 'desk' }, 'WRONG_FORM', 'point.email'],
    [{ name: 'x'.repeat(201) }, 'TOO_LONG', 'point.name'],
    [{ duties: [] }, 'CONTENT_MISSING', 'point.duties'],
  ])('%j is refused', async (point, code, place) => {
    expect((await recordPoint(OWN, point)).faults).toEqual([{ code, at: place }]);
  });

  test('an instant that is none is refused', async () => {
    const answer = await ask(
      OWN,
      `mutation ($point: ContactPointInput!) {
        recordContactPoint(point: $point, from: "tomorrow", note: "n") { faults { code at } } }`,
      { point: POINT },
    );
    expect(answer).toEqual({ faults: [{ code: 'WRONG_FORM', at: 'from' }] });
  });

  test('the officers of its unit are the contact point; the figures are for them and the coordinators', async () => {
    type Monitored = { periods: Record<string, unknown>[] | null; faults: unknown[] };
    const monitoring = (
      as: As,
      span = 'from: "2026-04-01", until: "2026-10-01"',
    ): Promise<Monitored> =>
      ask(
        as,
        `{ monitoring(instrument: "AZ-BE-2019", ${span}) {
          periods { from until authority { code } untold timeliness { received }
            figures { what clause state count } }
          faults { code at } } }`,
      );
    const NOT_THIS_ROLE = { periods: null, faults: [{ code: 'NOT_THIS_ROLE', at: 'instrument' }] };
    const gatewayOf = { ...BELGIAN, role: 'PARTNER_GATEWAY' } as const;
    expect(await monitoring(gatewayOf)).toEqual(NOT_THIS_ROLE);
    expect(await monitoring({ ...gatewayOf, unit: 'OTHER' })).toEqual(NOT_THIS_ROLE);
    expect(await monitoring({ ...BELGIAN, authority: 'XX-IOM' })).toEqual(NOT_THIS_ROLE);
    const seen = await monitoring({ ...gatewayOf, unit: 'LIAISON' });
    expect(seen.faults).toEqual([]);
    // The second quarter of 2026 has not ended on 15 June: of what is confidential nothing is told yet.
    expect(seen.periods?.map(({ from, untold }) => [from, untold])).toEqual([
      ['2026-04-01', ['REQUESTS', 'PROVISIONS']],
      ['2026-07-01', ['REQUESTS', 'PROVISIONS']],
    ]);
    const held = { what: 'ACTIVITIES', clause: '1(c)', state: 'HELD', count: 1 };
    expect(seen.periods?.[0]?.figures).toContainEqual(held);
    const own = await monitoring(OWN);
    expect(own.periods?.map(({ authority }) => authority)).toEqual([
      ...[{ code: 'BE-IO' }, { code: 'BE-IO' }],
    ]);
    expect(own.periods?.[0]).toMatchObject({ untold: [], timeliness: [] });
    expect((await monitoring(KAZAKH)).periods).toEqual([]);
    for (const span of [
      'from: "2026-04-02", until: "2026-07-01"',
      'from: "2026-07-01", until: "2026-04-01"',
      'from: "2026", until: "2027"',
    ]) {
      expect((await monitoring(OWN, span)).faults).toEqual([{ code: 'WRONG_SPAN', at: 'until' }]);
    }
    const wide = await monitoring(OWN, 'from: "2020-01-01", until: "2026-07-01"');
    expect(wide.faults).toEqual([{ code: 'SPAN_TOO_WIDE', at: 'until' }]);
  });
});
