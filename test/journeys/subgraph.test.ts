/**
 * The gateway as a subgraph, over real HTTP: the same data, denials, entries and refusals as the API, under the names of
 * its state; and its SDL for registered gateways alone.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, schemaRightsIn } from '../../src/identity/index.js';
import type { Rooms } from '../../src/rooms.js';
import { everything, everythingOf } from '../support/everything.js';
import { type Reply, type Standing, startGateway, type TestGateway } from '../support/gateway.js';
import { sampleRequest } from '../support/requests.js';
import { wholePerson } from '../support/whole-person.js';

const PURPOSE = 'PERSON_DETECTION';
const request = sampleRequest({ purpose: PURPOSE, people: ['one', 'nobody', 'two', 'hidden'] });
const people = [
  wholePerson('one', 'A'),
  wholePerson('two', 'B'),
  { ...wholePerson('hidden', 'H'), protected: true },
];

let gateway: TestGateway;
let strict: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ people, requests: [request] });
  // Nobody may introspect but a developer, as in production.
  strict = await startGateway({ people, requests: [request], between: asInProduction });
});
afterAll(async () => {
  await gateway?.close();
  await strict?.close();
});

const asInProduction = (rooms: Rooms): Rooms => ({ ...rooms, ...schemaRightsIn('production') });

const standingAt = (route: '/graphql' | '/subgraph'): Standing => ({
  ...{ persona: gateway.persona('KZ-MIA'), request: request.id, purpose: PURPOSE, route },
});

const askSubgraph = (query: string, variables = {}): Promise<Reply> =>
  gateway.ask(standingAt('/subgraph'), { query, variables });

const subject = (n: number) => ({ __typename: 'ExchangeSubject', id: `${request.id}.${n}` });

describe('A-8.1 the same answer under the names of the state', () => {
  const id = `${request.id}.1`;

  test.each([
    ['a page', everything(), everything('aze_subjects(first: 100)')],
    ['one person', everythingOf(id), everythingOf(id).replace('person', 'aze_person')],
  ])('%s: the same data, and the same denials in the same order', async (_name, asked, here) => {
    const plain = await gateway.ask(standingAt('/graphql'), { query: asked });
    const { text } = await askSubgraph(here);
    expect(plain.json.errors?.length).toBeGreaterThan(3);
    const mapped = JSON.parse(
      text.replaceAll('"aze_', '"').replaceAll('"coordinate":"AZE_', '"coordinate":"'),
    );
    expect(withoutPlaces(mapped)).toEqual(withoutPlaces(plain.json));
  });

  test('types by their served names, the entity by its shared one', async () => {
    const { json } = await askSubgraph(
      `query($r: [_Any!]!) { __typename aze_subjects { __typename edges { node { __typename nameLatin { __typename } } } }
        _entities(representations: $r) { __typename ... on ExchangeSubject { __typename aze { __typename } } } }`,
      { r: [subject(1)] },
    );
    expect(JSON.stringify(json.data).match(/"__typename":"\w+"/g)).toEqual(
      ['Query', 'AZE_SubjectConnection']
        .concat(Array(2).fill(['AZE_Person', 'AZE_PersonName']).flat())
        .concat(['ExchangeSubject', 'AZE_Person'])
        .map((name) => `"__typename":"${name}"`),
    );
  });

  test('A-10.4c a denial comes once, under the field of this state, with every place of it', async () => {
    const { json } = await askSubgraph(
      `query($r: [_Any!]!) { aze_subjects { edges { node { civilStatus } } }
        subjects: _entities(representations: $r) { ... on ExchangeSubject { aze { status: civilStatus } } } }`,
      { r: [subject(1), subject(3), subject(2), subject(4)] },
    );
    expect(json.errors?.map(({ path, extensions }) => ({ path, ...extensions }))).toMatchObject([
      {
        code: 'FIELD_WITHHELD',
        coordinate: 'AZE_Person.civilStatus',
        item: 'CIVIL_STATUS',
        paths: [
          ['aze_subjects', 'edges', 'node', 'civilStatus'],
          ['subjects', 'aze', 'status'],
        ],
      },
    ]);
    const { subjects } = json.data as { subjects: unknown };
    const held = { aze: { status: null } };
    expect(subjects).toEqual([held, held, null, null]);
  });

  test('explain speaks of the same names', async () => {
    const operation = '{ aze_subjects { edges { node { sex civilStatus } } } }';
    const { json } = await askSubgraph(
      'query($o: String!) { aze_explain(operation: $o) { coordinate verdict } }',
      { o: operation },
    );
    expect(json.data).toEqual({
      aze_explain: [
        { coordinate: 'AZE_Person.sex', verdict: 'DISCLOSE' },
        { coordinate: 'AZE_Person.civilStatus', verdict: 'WITHHOLD' },
      ],
    });
  });

  test('compiled or by resolvers, entities are the same, whoever is named and how often', async () => {
    const entities = `_entities(representations: $r) { __typename ... on ExchangeSubject { a: id aze { id sex civilStatus
      documents { number kind } nameLatin { surname } } again: aze { dateOfBirth } } }`;
    const r = [1, 3, 1, 2, 4, 9].map(subject);
    const compiled = await askSubgraph(`query($r: [_Any!]!) { ${entities} }`, { r });
    // What a statement of the register does not answer, resolvers do.
    const mixed = `query($r: [_Any!]!) { ${entities} aze_instruments { __typename } }`;
    const resolved = await askSubgraph(mixed, { r });
    const of = ({ json }: Reply) => JSON.stringify((json.data as { _entities: unknown })._entities);
    expect(of(resolved)).toBe(of(compiled));
    expect(of(compiled)).toMatch(/^\[\{.*\},null,null,null\]$/);
    expect(resolved.json.errors).toEqual(compiled.json.errors);
  });

  test("entries and receipts go by the law's names, whatever the state", async () => {
    const { headers } = await askSubgraph(
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on ExchangeSubject { id aze { sex civilStatus } } } }',
      { r: [subject(1)] },
    );
    const receipt = Buffer.from(headers.get('exchange-receipt') ?? '', 'base64url').toString();
    const { entry } = JSON.parse(receipt);
    expect(JSON.parse(entry).request).toBe(request.id);
    expect(Object.keys(JSON.parse(entry).coordinates).sort()).toEqual([
      'ExchangeSubject',
      'Person',
      'Query',
    ]);
    expect(entry).not.toContain('AZE_');
  });

  test('names of the API are no names here, nor these there', async () => {
    const here = await askSubgraph('{ subjects { edges { cursor } } }');
    const there = await gateway.ask(standingAt('/graphql'), {
      query: '{ aze_subjects { edges { cursor } } }',
    });
    const service = await gateway.ask(standingAt('/graphql'), { query: '{ _service { sdl } }' });
    for (const { json } of [here, there, service])
      expect(json.errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_REQUEST',
        reason: 'VALIDATION',
      });
  });

  test.each(['GET', 'PUT'])('%s is no way in', async (method) => {
    const { status, headers } = await fetch(`${gateway.url}/subgraph`, { method });
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });
});

/** Places move with the names: they are compared apart. */
function withoutPlaces(json: Reply['json']): unknown {
  return { ...json, errors: json.errors?.map(({ locations, ...error }) => error) };
}

