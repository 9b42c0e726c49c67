/** A router's authority held to registered documents of /subgraph: one list for both doors, enforced. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGraphSchema, buildStateSubgraph, hashDocuments } from '../../src/graph/index.js';
import type { OperationLists } from '../../src/safelist/index.js';
import type { SafelistAttack } from '../cases/safelist-attacks.js';
import { FETCHES, PLAIN, UNLISTED_FETCHES } from '../cases/safelist-subgraph-attacks.js';
import { type Reply, startGateway, type TestGateway } from '../support/gateway.js';
import { sampleRequest } from '../support/requests.js';
import { wholePerson } from '../support/whole-person.js';

const PURPOSE = 'IDENTITY_ESTABLISHMENT';
const { schema: subgraph } = buildStateSubgraph('AZE');
const hash = hashDocuments(subgraph);
const ofPlain = hashDocuments(buildGraphSchema());
const listed = [...Object.values(FETCHES).map(hash), ofPlain(PLAIN)].map((one) => one.hash);
const lists: OperationLists = new Map([
  ['KZ-MIA', { step: 'ENFORCE' as const, purposes: new Map([[PURPOSE, new Set(listed)]]) }],
]);

const people = ['person', 'other'];
const own = sampleRequest({ purpose: PURPOSE, people });
const foreign = sampleRequest({ purpose: PURPOSE, people, by: 'KZ-MLSPP' });

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({
    people: [wholePerson('person', 'A'), wholePerson('other', 'B')],
    requests: [own, foreign],
    config: { safelist: lists },
  });
});
afterAll(() => gateway?.close());

const subject = (id: string) => ({ __typename: 'ExchangeSubject', id });
const subjects = (...numbers: readonly number[]) => ({
  representations: numbers.map((n) => subject(`${own.id}.${n}`)),
});

type Route = '/graphql' | '/subgraph';

function ask(
  { query, variables = subjects(1, 2), operationName }: Omit<SafelistAttack, 'name'>,
  route: Route = '/subgraph',
): Promise<Reply> {
  const fill = (text: string) => text.replaceAll('$OWN', `${own.id}.1`);
  const body = { query: fill(query), variables: JSON.parse(fill(JSON.stringify(variables))) };
  const standing = { persona: gateway.persona('KZ-MIA'), request: own.id, purpose: PURPOSE, route };
  return gateway.ask(standing, { ...body, operationName }, { 'accept-language': 'en' });
}

const VALUES = /Obraztsov|Образцов|Place [AB]|1980-02|C0000/;
const codesOf = ({ json }: Reply) => json.errors?.map(({ extensions }) => extensions.code);

describe('a router held to its list', () => {
  test.each(Object.entries(FETCHES))('%s passes, with a receipt', async (_name, query) => {
    const reply = await ask({ query });
    expect([reply.status, codesOf(reply)]).toEqual([200, undefined]);
    expect(reply.text).toMatch(VALUES);
    expect(reply.headers.get('exchange-receipt')).not.toBeNull();
  });

  test.each(UNLISTED_FETCHES)('$name: refused, nothing released', async (one) => {
    const reply = await ask(one);
    expect([reply.status, codesOf(reply)]).toEqual([403, ['OPERATION_NOT_LISTED']]);
    expect(reply.text).not.toMatch(VALUES);
    expect(reply.headers.get('exchange-receipt')).toBeNull();
  });

  test('a listed document names whom it likes, and gets its own subjects', async () => {
    const { entities: query } = FETCHES;
    const representations = [
      subject(`${foreign.id}.1`),
      { ...subject(`${own.id}.1`), sex: 'MALE' },
      { __typename: 'AZE_Person', id: `${own.id}.1` },
      subject(`${own.id}.2`),
    ];
    const { json } = await ask({ query, variables: { representations } });
    expect(json.data).toEqual({ _entities: [null, null, null, expect.anything()] });
  });

  test('a hundred representations a fetch, and no more', async () => {
    const { entities: query } = FETCHES;
    const most = (number: number) => subjects(...Array.from({ length: number }, (_, at) => at + 1));
    expect((await ask({ query, variables: most(100) })).status).toBe(200);
    expect(codesOf(await ask({ query, variables: most(101) }))).toEqual(['TOO_COMPLEX']);
  });

  test('one list, two doors: no document of the one passes the other', async () => {
    expect((await ask({ query: PLAIN, variables: {} }, '/graphql')).text).toMatch(VALUES);
    const others = [
      await ask({ query: PLAIN, variables: {} }),
      ...(await Promise.all(Object.values(FETCHES).map((query) => ask({ query }, '/graphql')))),
    ];
    for (const reply of others) {
      expect([reply.status, codesOf(reply)]).toEqual([400, ['BAD_REQUEST']]);
    }
  });

  test('no way in has a name at both doors', () => {
    const [here, there] = [subgraph, buildGraphSchema()].map((schema) =>
      Object.keys(schema.getQueryType()?.getFields() ?? {}),
    );
    expect(here?.length).toBeGreaterThan(4);
    expect(here?.filter((name) => there?.includes(name))).toEqual([]);
  });

  test('what is public is held to no list: a router may compose', async () => {
    const { status, text } = await ask({ query: '{ _service { sdl } aze_instruments { id } }' });
    expect([status, text]).toEqual([200, expect.stringContaining('type AZE_Person')]);
  });
});
