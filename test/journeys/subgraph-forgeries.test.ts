/** A-11.1 `_entities` as an attacker uses it, over real HTTP: whoever is not the caller's to ask about is nobody. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORGERIES, type Forgery } from '../cases/subgraph-attacks.js';
import { CANARY_OF, canaryPerson } from '../support/canaries.js';
import { type Reply, type Standing, startGateway, type TestGateway } from '../support/gateway.js';
import { sampleRequest } from '../support/requests.js';

const PURPOSE = 'IRREGULAR_MIGRATION_PREVENTION';
const own = sampleRequest({ purpose: PURPOSE, people: ['canary', 'canary-2'] });
const foreign = sampleRequest({ purpose: PURPOSE, people: ['canary-3'], by: 'KZ-MLSPP' });
const CANARIES = Object.values(CANARY_OF).flat();

let gateway: TestGateway;
let standing: Standing;
beforeAll(async () => {
  gateway = await startGateway({
    people: ['canary', 'canary-2', 'canary-3'].map(canaryPerson),
    requests: [own, foreign],
  });
  standing = {
    ...{ persona: gateway.persona('KZ-MIA'), request: own.id, purpose: PURPOSE },
    route: '/subgraph',
  };
});
afterAll(() => gateway.close());

// What the purpose opens: a leak would be released, and not withheld.
const ENTITIES = `query($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename ... on ExchangeSubject { id aze { id dateOfBirth nameLatin { surname } documents { number } } } } }`;

const told = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll('$ID', `${own.id}.1`)
      .replaceAll('$REQUEST', own.id)
      .replaceAll('$UPPER', own.id.toUpperCase())
      .replaceAll('$FOREIGN', `${foreign.id}.1`),
  );

const ask = (representations: unknown): Promise<Reply> =>
  gateway.ask(standing, { query: ENTITIES, variables: { representations: told(representations) } });

const SUBJECT = {
  __typename: 'ExchangeSubject',
  id: `${own.id}.1`,
  aze: {
    id: `${own.id}.1`,
    dateOfBirth: '1971-11-13',
    nameLatin: { surname: 'Canarylatin' },
    documents: [{ number: 'canary-number' }],
  },
};

const canariesIn = ({ text }: Reply): readonly string[] =>
  CANARIES.filter((canary) => text.includes(canary));

const refusalOf = ({ status, json }: Reply): string =>
  `${status} ${json.errors?.[0]?.extensions.code}`;

function expectAnswer(reply: Reply, answer: Forgery['answer']): void {
  if ('code' in answer) {
    expect(reply.json.data).toBeUndefined();
    expect(reply.json.errors?.map(({ extensions }) => extensions)).toMatchObject([answer]);
    expect(canariesIn(reply)).toEqual([]);
    expect(reply.headers.get('exchange-receipt')).toBeNull();
    return;
  }
  const entities = answer.map((each) => (each === 'SUBJECT' ? SUBJECT : null));
  expect(reply.json).toEqual({
    data: { _entities: entities },
    extensions: { exchange: { request: own.id, instrument: 'AZ-KZ-2019', purpose: PURPOSE } },
  });
  expect(reply.headers.get('exchange-receipt')).not.toBeNull();
  if (!answer.includes('SUBJECT')) expect(canariesIn(reply)).toEqual([]);
}

test('no two forgeries of one name, and none that says nothing', () => {
  expect(new Set(FORGERIES.map(({ name }) => name)).size).toBe(FORGERIES.length);
  expect(FORGERIES.length).toBeGreaterThanOrEqual(60);
});

describe('A-8.1 A-11.1 representations', () => {
  test.each(FORGERIES)('$name', async ({ representations, answer }) => {
    const reply = await ask(representations);
    expectAnswer(reply, answer);
    expect(reply.text).not.toMatch(/representation|did you mean|cannot/i);
  });

  test('what nobody is told apart by: one answer for whoever is unknown, byte for byte', async () => {
    const ids = [`${foreign.id}.1`, `${own.id}.99`, `${own.id}.0`, 'canary', ''];
    const texts = await Promise.all(
      ids.map(async (id) => (await ask([{ __typename: 'ExchangeSubject', id }])).text),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test('a hundred representations of one subject have one line in the journal', async () => {
    const { headers } = await ask(Array(100).fill({ __typename: 'ExchangeSubject', id: '$ID' }));
    const receipt = Buffer.from(headers.get('exchange-receipt') ?? '', 'base64url').toString();
    expect(JSON.parse(JSON.parse(receipt).entry).subjects).toHaveLength(1);
  });

  test('representations count as many values', async () => {
    const everything = `registrations { kind registeredOn validUntil deregisteredOn authority { code name } }`;
    const fields = Array.from({ length: 58 }, (_, nth) => `a${nth}: ${everything}`).join(' ');
    const query = `query($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on ExchangeSubject { aze { ${fields} } } } }`;
    const few = await gateway.ask(standing, {
      query,
      variables: { representations: [told(GENUINE)] },
    });
    expect(few.status).toBe(200);
    const many = { representations: Array(100).fill(told(GENUINE)) };
    const refused = await gateway.ask(standing, { query, variables: many });
    expect(refused.json.errors?.[0]?.extensions).toMatchObject({
      code: 'TOO_COMPLEX',
      reason: 'COST',
    });
  });
});

const GENUINE = { __typename: 'ExchangeSubject', id: '$ID' };

describe('A-8.1 A-11.1 who may ask', () => {
  test.each([
    ['without a request', {}, '400 PURPOSE_REQUIRED'],
    [
      'for a purpose that is not stated',
      { request: own.id, purpose: 'READMISSION' },
      '403 NO_GRANT',
    ],
    ["on another authority's request", { request: foreign.id, purpose: PURPOSE }, '403 NO_GRANT'],
  ])('%s', async (_name, stated, refusal) => {
    const persona = gateway.persona('KZ-MIA');
    const asked = { persona, ...stated, route: '/subgraph' } as const;
    const reply = await gateway.ask(asked, {
      query: ENTITIES,
      variables: { representations: [told(GENUINE)] },
    });
    expect(refusalOf(reply)).toBe(refusal);
    expect(canariesIn(reply)).toEqual([]);
  });

  test.each(['AUDITOR', 'DEVELOPER', 'COORDINATOR', 'REQUESTING_ANALYST', 'SIGNATORY'] as const)(
    'a %s of this authority, on a request of another',
    async (role) => {
      const persona = await gateway.callAs({ authority: 'AZ-SMS', role });
      const asked = { persona, request: own.id, purpose: PURPOSE, route: '/subgraph' } as const;
      const reply = await gateway.ask(asked, {
        query: ENTITIES,
        variables: { representations: [told(GENUINE)] },
      });
      expect(refusalOf(reply)).toBe('403 NO_GRANT');
      expect(canariesIn(reply)).toEqual([]);
    },
  );
});
