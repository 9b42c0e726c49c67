/** The operation safelist over HTTP: a list in each of its steps, and a partner who wants more than is registered. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGraphSchema, hashDocuments } from '../../src/graph/index.js';
import { parseEntry } from '../../src/ledger/index.js';
import type { OperationLists } from '../../src/safelist/index.js';
import { closePool, openLedgerReader, openOwner } from '../../src/store/index.js';
import {
  LISTED,
  LISTS,
  REGISTERED,
  type SafelistAttack,
  UNLISTED,
} from '../cases/safelist-attacks.js';
import { type Reply, type Standing, startGateway, type TestGateway } from '../support/gateway.js';
import { NOW, sampleRequest } from '../support/requests.js';
import { wholePerson } from '../support/whole-person.js';

const PURPOSE = 'IDENTITY_ESTABLISHMENT';
const hash = hashDocuments(buildGraphSchema());
const hashesOf = (names: readonly (keyof typeof REGISTERED)[]): ReadonlySet<string> =>
  new Set(names.map((name) => hash(REGISTERED[name]).hash));

const lists: OperationLists = new Map([
  [
    'KZ-MIA',
    {
      step: 'ENFORCE' as const,
      purposes: new Map([
        [PURPOSE, hashesOf(LISTS['KZ-MIA'].IDENTITY_ESTABLISHMENT)],
        ['PERSON_DETECTION', hashesOf(LISTS['KZ-MIA'].PERSON_DETECTION)],
      ]),
    },
  ],
  [
    'KZ-MLSPP',
    {
      step: 'WARN' as const,
      purposes: new Map([[PURPOSE, hashesOf(LISTS['KZ-MLSPP'].IDENTITY_ESTABLISHMENT)]]),
    },
  ],
  ['BE-IO', { step: 'LOG' as const, purposes: new Map() }],
]);

const people = ['person', 'other'];
const requests = {
  own: sampleRequest({
    purpose: PURPOSE,
    people,
    change: {
      purposes: [
        { purpose: PURPOSE, basis: '6', justification: 'test' },
        { purpose: 'PERSON_DETECTION', basis: '6', justification: 'test' },
      ],
    },
  }),
  foreign: sampleRequest({ purpose: PURPOSE, people, by: 'KZ-MLSPP' }),
  belgian: sampleRequest({ purpose: 'READMISSION', instrument: 'EU-AZ-2014', people }),
  execution: sampleRequest({ purpose: 'REQUEST_EXECUTION', people }),
};

let now = NOW;
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({
    people: [wholePerson('person', 'A'), wholePerson('other', 'B')],
    requests: Object.values(requests),
    config: { safelist: lists },
    clock: { now: () => now },
  });
});
afterAll(() => gateway?.close());

const standing = (authority: string, request: keyof typeof requests): Standing => {
  const isOfficer = authority === 'AZ-SMS';
  return {
    persona: gateway.persona(authority, isOfficer ? 'EXECUTING_OFFICER' : undefined),
    request: requests[request].id,
    purpose: isOfficer ? 'REQUEST_EXECUTION' : (requests[request].purposes[0]?.purpose ?? ''),
  };
};
const held = () => standing('KZ-MIA', 'own');

function attack({ query, variables, operationName, extra, headers }: SafelistAttack) {
  const text = query
    .replace('$OWN', `${requests.own.id}.1`)
    .replace('$FOREIGN', `${requests.foreign.id}.1`);
  const body = { query: text, variables, operationName, ...extra };
  return gateway.ask(held(), body, { 'accept-language': 'en', ...headers });
}

const VALUES = /Obraztsov|Образцов|Place [AB]|1980-02|C0000|iVBORw0KGgo/;

const REFUSED =
  '{"errors":[{"message":"This operation is not registered for this purpose.","extensions":{"code":"OPERATION_NOT_LISTED"}}]}';

describe('an enforced list', () => {
  test.each(UNLISTED)('refuses $name, and releases nothing', async (one) => {
    const reply = await attack(one);
    expect([reply.status, reply.text]).toEqual([403, REFUSED]);
    expect(reply.headers.get('exchange-receipt')).toBeNull();
  });

  test.each(LISTED)('answers $name under its own grant', async (one) => {
    const reply = await attack(one);
    expect(reply.status).toBe(200);
    expect(reply.json.extensions).toEqual({
      exchange: { request: requests.own.id, instrument: 'AZ-KZ-2019', purpose: PURPOSE },
    });
  });

  test('what has the same hash gets no more than its grant: nobody else’s subject', async () => {
    const [own, foreign] = await Promise.all(
      ['$OWN', '$FOREIGN'].map((id) =>
        attack({ name: '', query: REGISTERED.one.replace('nobody', id) }),
      ),
    );
    expect(own?.text).toMatch(VALUES);
    expect([foreign?.text, foreign?.json.data]).toEqual([
      expect.not.stringMatching(VALUES),
      { person: null },
    ]);
  });

  test('A-11.1 says the same whether there is such a request or not', async () => {
    const query = REGISTERED.other;
    const unknown = { 'exchange-request': '11111111-1111-4111-8111-111111111111' };
    const replies = await Promise.all([
      attack({ name: '', query }),
      attack({ name: '', query, headers: unknown }),
    ]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    const listed = await attack({ name: '', query: REGISTERED.identity, headers: unknown });
    expect(codesOf(listed)).toEqual(['NO_GRANT']);
  });

  test.each([
    ['request', { purpose: PURPOSE }],
    ['purpose', { request: requests.own.id }],
  ])('a missing %s is told first', async (_what, stated) => {
    const { persona } = held();
    const reply = await gateway.ask({ persona, ...stated }, { query: REGISTERED.other });
    expect(codesOf(reply)).toEqual(['PURPOSE_REQUIRED']);
  });

  test('a document that is none is told first', async () => {
    expect(codesOf(await attack({ name: '', query: '{ subjects {' }))).toEqual(['BAD_REQUEST']);
  });

  test('what is public is held to no list', async () => {
    const reply = await gateway.ask(held(), {
      query:
        '{ instruments { id } explain(operation: "{ subjects { edges { node { sex } } } }") { verdict } }',
    });
    expect(reply.status).toBe(200);
  });

  test.each([
    ['ru', /^[^a-z]+$/i],
    ['az', /^[^а-я]+$/i],
    ['kk', /[әғқңөұүһі]/i],
  ])('says it in %s', async (language, letters) => {
    const reply = await attack({
      ...{ name: '', query: REGISTERED.other },
      headers: { 'accept-language': language },
    });
    expect(reply.json.errors?.[0]?.message).toMatch(letters);
  });
});

const codesOf = ({ json }: Reply) => (json.errors ?? []).map(({ extensions }) => extensions.code);

describe('the steps before', () => {
  const query = REGISTERED.identity;
  const english = { 'accept-language': 'en' };

  test('WARN answers, and says beside the answer that the operation is not listed', async () => {
    const reply = await gateway.ask(standing('KZ-MLSPP', 'foreign'), { query }, english);
    expect([reply.status, reply.text]).toEqual([200, expect.stringMatching(VALUES)]);
    expect(reply.json.extensions?.notice).toEqual({
      code: 'OPERATION_NOT_LISTED',
      message: 'This operation is not registered for this purpose.',
    });
    const listed = await gateway.ask(standing('KZ-MLSPP', 'foreign'), { query: REGISTERED.other });
    expect(listed.json.extensions).not.toHaveProperty('notice');
  });

  test('LOG answers and says nothing', async () => {
    const reply = await gateway.ask(standing('BE-IO', 'belgian'), { query });
    expect([reply.status, reply.text]).toEqual([200, expect.stringMatching(VALUES)]);
    expect(reply.json.extensions).not.toHaveProperty('notice');
  });

  test('an authority without a list is held to none', async () => {
    const reply = await gateway.ask(standing('AZ-SMS', 'execution'), { query });
    expect([reply.status, reply.text]).toEqual([200, expect.stringMatching(VALUES)]);
  });
});

describe('what is told of it', () => {
  const query = 'query Told { secretalias: person(id: "secret-literal") { sex } }';
  const askers = () => [held(), standing('KZ-MLSPP', 'foreign'), standing('BE-IO', 'belgian')];

  test('metrics count it by step, the security log notes the hash: no document, no literal, no authority', async () => {
    // A minute in which nothing was noted yet.
    now += 60_000;
    const before = await counts();
    const from = gateway.log.length;
    for (const asker of askers()) await gateway.ask(asker, { query });
    const grown = (await counts()).map((count, at) => count - (before[at] ?? 0));
    expect(grown).toEqual([1, 1, 1]);
    const lines = gateway.log.slice(from).map((line) => JSON.parse(line));
    expect(lines).toEqual(
      ['ENFORCE', 'WARN', 'LOG'].map((step) =>
        expect.objectContaining({
          ...{ code: 'OPERATION_NOT_LISTED', step, operation: hash(query).hash },
        }),
      ),
    );
    for (const line of gateway.log) expect(line).not.toMatch(/secret|KZ-MIA|BE-IO|Told/);
  });

  test('A-11.4 the refusal stands in the ledger, with the hash and nothing of the literals', async () => {
    await gateway.ask(held(), { query });
    const owner = openOwner(gateway.urls.owner);
    const leaves: string[] = [];
    for await (const row of openLedgerReader(owner).rows()) {
      if (row.kind === 'entry') leaves.push(row.leaf);
    }
    await closePool(owner);
    expect(leaves.map((leaf) => parseEntry(leaf))).toContainEqual(
      expect.objectContaining({
        outcome: 'REFUSED',
        refusal: { code: 'OPERATION_NOT_LISTED', reason: null },
        ...{ request: requests.own.id, purpose: PURPOSE, operation: hash(query).hash },
      }),
    );
    for (const leaf of leaves) expect(leaf).not.toMatch(/secret/);
  });

  async function counts(): Promise<readonly number[]> {
    const text = await (await fetch(`${gateway.adminUrl}/metrics`)).text();
    return ['LOG', 'WARN', 'ENFORCE'].map((step) => {
      const mark = `sorgu_operations_not_listed_total{step="${step}"} `;
      const line = text.split('\n').find((one) => one.startsWith(mark));
      return Number(line?.slice(mark.length) ?? 0);
    });
  }
});
