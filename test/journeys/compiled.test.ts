/**
 * The compiled way and its oracle: PostgreSQL writes the answer in one statement, and beside it the resolvers answer the
 * same operation under the same grant. Same bytes, same journal, on every generated operation.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_STATUS } from '../../src/development/index.js';
import { cursorOf } from '../../src/graph/cursor.js';
import {
  type Answer,
  buildGraphSchema,
  type DocumentParams,
  type ExecuteOptions,
  type Graph,
  type Operation,
  openGraph,
} from '../../src/graph/index.js';
import type { Grant } from '../../src/requests/index.js';
import type { Rooms } from '../../src/rooms.js';
import { openPools, openRegister, type Pools, type ReadCompiled } from '../../src/store/index.js';
import { ITEMS, loadInstruments } from '../../src/treaty/index.js';
import { everything } from '../support/everything.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { operations } from '../support/operations.js';
import { NOW, sampleRequest } from '../support/requests.js';
import { askerOf, type TwinStanding, twinStandings } from '../support/twin-registers.js';
import { variant } from '../support/twins.js';

const OPERATIONS = 1_000;
const standings = twinStandings();
const RUNS = { numRuns: Math.ceil(OPERATIONS / standings.length), seed: 2019 };
const schema = buildGraphSchema();

interface Both {
  readonly compiled: Answer;
  readonly resolved: Answer;
}

let gateway: TestGateway;
let pools: Pools;
let ways: { readonly compiled: Graph; readonly resolved: Graph };
/** Pages that were read whole. */
let pages = 0;
let last: Both | undefined;

beforeAll(async () => {
  gateway = await startGateway({
    people: standings.flatMap(({ twins }) => twins.map((twin, nth) => variant(twin, nth))),
    requests: standings.map(({ request }) => request),
    between: besideBoth,
  });
  pools = openPools(gateway.urls);
  const register = openRegister({ lanes: pools.register });
  const common = {
    openReader: register.openReader,
    instruments: loadInstruments(),
    status: SAMPLE_STATUS,
    clock: { now: () => NOW },
    alarm: () => {},
  };
  const readCompiled: ReadCompiled = async (asked) => {
    const page = await register.readCompiled(asked);
    if (page !== undefined) pages += 1;
    return page;
  };
  ways = {
    compiled: await openGraph({ ...common, readCompiled }),
    resolved: await openGraph(common),
  };
});
afterAll(async () => {
  await pools?.close();
  await gateway?.close();
});

/** The gateway as it is, and what either way makes of the same operation. */
function besideBoth({ graph, ...rooms }: Rooms): Rooms {
  const asked = new WeakMap<Operation, DocumentParams>();
  const by = async (way: Graph, options: ExecuteOptions): Promise<Answer> => {
    const operation = way.prepare(asked.get(options.operation) ?? {}, { mayIntrospect: true });
    const grant = options.grant && freshly(options.grant);
    const judgement = grant === null ? options.judgement : await way.judge(operation, grant);
    return way.execute({ ...options, operation, grant, judgement });
  };
  return {
    ...rooms,
    graph: {
      ...graph,
      prepare(params, caller) {
        const operation = graph.prepare(params, caller);
        asked.set(operation, params);
        return operation;
      },
      async execute(options) {
        last = {
          compiled: await by(ways.compiled, options),
          resolved: await by(ways.resolved, options),
        };
        return graph.execute(options);
      },
    },
  };
}

/** As from a request that was loaded for this very question: resolvers answer under no other. */
function freshly({ version: _, ...grant }: Grant): Grant {
  return grant;
}

async function expectAlike(standing: TwinStanding, params: DocumentParams): Promise<string> {
  const { status, text } = await gateway.ask(askerOf(gateway, standing), params);
  expect(status).toBe(200);
  expect(Buffer.from(last?.resolved.body ?? []).toString()).toBe(text);
  expect(Buffer.from(last?.compiled.body ?? []).toString()).toBe(text);
  expect(last?.compiled.journal).toEqual(last?.resolved.journal);
  return text;
}