describe('A-11.1 the SDL', () => {
  const SDL = '{ _service { sdl } }';
  const MAY: ReadonlySet<string> = new Set(['PARTNER_GATEWAY', 'DEVELOPER']);
  const askAs = async (role: (typeof ROLES)[number], query: string) => {
    const persona = await strict.callAs({
      authority: role === 'PARTNER_GATEWAY' ? 'KZ-MIA' : 'AZ-SMS',
      role,
    });
    return strict.ask({ persona, route: '/subgraph' }, { query });
  };

  test.each(ROLES)('%s', async (role) => {
    const { json, status, text } = await askAs(role, SDL);
    if (MAY.has(role)) {
      expect(json.errors).toBeUndefined();
      expect(text).toContain('type AZE_Person');
      return;
    }
    expect(status).toBe(400);
    expect(json.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_REQUEST',
      reason: 'VALIDATION',
    });
    expect(text).not.toMatch(/AZE_|ExchangeSubject/);
  });

  test('is no key to introspection', async () => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ __type(name: "AZE_Person") { name } }',
    ]) {
      const { json } = await askAs('PARTNER_GATEWAY', query);
      expect(json.errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_REQUEST',
        reason: 'VALIDATION',
      });
    }
  });

  test.each([
    ['under another key', '{ instruments: _service { sdl } }'],
    ['in a fragment', '{ ...F } fragment F on Query { _service { sdl } }'],
    ['in an inline fragment', '{ ... on Query { ... { _service { sdl } } } }'],
    ['left out by a condition', '{ aze_instruments { id } _service @include(if: false) { sdl } }'],
    ['by its type alone', '{ _service { __typename } }'],
    [
      'inside explain',
      '{ aze_explain(operation: "{ _service { sdl } }", purpose: READMISSION) { coordinate } }',
    ],
    [
      'in an operation that is not run',
      'query A { aze_instruments { id } } query B { _service { sdl } }',
    ],
  ])('asked by a stranger %s', async (_name, query) => {
    const persona = await strict.callAs({ authority: 'AZ-SMS', role: 'AUDITOR' });
    const { json, text } = await strict.ask(
      { persona, route: '/subgraph' },
      { query, operationName: query.includes('query A') ? 'A' : undefined },
    );
    expect(json.errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect(text).not.toMatch(/AZE_|type /);
  });

  test('without a token there is none', async () => {
    const persona = { ...strict.persona('KZ-MIA'), token: 'none' };
    const { status, text } = await strict.ask({ persona, route: '/subgraph' }, { query: SDL });
    expect(status).toBe(401);
    expect(text).not.toMatch(/AZE_/);
  });

  test('and who was told it before is no key for who comes after', async () => {
    await askAs('PARTNER_GATEWAY', SDL);
    const { text } = await askAs('AUDITOR', SDL);
    expect(text).not.toMatch(/AZE_/);
  });
});
