/**
 * A request is remembered between two questions (requests/grants.ts), and whatever changes of it in the database counts
 * for the very next one: state, end, subjects, items, by whichever hand.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePool, openOwner, type Sql } from '../../src/store/index.js';
import { type Standing, startGateway, type TestGateway } from '../support/gateway.js';
import { NOW, sampleRequest } from '../support/requests.js';
import { openStatements, type Statements } from '../support/statements.js';
import { wholePerson } from '../support/whole-person.js';

const PURPOSE = 'IDENTITY_ESTABLISHMENT';
const query = '{ subjects { edges { node { id sex dateOfBirth } } } }';

let gateway: TestGateway;
let owner: Sql;
let statements: Statements;
beforeAll(async () => {
  gateway = await startGateway({ people: [wholePerson('one'), wholePerson('two')], requests: [] });
  owner = openOwner(gateway.urls.owner);
  statements = await openStatements(gateway);
});
afterAll(async () => {
  await statements?.close();
  await closePool(owner);
  await gateway?.close();
});

/** A request under which somebody has read once. */
async function remembered(): Promise<Standing & { readonly request: string }> {
  const request = sampleRequest({ purpose: PURPOSE, people: ['one', 'two'] });
  await gateway.addRequest(request);
  const standing = { persona: gateway.persona('KZ-MIA'), request: request.id, purpose: PURPOSE };
  expect(await told(standing)).toEqual(WHOLE);
  expect(await told(standing)).toEqual(WHOLE);
  return standing;
}

async function told(standing: Standing) {
  const { status, json } = await gateway.ask(standing, { query });
  const { subjects } = (json.data ?? {}) as { subjects?: { edges: { node: object }[] } };
  const withheld = json.errors?.map(({ extensions }) => extensions.coordinate ?? extensions.code);
  return {
    status,
    people: subjects?.edges.map(
      ({ node }) => Object.values(node).filter((value) => value !== null).length,
    ),
    errors: withheld ?? [],
  };
}

const WHOLE = { status: 200, people: [3, 3], errors: [] };
const NO_GRANT = { status: 403, people: undefined, errors: ['NO_GRANT'] };

const CHANGES = [
  ['its state', "update exchange.request set state = 'CLOSED' where id = $1", NO_GRANT],
  [
    'doubt (9(5))',
    "update exchange.request set state = 'CONFIRMATION_REQUESTED' where id = $1",
    NO_GRANT,
  ],
  [
    'its end',
    `update exchange.request set grant_until = '${new Date(NOW).toISOString()}' where id = $1`,
    NO_GRANT,
  ],
  [
    'its instant',
    `update exchange.request set as_of = '${new Date(NOW + 1).toISOString()}' where id = $1`,
    NO_GRANT,
  ],
  [
    'who asked',
    "update exchange.request set requesting_authority = 'KZ-MLSPP' where id = $1",
    NO_GRANT,
  ],
  [
    'its purpose',
    "update exchange.request_purpose set purpose = 'PERSON_DETECTION' where request_id = $1",
    NO_GRANT,
  ],
  ['that it is gone', 'delete from exchange.request where id = $1', NO_GRANT],
  [
    'the items of one subject (10(4))',
    "update exchange.request_subject set items = '{SEX}' where request_id = $1 and n = 2",
    { status: 200, people: [3, 2], errors: ['Person.dateOfBirth'] },
  ],
  [
    'who was matched',
    'update exchange.request_subject set person_key = null where request_id = $1 and n = 1',
    { status: 200, people: [3], errors: [] },
  ],
  [
    'a subject less',
    'delete from exchange.request_subject where request_id = $1 and n = 2',
    { status: 200, people: [3], errors: [] },
  ],
] as const;

describe('A-8.1, A-9.5 what changes of a remembered request counts at once', () => {
  test.each(CHANGES)('%s', async (_name, statement, expected) => {
    const standing = await remembered();
    await owner.unsafe(statement, [standing.request]);
    expect(await told(standing)).toEqual(expected);
    expect(await told(standing)).toEqual(expected);
  });

  test('and back again', async () => {
    const standing = await remembered();
    const set = (state: string) =>
      owner`update exchange.request set state = ${state} where id = ${standing.request}`;
    await set('CONFIRMATION_REQUESTED');
    expect(await told(standing)).toEqual(NO_GRANT);
    await set('ANSWERED');
    expect(await told(standing)).toEqual(WHOLE);
  });
});

describe('A-11.1 a what is remembered tells nobody anything', () => {
  test('another authority gets what it gets for an unknown request', async () => {
    const standing = await remembered();
    const foreign = { ...standing, persona: gateway.persona('BE-IO') };
    expect(await told(foreign)).toEqual(NO_GRANT);
    expect(await told({ ...standing, purpose: 'READMISSION' })).toEqual(NO_GRANT);
  });
});

describe('one statement', () => {
  const readsRequest = (text: string): boolean => /exchange\.request|granted\.admit\(/.test(text);
  // As the role of a purpose.
  const readsRegister = (text: string): boolean => text.startsWith('/*sorgu_');

  test('answers the second question, and looks whether the request stands', async () => {
    const standing = await remembered();
    const sent = await statements.during(() => gateway.ask(standing, { query }));
    expect(sent.filter(readsRegister)).toHaveLength(1);
    expect(sent.filter(readsRequest)).toHaveLength(1);
  });

  test('of a request that has changed no one is looked for before it was weighed anew', async () => {
    const standing = await remembered();
    await owner`update exchange.request set state = 'CLOSED' where id = ${standing.request}`;
    const plan = await statements.during(() => gateway.ask(standing, { query }));
    expect(plan.filter(readsRegister)).toHaveLength(1);
    expect(plan.filter(readsRequest)).toHaveLength(2);
  });

  test('what resolvers answer is answered under a request loaded for it', async () => {
    const standing = await remembered();
    const mixed = `{ instruments { id } ${query.slice(2)}`;
    await owner`update exchange.request set state = 'CLOSED' where id = ${standing.request}`;
    const { status } = await gateway.ask(standing, { query: mixed });
    expect(status).toBe(403);
  });
});