describe.each(standings)('$instrument.id $purpose', (standing) => {
  const { request } = standing;
  const generated = operations({
    schema,
    ids: [1, 2, 3, 5, 6, 9].map((n) => `${request.id}.${n}`),
    cursors: [cursorOf(1), cursorOf(4), cursorOf(9)],
    root: 'persons',
  });

  test('the compiled way gives the bytes and the journal of the resolvers', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async ({ params }) => {
        await expectAlike(standing, params);
      }),
      RUNS,
    );
  }, 120_000);

  test('of everything, in one statement for one page', async () => {
    pages = 0;
    await expectAlike(standing, { query: everything() });
    const hasSubjects = (standing.instrument.opens.get(standing.purpose)?.size ?? 0) > 0;
    expect(pages).toBe(hasSubjects ? 1 : 0);
  });
});

describe('what a statement could get wrong', () => {
  const standing = standings.find(({ purpose }) => purpose === 'REQUEST_EXECUTION');
  if (standing === undefined) throw new Error('no such purpose');
  const { request } = standing;
  const node = (selection: string) => `{ subjects { edges { node { ${selection} } } } }`;

  test.each([
    [
      'an empty page',
      '{ subjects(first: 1, after: "c3ViamVjdDo5") { edges { cursor } pageInfo { endCursor hasPreviousPage } } }',
    ],
    ['a page without persons', '{ subjects(first: 2) { pageInfo { hasNextPage startCursor } } }'],
    [
      'two selections of edges',
      '{ subjects(first: 3) { a: edges { node { id sex } } b: edges { cursor two: node { dateOfBirth } n: node { id } } } }',
    ],
    [
      'fields of one key merged',
      node(
        'nameLatin { surname } ... on Person { nameLatin { givenName } } nameLatin { s: surname }',
      ),
    ],
    ['keys that are words of SQL', node('select: sex from: dateOfBirth where: placeOfBirth')],
    [
      'a key given to other fields elsewhere',
      node('sex: nameLatin { sex: surname surname: givenName } documents { id: series }'),
    ],
    [
      'states side by side',
      node(
        'a: isNationalOf(state: "KAZ") b: isNationalOf(state: "AZE") c: isNationalOf(state: "RUS") d: isNationalOf(state: "XXB") e: isNationalOf(state: "KAZ")',
      ),
    ],
    [
      'names in every language',
      node(
        'documents { issuingAuthority { code ru: name(language: "ru") az: name(language: "az") kk: name(language: "kk") none: name(language: "de") nothing: name(language: null) own: name } }',
      ),
    ],
    [
      'a person, twice, and nobody',
      `{ one: person(id: "${request.id}.1") { id } same: person(id: "${request.id}.1") { id sex } none: person(id: "${request.id}.0") { id } other: person(id: "x") { __typename } }`,
    ],
    [
      'types beside values',
      '{ __typename subjects { __typename edges { __typename node { __typename documents { __typename issuingAuthority { __typename } } } } pageInfo { __typename } } }',
    ],
    [
      'more members than a function has arguments',
      node(
        Array.from(
          { length: 55 },
          (_, at) => `k${at}: ${['sex', 'dateOfBirth', 'placeOfBirth'][at % 3]}`,
        ).join(' '),
      ),
    ],
  ])('%s', async (_name, query) => {
    pages = 0;
    await expectAlike(standing, { query });
    expect(pages).toBeGreaterThan(0);
  });

  test('a request whose persons each hold other items is answered by the resolvers', async () => {
    const people = standing.twins.map(({ id }) => id);
    const twelve = [...people, ...people].slice(0, 12);
    const varied = sampleRequest({
      instrument: 'AZ-KZ-2019',
      purpose: 'IDENTITY_ESTABLISHMENT',
      people: twelve,
      subject: (n) => ({ items: ITEMS.filter((_item, at) => at % 12 !== n - 1) }),
    });
    await gateway.addRequest(varied);
    pages = 0;
    const text = await expectAlike(
      { ...standing, purpose: 'IDENTITY_ESTABLISHMENT', request: varied },
      { query: everything() },
    );
    expect(pages).toBe(0);
    expect(JSON.parse(text).data.subjects.edges.length).toBeGreaterThan(0);
  });

  test('mixed with what is public it is answered by the resolvers', async () => {
    pages = 0;
    await expectAlike(standing, {
      query: '{ instruments { id } subjects { edges { node { id } } } }',
    });
    expect(pages).toBe(0);
  });
});
